#pragma once

#include "models/query/expression.h"
#include "models/query/instant.h"
#include "models/query/query.h"

#include <expected>
#include <functional>
#include <string_view>

namespace idscope {

enum class Answer : unsigned char { No, Yes, TooManySteps };

/// A question about the text of a cell. Pure in what it answers, but it may keep buffers: one thread at a time.
using CellTest = std::function<Answer(std::string_view cell)>;

/// The question that a leaf of an expression asks about the cells of its operand's column. Errors: NotComparable,
/// BadRegex, NoStateOfPath.
std::expected<CellTest, QueryError> cellTest(const Compare& compare, const Operand& operand, ColumnType type,
                                             Instant now);
std::expected<CellTest, QueryError> cellTest(const OneOf& oneOf, const Operand& operand, ColumnType type, Instant now);
std::expected<CellTest, QueryError> cellTest(const MatchRegex& match, const Operand& operand, ColumnType type);
std::expected<CellTest, QueryError> cellTest(const HasState& has, const Operand& operand, ColumnType type);

/// A question about text (see texttests.h) put to the cells of a column of the type.
CellTest cellTest(CellTest textQuestion, ColumnType type);

} // namespace idscope
