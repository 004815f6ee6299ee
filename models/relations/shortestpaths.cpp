#include "models/relations/shortestpaths.h"

#include "models/relations/neighbours.h"
#include "models/relations/reach.h"

#include <algorithm>
#include <limits>
#include <span>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

std::unexpected<RelationError> cancelled() {
    return std::unexpected(RelationError{RelationErrorKind::Cancelled});
}

std::uint64_t saturatingSum(std::uint64_t a, std::uint64_t b) {
    return b > std::numeric_limits<std::uint64_t>::max() - a ? std::numeric_limits<std::uint64_t>::max() : a + b;
}

/// What lies on shortest paths: nodes layer by layer, each with the steps that bring it nearer to an end.
class Paths {
public:
    Paths(const Reach& reach, const PathQuestion& question, const std::stop_token& stop)
        : reach_(reach), question_(question), stop_(stop) {}

    std::expected<ShortestPaths, RelationError> run() {
        if (!findEnds()) return ShortestPaths{};
        if (!findSteps()) return cancelled();
        ShortestPaths found;
        for (const NodeId start : layers_.front())
            found.total = saturatingSum(found.total, onPath_.at(start).ways);
        if (!follow(found)) return cancelled();
        return found;
    }

private:
    struct OnPath {
        std::vector<Neighbour> next;
        std::uint64_t ways = 0; ///< from here to an end
    };

    /// The nearest of the nodes asked for: the last layer.
    bool findEnds() {
        std::vector<NodeId> ends;
        for (const NodeId end : question_.to)
            if (reach_.contains(end)) ends.push_back(end);
        if (ends.empty()) return false;
        const auto distance = [&](NodeId end) { return reach_.distance(end); };
        const std::uint32_t nearest = distance(std::ranges::min(ends, {}, distance));
        layers_.resize(std::size_t{nearest} + 1);
        for (const NodeId end : ends)
            if (distance(end) == nearest && onPath_.try_emplace(end, OnPath{.ways = 1}).second)
                layers_.back().push_back(end);
        return true;
    }

    /// From the ends back to the starts.
    bool findSteps() {
        for (std::size_t layer = layers_.size() - 1; layer > 0; --layer) {
            for (const NodeId node : layers_[layer]) {
                if (stop_.stop_requested()) return false;
                addParents(node, layer - 1);
            }
            for (const NodeId node : layers_[layer - 1]) {
                if (stop_.stop_requested()) return false;
                addSteps(node, layer);
            }
        }
        orderStarts();
        return true;
    }

    void addParents(NodeId node, std::size_t layer) {
        const auto ends = reach_.graph().ends(node, Direction::Up);
        const auto rows = reach_.graph().rows(node, Direction::Up);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (!reach_.contains(ends[i]) || reach_.distance(ends[i]) != layer) continue;
            if (question_.only != nullptr && !question_.only->contains(rows[i])) continue;
            if (onPath_.try_emplace(ends[i]).second) layers_[layer].push_back(ends[i]);
        }
    }

    /// `layer`: the one that steps lead to, whose ways are known.
    void addSteps(NodeId node, std::size_t layer) {
        OnPath& here = onPath_.at(node);
        for (const Neighbour& next : neighbours(reach_.graph(), node, Direction::Down, question_.only.get())) {
            const auto there = onPath_.find(next.node);
            if (there == onPath_.end() || reach_.distance(next.node) != layer) continue;
            here.next.push_back(next);
            here.ways = saturatingSum(here.ways, there->second.ways);
        }
    }

    /// As they were given.
    void orderStarts() {
        std::vector<NodeId> starts;
        for (const NodeId start : reach_.at(0))
            if (onPath_.contains(start)) starts.push_back(start);
        layers_.front() = std::move(starts);
    }

    /// Follows path after path in depth, until there are enough.
    bool follow(ShortestPaths& found) const {
        std::vector<PathStep> path;
        std::vector<std::span<const Neighbour>> open; ///< by step: the next nodes still to be tried
        for (const NodeId start : layers_.front()) {
            path.assign(1, {start, std::nullopt});
            open.assign(1, onPath_.at(start).next);
            while (!path.empty()) {
                if (found.paths.size() == question_.limit) return true;
                if (stop_.stop_requested()) return false;
                if (path.size() == layers_.size()) found.paths.push_back(path);
                if (open.back().empty()) {
                    open.pop_back();
                    path.pop_back();
                    continue;
                }
                const Neighbour next = open.back().front();
                open.back() = open.back().subspan(1);
                path.push_back({next.node, next.first});
                open.emplace_back(onPath_.at(next.node).next);
            }
        }
        return true;
    }

    const Reach& reach_;
    const PathQuestion& question_;
    const std::stop_token& stop_;
    std::vector<std::vector<NodeId>> layers_; ///< by distance from the starts
    std::unordered_map<NodeId, OnPath> onPath_;
};

} // namespace

std::expected<ShortestPaths, RelationError> shortestPaths(const GraphPtr& graph, const PathQuestion& question,
                                                          const std::stop_token& stop) {
    const auto reached = reach(graph, {.starts = question.from, .only = question.only}, stop);
    if (!reached) return std::unexpected(reached.error());
    return Paths(*reached, question, stop).run();
}

} // namespace idscope
