#pragma once

#include "models/relations/cycles.h"
#include "models/relations/relationgraph.h"

#include <expected>
#include <stop_token>
#include <vector>

namespace idscope {

/// Nodes that no relation leads to, and those that none leads on from; by value. O(nodes).
std::vector<NodeId> roots(const RelationGraph& graph);
std::vector<NodeId> leaves(const RelationGraph& graph);

/// Nodes that nobody has: BRNs of any type but identity (groups, roles, resources…) that can be reached neither from an
/// identity nor from an opaque name, which may be an account. A group without members is one, and whatever only such
/// groups lead to. By value. O(nodes + relations). Error: Cancelled.
std::expected<std::vector<NodeId>, RelationError> orphans(const GraphPtr& graph, const std::stop_token& stop = {});

/// What is worth a look in relations, for a list of faults: each fault with its nodes and rows.
struct RelationQuality {
    std::vector<NodeId> orphans;
    std::vector<RowId> orphanRelations; ///< relations from an orphan, or to one; in the order of the file
    std::vector<Cycle> cycles;
};

/// O(nodes + relations), on a worker. Errors: NotRelations, Cancelled.
std::expected<RelationQuality, RelationError> relationQuality(const Table& table, const std::stop_token& stop = {});

} // namespace idscope
