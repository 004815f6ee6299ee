#include "models/filter/lettercase.h"

#include "models/query/lexer.h"

#include <string>
#include <string_view>
#include <utility>

namespace idscope {

namespace {

constexpr std::string_view specialCharacters = "\\^$.|?*+()[]{}";
constexpr std::string_view textBegin = "\\A";
constexpr std::string_view textEnd = "\\z";

/// A regular expression that finds a text as it is written.
Regex literally(std::string_view text, CompareOp op) {
    std::string pattern(op == CompareOp::StartsWith ? textBegin : "");
    for (const char byte : text) {
        if (specialCharacters.contains(byte)) pattern += '\\';
        pattern += byte;
    }
    if (op == CompareOp::EndsWith) pattern += textEnd;
    return {.pattern = std::move(pattern), .ignoreCase = false, .span = {}};
}

/// What literally() made, and for which comparison; nothing of any other regular expression.
std::optional<std::pair<std::string, CompareOp>> searchOf(const Regex& regex) {
    std::string_view rest = regex.pattern;
    if (regex.ignoreCase) return std::nullopt;
    CompareOp op = CompareOp::Contains;
    if (rest.starts_with(textBegin)) {
        op = CompareOp::StartsWith;
        rest.remove_prefix(textBegin.size());
    } else if (rest.ends_with(textEnd)) {
        op = CompareOp::EndsWith;
        rest.remove_suffix(textEnd.size());
    }
    std::string text;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool escaped = rest[i] == '\\';
        if (escaped && ++i == rest.size()) return std::nullopt;
        if (specialCharacters.contains(rest[i]) != escaped) return std::nullopt;
        text += rest[i];
    }
    // An empty search has no regular expression that people would read as one.
    if (text.empty() || literally(text, op) != regex) return std::nullopt;
    return std::pair(std::move(text), op);
}

bool isSearch(const Compare& compare) {
    return !compare.value.text.empty() && (compare.op == CompareOp::Contains || compare.op == CompareOp::StartsWith ||
                                           compare.op == CompareOp::EndsWith);
}

struct Found {
    bool ignored = false;
    bool told = false;
};

void find(const Expression& expression, Found& found) {
    if (const auto* any = std::get_if<AnyText>(&expression.node)) {
        found.ignored = found.ignored || !any->text.text.empty();
    } else if (const auto* compare = std::get_if<Compare>(&expression.node)) {
        found.ignored = found.ignored || isSearch(*compare);
    } else if (const auto* anyMatch = std::get_if<AnyMatch>(&expression.node)) {
        const auto search = searchOf(anyMatch->regex);
        found.told = found.told || (search && search->second == CompareOp::Contains);
    } else if (const auto* match = std::get_if<MatchRegex>(&expression.node)) {
        found.told = found.told || searchOf(match->regex).has_value();
    } else if (const auto* no = std::get_if<Not>(&expression.node)) {
        find(*no->inner, found);
    } else if (const auto* some = std::get_if<Or>(&expression.node)) {
        for (const ExpressionPtr& part : some->parts)
            find(*part, found);
    } else if (const auto* all = std::get_if<And>(&expression.node)) {
        for (const ExpressionPtr& part : all->parts)
            find(*part, found);
    }
}

ExpressionPtr changed(const ExpressionPtr& expression, bool told);

template <class Many>
ExpressionPtr changedMany(const Many& many, bool told) {
    Many parts;
    for (const ExpressionPtr& part : many.parts)
        parts.parts.push_back(changed(part, told));
    return makeExpression(std::move(parts));
}

Literal literal(std::string text) {
    const bool bare = isBareWord(text) && !isReservedWord(text);
    return {.text = std::move(text), .quoted = !bare, .span = {}};
}

ExpressionPtr changed(const ExpressionPtr& expression, bool told) {
    const auto& node = expression->node;
    if (const auto* no = std::get_if<Not>(&node)) return makeExpression(Not{changed(no->inner, told)});
    if (const auto* some = std::get_if<Or>(&node)) return changedMany(*some, told);
    if (const auto* all = std::get_if<And>(&node)) return changedMany(*all, told);
    if (told) {
        if (const auto* any = std::get_if<AnyText>(&node); any != nullptr && !any->text.text.empty())
            return makeExpression(AnyMatch{literally(any->text.text, CompareOp::Contains)});
        if (const auto* compare = std::get_if<Compare>(&node); compare != nullptr && isSearch(*compare))
            return makeExpression(MatchRegex{compare->operand, literally(compare->value.text, compare->op)});
        return expression;
    }
    if (const auto* any = std::get_if<AnyMatch>(&node))
        if (auto search = searchOf(any->regex); search && search->second == CompareOp::Contains)
            return makeExpression(AnyText{literal(std::move(search->first))});
    if (const auto* match = std::get_if<MatchRegex>(&node))
        if (auto search = searchOf(match->regex))
            return makeExpression(Compare{match->operand, search->second, literal(std::move(search->first))});
    return expression;
}

} // namespace

std::optional<LetterCase> letterCaseOf(const FilterParts& parts) {
    Found found;
    for (const FilterPart& part : parts)
        if (part.on) find(*part.expression, found);
    if (found.ignored && found.told) return LetterCase::Mixed;
    if (found.told) return LetterCase::Told;
    return found.ignored ? std::optional(LetterCase::Ignored) : std::nullopt;
}

FilterParts withLetterCase(const FilterParts& parts, bool told) {
    FilterParts result = parts;
    for (FilterPart& part : result)
        if (part.on) part.expression = changed(part.expression, told);
    return result;
}

} // namespace idscope
