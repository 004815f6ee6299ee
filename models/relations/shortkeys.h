#pragma once

#include "models/relations/relationgraph.h"

#include <span>
#include <string>
#include <vector>

namespace idscope {

/// How nodes are called where no entity names them: each by the beginning of its key, at least `least` characters and
/// as many as tell it from every other of them that is of its type ("pww8lnop…"; "…" only where something is left out).
/// Opaque names stay whole. In the order of `nodes`, which should be distinct. O(bytes × log nodes).
std::vector<std::string> shortKeys(const RelationGraph& graph, std::span<const NodeId> nodes, std::size_t least = 8);

} // namespace idscope
