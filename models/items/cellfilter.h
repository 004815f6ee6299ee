#pragma once

#include "models/query/expression.h"
#include "models/table/table.h"

#include <cstdint>
#include <expected>
#include <span>

namespace idscope {

/// Why no filter can be made of cells.
enum class CellFilterProblem : std::uint8_t {
    HoldsSecret,  ///< a cell with a secret equals nothing
    NotText,      ///< bad UTF-8, which no expression can hold
    TooMany,      ///< more than maximumFilterValues different ones
    TooLong,      ///< longer than an expression may be
    StillLoading, ///< cells that are only listed so far
};

inline constexpr std::size_t maximumFilterValues = 500;

/// An expression that selects the rows whose cell in `column` holds one of the distinct `values`, byte for byte; in
/// instant columns every spelling of the same instant, and for empty cells of JSON columns `null` too, as the language
/// has it. Characters that can't be seen or typed stand as escapes in a regular expression. O(bytes).
std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, ColumnId column,
                                                           std::span<const Code> values);

/// How a new condition goes with the filter there is.
enum class FilterUse : std::uint8_t { Replace, And, AndNot, Or };

/// `current` (null: every row) and `part` as one expression. A part that `current` demands already changes nothing.
ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use);

} // namespace idscope
