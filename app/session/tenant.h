#pragma once

#include "app/credentials/profiles.h"
#include "app/library/library.h"
#include "app/session/fetcher.h"

#include <memory>
#include <vector>

namespace idscope {

/// A library and what is in it, newest first.
struct Shelf {
    explicit Shelf(const QString& folder) : library(folder), snapshots(library.list().snapshots) {}
    Library library;
    std::vector<Snapshot> snapshots;
};

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
