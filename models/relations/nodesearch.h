#pragma once

#include "models/relations/entitynames.h"
#include "models/relations/relationgraph.h"

#include <cstddef>
#include <expected>
#include <stop_token>
#include <string_view>
#include <vector>

namespace idscope {

/// Nodes that a search found.
struct FoundNodes {
    std::vector<NodeId> best; ///< as many as asked for, the best first
    std::size_t total = 0;    ///< how many there are
};

/// Nodes whose entity's name, key or opaque name contains the text, ignoring case, or whose whole BRN begins with it;
/// of all nodes, not a sample. Best are those that are called exactly so, then those that begin so (a name before a
/// key), then those with a word that does, then the rest; of equals those with more relations, then by value. Blank
/// text finds nothing. `names` may be null. O(bytes of all names), on a worker; about 20 ms for 100,000 nodes. Error:
/// Cancelled.
std::expected<FoundNodes, RelationError> searchNodes(const RelationGraph& graph, const EntityNames* names,
                                                     std::string_view text, std::size_t limit,
                                                     const std::stop_token& stop = {});

} // namespace idscope
