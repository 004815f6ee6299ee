#include "models/relations/reach.h"

#include <utility>

namespace idscope {

class ReachWalk {
public:
    ReachWalk(GraphPtr graph, ReachQuestion question) {
        const std::size_t limit = graph->nodeLimit();
        reach_.reached_.resize(limit / 64 + 1);
        // One more: visit() writes before it knows whether the node is new.
        reach_.nodes_ = std::make_unique_for_overwrite<NodeId[]>(limit + 1);
        reach_.distances_ = std::make_unique_for_overwrite<std::uint32_t[]>(limit);
        reach_.graph_ = std::move(graph);
        reach_.question_ = std::move(question);
    }

    std::expected<Reach, RelationError> run(const std::stop_token& stop) {
        visitAll(reach_.question_.starts, [](std::size_t) { return true; });
        for (std::size_t begin = 0; begin < reach_.count_;) {
            const auto distance = static_cast<std::uint32_t>(reach_.begins_.size());
            reach_.begins_.push_back(static_cast<std::uint32_t>(begin));
            const std::size_t end = reach_.count_;
            for (std::size_t i = begin; i < end; ++i) {
                if (i % nodesPerLook == 0 && stop.stop_requested())
                    return std::unexpected(RelationError{RelationErrorKind::Cancelled});
                reach_.distances_[reach_.nodes_[i].value] = distance;
                expand(reach_.nodes_[i]);
            }
            begin = end;
        }
        return std::move(reach_);
    }

private:
    static constexpr std::size_t nodesPerLook = 1024; ///< between two looks at whether to stop

    void expand(NodeId node) {
        const RowSet* only = reach_.question_.only.get();
        const auto ends = reach_.graph_->ends(node, reach_.question_.direction);
        if (only == nullptr) return visitAll(ends, [](std::size_t) { return true; });
        const auto rows = reach_.graph_->rows(node, reach_.question_.direction);
        visitAll(ends, [&](std::size_t i) { return only->contains(rows[i]); });
    }

    /// Adds those that are new and may be followed. Most are not new, and which is can't be foreseen: nothing here
    /// depends on a branch.
    template <class MayFollow>
    void visitAll(std::span<const NodeId> ends, MayFollow mayFollow) {
        NodeId* const nodes = reach_.nodes_.get();
        std::uint64_t* const reached = reach_.reached_.data();
        std::size_t count = reach_.count_;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            std::uint64_t& word = reached[ends[i].value / 64];
            const std::uint64_t bit = std::uint64_t{mayFollow(i)} << (ends[i].value % 64);
            nodes[count] = ends[i];
            count += (bit & ~word) != 0 ? 1U : 0U;
            word |= bit;
        }
        reach_.count_ = count;
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
