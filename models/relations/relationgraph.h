#pragma once

#include "models/base/ids.h"
#include "models/base/largepages.h"
#include "models/relations/relationerror.h"
#include "models/table/table.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace idscope {

/// Which way relations are followed: from a parent to what it has access to, or from that to who has access.
enum class Direction : std::uint8_t { Down, Up };

constexpr Direction opposite(Direction direction) {
    return direction == Direction::Down ? Direction::Up : Direction::Down;
}

/// The relations of a table as a graph. Nodes are the names in its two BRN columns, BRNs and opaque names alike; every
/// row whose two cells are not empty is one edge from parent to child, so that several may be parallel and one may lead
/// from a node to itself. Immutable, needs its table no more; any thread. 16 bytes per relation and 12 per node.
class RelationGraph {
public:
    /// O(rows), on this thread and one more. Errors: NotRelations, Cancelled.
    static std::expected<std::shared_ptr<const RelationGraph>, RelationError> build(const Table& table,
                                                                                    const std::stop_token& stop = {});

    /// Every node's value is below this; some values are no nodes.
    [[nodiscard]] std::uint32_t nodeLimit() const { return static_cast<std::uint32_t>(types_.size()); }
    [[nodiscard]] std::uint32_t nodeCount() const { return nodeCount_; }
    [[nodiscard]] bool isNode(NodeId node) const { return node.value < nodeLimit() && types_[node.value] != noNode; }
    [[nodiscard]] std::size_t relationCount() const { return down_.ends.size(); }
    /// Rows of the table it was built from.
    [[nodiscard]] std::uint32_t rowCount() const { return rowCount_; }

    /// The BRN or opaque name, as in the file.
    [[nodiscard]] std::string_view name(NodeId node) const { return names_->at(Code{node.value}); }
    /// The BRN's type, empty for an opaque name. O(1).
    [[nodiscard]] std::string_view type(NodeId node) const { return typeNames_[types_[node.value]]; }
    /// The node of this name. O(nodes), a few ms per million.
    [[nodiscard]] std::optional<NodeId> find(std::string_view name) const;

    /// The other ends of a node's relations, in the order of the file, and their rows; the two run side by side.
    [[nodiscard]] std::span<const NodeId> ends(NodeId node, Direction direction) const {
        return of(side(direction).ends, node, direction);
    }
    [[nodiscard]] std::span<const RowId> rows(NodeId node, Direction direction) const {
        return of(side(direction).rows, node, direction);
    }
    /// Hints that a node's relations will be looked at soon: where they stand, and then, when that is known, their
    /// ends.
    void fetchPlace(NodeId node, Direction direction) const {
        __builtin_prefetch(side(direction).begins.data() + node.value);
    }
    void fetchEnds(NodeId node, Direction direction) const {
        const auto there = ends(node, direction);
        __builtin_prefetch(there.data());
        __builtin_prefetch(there.data() + there.size() / 2);
    }
    /// How many relations lead down or up from the node; parallel ones all count.
    [[nodiscard]] std::size_t degree(NodeId node, Direction direction) const { return ends(node, direction).size(); }

    /// Bytes of memory held, without the names.
    [[nodiscard]] std::size_t bytes() const;

private:
    friend class GraphBuilder;
    /// The relations of all nodes, node after node; those of node n stand in [begins[n], begins[n + 1]).
    struct Side {
        LargeVector<std::uint32_t> begins;
        LargeVector<NodeId> ends;
        LargeVector<RowId> rows;
    };
    static constexpr std::uint32_t noNode = 0xFFFFFFFF;

    RelationGraph() = default;
    [[nodiscard]] const Side& side(Direction direction) const { return direction == Direction::Down ? down_ : up_; }
    template <class Item>
    [[nodiscard]] std::span<const Item> of(const LargeVector<Item>& items, NodeId node, Direction direction) const {
        const std::uint32_t* begin = side(direction).begins.data() + node.value;
        return {items.data() + begin[0], items.data() + begin[1]};
    }

    std::shared_ptr<const Dictionary> names_;
    std::vector<std::uint32_t> types_; ///< by node: which of typeNames_
    std::vector<std::string_view> typeNames_;
    std::uint32_t nodeCount_ = 0;
    std::uint32_t rowCount_ = 0;
    Side down_;
    Side up_;
};

using GraphPtr = std::shared_ptr<const RelationGraph>;

/// The graph of a table, built when first asked for and kept with the table; who asks meanwhile waits for it. Errors:
/// NotRelations, Cancelled. Not for the GUI's thread, unless `isRelations` is all that is asked.
std::expected<GraphPtr, RelationError> relationGraph(const Table& table, const std::stop_token& stop = {});

/// The two BRN columns of a table whose rows are relations.
struct RelationColumns {
    ColumnId parent;
    ColumnId child;
};
/// Nothing when the rows of the table are no relations. O(columns).
std::optional<RelationColumns> relationColumns(const Table& table);

} // namespace idscope
