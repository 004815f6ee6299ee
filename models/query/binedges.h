#pragma once

#include "models/query/decimal.h"
#include "models/query/instant.h"

#include <cstddef>
#include <string>
#include <vector>

namespace idscope {

/// Where one bin ends and the next begins: as a literal of the filter language, and as a number to draw by, which
/// tells neighbouring edges apart.
struct BinEdge {
    std::string literal;
    long double place = 0;
};

/// Edges of at most `most` bins that hold everything from `smallest` to `largest`: of equal length, 1, 2 or 5 × 10^n,
/// beginning at a multiple of it; `whole`: no shorter than 1. Empty when the numbers are too large or too far apart for
/// that.
std::vector<BinEdge> numberEdges(const Decimal& smallest, const Decimal& largest, bool whole, std::size_t most);

/// The same of instants: bins of some seconds, minutes, hours, days, weeks from Monday, months or years, in UTC. Dates
/// where all edges are the beginning of a day. The outermost may lie outside the years that the language has.
std::vector<BinEdge> instantEdges(Instant smallest, Instant largest, std::size_t most);

} // namespace idscope
