#pragma once

#include "models/query/makeexpression.h"

#include <cstddef>
#include <span>
#include <vector>

namespace idscope {

/// One of the conditions that a row must meet, as people handle them. One that is off selects nothing by itself and
/// stands in no expression; it is kept to be switched on again. Never an And.
struct FilterPart {
    ExpressionPtr expression;
    bool on = true;
    friend bool operator==(const FilterPart& a, const FilterPart& b) {
        return a.on == b.on && sameExpression(*a.expression, *b.expression);
    }
};

/// A filter as people handle it: what they see as chips. Values; every function here is pure and O(parts).
using FilterParts = std::vector<FilterPart>;

/// What an expression (null: every row) joins by `and`, all of it on.
FilterParts partsOf(const ExpressionPtr& expression);

/// What the parts that are on select: null when there are none. Parsing its canonical text and taking it apart again
/// gives these parts.
ExpressionPtr expressionOf(const FilterParts& parts);

/// `parts`, those that are on become those of `expression`. Those that are off keep their places as well as can
/// be; what is demanded now is no longer off.
FilterParts withExpression(const FilterParts& parts, const ExpressionPtr& expression);

/// `part` (null: nothing; an And: each of its own) in the place of the parts at `old`, which ascend; behind all others
/// when there are none. A part that is there and on already is not added again.
FilterParts replaced(const FilterParts& parts, std::span<const std::size_t> old, const ExpressionPtr& part);

/// Where the parts that `expression` joins by `and` stand, ascending; none when one of them is missing or off.
std::vector<std::size_t> placesOf(const ExpressionPtr& expression, const FilterParts& parts);

/// `parts` without the one at `index`.
FilterParts without(FilterParts parts, std::size_t index);
/// `parts`, the one at `index` switched on or off.
FilterParts toggled(FilterParts parts, std::size_t index);
/// `parts`, the one at `index` turned into its complement.
FilterParts invertedAt(const FilterParts& parts, std::size_t index);

/// What selects all other rows: `!=` of `=`, `is not empty` of `is empty`, the inner one of `not`, else `not`.
ExpressionPtr inverted(const ExpressionPtr& part);

} // namespace idscope
