#pragma once

#include "models/query/celltest.h"
#include "models/query/expression.h"
#include "models/query/query.h"
#include "models/query/reachtest.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <variant>
#include <vector>

namespace idscope {

/// A question about the distinct values of a dictionary: asked of each by itself, or of all at once.
struct Question {
    ColumnId column;            ///< one of the columns that use the dictionary
    std::uint32_t distinct = 0; ///< codes below this are asked about
    std::variant<CellTest, ReachTest> test;
    TextSpan span;      ///< what an error is about
    bool eager = false; ///< to be asked about all values at once: what one of them says may concern all rows
};

/// An expression as it concerns rows: `not` has moved to the leaves, which answer by a column's codes.
struct Condition {
    enum class Kind : unsigned char { Leaf, And, Or };
    Kind kind = Kind::Leaf;
    std::vector<Condition> parts; ///< of And and Or; none: all rows for And, no row for Or
    ColumnId column;              ///< of a leaf, as the next two
    std::size_t question = 0;
    bool negated = false;
};

/// An expression bound to a table.
struct Predicate {
    std::vector<Question> questions;
    Condition condition;
};

/// Finds the columns and makes the questions. Errors: as bindOperand and cellTest; NotRelations.
std::expected<Predicate, QueryError> bindExpression(const Expression& expression, const Table& table, Instant now);

} // namespace idscope
