#pragma once

#include "models/insights/condition.h"
#include "models/table/table.h"

#include <cstdint>
#include <stop_token>

namespace idscope {

/// The rows that a translation selects, beside those that the insight itself is about.
enum class Coverage : std::uint8_t {
    Same,    ///< every condition is carried over
    More,    ///< conditions that narrow are left out
    Fewer,   ///< alternatives are left out
    Other,   ///< both
    Nothing, ///< no condition is carried over: there is no filter
};

/// An insight as a filter on a table of relations.
struct InsightTranslation {
    InsightCondition conditions; ///< with what became of each
    ExpressionPtr expression;    ///< null: every row (Coverage::Same), or none to be had (Coverage::Nothing)
    Coverage coverage = Coverage::Nothing;
    std::uint32_t tests = 0;   ///< conditions that ask something
    std::uint32_t carried = 0; ///< of these
};

/// Says conditions in the filter language. A field is a column of the table by its folded name (`entityType` is
/// Entity Type), a path into a JSON column or a part of a BRN by what follows the dot, and else a field of the metadata
/// when any row's metadata holds it. Conditions that can't be said are left out, each with its problem. O(conditions ×
/// distinct metadata) at worst; any thread. When stopped, what has not been looked for counts as missing.
InsightTranslation translated(InsightCondition conditions, const Table& relations, const std::stop_token& stop = {});

} // namespace idscope
