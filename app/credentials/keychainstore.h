#pragma once

#include "app/credentials/secretstore.h"

#include <chrono>
#include <memory>

namespace idscope {

/// How long the keychain may take.
struct KeychainLimits {
    std::chrono::milliseconds answer{std::chrono::seconds{5}};
    std::chrono::milliseconds people{std::chrono::seconds{60}}; ///< when it asks people for its password
};

/// The system's keychain (Secret Service or KWallet) through QtKeychain; never a file of ours. Requests are carried out
/// one after the other. The bus is asked first whether somebody answers at all, and a request that lasts longer than
/// its limit is answered NoAnswer: what it was about may still happen when the keychain comes back, so that a later
/// read tells the truth. GUI thread, or any whose event loop is GLib's.
class KeychainStore final : public SecretStore {
public:
    explicit KeychainStore(KeychainLimits limits = {});
    ~KeychainStore() override;

    void probe(Done done) override;
    void read(const QString& name, ReadDone done) override;
    void write(const QString& name, Secret secret, Done done) override;
    void remove(const QString& name, Done done) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace idscope
