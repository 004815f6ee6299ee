#pragma once

#include "models/query/expression.h"
#include "models/query/tokencursor.h"

#include <expected>

namespace idscope {

/// Reads what follows an operand, from its operator on: one Compare, MatchRegex, OneOf or HasState. The cursor stands
/// at the operator, the operand begins at byte `begin`.
std::expected<decltype(Expression::node), QueryError> parseComparison(TokenCursor& cursor, OperandName operand);

} // namespace idscope
