#include "models/relations/graphquestion.h"

#include "models/relations/neighbours.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_set>

namespace idscope {

namespace {

constexpr std::size_t mostPaths = 100;

/// The way to a node backwards, from the node before it to the start, but not longer than so many.
std::vector<NodeId> backwards(const Reach& reach, NodeId node, std::size_t most) {
    std::vector<NodeId> way;
    for (auto via = reach.via(node); via && way.size() < most; via = reach.via(via->neighbour))
        way.push_back(via->neighbour);
    return way;
}

AnswerNode nodeOf(const Reach& reach, NodeId node) {
    AnswerNode found{.node = node, .distance = reach.distance(node), .via = {}, .relation = {}};
    found.via = backwards(reach, node, AnswerNode::longestVia);
    std::ranges::reverse(found.via);
    if (const auto via = reach.via(node)) found.relation = via->row;
    return found;
}

/// The reach of the start from which a shared node is farthest.
const Reach& farthest(const SharedAccess& shared, NodeId node) {
    return *std::ranges::max_element(shared.reaches, {}, [node](const Reach& reach) { return reach.distance(node); });
}

std::vector<AnswerNode> pathNodes(const ShortestPaths& found) {
    std::vector<AnswerNode> nodes;
    std::unordered_set<NodeId> seen;
    for (const auto& path : found.paths)
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (!seen.insert(path[i].node).second) continue;
            AnswerNode node{.node = path[i].node,
                            .distance = static_cast<std::uint32_t>(i),
                            .via = {},
                            .relation = path[i].relation};
            for (std::size_t before = i - std::min(i, AnswerNode::longestVia); before < i; ++before)
                node.via.push_back(path[before].node);
            nodes.push_back(std::move(node));
        }
    std::ranges::stable_sort(nodes, {}, &AnswerNode::distance);
    return nodes;
}

} // namespace

std::expected<GraphAnswerPtr, RelationError> answer(const GraphPtr& graph, const GraphQuestion& question,
                                                    RowSetPtr only, const std::stop_token& stop) {
    const auto begin = std::chrono::steady_clock::now();
    auto answer = std::make_shared<GraphAnswer>();
    answer->question = question;
    answer->graph = graph;
    answer->only = only;
    const ReachQuestion reached{.starts = question.from, .direction = question.direction(), .only = only};
    switch (question.kind) {
    case GraphQuestionKind::ReachedFrom:
    case GraphQuestionKind::Reaching: {
        auto found = reach(graph, reached, stop);
        if (!found) return std::unexpected(found.error());
        answer->reach = std::move(*found);
        break;
    }
    case GraphQuestionKind::Paths: {
        auto found = shortestPaths(
            graph, {.from = question.from, .to = question.to, .limit = mostPaths, .only = std::move(only)}, stop);
        if (!found) return std::unexpected(found.error());
        answer->paths = std::move(*found);
        break;
    }
    case GraphQuestionKind::Cycles: {
        auto found = cycles(*graph, only.get(), stop);
        if (!found) return std::unexpected(found.error());
        answer->cycles = std::move(*found);
        break;
    }
    case GraphQuestionKind::Shared: {
        auto found = sharedAccess(graph, reached, stop);
        if (!found) return std::unexpected(found.error());
        answer->shared = std::move(*found);
        break;
    }
    }
    answer->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    return answer;
}

std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, const std::stop_token& stop) {
    if (answer.paths) return pathNodes(*answer.paths);
    std::vector<AnswerNode> nodes;
    if (answer.reach)
        for (const NodeId node : answer.reach->nodes()) {
            if (stop.stop_requested()) return {};
            if (answer.reach->distance(node) > 0) nodes.push_back(nodeOf(*answer.reach, node));
        }
    if (answer.shared)
        for (const NodeId node : answer.shared->nodes) {
            if (stop.stop_requested()) return {};
            nodes.push_back(nodeOf(farthest(*answer.shared, node), node));
        }
    for (std::uint32_t i = 0; i < answer.cycles.size(); ++i)
        for (const NodeId node : answer.cycles[i].nodes)
            nodes.push_back({.node = node, .distance = i + 1, .via = {}, .relation = {}});
    return nodes;
}

GraphFindings findings(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes) {
    GraphFindings all;
    std::map<std::string_view, std::size_t, decltype(&typeComesBefore)> types(&typeComesBefore);
    for (const AnswerNode& node : nodes) {
        all.rows.emplace_back(node.node, RowId{static_cast<std::uint32_t>(all.nodes.size())});
        all.nodes.push_back(node.node);
        ++types[answer.graph->type(node.node)];
        all.farthest = std::max(all.farthest, node.distance);
    }
    std::ranges::sort(all.rows);
    for (const auto& [type, count] : types)
        all.types.emplace_back(type, count);
    return all;
}

std::optional<RowId> GraphFindings::rowOf(NodeId node) const {
    const auto at = std::ranges::lower_bound(rows, node, {}, &std::pair<NodeId, RowId>::first);
    if (at == rows.end() || at->first != node) return std::nullopt;
    return at->second;
}

std::vector<NodeId> wayTo(const GraphAnswer& answer, NodeId node) {
    constexpr std::size_t longest = 1000; // drawn ways are shorter
    if (answer.paths)
        for (const auto& path : answer.paths->paths) {
            const auto at = std::ranges::find(path, node, &PathStep::node);
            if (at == path.end()) continue;
            std::vector<NodeId> way;
            for (const PathStep& step : path)
                if (way.size() < longest) way.push_back(step.node);
            return way;
        }
    const Reach* reach = answer.reach ? &*answer.reach : nullptr;
    if (answer.shared && std::ranges::find(answer.question.from, node) == answer.question.from.end())
        for (const Reach& each : answer.shared->reaches)
            if (each.contains(node)) reach = &each;
    if (reach == nullptr || !reach->contains(node)) return {};
    std::vector<NodeId> way = backwards(*reach, node, longest);
    way.insert(way.begin(), node);
    if (reach->question().direction == Direction::Down) std::ranges::reverse(way);
    return way;
}

} // namespace idscope
