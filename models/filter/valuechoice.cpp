#include "models/filter/valuechoice.h"

#include "models/filter/exacttext.h"
#include "models/json/secrets.h"
#include "models/query/decimal.h"
#include "models/query/fold.h"
#include "models/query/instant.h"
#include "models/query/lexer.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

using Kind = ChosenValue::Kind;

bool isInstantCell(const Operand& operand, const Table& table) {
    return operand.kind == Operand::Kind::Cell && table.column(operand.column).type == ColumnType::Instant;
}

bool isAbout(const OperandName& name, const Operand& operand, const Table& table) {
    const auto bound = bindOperand(name, table);
    return bound && *bound == operand;
}

OperandName columnOf(const Operand& operand, const Table& table) {
    return operandName(Operand(operand.column), table);
}

/// The conditions of one operand, put together value by value.
class Maker {
public:
    Maker(const Operand& operand, const Table& table)
        : operand_(operand), table_(table), name_(operandName(operand, table)) {}

    std::optional<CellFilterProblem> add(const ChosenValue& value) {
        switch (value.kind) {
        case Kind::Empty:
            parts_.push_back(makeExpression(HasState{name_, StateOp::Empty}));
            return std::nullopt;
        case Kind::Invalid:
            parts_.push_back(makeExpression(HasState{columnOf(operand_, table_), StateOp::Invalid}));
            return std::nullopt;
        case Kind::Number:
        case Kind::Constant:
            literals_.push_back({.text = value.text, .quoted = false, .span = {}});
            return std::nullopt;
        case Kind::Text:
            break;
        }
        return addText(value.text);
    }

    ExpressionPtr take() {
        if (literals_.size() == 1)
            parts_.insert(parts_.begin(), makeExpression(Compare{name_, CompareOp::Equal, literals_.front()}));
        else if (!literals_.empty())
            parts_.insert(parts_.begin(), makeExpression(OneOf{name_, std::move(literals_)}));
        return parts_.size() == 1 ? parts_.front() : makeExpression(Or{std::move(parts_)});
    }

private:
    std::optional<CellFilterProblem> addText(const std::string& text) {
        const bool isCell = operand_.kind == Operand::Kind::Cell;
        length_ += text.size();
        if (length_ > maximumExpressionLength) return CellFilterProblem::TooLong;
        if (isCell && table_.column(operand_.column).type == ColumnType::Json && !secretSpans(text).empty())
            return CellFilterProblem::HoldsSecret;
        if (!isUtf8(text)) return CellFilterProblem::NotText;
        // As a literal, "-30d" in a column of instants would count back from now.
        const bool counts = isInstantCell(operand_, table_) && parseRelativeInstant(text, Instant{}).has_value();
        if (!isPlainText(text) || counts)
            parts_.push_back(makeExpression(MatchRegex{name_, exactRegex(text)}));
        else
            literals_.push_back({.text = text, .quoted = needsQuotes(text), .span = {}});
        return std::nullopt;
    }

    [[nodiscard]] bool needsQuotes(std::string_view text) const {
        // Within JSON, an unquoted word may be no string.
        const bool isTyped =
            operand_.kind == Operand::Kind::Path && (text == "true" || text == "false" || parseDecimal(text));
        return isTyped || !isBareWord(text) || isReservedWord(text);
    }

    const Operand& operand_;
    const Table& table_;
    OperandName name_;
    std::vector<Literal> literals_;
    std::vector<ExpressionPtr> parts_;
    std::size_t length_ = 0;
};

/// Reads back what Maker makes, and what people write in its forms.
class Reader {
public:
    Reader(const Operand& operand, const Table& table) : operand_(operand), table_(table) {}

    std::optional<ValueChoice> read(const Expression& part) {
        const Expression* inner = &part;
        while (const auto* no = std::get_if<Not>(&inner->node)) {
            choice_.excluded = !choice_.excluded;
            inner = no->inner.get();
        }
        if (const auto* compare = std::get_if<Compare>(&inner->node);
            compare != nullptr && compare->op == CompareOp::NotEqual && isOwn(compare->operand)) {
            choice_.excluded = !choice_.excluded;
            add(compare->value);
            return std::move(choice_);
        }
        if (const auto* has = std::get_if<HasState>(&inner->node);
            has != nullptr && has->state == StateOp::NotEmpty && isOwn(has->operand)) {
            choice_.excluded = !choice_.excluded;
            add({.kind = Kind::Empty, .text = {}});
            return std::move(choice_);
        }
        return addAll(*inner) ? std::optional(std::move(choice_)) : std::nullopt;
    }

private:
    [[nodiscard]] bool isOwn(const OperandName& name) const { return isAbout(name, operand_, table_); }

