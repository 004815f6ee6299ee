#include "models/relations/answernodes.h"

#include "models/base/stoppablesort.h"
#include "models/relations/neighbours.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace idscope {

namespace {

constexpr std::size_t longestWay = 1000;       ///< that is marked; drawn ways are shorter
constexpr std::size_t largestListed = 200;     ///< nodes of a cycle whose ways back are all looked for
constexpr std::size_t largestWalked = 100'000; ///< nodes of a cycle in which one way back is
constexpr std::size_t stopPace = 1024;         ///< relations between looks at the stop token

/// The ways to nodes. A hub stands in the ways of many, and to find how it is reached takes all its relations: that is
/// done once.
class Ways {
public:
    Ways(const Reach& reach, const std::stop_token& stop) : reach_(reach), stop_(stop) {}

    /// The way to a node that is reached by `last`, backwards, from the node before it to the start, but not longer
    /// than so many.
    std::vector<NodeId> backwards(const std::optional<Reach::Via>& last, std::size_t most) {
        std::vector<NodeId> way;
        for (auto via = last; via && way.size() < most && !stop_.stop_requested(); via = viaOnce(via->neighbour))
            way.push_back(via->neighbour);
        return way;
    }

    AnswerNode nodeOf(NodeId node) {
        AnswerNode found{.node = node, .distance = reach_.distance(node)};
        const auto via = reach_.via(node);
        found.via = backwards(via, AnswerNode::longestVia);
        std::ranges::reverse(found.via);
        if (via) found.relation = via->row;
        return found;
    }

private:
    std::optional<Reach::Via> viaOnce(NodeId node) {
        const auto [known, isNew] = vias_.try_emplace(node);
        if (isNew) known->second = reach_.via(node);
        return known->second;
    }

    const Reach& reach_;
    const std::stop_token& stop_;
    std::unordered_map<NodeId, std::optional<Reach::Via>> vias_; ///< of nodes on the way to others
};

/// Those of several walks.
class WaysOfAll {
public:
    explicit WaysOfAll(const std::stop_token& stop) : stop_(stop) {}

    AnswerNode nodeOf(const Reach& reach, NodeId node) {
        return ways_.try_emplace(&reach, reach, stop_).first->second.nodeOf(node);
    }

private:
    const std::stop_token& stop_;
    std::unordered_map<const Reach*, Ways> ways_;
};

/// The reach of the start from which a shared node is farthest.
const Reach& farthest(const SharedAccess& shared, NodeId node) {
    return *std::ranges::max_element(shared.reaches, {}, [node](const Reach& reach) { return reach.distance(node); });
}

/// By distance, path by path: all are of one length.
std::vector<AnswerNode> pathNodes(const ShortestPaths& found, const std::stop_token& stop) {
    std::vector<AnswerNode> nodes;
    std::unordered_set<NodeId> seen;
    const std::size_t length = found.paths.empty() ? 0 : found.paths.front().size();
    for (std::size_t i = 0; i < length; ++i)
        for (const auto& path : found.paths) {
            if (stop.stop_requested()) return {};
            if (!seen.insert(path[i].node).second) continue;
            AnswerNode node{
                .node = path[i].node, .distance = static_cast<std::uint32_t>(i), .relation = path[i].relation};
            for (std::size_t before = i - std::min(i, AnswerNode::longestVia); before < i; ++before)
                node.via.push_back(path[before].node);
            nodes.push_back(std::move(node));
        }
    return nodes;
}

/// The shortest way from a node of a cycle back to it, without its end; empty only when stopped. O(relations of the
/// cycle's nodes).
std::vector<NodeId> wayRound(const GraphAnswer& answer, const Cycle& cycle, NodeId start, const std::stop_token& stop) {
    std::unordered_map<NodeId, NodeId> before;
    std::vector<NodeId> queue{start};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const auto ends = answer.graph->ends(queue[i], Direction::Down);
        const auto rows = answer.graph->rows(queue[i], Direction::Down);
        for (std::size_t k = 0; k < ends.size(); ++k) {
            if (k % stopPace == 0 && stop.stop_requested()) return {};
            const NodeId next = ends[k];
            if (answer.only && !answer.only->contains(rows[k])) continue;
            if (next == start) {
                std::vector<NodeId> way{queue[i]};
                while (way.back() != start)
                    way.push_back(before.at(way.back()));
                std::ranges::reverse(way);
                return way;
            }
            if (std::ranges::binary_search(cycle.nodes, next) && before.try_emplace(next, queue[i]).second)
                queue.push_back(next);
        }
    }
    return {};
}

std::unordered_map<NodeId, const Cycle*> cyclesByNode(const GraphAnswer& answer, const std::stop_token& stop) {
    std::unordered_map<NodeId, const Cycle*> cycles;
    for (const Cycle& cycle : answer.cycles)
        for (const NodeId node : cycle.nodes) {
            if (stop.stop_requested()) return cycles;
            cycles.try_emplace(node, &cycle);
        }
    return cycles;
}

const Cycle* cycleOf(const GraphAnswer& answer, NodeId node, const std::stop_token& stop) {
    for (const Cycle& cycle : answer.cycles) {
        if (stop.stop_requested()) return nullptr;
        if (std::ranges::binary_search(cycle.nodes, node)) return &cycle;
    }
    return nullptr;
}

