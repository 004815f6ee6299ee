#pragma once

#include "app/credentials/secret.h"
#include "models/connection/connectionfault.h"
#include "models/connection/profile.h"

#include <QString>

#include <expected>
#include <functional>

namespace idscope {

/// What a store knows the profile's secret by. It names the origin and the key ID too: a secret that was kept for
/// others is never found, whatever became of the profile since.
QString secretName(const Profile& profile);

/// Keeps secrets by their names. Nothing blocks: every answer comes later, once, from the event loop of the calling
/// thread; none comes when the store is gone by then. One thread.
class SecretStore {
public:
    using Done = std::function<void(std::expected<void, KeychainFault>)>;
    using ReadDone = std::function<void(std::expected<Secret, KeychainFault>)>;

    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    /// Whether secrets can be kept here. Never asks people anything; Locked means that they will be asked.
    virtual void probe(Done done) = 0;
    virtual void read(const QString& name, ReadDone done) = 0;
    /// Replaces the secret that is there.
    virtual void write(const QString& name, Secret secret, Done done) = 0;
    /// Well when there is none.
    virtual void remove(const QString& name, Done done) = 0;
};

} // namespace idscope
