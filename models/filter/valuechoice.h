#pragma once

#include "models/filter/filterparts.h"
#include "models/query/query.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// One value of an operand, as filters tell values apart. Within JSON the text "3", the number 3 and the constant true
/// are different things; the cell of a column and the part of a BRN are always Text.
struct ChosenValue {
    enum class Kind : std::uint8_t {
        Text,     ///< bytes of the cell, or a string within JSON, decoded
        Number,   ///< within JSON, as written
        Constant, ///< `true` or `false` within JSON
        Empty,    ///< empty or missing or null; for a path that includes cells that are no JSON
        Invalid,  ///< the cell of the operand's column is not what the column's type says: not JSON
    };
    Kind kind = Kind::Text;
    std::string text; ///< empty for Empty and Invalid
    friend bool operator==(const ChosenValue&, const ChosenValue&) = default;
};

/// What a facet or a checklist says about the values of one operand: rows with one of these values, or with none of
/// them. No values: nothing is said, every row.
struct ValueChoice {
    bool excluded = false;
    std::vector<ChosenValue> values; ///< each once
    friend bool operator==(const ValueChoice&, const ValueChoice&) = default;
};

/// Why no filter can be made of values.
enum class CellFilterProblem : std::uint8_t {
    HoldsSecret,  ///< a cell with a secret equals nothing
    NotScalar,    ///< an object or array under a path equals nothing
    NotText,      ///< bad UTF-8, which no expression can hold
    TooMany,      ///< more than maximumFilterValues different ones
    TooLong,      ///< longer than an expression may be
    StillLoading, ///< cells that are only listed so far
};

inline constexpr std::size_t maximumFilterValues = 500;

/// Whether two values of the operand are the same to a filter: instants by instant, numbers in JSON by number, all else
/// byte for byte. O(bytes).
bool isSameValue(const ChosenValue& a, const ChosenValue& b, const Operand& operand, const Table& table);
/// Whether the value is one of the choice's. O(values).
bool isChosen(const ValueChoice& choice, const ChosenValue& value, const Operand& operand, const Table& table);
/// The choice with the value taken in, or out when it was in. Under a path, cells that are no JSON are among the empty
/// ones: of Empty and Invalid, only the one that was taken in last is chosen.
ValueChoice toggled(ValueChoice choice, const ChosenValue& value, const Operand& operand, const Table& table);

/// The expression of a choice: `= a`, `in (a, b)`, `is empty`, `is invalid`, a regular expression with escapes for text
/// that can't be seen or typed, joined by `or`; their complement when excluded. Null when nothing is chosen. Instants
/// select every spelling of the same instant, Empty in a JSON column `null` too, as the language has it. O(bytes).
std::expected<ExpressionPtr, CellFilterProblem> choiceExpression(const ValueChoice& choice, const Operand& operand,
                                                                 const Table& table);
/// The choice that a part is, when it has that form and is about this operand alone.
std::optional<ValueChoice> choiceOf(const Expression& part, const Operand& operand, const Table& table);

/// What the parts of a filter that are on choose of one operand, and which parts say it: the first that includes
/// values, or all those that exclude some, which are one choice together.
struct FoundChoice {
    ValueChoice choice;
    std::vector<std::size_t> parts; ///< ascending indexes, for replaced()
};
FoundChoice findChoice(const FilterParts& parts, const Operand& operand, const Table& table);

/// `parts` with another choice of the operand in place of the one there is.
std::expected<FilterParts, CellFilterProblem> withChoice(const FilterParts& parts, const ValueChoice& choice,
                                                         const Operand& operand, const Table& table);
/// What the parts select without their choice of the operand: what its values are counted within.
ExpressionPtr expressionWithoutChoice(const FilterParts& parts, const Operand& operand, const Table& table);

} // namespace idscope
