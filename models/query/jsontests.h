#pragma once

#include "models/json/path.h"
#include "models/query/celltest.h"
#include "models/query/expression.h"

#include <expected>
#include <span>

namespace idscope {

/// Questions about what a path leads to in a JSON cell: yes when one of the values there says yes. A cell is parsed
/// once per question. Masked secrets, objects and arrays never say yes; a cell that is no JSON has no values.

/// `question` about strings (decoded), numbers and true/false as written.
CellTest jsonTextTest(JsonPath path, CellTest question);
/// Equal to one of the literals, typed: quoted is a string; unquoted true, false and numbers are that; any other word
/// is a string.
CellTest jsonEqualityTest(JsonPath path, std::span<const Literal> literals);
/// `< <= > >=`: a number with JSON numbers, an instant with strings that are one. Errors: NotComparable.
std::expected<CellTest, QueryError> jsonOrderTest(JsonPath path, const Compare& compare, Instant now);
/// The path leads to nothing, or to nulls alone.
CellTest jsonMissingTest(JsonPath path);

/// A whole cell that is JSON's null.
bool isJsonNull(std::string_view cell);

} // namespace idscope