    /// Whether all of it, parts of an Or included, names values.
    bool addAll(const Expression& expression) {
        if (const auto* any = std::get_if<Or>(&expression.node))
            return std::ranges::all_of(any->parts, [this](const ExpressionPtr& part) { return addAll(*part); });
        if (const auto* compare = std::get_if<Compare>(&expression.node)) {
            if (compare->op != CompareOp::Equal || !isOwn(compare->operand)) return false;
            return add(compare->value);
        }
        if (const auto* oneOf = std::get_if<OneOf>(&expression.node))
            return isOwn(oneOf->operand) &&
                   std::ranges::all_of(oneOf->values, [this](const Literal& value) { return add(value); });
        if (const auto* match = std::get_if<MatchRegex>(&expression.node)) {
            auto text = isOwn(match->operand) ? exactTextOf(match->regex) : std::nullopt;
            return text && add({.kind = Kind::Text, .text = std::move(*text)});
        }
        const auto* has = std::get_if<HasState>(&expression.node);
        if (has == nullptr) return false;
        if (has->state == StateOp::Empty && isOwn(has->operand)) return add({.kind = Kind::Empty, .text = {}});
        return has->state == StateOp::Invalid && mayBeInvalid() && has->operand.steps.empty() &&
               isAbout(has->operand, Operand(operand_.column), table_) && add({.kind = Kind::Invalid, .text = {}});
    }

    /// What is no BRN has no parts: there it is Empty.
    [[nodiscard]] bool mayBeInvalid() const {
        return operand_.kind == Operand::Kind::Cell || operand_.kind == Operand::Kind::Path;
    }

    bool add(const Literal& literal) {
        // A count back from now is another instant each time: no value that a cell has.
        if (isInstantCell(operand_, table_) && parseRelativeInstant(literal.text, Instant{})) return false;
        Kind kind = Kind::Text;
        if (operand_.kind == Operand::Kind::Path && !literal.quoted) {
            if (literal.text == "true" || literal.text == "false")
                kind = Kind::Constant;
            else if (parseDecimal(literal.text))
                kind = Kind::Number;
        }
        return add({.kind = kind, .text = literal.text});
    }

    bool add(ChosenValue value) {
        if (!isChosen(choice_, value, operand_, table_)) choice_.values.push_back(std::move(value));
        return true;
    }

    const Operand& operand_;
    const Table& table_;
    ValueChoice choice_;
};

} // namespace

bool isSameValue(const ChosenValue& a, const ChosenValue& b, const Operand& operand, const Table& table) {
    if (a == b) return true;
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::Number) {
        const auto number = parseDecimal(a.text);
        return number && number == parseDecimal(b.text);
    }
    if (a.kind != Kind::Text || !isInstantCell(operand, table)) return false;
    const auto instant = parseInstant(a.text);
    return instant && instant == parseInstant(b.text);
}

bool isChosen(const ValueChoice& choice, const ChosenValue& value, const Operand& operand, const Table& table) {
    return std::ranges::any_of(choice.values,
                               [&](const ChosenValue& one) { return isSameValue(one, value, operand, table); });
}

ValueChoice toggled(ValueChoice choice, const ChosenValue& value, const Operand& operand, const Table& table) {
    const auto gone =
        std::erase_if(choice.values, [&](const ChosenValue& one) { return isSameValue(one, value, operand, table); });
    if (gone > 0) return choice;
    if (operand.kind == Operand::Kind::Path && (value.kind == Kind::Empty || value.kind == Kind::Invalid))
        std::erase_if(choice.values,
                      [](const ChosenValue& one) { return one.kind == Kind::Empty || one.kind == Kind::Invalid; });
    choice.values.push_back(value);
    return choice;
}

std::expected<ExpressionPtr, CellFilterProblem> choiceExpression(const ValueChoice& choice, const Operand& operand,
                                                                 const Table& table) {
    if (choice.values.empty()) return ExpressionPtr{};
    if (choice.values.size() > maximumFilterValues) return std::unexpected(CellFilterProblem::TooMany);
    Maker maker(operand, table);
    for (const ChosenValue& value : choice.values)
        if (const auto problem = maker.add(value)) return std::unexpected(*problem);
    ExpressionPtr filter = maker.take();
    // Escapes and quotes may have made it longer.
    if (canonicalText(*filter).size() > maximumExpressionLength) return std::unexpected(CellFilterProblem::TooLong);
    return choice.excluded ? inverted(filter) : filter;
}

std::optional<ValueChoice> choiceOf(const Expression& part, const Operand& operand, const Table& table) {
    return Reader(operand, table).read(part);
}

FoundChoice findChoice(const FilterParts& parts, const Operand& operand, const Table& table) {
    FoundChoice exclusions{.choice = {.excluded = true, .values = {}}, .parts = {}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto choice = parts[i].on ? choiceOf(*parts[i].expression, operand, table) : std::nullopt;
        if (!choice) continue;
        if (!choice->excluded) return {.choice = std::move(*choice), .parts = {i}};
        for (ChosenValue& value : choice->values)
            if (!isChosen(exclusions.choice, value, operand, table))
                exclusions.choice.values.push_back(std::move(value));
        exclusions.parts.push_back(i);
    }
    return exclusions.parts.empty() ? FoundChoice{} : exclusions;
}

std::expected<FilterParts, CellFilterProblem> withChoice(const FilterParts& parts, const ValueChoice& choice,
                                                         const Operand& operand, const Table& table) {
    auto part = choiceExpression(choice, operand, table);
    if (!part) return std::unexpected(part.error());
    return replaced(parts, findChoice(parts, operand, table).parts, *part);
}

ExpressionPtr expressionWithoutChoice(const FilterParts& parts, const Operand& operand, const Table& table) {
    return expressionOf(replaced(parts, findChoice(parts, operand, table).parts, nullptr));
}

} // namespace idscope
