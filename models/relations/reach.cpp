#include "models/relations/reach.h"

#include <utility>

namespace idscope {

class ReachWalk {
public:
    ReachWalk(GraphPtr graph, ReachQuestion question) {
        reach_.distances_.resize(graph->nodeLimit());
        reach_.graph_ = std::move(graph);
        reach_.question_ = std::move(question);
    }

    std::expected<Reach, RelationError> run(const std::stop_token& stop) {
        for (const NodeId start : reach_.question_.starts)
            visit(start, 1);
        const RowSet* only = reach_.question_.only.get();
        for (std::size_t begin = 0; begin < reach_.nodes_.size();) {
            reach_.begins_.push_back(static_cast<std::uint32_t>(begin));
            const std::size_t end = reach_.nodes_.size();
            for (std::size_t i = begin; i < end; ++i) {
                if (i % nodesPerLook == 0 && stop.stop_requested())
                    return std::unexpected(RelationError{RelationErrorKind::Cancelled});
                if (only == nullptr)
                    expand(reach_.nodes_[i]);
                else
                    expand(reach_.nodes_[i], *only);
            }
            begin = end;
        }
        return std::move(reach_);
    }

private:
    static constexpr std::size_t nodesPerLook = 1024; ///< between two looks at whether to stop

    void visit(NodeId node, std::uint32_t distance) {
        if (reach_.distances_[node.value] != 0) return;
        reach_.distances_[node.value] = distance;
        reach_.nodes_.push_back(node);
    }
    [[nodiscard]] std::uint32_t nextDistance() const { return static_cast<std::uint32_t>(reach_.begins_.size()) + 1; }

    void expand(NodeId node) {
        const std::uint32_t distance = nextDistance();
        for (const NodeId end : reach_.graph_->ends(node, reach_.question_.direction))
            visit(end, distance);
    }
    void expand(NodeId node, const RowSet& only) {
        const std::uint32_t distance = nextDistance();
        const auto ends = reach_.graph_->ends(node, reach_.question_.direction);
        const auto rows = reach_.graph_->rows(node, reach_.question_.direction);
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (only.contains(rows[i])) visit(ends[i], distance);
    }

    Reach reach_;
};

std::span<const NodeId> Reach::at(std::uint32_t distance) const {
    if (distance >= begins_.size()) return {};
    const std::size_t end = distance + 1 < begins_.size() ? begins_[distance + 1] : nodes_.size();
    return nodes().subspan(begins_[distance], end - begins_[distance]);
}

std::optional<Reach::Via> Reach::via(NodeId node) const {
    if (distances_[node.value] == 1) return std::nullopt;
    const auto ends = graph_->ends(node, opposite(question_.direction));
    const auto rows = graph_->rows(node, opposite(question_.direction));
    for (std::size_t i = 0; i < ends.size(); ++i)
        if (distances_[ends[i].value] + 1 == distances_[node.value] && contains(ends[i]) &&
            (question_.only == nullptr || question_.only->contains(rows[i])))
            return Via{ends[i], rows[i]};
    return std::nullopt;
}

std::expected<Reach, RelationError> reach(GraphPtr graph, ReachQuestion question, const std::stop_token& stop) {
    return ReachWalk(std::move(graph), std::move(question)).run(stop);
}

} // namespace idscope
