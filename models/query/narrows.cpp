#include "models/base/casefold.h"
#include "models/query/fold.h"
#include "models/query/instant.h"
#include "models/query/selection.h"

#include <algorithm>

namespace idscope {

namespace {

/// Whether anything in it that is no `and`, `or` and `not` is so.
template <class Is>
bool anyLeaf(const Expression& expression, Is is) {
    const auto anyPart = [&](const std::vector<ExpressionPtr>& parts) {
        return std::ranges::any_of(parts, [&](const ExpressionPtr& part) { return anyLeaf(*part, is); });
    };
    if (const auto* no = std::get_if<Not>(&expression.node)) return anyLeaf(*no->inner, is);
    if (const auto* all = std::get_if<And>(&expression.node)) return anyPart(all->parts);
    if (const auto* any = std::get_if<Or>(&expression.node)) return anyPart(any->parts);
    return is(expression);
}

bool countsBack(const Literal& literal) {
    return parseRelativeInstant(literal.text, Instant{}).has_value();
}

/// Whether the answer may change with the clock.
bool countsBack(const Expression& expression) {
    return anyLeaf(expression, [](const Expression& leaf) {
        if (const auto* compare = std::get_if<Compare>(&leaf.node)) return countsBack(compare->value);
        const auto* oneOf = std::get_if<OneOf>(&leaf.node);
        return oneOf != nullptr &&
               std::ranges::any_of(oneOf->values, [](const Literal& value) { return countsBack(value); });
    });
}

/// Whether a text that `longer` is found in, at the same place, has `shorter` there too.
bool foundWith(const Literal& longer, const Literal& shorter, CompareOp place) {
    if (!isUtf8(shorter.text)) return false; // found nowhere, though it may be a part of a character of `longer`
    const std::string inner = foldedCase(shorter.text);
    const std::string outer = foldedCase(longer.text);
    switch (place) {
    case CompareOp::Contains:
        return outer.contains(inner);
    case CompareOp::StartsWith:
        return outer.starts_with(inner);
    case CompareOp::EndsWith:
        return outer.ends_with(inner);
    default:
        return false;
    }
}

/// Of two that are no `and`, `or` and `not`.
bool leafNarrows(const Expression& narrower, const Expression& wider) {
    const auto* text = std::get_if<AnyText>(&narrower.node);
    const auto* shorterText = std::get_if<AnyText>(&wider.node);
    if (text != nullptr && shorterText != nullptr) return foundWith(text->text, shorterText->text, CompareOp::Contains);
    const auto* compare = std::get_if<Compare>(&narrower.node);
    const auto* shorter = std::get_if<Compare>(&wider.node);
    return compare != nullptr && shorter != nullptr && compare->op == shorter->op &&
           canonicalText(compare->operand) == canonicalText(shorter->operand) &&
           foundWith(compare->value, shorter->value, compare->op);
}

class Implication {
public:
    explicit Implication(bool sameNow) : sameNow_(sameNow) {}

    bool holds(const Expression& narrower, const Expression& wider) {
        if (steps_ == 0) return false; // larger than people write: not worth comparing each part with each
        --steps_;
        const auto anyOf = [](const std::vector<ExpressionPtr>& parts, auto is) {
            return std::ranges::any_of(parts, [&](const ExpressionPtr& part) { return is(*part); });
        };
        if ((sameNow_ || !countsBack(narrower)) && sameExpression(narrower, wider)) return true;
        if (const auto* all = std::get_if<And>(&wider.node))
            return !anyOf(all->parts, [&](const Expression& part) { return !holds(narrower, part); });
        if (const auto* any = std::get_if<Or>(&narrower.node))
            return !anyOf(any->parts, [&](const Expression& part) { return !holds(part, wider); });
        if (const auto* all = std::get_if<And>(&narrower.node))
            if (anyOf(all->parts, [&](const Expression& part) { return holds(part, wider); })) return true;
        if (const auto* any = std::get_if<Or>(&wider.node))
            return anyOf(any->parts, [&](const Expression& part) { return holds(narrower, part); });
        const auto* no = std::get_if<Not>(&narrower.node);
        const auto* widerNo = std::get_if<Not>(&wider.node);
        if (no != nullptr && widerNo != nullptr) return holds(*widerNo->inner, *no->inner);
        return leafNarrows(narrower, wider);
    }

private:
    bool sameNow_;
    std::size_t steps_ = 2000;
};

} // namespace

bool asksAboutOtherRows(const ExpressionPtr& expression) {
    return expression &&
           anyLeaf(*expression, [](const Expression& leaf) { return std::holds_alternative<InReach>(leaf.node); });
}

bool narrows(const ExpressionPtr& narrower, const ExpressionPtr& wider, bool sameNow) {
    if (!wider) return true;
    if (!narrower) return false;
    return Implication(sameNow).holds(*narrower, *wider);
}

} // namespace idscope
