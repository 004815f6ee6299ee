#pragma once

#include "models/relations/relationgraph.h"
#include "models/relations/rowset.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace idscope {

/// From where and which way to walk, over which relations. `starts` are nodes of the graph; repeated ones count once.
struct ReachQuestion {
    std::vector<NodeId> starts;
    Direction direction = Direction::Down;
    RowSetPtr only = nullptr; ///< relations that may be followed; null: all
};

/// Everything that can be reached from some nodes, with the fewest relations to it. Immutable; any thread.
class Reach {
public:
    /// All nodes reached, by distance; the starts, at distance 0, come first, even when they lie on a cycle. The order
    /// within a distance depends on the table alone.
    [[nodiscard]] std::span<const NodeId> nodes() const { return {nodes_.get(), count_}; }
    [[nodiscard]] bool contains(NodeId node) const { return reached_[node.value] != 0; }
    /// The fewest relations from a start to the node, which must be reached.
    [[nodiscard]] std::uint32_t distance(NodeId node) const { return distances_[node.value]; }
    /// The nodes at a distance; none beyond the farthest.
    [[nodiscard]] std::span<const NodeId> at(std::uint32_t distance) const;
    [[nodiscard]] std::uint32_t farthest() const { return static_cast<std::uint32_t>(begins_.size()) - 1; }

    /// How a node is reached: the last step of a shortest walk to it.
    struct Via {
        NodeId neighbour;
        RowId row; ///< of those that end such a walk, the relation that comes first in the file
    };
    /// Nothing for a start. The node must be reached. O(relations of the node on that side).
    [[nodiscard]] std::optional<Via> via(NodeId node) const;

    [[nodiscard]] const RelationGraph& graph() const { return *graph_; }
    [[nodiscard]] const ReachQuestion& question() const { return question_; }

private:
    friend class ReachWalk;
    Reach() = default;

    GraphPtr graph_;
    ReachQuestion question_;
    // Of the graph's size, so that none grows in the walk; only what is reached is ever written.
    std::unique_ptr<NodeId[]> nodes_;
    std::size_t count_ = 0;
    std::vector<std::uint32_t> begins_;          ///< by distance: where its nodes begin in nodes_
    std::unique_ptr<std::uint8_t[]> reached_;    ///< by node: 0 or 1; a byte is written without reading its neighbours
    std::unique_ptr<std::uint32_t[]> distances_; ///< by node
};

/// Walks in breadth. O(relations walked over + nodes), no recursion. Error: Cancelled.
std::expected<Reach, RelationError> reach(GraphPtr graph, ReachQuestion question, const std::stop_token& stop = {});

} // namespace idscope
