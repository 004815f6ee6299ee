#include "models/items/cellfilter.h"

#include "models/base/utf8.h"
#include "models/items/displaytext.h"
#include "models/json/secrets.h"
#include "models/query/instant.h"
#include "models/query/query.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace idscope {

namespace {

constexpr char32_t noBreakSpace = 0xA0; // looks like a blank, and is none

template <class Node>
ExpressionPtr make(Node node) {
    return std::make_shared<const Expression>(Expression{.node = std::move(node), .span = {}});
}

/// Whether every character shows as itself, so that what is seen in the filter bar is what is meant.
bool isPlain(std::string_view text) {
    if (!displayText(text, std::numeric_limits<qsizetype>::max()).marks.isEmpty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (step.codePoint == noBreakSpace || QChar::isNonCharacter(step.codePoint)) return false;
        at += step.length;
    }
    return true;
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

/// A regular expression for exactly this text, in visible characters.
std::string patternOf(std::string_view text) {
    std::string pattern = "\\A";
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        const std::string_view character = text.substr(at, step.length);
        const bool isWordCharacter =
            step.codePoint < 0x80 ? (step.codePoint >= '0' && step.codePoint <= '9') ||
                                        ((step.codePoint | 0x20U) >= 'a' && (step.codePoint | 0x20U) <= 'z') ||
                                        std::string_view(" _-:,;@=\"'<>!%&~").find(text[at]) != std::string_view::npos
                                  : isPlain(character);
        if (isWordCharacter) {
            pattern += character;
        } else {
            std::array<char, 16> escape{};
            const int length =
                std::snprintf(escape.data(), escape.size(), "\\x{%X}", static_cast<unsigned>(step.codePoint));
            pattern.append(escape.data(), static_cast<std::size_t>(length));
        }
        at += step.length;
    }
    return pattern + "\\z";
}

/// The conditions of one column, put together value by value.
class Maker {
public:
    Maker(const Table& table, ColumnId column)
        : type_(table.column(column).type), operand_(*parseOperand(columnText(table, column))) {}

    std::optional<CellFilterProblem> add(std::string_view value) {
        if (value.empty()) {
            parts_.push_back(make(HasState{.operand = operand_, .state = StateOp::Empty}));
            return std::nullopt;
        }
        length_ += value.size();
        if (length_ > maximumExpressionLength) return CellFilterProblem::TooLong;
        if (type_ == ColumnType::Json && !secretSpans(value).empty()) return CellFilterProblem::HoldsSecret;
        if (!isUtf8(value)) return CellFilterProblem::NotText;
        // As a literal, "-30d" in a column of instants would count back from now.
        const bool counts = type_ == ColumnType::Instant && parseRelativeInstant(value, Instant{}).has_value();
        if (isPlain(value) && !counts)
            literals_.push_back({.text = std::string(value), .quoted = false, .span = {}});
        else
            parts_.push_back(make(MatchRegex{.operand = operand_,
                                             .regex = {.pattern = patternOf(value), .ignoreCase = false, .span = {}}}));
        return std::nullopt;
    }

    ExpressionPtr take() {
        if (literals_.size() == 1)
            parts_.insert(parts_.begin(),
                          make(Compare{.operand = operand_, .op = CompareOp::Equal, .value = literals_.front()}));
        else if (!literals_.empty())
            parts_.insert(parts_.begin(), make(OneOf{.operand = operand_, .values = std::move(literals_)}));
        return parts_.size() == 1 ? parts_.front() : make(Or{.parts = std::move(parts_)});
    }

private:
    ColumnType type_;
    OperandName operand_;
    std::vector<Literal> literals_;
    std::vector<ExpressionPtr> parts_;
    std::size_t length_ = 0;
};

ExpressionPtr complement(const ExpressionPtr& part) {
    if (const auto* compare = std::get_if<Compare>(&part->node); compare && compare->op == CompareOp::Equal)
        return make(Compare{.operand = compare->operand, .op = CompareOp::NotEqual, .value = compare->value});
    if (const auto* state = std::get_if<HasState>(&part->node); state && state->state == StateOp::Empty)
        return make(HasState{.operand = state->operand, .state = StateOp::NotEmpty});
    return make(Not{part});
}

/// Whether the expression selects nothing without `part`.
bool demands(const Expression& expression, const Expression& part) {
    if (sameExpression(expression, part)) return true;
    const auto* all = std::get_if<And>(&expression.node);
    return all != nullptr && std::ranges::any_of(all->parts, [&](const auto& one) { return demands(*one, part); });
}

} // namespace

std::expected<ExpressionPtr, CellFilterProblem> cellFilter(const Table& table, ColumnId column,
                                                           std::span<const Code> values) {
    if (values.size() > maximumFilterValues) return std::unexpected(CellFilterProblem::TooMany);
    Maker maker(table, column);
    for (const Code value : values)
        if (const auto problem = maker.add(table.value(column, value))) return std::unexpected(*problem);
    ExpressionPtr filter = maker.take();
    // Escapes and quotes may have made it longer.
    if (canonicalText(*filter).size() > maximumExpressionLength) return std::unexpected(CellFilterProblem::TooLong);
    return filter;
}

ExpressionPtr combined(const ExpressionPtr& current, const ExpressionPtr& part, FilterUse use) {
    const ExpressionPtr wanted = use == FilterUse::AndNot ? complement(part) : part;
    if (!current || use == FilterUse::Replace) return wanted;
    if (use == FilterUse::Or) return sameExpression(*current, *wanted) ? current : make(Or{{current, wanted}});
    return demands(*current, *wanted) ? current : make(And{{current, wanted}});
}

} // namespace idscope
