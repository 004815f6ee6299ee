#pragma once

#include "models/schema/schema.h"

#include <string_view>

namespace idscope {

/// Whether a cell is not what its column's type says: no instant, number, JSON, BRN or hex colour. An empty cell never
/// is, nor are texts, IDs and URLs. The rule of `is invalid` and of the notices about values. O(bytes).
bool isInvalid(ColumnType type, std::string_view cell);

} // namespace idscope
