#pragma once

#include "models/table/indexkey.h"
#include "models/table/table.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace idscope {

/// Gives the index of a complete table of one file, piece by piece, to a sink that may refuse. False when it refused,
/// or when stopped. O(rows × columns + bytes of distinct values).
bool writeIndex(const Table& table, const IndexKey& key, const std::function<bool(std::string_view)>& sink,
                const std::stop_token& stop);

} // namespace idscope
