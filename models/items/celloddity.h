#pragma once

#include "models/table/table.h"

#include <optional>

namespace idscope {

/// What is odd about one cell, by the rules of the notices: broken JSON (with the byte where it breaks), a value that
/// is not what its column's type says, an opaque name where a BRN should be, an Entity Type that is not its child's, a
/// missing ID. O(bytes of the cell), any thread.
std::optional<Notice> cellOddity(const Table& table, RowId row, ColumnId column);

} // namespace idscope
