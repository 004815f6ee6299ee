#pragma once

#include "models/relations/relationgraph.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

inline constexpr std::size_t shortestKey = 8; ///< characters

/// How nodes are called where no entity names them: each by the beginning of its key, at least `least` characters and
/// as many as tell it from every other of them that is of its type ("pww8lnop…"; "…" only where something is left out).
/// Opaque names stay whole. In the order of `nodes`, which should be distinct. When stopped, names are missing.
/// O(bytes × log nodes).
std::vector<std::string> shortKeys(const RelationGraph& graph, std::span<const NodeId> nodes,
                                   std::size_t least = shortestKey, const std::stop_token& stop = {});

} // namespace idscope
