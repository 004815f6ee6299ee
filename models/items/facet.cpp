#include "models/items/facet.h"

#include "models/items/displaytext.h"

#include <variant>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString shown(std::string_view name) {
    constexpr qsizetype longestTitle = 80;
    return displayText(name, longestTitle).text;
}

QString titleOf(const Operand& operand, const Table& table) {
    const QString column = shown(table.column(operand.column).label);
    switch (operand.kind) {
    case Operand::Kind::Cell:
        return column;
    case Operand::Kind::Path: {
        if (const auto* key = std::get_if<JsonPathKey>(&operand.path.back())) return shown(key->name);
        return shown(table.column(operand.column).label + pathText(operand.path));
    }
    case Operand::Kind::BrnTenant:
        return Facet::tr("%1: tenant").arg(column);
    case Operand::Kind::BrnType:
        return Facet::tr("%1: type").arg(column);
    case Operand::Kind::BrnKey:
        return Facet::tr("%1: key").arg(column);
    }
    return column;
}

} // namespace

void Facet::bind(const Table& table) {
    const auto bound = bindOperand(name_, table);
    operand_ = bound ? std::optional(*bound) : std::nullopt;
    if (!operand_) return;
    question_.operand = *operand_;
    title_ = titleOf(*operand_, table);
}

void Facet::readFilter(const FilterParts& parts, const Table& table) {
    const ValueChoice choice = operand_ ? findChoice(parts, *operand_, table).choice : ValueChoice();
    const ValueRange range = operand_ ? findRange(parts, *operand_, table).range : ValueRange();
    if (choice == model_.choice() && range == range_) return;
    model_.setChoice(choice);
    range_ = range;
    Q_EMIT filterChanged();
}

void Facet::take(const FacetAnswerPtr& answer) {
    model_.setAnswer(answer);
    Q_EMIT answered();
}

} // namespace idscope
