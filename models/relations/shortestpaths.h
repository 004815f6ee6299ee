#pragma once

#include "models/relations/relationgraph.h"
#include "models/relations/rowset.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <stop_token>
#include <vector>

namespace idscope {

/// A node on a path, and the relation that led to it: of parallel ones the first in the file; none at the start.
struct PathStep {
    NodeId node;
    std::optional<RowId> relation;
};

/// All paths of the fewest relations from one set of nodes down to another.
struct ShortestPaths {
    std::vector<std::vector<PathStep>> paths; ///< as many as asked for, the first by the order of their relations
    std::uint64_t total = 0;                  ///< how many there are; counting ends at 2^64 - 1
    [[nodiscard]] bool isCut() const { return paths.size() < total; }
};

/// From where to where, over which relations. Nodes of the graph; repeated ones count once.
struct PathQuestion {
    std::vector<NodeId> from;
    std::vector<NodeId> to;
    std::size_t limit = 100;  ///< paths given back
    RowSetPtr only = nullptr; ///< relations that may be followed; null: all
};

/// Paths that visit the same nodes are one, whatever parallel relations they could take. With several starts or ends
/// those paths that are shortest of all; a node in both sets is a path of one node. None when nothing leads there.
/// O(relations walked over + nodes + length × paths given back), no recursion. Error: Cancelled.
std::expected<ShortestPaths, RelationError> shortestPaths(const GraphPtr& graph, const PathQuestion& question,
                                                          const std::stop_token& stop = {});

} // namespace idscope
