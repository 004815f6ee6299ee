#include "app/session/resourcetables.h"

#include <algorithm>
#include <utility>

namespace idscope {

ResourceTables::ResourceTables(OpenTables& tables, Library library) : tables_(tables), library_(std::move(library)) {
    connect(&tables_, &OpenTables::loaded, this, &ResourceTables::answer);
    connect(&tables_, &OpenTables::loadingFailed, this, [this](const QString& key) { answer(key, nullptr); });
    connect(&tables_, &OpenTables::loadingCancelled, this, [this](const QString& key) { answer(key, nullptr); });
}

std::vector<Snapshot> ResourceTables::beside(const ResourcePage& page, std::string_view resource) const {
    return beside(tables_.keyOf(page), resource);
}

std::vector<Snapshot> ResourceTables::beside(const QString& key, std::string_view resource) const {
    const std::vector<Snapshot> all = library_.snapshots();
    QStringList ids;
    for (const QString& table : key.split(u'\n')) // as a graph's key joins them
        ids += idsIn(table);
    const auto own = std::ranges::find_if(all, [&](const Snapshot& snapshot) { return ids.contains(snapshot.id); });
    const bool isCopy = own == all.end() || !own->openedFrom.isEmpty();
    const QString profile = isCopy ? QString() : own->profile;
    std::vector<Snapshot> newest;
    for (const Snapshot& snapshot : all) {
        if (snapshot.target.resource != resource || snapshot.openedFrom.isEmpty() == isCopy) continue;
        if (!isCopy && snapshot.profile != profile) continue;
        const bool older = !isCopy && std::ranges::any_of(newest, [&](const Snapshot& other) {
            return other.target.integration == snapshot.target.integration;
        });
        if (!older) newest.push_back(snapshot);
    }
    return newest;
}

void ResourceTables::get(const Snapshot& snapshot, QObject* asker, Got got) {
    if (const TablePtr table = tables_.loadedTable(snapshot.id)) return got(table);
    waiting_.emplace(snapshot.id, Waiting{asker, std::move(got)});
    tables_.load(library_.source(snapshot));
    if (!tables_.isLoading(snapshot.id)) answer(snapshot.id, nullptr); // it is open, but was not loaded whole
}

ResourcePage* ResourceTables::open(const Snapshot& snapshot) {
    library_.open(snapshot.id);
    return tables_.pageOf(snapshot.id);
}

void ResourceTables::answer(const QString& key, const TablePtr& table) {
    const auto [begin, end] = waiting_.equal_range(key);
    std::vector<Waiting> asked;
    for (auto at = begin; at != end; ++at)
        asked.push_back(std::move(at->second));
    waiting_.erase(begin, end);
    for (const Waiting& each : asked)
        if (each.asker) each.got(table);
}

} // namespace idscope
