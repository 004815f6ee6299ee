#pragma once

#include "app/credentials/secret.h"

#include <QString>

#include <map>
#include <memory>

namespace idscope {

/// Secrets for as long as the program runs, by profile name; never written anywhere. One thread.
class MemoryStore {
public:
    /// Replaces the profile's secret. Connections made before keep the old one alive.
    void put(const QString& profile, Secret&& secret) {
        secrets_[profile] = std::make_shared<const Secret>(std::move(secret));
    }
    /// Null when there is none.
    [[nodiscard]] std::shared_ptr<const Secret> find(const QString& profile) const {
        const auto at = secrets_.find(profile);
        return at == secrets_.end() ? nullptr : at->second;
    }
    void forget(const QString& profile) { secrets_.erase(profile); }

private:
    std::map<QString, std::shared_ptr<const Secret>> secrets_;
};

} // namespace idscope
