#pragma once

#include "models/query/expression.h"
#include "models/table/table.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// A question about the names in a BRN column: which of them are the given one, or are reached from it, or reach it.
struct ReachTest {
    ReachOp op{};
    std::string name;
};

/// The codes of the names that the test is true of, the given one among them; none when no relation is about it. An
/// empty list also when stopped. O(nodes + relations walked over); the table's graph is made if nobody asked for it
/// yet.
std::vector<Code> askReach(const ReachTest& test, const Table& table, const std::stop_token& stop);

} // namespace idscope
