#include "models/query/reachtest.h"

#include "models/relations/reach.h"

namespace idscope {

std::vector<Code> askReach(const ReachTest& test, const Table& table, const std::stop_token& stop) {
    const auto graph = relationGraph(table, stop);
    if (!graph) return {};
    const auto start = (*graph)->find(test.name);
    if (!start) return {};
    const auto reached = reach(
        *graph, {.starts = {*start}, .direction = test.op == ReachOp::Reaches ? Direction::Up : Direction::Down}, stop);
    std::vector<Code> codes;
    if (!reached) return codes;
    for (const NodeId node : reached->nodes())
        codes.push_back(Code{node.value});
    return codes;
}

} // namespace idscope