/// The first relation from one to another that counts.
std::optional<RowId> relationOf(const GraphAnswer& answer, NodeId parent, NodeId child) {
    const std::vector<RowId> rows = relationsOf(answer, parent, child);
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

AnswerNode cycleNode(const GraphAnswer& answer, const Cycle& cycle, NodeId node, const std::stop_token& stop) {
    AnswerNode found{.node = node};
    if (cycle.nodes.size() > largestListed) return found;
    std::vector<NodeId> way = wayRound(answer, cycle, node, stop);
    if (way.empty()) return found;
    found.distance = static_cast<std::uint32_t>(way.size());
    found.relation = relationOf(answer, way.back(), node);
    way.erase(way.begin(), way.end() - static_cast<std::ptrdiff_t>(std::min(way.size(), AnswerNode::longestVia)));
    found.via = std::move(way);
    return found;
}

/// A node that no walk of the answer found: what connects it with the one it is drawn beside.
AnswerNode nodeBeside(const GraphAnswer& answer, NodeId node, std::optional<NodeId> beside) {
    AnswerNode found{.node = node};
    if (beside) found.relation = relationOf(answer, *beside, node);
    if (beside && !found.relation) found.relation = relationOf(answer, node, *beside);
    return found;
}

} // namespace

std::vector<RowId> relationsOf(const GraphAnswer& answer, NodeId parent, NodeId child) {
    std::vector<RowId> rows = relationsBetween(*answer.graph, parent, child);
    if (answer.only) std::erase_if(rows, [&](RowId row) { return !answer.only->contains(row); });
    return rows;
}

std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, const std::stop_token& stop) {
    if (answer.paths) return pathNodes(*answer.paths, stop);
    std::vector<AnswerNode> nodes;
    WaysOfAll ways(stop);
    if (answer.reach)
        for (const NodeId node : answer.reach->nodes()) {
            if (stop.stop_requested()) return {};
            if (answer.reach->distance(node) > 0) nodes.push_back(ways.nodeOf(*answer.reach, node));
        }
    if (answer.shared)
        for (const NodeId node : answer.shared->nodes) {
            if (stop.stop_requested()) return {};
            nodes.push_back(ways.nodeOf(farthest(*answer.shared, node), node));
        }
    for (const Cycle& cycle : answer.cycles)
        for (const NodeId node : cycle.nodes) {
            if (stop.stop_requested()) return {};
            nodes.push_back(cycleNode(answer, cycle, node, stop));
        }
    return nodes;
}

std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, std::span<const NodeId> chosen,
                                    std::optional<NodeId> beside, const std::stop_token& stop) {
    std::unordered_map<NodeId, AnswerNode> onPaths;
    if (answer.paths)
        for (AnswerNode& node : pathNodes(*answer.paths, stop))
            onPaths.emplace(node.node, std::move(node));
    const auto cycles = cyclesByNode(answer, stop);
    WaysOfAll ways(stop);
    std::vector<AnswerNode> nodes;
    for (const NodeId node : chosen) {
        if (stop.stop_requested()) return {};
        const auto cycle = cycles.find(node);
        const bool shared = answer.shared && std::ranges::all_of(answer.shared->reaches, [node](const Reach& reach) {
                                return reach.contains(node);
                            });
        if (answer.reach && answer.reach->contains(node))
            nodes.push_back(ways.nodeOf(*answer.reach, node));
        else if (shared && !answer.shared->reaches.empty())
            nodes.push_back(ways.nodeOf(farthest(*answer.shared, node), node));
        else if (const auto known = onPaths.find(node); known != onPaths.end())
            nodes.push_back(known->second);
        else if (cycle != cycles.end())
            nodes.push_back(cycleNode(answer, *cycle->second, node, stop));
        else
            nodes.push_back(nodeBeside(answer, node, beside));
    }
    return nodes;
}

std::vector<NodeId> wayTo(const GraphAnswer& answer, NodeId node, const std::stop_token& stop) {
    if (const Cycle* cycle = cycleOf(answer, node, stop); cycle != nullptr && cycle->nodes.size() <= largestWalked) {
        std::vector<NodeId> way = wayRound(answer, *cycle, node, stop);
        if (way.empty() || way.size() >= longestWay) return {};
        way.push_back(node);
        return way;
    }
    if (answer.paths)
        for (const auto& path : answer.paths->paths) {
            if (stop.stop_requested()) return {};
            const auto at = std::ranges::find(path, node, &PathStep::node);
            if (at == path.end()) continue;
            std::vector<NodeId> way;
            for (const PathStep& step : path)
                if (way.size() < longestWay) way.push_back(step.node);
            return way;
        }
    const Reach* reach = answer.reach ? &*answer.reach : nullptr;
    if (answer.shared && std::ranges::find(answer.question.from, node) == answer.question.from.end())
        for (const Reach& each : answer.shared->reaches)
            if (each.contains(node)) reach = &each;
    if (reach == nullptr || !reach->contains(node)) return {};
    std::vector<NodeId> way = Ways(*reach, stop).backwards(reach->via(node), longestWay);
    way.insert(way.begin(), node);
    if (reach->question().direction == Direction::Down) std::ranges::reverse(way);
    return way;
}

GraphFindings findings(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes, const std::stop_token& stop) {
    GraphFindings all;
    std::map<std::string_view, std::size_t, decltype(&typeComesBefore)> types(&typeComesBefore);
    for (const AnswerNode& node : nodes) {
        if (stop.stop_requested()) return {};
        all.rows.emplace_back(node.node, RowId{static_cast<std::uint32_t>(all.nodes.size())});
        all.nodes.push_back(node.node);
        ++types[answer.graph->type(node.node)];
        all.farthest = std::max(all.farthest, node.distance.value_or(0));
    }
    sortUntilStopped(std::span(all.rows), stop);
    for (const auto& [type, count] : types)
        all.types.emplace_back(type, count);
    return all;
}

std::optional<RowId> GraphFindings::rowOf(NodeId node) const {
    const auto at = std::ranges::lower_bound(rows, node, {}, &std::pair<NodeId, RowId>::first);
    if (at == rows.end() || at->first != node) return std::nullopt;
    return at->second;
}

} // namespace idscope
