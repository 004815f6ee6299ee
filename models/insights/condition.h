#pragma once

#include "models/base/span.h"
#include "models/json/json.h"
#include "models/query/expression.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// A value of an insight's condition: strings decoded, all else as written; dots where it is a secret.
struct InsightValue {
    JsonKind kind{};
    std::string text;
    bool secret = false;
};

/// Why a condition can't be said in the filter language.
enum class ConditionProblem : std::uint8_t {
    NoSuchField,     ///< relations have no such column, and no metadata holds it
    UnknownOperator, ///< not one of those documented
    OddCondition,    ///< the JSON is no condition: a bare value where one should stand
    OddValue,        ///< not a value that the operator takes
    EmptyList,       ///< one of nothing, any of nothing
    NotComparable,   ///< `<` and its kin with what is no number and no instant
    HoldsSecret,     ///< filters never match what is masked
    TooLong,         ///< longer or deeper than an expression may be
};

/// One condition of an `entity_filter`, with those below it. Source: contract, "Also in the hub" (the JSON filter
/// language of `filters`).
struct InsightCondition {
    enum class Kind : std::uint8_t {
        All,  ///< `_and`, and the members of an object; none: everything
        Any,  ///< `_or`
        Not,  ///< of its one part
        Test, ///< `field` `op` `values`
        Odd,  ///< what is no condition; `values` holds it as written
    };
    Kind kind{};
    std::vector<InsightCondition> parts;
    std::string field;                ///< the keys that lead to it, joined by dots
    std::string op;                   ///< as written; `_eq` or `_in` where it is left out
    std::vector<InsightValue> values; ///< one, or those of a list
    bool isList = false;
    TextSpan span; ///< bytes of the cell

    // What translated() found out:
    ExpressionPtr expression; ///< null where it is not carried over, and where it selects everything
    bool carried = false;     ///< whether the expression says it, or at least some of its parts
    std::optional<ConditionProblem> problem;
};

/// Reads an `entity_filter`. Members beside each other are all demanded; a bare value is `_eq`, an array `_in`; an
/// object of other keys leads further into a field. Nothing is dropped: what is no condition, or is about a field whose
/// name is longer than 1,024 bytes, becomes Kind::Odd. Errors: where the JSON breaks. O(bytes).
std::expected<InsightCondition, JsonError> readConditions(std::string_view entityFilter);

} // namespace idscope
