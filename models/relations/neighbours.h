#pragma once

#include "models/relations/relationgraph.h"
#include "models/relations/rowset.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace idscope {

/// A node on the other end of one or more relations of a node.
struct Neighbour {
    NodeId node;
    std::uint32_t relations = 0; ///< parallel ones, at least 1
    RowId first;                 ///< of them, the one that comes first in the file
};

/// The neighbours of one type; empty for opaque names.
struct NeighbourGroup {
    std::string_view type; ///< lives as long as the graph
    std::vector<Neighbour> neighbours;
};

/// The distinct neighbours of a node on one side, in the order of their first relations. `only` as in ReachQuestion.
/// O(relations of the node).
std::vector<Neighbour> neighbours(const RelationGraph& graph, NodeId node, Direction direction,
                                  const RowSet* only = nullptr);

/// The same by type: identity, connection, resource, then other types by name, opaque names last.
std::vector<NeighbourGroup> neighbourGroups(const RelationGraph& graph, NodeId node, Direction direction,
                                            const RowSet* only = nullptr);

/// The rows of all relations from `parent` to `child`, in the order of the file. O(relations of that of the two that
/// has fewer).
std::vector<RowId> relationsBetween(const RelationGraph& graph, NodeId parent, NodeId child);

/// Whether type `a` comes before type `b` where types are listed: along the way that access takes.
bool typeComesBefore(std::string_view a, std::string_view b);

} // namespace idscope
