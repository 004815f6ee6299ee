#pragma once

#include "app/credentials/memorystore.h"
#include "models/connection/profile.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <memory>

namespace idscope {

/// Where a profile's secret is.
enum class KeyPlace {
    Unknown, ///< nobody has asked yet
    Asking,  ///< the keychain is being asked
    Keychain,
    Memory, ///< until the program ends: there is no keychain, or it refused
};

/// The secrets of this run: in memory once they are known, and in the keychain if it takes them. GUI thread.
class Keys final : public QObject {
    Q_OBJECT
public:
    using Found = std::function<void(std::expected<std::shared_ptr<const Secret>, KeychainFault>)>;

    explicit Keys(std::shared_ptr<SecretStore> keychain) : keychain_(std::move(keychain)) {}

    [[nodiscard]] KeyPlace place(const QString& profile) const;
    /// In memory; null when it is not.
    [[nodiscard]] std::shared_ptr<const Secret> known(const Profile& profile) const {
        return memory_.find(secretName(profile));
    }
    /// Whether the keychain would take a secret.
    void probe(SecretStore::Done done);
    /// From memory, at once, or from the keychain; of what the keychain says while the secret is replaced or forgotten,
    /// nothing is taken.
    void find(const Profile& profile, Found found);
    /// It is in memory when this returns; `done` tells whether it is in the keychain too.
    void keep(const Profile& profile, Secret secret, SecretStore::Done done);
    void forget(const Profile& profile, SecretStore::Done done);

Q_SIGNALS:
    void placeChanged(const QString& profile);

private:
    void setPlace(const QString& profile, KeyPlace place);

    std::shared_ptr<SecretStore> keychain_; ///< may outlive this: nothing it answers then arrives
    MemoryStore memory_;
    std::map<QString, KeyPlace> places_;        ///< by profile ID
    std::map<QString, std::uint64_t> versions_; ///< by profile ID: how often a secret was kept or forgotten
};

} // namespace idscope
