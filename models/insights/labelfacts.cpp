#include "models/insights/labelfacts.h"

#include "models/query/makeexpression.h"
#include "models/query/query.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace idscope {

namespace {

OperandName operandNamed(const Table& labels, ColumnId column) {
    return *parseOperand(columnText(labels, column));
}

/// The filter is kept as its text is read, so that it is found again among the parts of a filter that was read.
void add(std::vector<LabelFact>& facts, LabelFact::Kind kind, const Table& labels, const ExpressionPtr& filter,
         const std::stop_token& stop) {
    const auto rows = select(labels, filter, {.now = {}}, stop);
    if (!rows || rows->empty()) return;
    const auto read = parseExpression(canonicalText(*filter));
    facts.push_back({kind, static_cast<std::uint32_t>(rows->size()), read ? *read : filter});
}

void addLow(std::vector<LabelFact>& facts, LabelFact::Kind kind, const Table& labels, std::string_view name,
            const std::stop_token& stop) {
    const auto column = labels.find(name);
    if (!column) return;
    add(facts, kind, labels,
        makeExpression(Compare{.operand = operandNamed(labels, *column),
                               .op = CompareOp::Less,
                               .value = {.text = "4.5", .quoted = false, .span = {}}}),
        stop);
}

/// Labels whose cell in the column is none of the texts.
ExpressionPtr noneOf(const Table& labels, ColumnId column, const std::vector<std::string>& texts) {
    OneOf in{.operand = operandNamed(labels, column), .values = {}};
    for (const std::string& text : texts)
        in.values.push_back({.text = text, .quoted = false, .span = {}});
    return makeExpression(Not{makeExpression(std::move(in))});
}

/// Those that are used are told by their IDs, or by their names where they have none. Null: there are none, or too many
/// for an expression; or stopped.
ExpressionPtr unusedFilter(const Table& labels, const LabelUses& uses, const std::stop_token& stop) {
    const auto id = labels.find("id");
    const auto name = labels.find("name");
    if (!id || !name) return nullptr;
    std::vector<std::string> ids, names;
    std::size_t bytes = 0; // that the expression has at least
    for (std::uint32_t row = 0; row < labels.rowCount(); ++row) {
        if (row % 4096 == 0 && stop.stop_requested()) return nullptr;
        if (uses.useCount(RowId{row}) == 0) continue;
        const std::string_view own = labels.cell(RowId{row}, *id);
        if (own.empty())
            names.emplace_back(labels.cell(RowId{row}, *name));
        else
            ids.emplace_back(own);
        bytes += own.empty() ? names.back().size() : own.size();
        if (bytes > maximumExpressionLength) return nullptr;
    }
    std::vector<ExpressionPtr> parts;
    if (!ids.empty()) parts.push_back(noneOf(labels, *id, ids));
    if (!names.empty()) parts.push_back(noneOf(labels, *name, names));
    if (parts.empty()) return nullptr;
    ExpressionPtr filter = parts.size() == 1 ? parts.front() : makeExpression(And{std::move(parts)});
    return canonicalText(*filter).size() > maximumExpressionLength ? nullptr : std::move(filter);
}

} // namespace

std::vector<LabelFact> labelFacts(const Table& labels, const LabelUses* uses, const std::stop_token& stop) {
    std::vector<LabelFact> facts;
    addLow(facts, LabelFact::Kind::LowOnDark, labels, "contrast dark", stop);
    addLow(facts, LabelFact::Kind::LowOnLight, labels, "contrast light", stop);
    if (const auto id = labels.find("id"))
        add(facts, LabelFact::Kind::WithoutId, labels,
            makeExpression(HasState{.operand = operandNamed(labels, *id), .state = StateOp::Empty}), stop);
    if (uses != nullptr)
        if (ExpressionPtr unused = unusedFilter(labels, *uses, stop))
            add(facts, LabelFact::Kind::Unused, labels, unused, stop);
    return facts;
}

} // namespace idscope
