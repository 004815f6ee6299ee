#pragma once

#include "models/relations/reach.h"

#include <expected>
#include <stop_token>
#include <vector>

namespace idscope {

/// What several nodes have in common.
struct SharedAccess {
    std::vector<Reach> reaches; ///< by start: what each reaches, for distances and ways
    std::vector<NodeId> nodes;  ///< reached from every start, none of them a start
};

/// What all `starts` (at least one; each counts once) reach down, or who reaches all of them up. Nodes come by the
/// greatest of their distances, then by value. O(starts × (nodes + relations walked over)). Error: Cancelled.
std::expected<SharedAccess, RelationError> sharedAccess(const GraphPtr& graph, const ReachQuestion& question,
                                                        const std::stop_token& stop = {});

} // namespace idscope
