#pragma once

#include "models/filter/valuechoice.h"

#include <cstdint>
#include <expected>
#include <span>

namespace idscope {

/// An expression that selects the rows whose cell in `column` holds one of the distinct `values`, as
/// choiceExpression() has it. O(bytes).
std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, ColumnId column,
                                                           std::span<const Code> values);

/// How a new condition goes with the filter there is.
enum class FilterUse : std::uint8_t { Replace, And, AndNot, Or };

/// `current` (null: every row) and `part` as one expression. A part that `current` demands already changes nothing.
ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use);

} // namespace idscope
