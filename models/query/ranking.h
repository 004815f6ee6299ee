#pragma once

#include "models/query/query.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace idscope {

/// The place of every distinct value of a column in an order: equal values share a rank, ranks count from 0 without
/// gaps. Ranks below `values` belong to values; `values` to what can't be read as its column's type; one more to empty
/// cells and to what a path leads to nothing in.
struct Ranking {
    std::vector<std::uint32_t> byCode;
    std::uint32_t values = 0;
};

/// Ranks the codes that the table may use, and keeps the ranking with the table. Null when stopped. O(distinct log
/// distinct), O(1) when asked again.
std::shared_ptr<const Ranking> rank(const Operand& operand, const Table& table, const std::stop_token& stop);

} // namespace idscope
