#pragma once

#include "models/query/query.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>

namespace idscope {

/// `rows` (nothing: all of the table) by the place (< `places`) that `placeOf` gives the code each has in a column;
/// those of one place stay as they were. O(rows + places), eight to twelve bytes a row; many rows are shared by two
/// threads. Looks at `stop` now and then; when stopped, the result is of no use.
RowList sortedByPlace(const Table& table, std::optional<std::span<const RowId>> rows, ColumnId column,
                      std::span<const std::uint32_t> placeOf, std::uint32_t places, const std::stop_token& stop);

} // namespace idscope
