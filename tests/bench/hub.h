#pragma once

#include "models/relations/relationgraph.h"

namespace idscope {

/// The node that most relations lead down from, the first by name of several.
inline NodeId hubOf(const RelationGraph& graph) {
    NodeId hub;
    for (std::uint32_t node = 0; node < graph.nodeLimit(); ++node) {
        const std::size_t most = graph.degree(hub, Direction::Down);
        const std::size_t degree = graph.degree(NodeId{node}, Direction::Down);
        if (degree > most || (degree == most && graph.name(NodeId{node}) < graph.name(hub))) hub = NodeId{node};
    }
    return hub;
}

} // namespace idscope
