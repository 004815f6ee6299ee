#include "app/session/desk.h"
#include "models/schema/resources.h"
#include "views/resourcepage/resourcepage.h"

#include <algorithm>
#include <set>

namespace idscope {

// What graphs are made of, and what is kept of them.

namespace {

constexpr auto graphSection = "graph"; ///< of a saved view

} // namespace

void Desk::connectGraphs() {
    graphs_.setSources([this] { return graphSources(); });
    connect(&graphs_, &Graphs::opened, this, [this](ResourcePage* result, const QString& relations) {
        views_.watch(*result);
        references_.watch(result, relations);
    });
    views_.setSections([this](const ResourcePage& page) -> std::optional<SavedViews::Section> {
        const GraphPage* graph = graphs_.graphOf(page);
        if (graph == nullptr || !graph->session().answer()) return std::nullopt;
        const QJsonObject json = graph->state().toJson();
        return SavedViews::Section{.key = QLatin1String(graphSection),
                                   .json = json,
                                   .name = graph->title(),
                                   .isReadable = GraphState::fromJson(json).has_value()};
    });
    connect(&views_, &SavedViews::graphWanted, this, [this](const QString& id, const SavedView& view) {
        const auto state = GraphState::fromJson(view.more.value(QLatin1String(graphSection)).toObject());
        if (!state) return window_.say(tr("The view “%1” does not tell what to ask the graph.").arg(view.name));
        graphs_.open(*state, [this, id, view](ResourcePage& table) { views_.apply(table, id, view); });
    });
}

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
