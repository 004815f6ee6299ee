#include "models/words/insightwords.h"

#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString conditionVerb(const InsightCondition& test) {
    if (test.op == "_eq") return Words::tr("is", "a condition: field is value");
    if (test.op == "_neq") return Words::tr("is not", "a condition: field is not value");
    if (test.op == "_in") return Words::tr("is one of", "a condition");
    if (test.op == "_nin") return Words::tr("is none of", "a condition");
    if (test.op == "_gt") return Words::tr("is above", "a condition");
    if (test.op == "_gte") return Words::tr("is at least", "a condition");
    if (test.op == "_lt") return Words::tr("is below", "a condition");
    if (test.op == "_lte") return Words::tr("is at most", "a condition");
    if (test.op == "_like") return Words::tr("is like", "a condition");
    if (test.op == "_ilike") return Words::tr("is like, in any case,", "a condition");
    if (test.op == "_is_null") return Words::tr("is missing:", "a condition: field is missing: true");
    return fromUtf8(test.op);
}

QString conditionHead(InsightCondition::Kind kind) {
    switch (kind) {
    case InsightCondition::Kind::All:
        return Words::tr("All of", "heads a list of conditions");
    case InsightCondition::Kind::Any:
        return Words::tr("Any of", "heads a list of conditions");
    case InsightCondition::Kind::Not:
        return Words::tr("Not", "heads a condition");
    case InsightCondition::Kind::Test:
    case InsightCondition::Kind::Odd:
        return {};
    }
    Q_UNREACHABLE();
}

QString sentence(const InsightCondition& condition) {
    if (!condition.problem) return {};
    switch (*condition.problem) {
    case ConditionProblem::NoSuchField:
        return Words::tr("Relations have no column “%1”, and no metadata holds it.").arg(quoted(condition.field));
    case ConditionProblem::UnknownOperator:
        return Words::tr("“%1” is not known here. Shown as it is.").arg(quoted(condition.op));
    case ConditionProblem::OddCondition:
        return Words::tr("This is no condition. Shown as it is.");
    case ConditionProblem::OddValue:
        return Words::tr("“%1” does not take this value.").arg(quoted(condition.op));
    case ConditionProblem::EmptyList:
        return Words::tr("A list of nothing selects nothing, which no filter says.");
    case ConditionProblem::NotComparable:
        return Words::tr("This is neither a number nor a point in time, so there is no above and below.");
    case ConditionProblem::HoldsSecret:
        return Words::tr("The value is a secret. Filters never match secrets.");
    case ConditionProblem::TooLong:
        return Words::tr("As a filter this would be longer or deeper than a filter may be.");
    }
    Q_UNREACHABLE();
}

QString sentence(const InsightTranslation& translation) {
    const QString carried = Words::tr("%1 of %n conditions carried over", nullptr, plural(translation.tests))
                                .arg(number(translation.carried));
    switch (translation.coverage) {
    case Coverage::Same:
        return Words::tr("Every condition carried over.");
    case Coverage::More:
        return Words::tr("%1, so this shows more rows than the insight itself.").arg(carried);
    case Coverage::Fewer:
        return Words::tr("%1, so this shows fewer rows than the insight itself.").arg(carried);
    case Coverage::Other:
        return Words::tr("%1, so this shows other rows than the insight itself.").arg(carried);
    case Coverage::Nothing:
        return Words::tr("No condition can be carried over, so there is no filter.");
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
