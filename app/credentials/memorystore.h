#pragma once

#include "app/credentials/secretstore.h"

#include <QObject>

#include <map>
#include <memory>

namespace idscope {

/// Secrets for as long as it lives; never written anywhere.
class MemoryStore final : public SecretStore {
public:
    /// Replaces the secret of this name. Connections made before keep the old one alive.
    void put(const QString& name, Secret&& secret) {
        secrets_[name] = std::make_shared<const Secret>(std::move(secret));
    }
    /// Null when there is none.
    [[nodiscard]] std::shared_ptr<const Secret> find(const QString& name) const {
        const auto at = secrets_.find(name);
        return at == secrets_.end() ? nullptr : at->second;
    }
    void forget(const QString& name) { secrets_.erase(name); }

    void probe(Done done) override;
    void read(const QString& name, ReadDone done) override;
    void write(const QString& name, Secret secret, Done done) override;
    void remove(const QString& name, Done done) override;

private:
    std::map<QString, std::shared_ptr<const Secret>> secrets_;
    QObject alive_; ///< answers still to come go with it
};

} // namespace idscope
