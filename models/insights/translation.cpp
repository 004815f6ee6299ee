#include "models/insights/translation.h"

#include "models/insights/fieldfinder.h"
#include "models/insights/testtranslation.h"
#include "models/query/makeexpression.h"

#include <QtGlobal>

#include <utility>

namespace idscope {

namespace {

Coverage together(Coverage a, Coverage b) {
    if (a == Coverage::Same || a == b) return b;
    return b == Coverage::Same ? a : Coverage::Other;
}

Coverage complement(Coverage coverage) {
    if (coverage == Coverage::More) return Coverage::Fewer;
    return coverage == Coverage::Fewer ? Coverage::More : coverage;
}

/// Translates from the leaves up. A carried condition without expression selects everything.
class Translator {
public:
    Translator(const Table& relations, const std::stop_token& stop) : relations_(relations), fields_(relations, stop) {}

    /// What the condition's expression selects beside what it should; Same where it is left out whole.
    Coverage translate(InsightCondition& condition) {
        switch (condition.kind) {
        case InsightCondition::Kind::All:
        case InsightCondition::Kind::Any:
            return many(condition);
        case InsightCondition::Kind::Not:
            return negation(condition);
        case InsightCondition::Kind::Test:
            test(condition);
            return Coverage::Same;
        case InsightCondition::Kind::Odd:
            ++tests;
            condition.problem = ConditionProblem::OddCondition;
            return Coverage::Same;
        }
        Q_UNREACHABLE();
    }

    std::uint32_t tests = 0;
    std::uint32_t carried = 0;

private:
    void test(InsightCondition& condition) {
        ++tests;
        auto result = translatedTest(condition, fields_, relations_);
        if (!result) {
            condition.problem = result.error();
            return;
        }
        condition.expression = *std::move(result);
        condition.carried = true;
        ++carried;
    }

    Coverage many(InsightCondition& condition) {
        const bool all = condition.kind == InsightCondition::Kind::All;
        Coverage coverage = Coverage::Same;
        std::vector<ExpressionPtr> expressions;
        bool everything = false;
        for (InsightCondition& part : condition.parts) {
            const Coverage own = translate(part);
            if (!part.carried) {
                coverage = together(coverage, all ? Coverage::More : Coverage::Fewer);
                continue;
            }
            condition.carried = true;
            coverage = together(coverage, own);
            if (part.expression)
                expressions.push_back(part.expression);
            else
                everything = true;
        }
        if (condition.parts.empty()) {
            condition.carried = all;
            if (!all) condition.problem = ConditionProblem::EmptyList;
        }
        if (expressions.empty() || (everything && !all)) return coverage;
        if (expressions.size() == 1)
            condition.expression = expressions.front();
        else if (all)
            condition.expression = makeExpression(And{std::move(expressions)});
        else
            condition.expression = makeExpression(Or{std::move(expressions)});
        return coverage;
    }

    Coverage negation(InsightCondition& condition) {
        InsightCondition& part = condition.parts.front();
        const Coverage coverage = translate(part);
        condition.carried = part.expression != nullptr;
        if (condition.carried) condition.expression = makeExpression(Not{part.expression});
        // Nothing but everything: no expression says that.
        if (part.carried && !part.expression) condition.problem = ConditionProblem::EmptyList;
        return complement(coverage);
    }

    const Table& relations_;
    FieldFinder fields_;
};

bool canBeRead(const ExpressionPtr& expression) {
    return !expression || parseExpression(canonicalText(*expression)).has_value();
}

} // namespace

InsightTranslation translated(InsightCondition conditions, const Table& relations, const std::stop_token& stop) {
    Translator translator(relations, stop);
    InsightTranslation result{.conditions = std::move(conditions)};
    result.coverage = translator.translate(result.conditions);
    result.tests = translator.tests;
    result.carried = translator.carried;
    result.expression = result.conditions.expression;
    if (!canBeRead(result.expression)) {
        result.conditions.problem = ConditionProblem::TooLong;
        result.conditions.carried = false;
        result.expression = nullptr;
        result.carried = 0;
    }
    if (!result.conditions.carried) result.coverage = Coverage::Nothing;
    return result;
}

} // namespace idscope
