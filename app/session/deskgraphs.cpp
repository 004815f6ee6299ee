#include "app/session/desk.h"
#include "models/schema/resources.h"

#include <algorithm>
#include <set>

namespace idscope {

// What graphs are made of.

/// The newest relations of every integration of the tenant in force, and its newest entities. Without a tenant those of
/// the one whose snapshot is the newest: tenants are never joined.
Graphs::Sources Desk::graphSources() {
    Graphs::Sources sources;
    std::set<std::string> seen;
    std::optional<QString> profile;
    for (const Snapshot& snapshot : snapshots()) {
        if (!snapshot.openedFrom.isEmpty()) continue;
        if (profile.value_or(snapshot.profile) != snapshot.profile) continue;
        const bool relations = snapshot.target.resource == schemas::entityRelations.key;
        const bool entities = snapshot.target.resource == schemas::entities.key;
        if (relations || entities) profile = snapshot.profile;
        if (relations && seen.insert(snapshot.target.integration).second)
            sources.relations.push_back(sourceOf(snapshot, shelfWith(snapshot.id)));
        if (entities && !sources.entities) sources.entities = sourceOf(snapshot, shelfWith(snapshot.id));
    }
    // Always in the same order, so that the same exports are the same graph.
    std::ranges::sort(sources.relations, {}, &TableSource::key);
    return sources;
}

} // namespace idscope
