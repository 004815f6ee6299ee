#pragma once

#include "models/filter/valuechoice.h"
#include "models/json/json.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>

namespace idscope {

/// An expression that selects the rows whose cell of `operand` holds one of the distinct `values` (of its column), as
/// choiceExpression() has it. Under a JSON path: the first value that it leads to. O(bytes).
std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, const Operand& operand,
                                                           std::span<const Code> values);

/// What a value within JSON is to a filter: of an object or array, nothing. `text`: strings decoded, others as written.
std::expected<ChosenValue, CellFilterProblem> chosenValue(JsonKind kind, std::string text);

/// How a new condition goes with the filter there is.
enum class FilterUse : std::uint8_t { Replace, And, AndNot, Or };

/// `current` (null: every row) and `part` as one expression. A part that `current` demands already changes nothing.
ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use);

} // namespace idscope
