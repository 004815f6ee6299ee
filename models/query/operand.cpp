#include "models/base/suggest.h"
#include "models/query/query.h"
#include "models/schema/recognise.h"

#include <algorithm>
#include <array>
#include <utility>

namespace idscope {

namespace {

/// Longer lists of what was expected help nobody.
constexpr std::size_t mostNames = 20;

constexpr std::array<std::pair<std::string_view, Operand::Kind>, 3> brnParts = {{
    {"tenant", Operand::Kind::BrnTenant},
    {"type", Operand::Kind::BrnType},
    {"key", Operand::Kind::BrnKey},
}};

QueryError unknownColumn(const OperandName& name, const Table& table) {
    QueryError error{QueryProblem::UnknownColumn, name.span, {}, name.column, {}};
    // A path that is no path: the column's own name has a dot or bracket.
    const std::string whole = name.column + pathText(name.steps);
    if (const auto column = table.find(whole)) {
        error.suggestion = columnText(table, *column);
        return error;
    }
    std::vector<std::string> folded;
    for (const Column& column : table.columns()) {
        folded.push_back(foldedName(column.label));
        if (error.expected.size() < mostNames)
            error.expected.push_back(columnText(table, ColumnId{static_cast<std::uint32_t>(folded.size() - 1)}));
    }
    const std::vector<std::string_view> names(folded.begin(), folded.end());
    const std::string word = foldedName(name.column);
    std::string meant = closest(word, names);
    if (meant.empty() && word.size() > 1) {
        // The shortest of those it may be the beginning of.
        for (const std::string_view column : names)
            if (column.starts_with(word) && (meant.empty() || column.size() < meant.size())) meant = column;
    }
    if (const auto column = table.find(meant); !meant.empty() && column)
        error.suggestion = columnText(table, *column) + pathText(name.steps);
    return error;
}

std::expected<Operand, QueryError> bindBrnPart(const OperandName& name, ColumnId column) {
    const auto* key = name.steps.size() == 1 ? std::get_if<JsonPathKey>(&name.steps.front()) : nullptr;
    const std::string_view part = key != nullptr ? std::string_view(key->name) : std::string_view();
    const auto* known = std::ranges::find(brnParts, part, [](const auto& entry) { return entry.first; });
    if (known != brnParts.end()) return Operand{column, known->second, {}};

    static constexpr std::array<std::string_view, 3> names = {brnParts[0].first, brnParts[1].first, brnParts[2].first};
    std::string meant = closest(part, names);
    if (!meant.empty()) meant = canonicalText(OperandName{name.column, {JsonPathKey{meant}}, {}});
    return std::unexpected(QueryError{
        QueryProblem::UnknownBrnPart, name.span, {names.begin(), names.end()}, pathText(name.steps), std::move(meant)});
}

} // namespace

std::string columnText(const Table& table, ColumnId column) {
    return canonicalText(operandName(Operand(column), table));
}

OperandName operandName(const Operand& operand, const Table& table) {
    const std::string& label = table.column(operand.column).label;
    std::string plain = foldedName(label);
    std::ranges::replace(plain, ' ', '_');
    const bool reachesIt =
        !plain.empty() && canonicalText(OperandName{plain, {}, {}}) == plain && table.find(plain) == operand.column;
    OperandName name{reachesIt ? plain : label, operand.path, {}};
    const auto* part = std::ranges::find(brnParts, operand.kind, [](const auto& entry) { return entry.second; });
    if (part != brnParts.end()) name.steps = {JsonPathKey{std::string(part->first)}};
    return name;
}

std::expected<Operand, QueryError> bindOperand(const OperandName& name, const Table& table) {
    const auto column = table.find(name.column);
    if (!column) return std::unexpected(unknownColumn(name, table));
    if (name.steps.empty()) return Operand{*column, Operand::Kind::Cell, {}};
    switch (table.column(*column).type) {
    case ColumnType::Json:
        return Operand{*column, Operand::Kind::Path, name.steps};
    case ColumnType::Brn:
        return bindBrnPart(name, *column);
    default:
        return std::unexpected(QueryError{
            QueryProblem::NotJson, name.span, {}, name.column, canonicalText(OperandName{name.column, {}, {}})});
    }
}

} // namespace idscope
