#pragma once

#include "app/credentials/profiles.h"
#include "app/session/fetcher.h"
#include "app/session/shelf.h"

#include <memory>
#include <vector>

namespace idscope {

/// A tenant one can work with: its profile, where its exports are kept, and, once its secret is known, what fetches
/// from it. Secrets are in memory alone.
struct Tenant {
    Profile profile;
    QString address; ///< for people
    Shelf* shelf = nullptr;
    /// One per connection made in this run: the last is in force, those before end what they were doing.
    std::vector<std::unique_ptr<Fetcher>> fetchers = {};
    [[nodiscard]] Fetcher* fetcher() const { return fetchers.empty() ? nullptr : fetchers.back().get(); }
};

} // namespace idscope
