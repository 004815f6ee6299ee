#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace idscope {

/// A place in a drawing, in px at 100 %, y downwards.
struct LayoutPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const LayoutPoint&, const LayoutPoint&) = default;
};

/// What there is to lay out: boxes in columns, which columns are given, and arrows between them. Sizes only, no data.
struct LayoutNode {
    std::uint32_t column = 0;
    double width = 0;
    std::optional<double> y{}; ///< where its middle was before: it stays there or moves as little as it can
};
struct LayoutEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double labelWidth = 0; ///< of the words that stand on it; 0: none
};
struct LayoutColumn {
    double x = 0;
    double width = 0;
};
struct LayoutQuestion {
    std::vector<LayoutNode> nodes; ///< those of a column in the order they have when nothing else orders them
    std::vector<LayoutEdge> edges;
    std::vector<double> heads = {}; ///< by column: what the words over it need until the next column; may be fewer
    /// As they were before: none becomes narrower, others come before and behind them.
    std::vector<std::optional<LayoutColumn>> columns = {};
};

/// An edge is drawn as a line that begins at the first point and goes on in cubic curves of three points each; a
/// straight piece is one whose control points lie on it. The last piece is straight and ends at the tip of the arrow.
struct LayoutRoute {
    std::vector<LayoutPoint> points;
    LayoutPoint label;    ///< middle of its words
    bool crowded = false; ///< its words have no place of their own: they would lie on those of another head
};
struct Layout {
    static constexpr double nodeHeight = 40;
    static constexpr double pitch = 56; ///< from node to node within a column
    static constexpr double headGap = 16;
    static constexpr double rootGap = 6;
    static constexpr double wordsHeight = 14; ///< of the words on an edge
    static constexpr double arrow = 8;        ///< length of an arrow head

    std::vector<LayoutPoint> nodes; ///< the middles of the left edges
    std::vector<LayoutRoute> edges;
    std::vector<LayoutColumn> columns;
};

/// Lays out in columns from left to right: nodes near to what they are connected with, few crossings, edges that bend
/// close to their source and run straight into their target; long ones in lanes that are free, edges backwards below
/// what they pass. What was there before stays where it was: new nodes push the fewer of a column's aside, so that more
/// than half of them don't move at all, and none changes its order; columns that need more room push those beside them
/// apart, as little as may be for most nodes. Deterministic. O(passes × (nodes + edges)) and
/// O(edges × nodes of the columns they cross) for lanes: some ms at 300 nodes.
Layout layOut(const LayoutQuestion& question);

} // namespace idscope
