#pragma once

#include "models/table/table.h"
#include "models/table/valuepool.h"

#include <optional>
#include <string_view>

namespace idscope {

/// Broken JSON is looked for in cells up to this size. Longer ones are odd when a notice says so.
inline constexpr std::size_t longestReadJson = std::size_t{64} * 1024;

/// What is odd about a cell wherever its value stands in the column, by the rules of the notices. O(bytes of the cell)
/// up to longestReadJson, any thread.
std::optional<Oddity> valueOddity(const Table& table, RowId row, ColumnId column);

/// The type of the BRN that the cell should repeat, when it contradicts it; else empty. O(1), any thread.
std::string_view contradictedType(const Table& table, RowId row, ColumnId column);

} // namespace idscope
