#pragma once

#include "models/query/expression.h"
#include "models/query/tokencursor.h"

#include <expected>

namespace idscope {

/// Reads what follows an operand: one Compare, MatchRegex, OneOf or HasState. The cursor stands at the operator.
std::expected<decltype(Expression::node), QueryError> parseComparison(TokenCursor& cursor, OperandName operand);

} // namespace idscope
