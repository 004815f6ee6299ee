#include "models/filter/cellfilter.h"

#include "models/json/secrets.h"
#include "models/query/operandvalue.h"

#include <algorithm>
#include <string>
#include <utility>

namespace idscope {

namespace {

using Chosen = std::expected<ChosenValue, CellFilterProblem>;

Chosen chosenText(std::string_view text) {
    if (text.size() > maximumExpressionLength) return std::unexpected(CellFilterProblem::TooLong);
    if (text.empty()) return ChosenValue{.kind = ChosenValue::Kind::Empty, .text = {}};
    return ChosenValue{.kind = ChosenValue::Kind::Text, .text = std::string(text)};
}

Chosen chosenUnder(const JsonPath& path, std::string_view cell) {
    if (cell.empty()) return chosenText({});
    const JsonDocument document(cell);
    if (!document.valid()) return ChosenValue{.kind = ChosenValue::Kind::Invalid, .text = {}};
    const auto found = resolve(document, path);
    if (found.empty()) return chosenText({});
    const JsonNode& node = document.nodes()[found.front()];
    if (isSecret(secretSpans(document), node)) return std::unexpected(CellFilterProblem::HoldsSecret);
    const bool isString = node.kind == JsonKind::String;
    return chosenValue(node.kind, isString ? document.scalar(node) : std::string(document.raw(node)));
}

Chosen chosenOf(const Operand& operand, std::string_view cell) {
    switch (operand.kind) {
    case Operand::Kind::Cell:
        return chosenText(cell);
    case Operand::Kind::Path:
        return chosenUnder(operand.path, cell);
    default:
        return chosenText(brnPart(cell, operand.kind));
    }
}

} // namespace

std::expected<ChosenValue, CellFilterProblem> chosenValue(JsonKind kind, std::string text) {
    switch (kind) {
    case JsonKind::Object:
    case JsonKind::Array:
        return std::unexpected(CellFilterProblem::NotScalar);
    case JsonKind::Null:
        return ChosenValue{.kind = ChosenValue::Kind::Empty, .text = {}};
    case JsonKind::String:
        if (text.size() > maximumExpressionLength) return std::unexpected(CellFilterProblem::TooLong);
        return ChosenValue{.kind = ChosenValue::Kind::Text, .text = std::move(text)};
    case JsonKind::Number:
        return ChosenValue{.kind = ChosenValue::Kind::Number, .text = std::move(text)};
    default:
        return ChosenValue{.kind = ChosenValue::Kind::Constant, .text = std::move(text)};
    }
}

std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, const Operand& operand,
                                                           std::span<const Code> values) {
    if (values.size() > maximumFilterValues) return std::unexpected(CellFilterProblem::TooMany);
    ValueChoice choice;
    for (const Code code : values) {
        auto value = chosenOf(operand, table.value(operand.column, code));
        if (!value) return std::unexpected(value.error());
        if (std::ranges::find(choice.values, *value) == choice.values.end()) choice.values.push_back(*std::move(value));
    }
    return choiceExpression(choice, operand, table);
}

ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use) {
    ExpressionPtr wanted = use == FilterUse::AndNot ? inverted(part) : part;
    if (!current || use == FilterUse::Replace) return wanted;
    if (use == FilterUse::Or)
        return sameExpression(*current, *wanted) ? current : makeExpression(Or{{current, wanted}});
    return expressionOf(replaced(partsOf(current), {}, wanted));
}

} // namespace idscope
