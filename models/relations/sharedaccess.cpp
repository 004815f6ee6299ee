#include "models/relations/sharedaccess.h"

#include "models/base/stoppablesort.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace idscope {

namespace {

struct Shared {
    std::uint32_t distance; ///< from the start that is farthest
    NodeId node;
    friend auto operator<=>(const Shared&, const Shared&) = default;
};

std::vector<NodeId> distinct(const std::vector<NodeId>& nodes) {
    std::vector<NodeId> first;
    for (const NodeId node : nodes)
        if (std::ranges::find(first, node) == first.end()) first.push_back(node);
    return first;
}

} // namespace

std::expected<SharedAccess, RelationError> sharedAccess(const GraphPtr& graph, const ReachQuestion& question,
                                                        const std::stop_token& stop) {
    SharedAccess access;
    const std::vector<NodeId> starts = distinct(question.starts);
    for (const NodeId start : starts) {
        auto one = reach(graph, {.starts = {start}, .direction = question.direction, .only = question.only}, stop);
        if (!one) return std::unexpected(one.error());
        access.reaches.push_back(std::move(*one));
    }
    if (access.reaches.empty()) return access;
    const auto fewest = std::ranges::min_element(access.reaches, {}, [](const Reach& r) { return r.nodes().size(); });
    std::vector<Shared> shared;
    for (const NodeId node : fewest->nodes()) {
        if (stop.stop_requested()) break;
        const bool byAll = std::ranges::all_of(access.reaches, [&](const Reach& r) { return r.contains(node); });
        if (!byAll || std::ranges::find(starts, node) != starts.end()) continue;
        std::uint32_t farthest = 0;
        for (const Reach& each : access.reaches)
            farthest = std::max(farthest, each.distance(node));
        shared.push_back({farthest, node});
    }
    sortUntilStopped(std::span(shared), stop);
    if (stop.stop_requested()) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
    for (const Shared& each : shared)
        access.nodes.push_back(each.node);
    return access;
}

} // namespace idscope
