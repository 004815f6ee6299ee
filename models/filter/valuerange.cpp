#include "models/filter/valuerange.h"

#include <utility>

namespace idscope {

FoundRange findRange(const FilterParts& parts, const Operand& operand, const Table& table) {
    FoundRange found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto* compare = std::get_if<Compare>(&parts[i].expression->node);
        if (!parts[i].on || compare == nullptr) continue;
        const bool low = compare->op == CompareOp::Greater || compare->op == CompareOp::GreaterEqual;
        const bool high = compare->op == CompareOp::Less || compare->op == CompareOp::LessEqual;
        std::optional<ValueRange::Bound>& bound = low ? found.range.low : found.range.high;
        if ((!low && !high) || bound) continue;
        const auto about = bindOperand(compare->operand, table);
        if (!about || *about != operand) continue;
        bound = {.value = compare->value,
                 .inclusive = compare->op == CompareOp::GreaterEqual || compare->op == CompareOp::LessEqual};
        found.parts.push_back(i);
    }
    return found;
}

ExpressionPtr rangeExpression(const ValueRange& range, const Operand& operand, const Table& table) {
    FilterParts bounds;
    const auto add = [&](const ValueRange::Bound& bound, CompareOp inclusive, CompareOp exclusive) {
        bounds.push_back({.expression = makeExpression(Compare{operandName(operand, table),
                                                               bound.inclusive ? inclusive : exclusive, bound.value})});
    };
    if (range.low) add(*range.low, CompareOp::GreaterEqual, CompareOp::Greater);
    if (range.high) add(*range.high, CompareOp::LessEqual, CompareOp::Less);
    return expressionOf(bounds);
}

FilterParts withRange(const FilterParts& parts, const ValueRange& range, const Operand& operand, const Table& table) {
    return replaced(parts, findRange(parts, operand, table).parts, rangeExpression(range, operand, table));
}

ExpressionPtr expressionWithoutRange(const FilterParts& parts, const Operand& operand, const Table& table) {
    return expressionOf(replaced(parts, findRange(parts, operand, table).parts, nullptr));
}

} // namespace idscope
