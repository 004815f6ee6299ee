#include "models/filter/cellfilter.h"

#include "models/query/query.h"

#include <string>

namespace idscope {

std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, ColumnId column,
                                                           std::span<const Code> values) {
    if (values.size() > maximumFilterValues) return std::unexpected(CellFilterProblem::TooMany);
    ValueChoice choice;
    for (const Code value : values) {
        const std::string_view cell = table.value(column, value);
        if (cell.size() > maximumExpressionLength) return std::unexpected(CellFilterProblem::TooLong);
        if (cell.empty())
            choice.values.push_back({.kind = ChosenValue::Kind::Empty, .text = {}});
        else
            choice.values.push_back({.kind = ChosenValue::Kind::Text, .text = std::string(cell)});
    }
    return choiceExpression(choice, {.column = column, .kind = Operand::Kind::Cell, .path = {}}, table);
}

ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use) {
    const ExpressionPtr wanted = use == FilterUse::AndNot ? inverted(part) : part;
    if (!current || use == FilterUse::Replace) return wanted;
    if (use == FilterUse::Or)
        return sameExpression(*current, *wanted) ? current : makeExpression(Or{{current, wanted}});
    return expressionOf(replaced(partsOf(current), {}, wanted));
}

} // namespace idscope
