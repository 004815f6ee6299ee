#pragma once

#include "models/query/expression.h"
#include "models/query/lexer.h"

#include <cstddef>
#include <expected>
#include <span>

namespace idscope {

/// How many tokens from the first one on could together name an operand: a word or a backticked name, and whatever
/// touches it as the language allows (`metadata."odd name"[0].x`). 0 when the first can't begin one.
std::size_t operandLength(std::span<const Token> tokens);

/// Reads the tokens that operandLength() counted. Errors: BadPath, UnexpectedToken.
std::expected<OperandName, QueryError> readOperand(std::span<const Token> tokens);

} // namespace idscope
