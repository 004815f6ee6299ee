#pragma once

#include "models/relations/relationgraph.h"
#include "models/relations/rowset.h"

#include <expected>
#include <stop_token>
#include <vector>

namespace idscope {

/// Nodes each of which reaches all the others and itself: a strongly connected component of several nodes, or a node
/// with a relation to itself.
struct Cycle {
    std::vector<NodeId> nodes;    ///< by value
    std::vector<RowId> relations; ///< that begin and end in it, in the order of the file
};

/// Every cycle, in the order of their first nodes. `only`: relations that count; null: all do. O(nodes + relations), no
/// recursion (Tarjan's algorithm on a stack of its own). Error: Cancelled.
std::expected<std::vector<Cycle>, RelationError> cycles(const RelationGraph& graph, const RowSet* only = nullptr,
                                                        const std::stop_token& stop = {});

} // namespace idscope
