#include "models/query/texttests.h"

#include "models/query/regexmatcher.h"
#include "models/query/textsearch.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace idscope {

namespace {

using TextSet = std::set<std::string, std::less<>>;

TextSearch::Where where(CompareOp op) {
    switch (op) {
    case CompareOp::StartsWith:
        return TextSearch::Where::AtBegin;
    case CompareOp::EndsWith:
        return TextSearch::Where::AtEnd;
    default:
        return TextSearch::Where::Anywhere;
    }
}

bool holds(std::strong_ordering order, CompareOp op) {
    switch (op) {
    case CompareOp::Less:
        return order < 0;
    case CompareOp::LessEqual:
        return order <= 0;
    case CompareOp::Greater:
        return order > 0;
    case CompareOp::GreaterEqual:
        return order >= 0;
    default:
        return false;
    }
}

} // namespace

CellTest searchTest(CompareOp op, std::string_view needle) {
    return [search = TextSearch(needle, where(op))](std::string_view text) mutable { return answer(search(text)); };
}

std::expected<CellTest, QueryError> regexTest(const Regex& regex) {
    auto compiled = RegexMatcher::compile(regex.pattern, regex.ignoreCase);
    if (!compiled) {
        const auto& [message, at] = compiled.error();
        // In the text a slash opens the pattern, and every slash within it has a backslash.
        const auto slashes = std::ranges::count(regex.pattern.substr(0, at), '/');
        const std::size_t begin =
            std::min(regex.span.begin + 1 + at + static_cast<std::size_t>(slashes), regex.span.end());
        return std::unexpected(QueryError{QueryProblem::BadRegex, {begin, regex.span.end() - begin}, {}, message, {}});
    }
    // Copies of a question share the matcher.
    const auto matcher = std::make_shared<RegexMatcher>(std::move(*compiled));
    return [matcher](std::string_view text) {
        switch (matcher->search(text)) {
        case RegexMatcher::Answer::Yes:
            return Answer::Yes;
        case RegexMatcher::Answer::No:
            return Answer::No;
        case RegexMatcher::Answer::TooManySteps:
            break;
        }
        return Answer::TooManySteps;
    };
}

CellTest equalityTest(std::span<const Literal> literals) {
    TextSet texts;
    for (const Literal& literal : literals)
        texts.insert(literal.text);
    return [texts = std::move(texts)](std::string_view text) { return answer(texts.contains(text)); };
}

CellTest instantEqualityTest(std::span<const Literal> literals, Instant now) {
    TextSet texts;
    std::vector<Instant> instants;
    for (const Literal& literal : literals) {
        if (const auto instant = instantOf(literal, now)) {
            instants.push_back(*instant);
        } else {
            texts.insert(literal.text);
        }
    }
    std::ranges::sort(instants);
    return [texts = std::move(texts), instants = std::move(instants)](std::string_view text) {
        const auto instant = instants.empty() ? std::nullopt : parseInstant(text);
        return answer((instant && std::ranges::binary_search(instants, *instant)) || texts.contains(text));
    };
}

std::optional<Instant> instantOf(const Literal& literal, Instant now) {
    const auto instant = parseInstant(literal.text);
    return instant ? instant : parseRelativeInstant(literal.text, now);
}

QueryError notComparable(const Literal& literal, std::initializer_list<std::string_view> expected) {
    return {QueryProblem::NotComparable, literal.span, {expected.begin(), expected.end()}, literal.text, {}};
}

CellTest numberOrderTest(CompareOp op, Decimal limit) {
    return [op, limit = std::move(limit)](std::string_view text) {
        const auto number = parseDecimal(text);
        return answer(number && holds(*number <=> limit, op));
    };
}

CellTest instantOrderTest(CompareOp op, Instant limit) {
    return [op, limit](std::string_view text) {
        const auto instant = parseInstant(text);
        return answer(instant && holds(*instant <=> limit, op));
    };
}

} // namespace idscope
