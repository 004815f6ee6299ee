#pragma once

#include "models/table/table.h"

#include <stop_token>
#include <vector>

namespace idscope {

/// The rows that are the same as an earlier one in every cell of the file, in its order. Empty when stopped.
/// O(rows × columns + rows log rows).
std::vector<RowId> repeatedRows(const Table& table, const std::stop_token& stop);

} // namespace idscope
