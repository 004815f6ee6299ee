#include "models/relations/relationquality.h"

#include "models/relations/reach.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

std::vector<NodeId> withoutRelations(const RelationGraph& graph, Direction direction) {
    std::vector<NodeId> found;
    for (std::uint32_t node = 0; node < graph.nodeLimit(); ++node)
        if (graph.isNode(NodeId{node}) && graph.degree(NodeId{node}, direction) == 0) found.push_back(NodeId{node});
    return found;
}

bool mayBeSomebody(std::string_view type) {
    return type.empty() || type == "identity";
}

/// Whoever reaches an orphan is one too, so that all relations to orphans begin at orphans.
std::vector<RowId> relationsFrom(const RelationGraph& graph, const std::vector<NodeId>& nodes) {
    std::vector<RowId> relations;
    for (const NodeId node : nodes)
        std::ranges::copy(graph.rows(node, Direction::Down), std::back_inserter(relations));
    std::ranges::sort(relations);
    return relations;
}

} // namespace

std::vector<NodeId> roots(const RelationGraph& graph) {
    return withoutRelations(graph, Direction::Up);
}

std::vector<NodeId> leaves(const RelationGraph& graph) {
    return withoutRelations(graph, Direction::Down);
}

std::expected<std::vector<NodeId>, RelationError> orphans(const GraphPtr& graph, const std::stop_token& stop) {
    ReachQuestion question;
    for (std::uint32_t node = 0; node < graph->nodeLimit(); ++node)
        if (graph->isNode(NodeId{node}) && mayBeSomebody(graph->type(NodeId{node})))
            question.starts.push_back(NodeId{node});
    const auto owned = reach(graph, std::move(question), stop);
    if (!owned) return std::unexpected(owned.error());
    std::vector<NodeId> found;
    for (std::uint32_t node = 0; node < graph->nodeLimit(); ++node)
        if (graph->isNode(NodeId{node}) && !owned->contains(NodeId{node})) found.push_back(NodeId{node});
    return found;
}

std::expected<RelationQuality, RelationError> relationQuality(const Table& table, const std::stop_token& stop) {
    const auto graph = relationGraph(table, stop);
    if (!graph) return std::unexpected(graph.error());
    auto nobodys = orphans(*graph, stop);
    if (!nobodys) return std::unexpected(nobodys.error());
    auto circles = cycles(**graph, nullptr, stop);
    if (!circles) return std::unexpected(circles.error());
    std::vector<RowId> relations = relationsFrom(**graph, *nobodys);
    return RelationQuality{
        .orphans = std::move(*nobodys), .orphanRelations = std::move(relations), .cycles = std::move(*circles)};
}

} // namespace idscope
