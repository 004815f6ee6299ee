#pragma once

#include "models/filter/filterparts.h"
#include "models/query/query.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace idscope {

/// The numbers or instants from one bound to another, either of which may be missing. Bounds are literals as written:
/// `10`, `2024-06-01`, `-90d`.
struct ValueRange {
    struct Bound {
        Literal value;
        bool inclusive = false; ///< `>=` or `<=`, not `>` or `<`
        friend bool operator==(const Bound&, const Bound&) = default;
    };
    std::optional<Bound> low;
    std::optional<Bound> high;
    [[nodiscard]] bool isEverything() const { return !low && !high; }
    friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

/// The range that the parts of a filter that are on demand of one operand, and which parts say it: the first bound of
/// each side.
struct FoundRange {
    ValueRange range;
    std::vector<std::size_t> parts; ///< ascending indexes, for replaced()
};
FoundRange findRange(const FilterParts& parts, const Operand& operand, const Table& table);

/// `x >= low and x < high`; null when there is neither.
ExpressionPtr rangeExpression(const ValueRange& range, const Operand& operand, const Table& table);

/// `parts` with another range of the operand in place of the one there is.
FilterParts withRange(const FilterParts& parts, const ValueRange& range, const Operand& operand, const Table& table);
/// What the parts select without their range of the operand: what its histogram is counted within.
ExpressionPtr expressionWithoutRange(const FilterParts& parts, const Operand& operand, const Table& table);

} // namespace idscope
