#pragma once

#include "models/filter/filterparts.h"
#include "models/query/query.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// What people write under a column: `text` contains, `=x` equal, `=a, b` one of, `!x` does not contain, `!=x` not
/// equal, `>x` `>=x` `<x` `<=x`, `/re/`, `empty`, `!empty`. Values and texts may stand in quotes; blanks around them
/// count only there. Blank: null, every row. Errors: the language's, bound to the table; spans count in `text`.
std::expected<ExpressionPtr, QueryError> readShorthand(std::string_view text, const Operand& operand,
                                                       const Table& table);

/// The shorthand of a part: reading it gives the part again. Nothing when the part has another form or is about
/// another operand.
std::optional<std::string> shorthandOf(const Expression& part, const Operand& operand, const Table& table);

/// The first part that is on and has a shorthand for the operand.
struct FoundShorthand {
    std::string text; ///< empty: there is none
    std::optional<std::size_t> part;
};
FoundShorthand findShorthand(const FilterParts& parts, const Operand& operand, const Table& table);

/// `parts` with what the shorthand says in the place of the part that findShorthand() finds.
std::expected<FilterParts, QueryError> withShorthand(const FilterParts& parts, std::string_view text,
                                                     const Operand& operand, const Table& table);

} // namespace idscope
