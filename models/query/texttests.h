#pragma once

#include "models/query/celltest.h"
#include "models/query/decimal.h"
#include "models/query/expression.h"
#include "models/query/instant.h"

#include <expected>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace idscope {

inline Answer answer(bool yes) {
    return yes ? Answer::Yes : Answer::No;
}

/// Questions about any text, wherever it comes from: a cell, a part of a BRN, a value in JSON.

/// Contains, StartsWith, EndsWith.
CellTest searchTest(CompareOp op, std::string_view needle);
/// Errors: BadRegex, its span from where PCRE2 noticed to the end of the expression.
std::expected<CellTest, QueryError> regexTest(const Regex& regex);
/// One of the literals, byte by byte.
CellTest equalityTest(std::span<const Literal> literals);
/// One of the literals: by instant where both are one, else byte by byte.
CellTest instantEqualityTest(std::span<const Literal> literals, Instant now);

/// What `< <= > >=` compare with: an instant, or back from `now`.
std::optional<Instant> instantOf(const Literal& literal, Instant now);
/// The literal is not what is compared here.
QueryError notComparable(const Literal& literal, std::initializer_list<std::string_view> expected);
/// Texts that are no number answer no.
CellTest numberOrderTest(CompareOp op, Decimal limit);
/// Texts that are no instant answer no.
CellTest instantOrderTest(CompareOp op, Instant limit);

} // namespace idscope
