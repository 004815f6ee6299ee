#include "models/relations/reach.h"

#include <algorithm>
#include <utility>

namespace idscope {

class ReachWalk {
public:
    ReachWalk(GraphPtr graph, ReachQuestion question) {
        const std::size_t limit = graph->nodeLimit();
        reach_.reached_ = std::make_unique<std::uint8_t[]>(limit);
        // One more: visit() writes before it knows whether the node is new.
        reach_.nodes_ = std::make_unique_for_overwrite<NodeId[]>(limit + 1);
        reach_.distances_ = std::make_unique_for_overwrite<std::uint32_t[]>(limit);
        reach_.graph_ = std::move(graph);
        reach_.question_ = std::move(question);
    }

    std::expected<Reach, RelationError> run(const std::stop_token& stop) {
        reach_.count_ = visitAll(reach_.question_.starts, 0, [](std::size_t) { return true; });
        for (std::size_t begin = 0; begin < reach_.count_;) {
            const std::size_t end = reach_.count_;
            reach_.begins_.push_back(static_cast<std::uint32_t>(begin));
            for (std::size_t i = begin; i < end; i += nodesPerLook) {
                if (stop.stop_requested()) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
                expand(i, std::min(i + nodesPerLook, end));
            }
            begin = end;
        }
        return std::move(reach_);
    }

private:
    static constexpr std::size_t nodesPerLook = 1024; ///< between two looks at whether to stop
    static constexpr std::size_t ahead = 8;           ///< nodes whose relations are fetched before they are walked

    /// Adds what nodes_[begin, end) lead to. Their relations lie anywhere in memory: those of the next ones are on
    /// their way while others are walked.
    void expand(std::size_t begin, std::size_t end) {
        const RelationGraph& graph = *reach_.graph_;
        const RowSet* only = reach_.question_.only.get();
        const Direction direction = reach_.question_.direction;
        const NodeId* const nodes = reach_.nodes_.get();
        const auto distance = static_cast<std::uint32_t>(reach_.begins_.size() - 1);
        std::size_t count = reach_.count_;
        for (std::size_t i = begin; i < end; ++i) {
            graph.fetchPlace(nodes[std::min(i + 2 * ahead, count - 1)], direction);
            graph.fetchEnds(nodes[std::min(i + ahead, count - 1)], direction);
            const NodeId node = nodes[i];
            reach_.distances_[node.value] = distance;
            const auto ends = graph.ends(node, direction);
            if (only == nullptr) {
                count = visitAll(ends, count, [](std::size_t) { return true; });
            } else {
                const auto rows = graph.rows(node, direction);
                count = visitAll(ends, count, [&](std::size_t k) { return only->contains(rows[k]); });
            }
        }
        reach_.count_ = count;
    }

    /// Adds those that are new and may be followed, behind the `count` nodes there are; returns how many there are
    /// then. Most are not new, and which is can't be foreseen: nothing here depends on a branch.
    template <class MayFollow>
    std::size_t visitAll(std::span<const NodeId> ends, std::size_t count, MayFollow mayFollow) {
        NodeId* const nodes = reach_.nodes_.get();
        std::uint8_t* const reached = reach_.reached_.get();
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::uint8_t before = reached[ends[i].value];
            const auto after = static_cast<std::uint8_t>(before | (mayFollow(i) ? 1U : 0U));
            nodes[count] = ends[i];
            count += static_cast<std::size_t>(after - before);
            reached[ends[i].value] = after;
        }
        return count;
    }

    Reach reach_;
};

std::span<const NodeId> Reach::at(std::uint32_t distance) const {
    if (distance >= begins_.size()) return {};
    const std::size_t end = distance + 1 < begins_.size() ? begins_[distance + 1] : count_;
    return nodes().subspan(begins_[distance], end - begins_[distance]);
}

std::optional<Reach::Via> Reach::via(NodeId node) const {
    if (distance(node) == 0) return std::nullopt;
    const auto ends = graph_->ends(node, opposite(question_.direction));
    const auto rows = graph_->rows(node, opposite(question_.direction));
    for (std::size_t i = 0; i < ends.size(); ++i)
        if (contains(ends[i]) && distance(ends[i]) + 1 == distance(node) &&
            (question_.only == nullptr || question_.only->contains(rows[i])))
            return Via{ends[i], rows[i]};
    return std::nullopt;
}

std::expected<Reach, RelationError> reach(GraphPtr graph, ReachQuestion question, const std::stop_token& stop) {
    return ReachWalk(std::move(graph), std::move(question)).run(stop);
}

} // namespace idscope
