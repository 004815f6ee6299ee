#pragma once

#include "models/items/graphnames.h"
#include "models/relations/answernodes.h"

#include <stop_token>

namespace idscope {

/// `nodes` of an answer as a table: Name, BRN, Type, Distance, Via, Privilege, App; a row per node. Null when stopped.
/// O(nodes found), on a worker.
TablePtr graphTable(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes, GraphNames& names,
                    const std::stop_token& stop = {});

} // namespace idscope
