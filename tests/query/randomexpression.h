#pragma once

#include "models/query/expression.h"

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace idscope::test {

/// What random expressions are about.
struct Vocabulary {
    std::vector<OperandName> operands;
    std::vector<std::string> texts;    ///< to search for and to compare with
    std::vector<std::string> patterns; ///< of regular expressions
};

/// Makes random expressions, the same ones for the same seed.
class RandomExpressions {
public:
    RandomExpressions(Vocabulary vocabulary, std::uint32_t seed) : vocabulary_(std::move(vocabulary)), random_(seed) {}

    /// At most `depth` levels of `not`, `and`, `or`.
    ExpressionPtr next(std::size_t depth) {
        switch (depth == 0 ? 0 : below(6)) {
        case 0:
        case 1:
        case 2:
            return leaf();
        case 3:
            return make(Not{next(depth - 1)});
        case 4:
            return many<And>(depth);
        default:
            return many<Or>(depth);
        }
    }

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

private:
    static ExpressionPtr make(decltype(Expression::node) node) {
        return std::make_shared<const Expression>(Expression{std::move(node), {}});
    }

    template <class Many>
    ExpressionPtr many(std::size_t depth) {
        Many all;
        while (all.parts.size() < 2 || below(2) == 0) {
            ExpressionPtr part = next(depth - 1);
            if (!std::holds_alternative<Many>(part->node)) all.parts.push_back(std::move(part));
        }
        return make(std::move(all));
    }

    ExpressionPtr leaf() {
        switch (below(9)) {
        case 0:
            return make(AnyText{literal()});
        case 1:
            return make(AnyMatch{regex()});
        case 2:
            return make(MatchRegex{operand(), regex()});
        case 3: {
            OneOf oneOf{operand(), {literal()}};
            while (below(3) != 0)
                oneOf.values.push_back(literal());
            return make(std::move(oneOf));
        }
        case 4:
            return make(HasState{operand(), static_cast<StateOp>(below(3))});
        case 5:
            return make(InReach{static_cast<ReachOp>(below(2)), literal()});
        default:
            return make(Compare{operand(), static_cast<CompareOp>(below(9)), literal()});
        }
    }

    OperandName operand() { return pick(vocabulary_.operands); }
    Regex regex() { return {pick(vocabulary_.patterns), below(2) == 0, {}}; }
    Literal literal() {
        const std::string text = pick(vocabulary_.texts);
        const auto asWord = parseExpression("x = " + text);
        const bool canBeBare = asWord && *asWord && canonicalText(**asWord) == "x = " + text && text[0] != '"';
        return {text, !canBeBare || below(2) == 0, {}};
    }

    template <class T>
    const T& pick(const std::vector<T>& all) {
        return all[below(all.size())];
    }

    Vocabulary vocabulary_;
    std::mt19937 random_;
};

} // namespace idscope::test
