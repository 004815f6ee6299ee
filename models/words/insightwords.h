#pragma once

#include "models/insights/translation.h"

#include <QString>

namespace idscope::words {

/// What stands between field and values of a test: "is one of"; an operator that is not known as it is.
QString conditionVerb(const InsightCondition& test);
/// "All of", "Any of", "Not"; empty for what has no parts.
QString conditionHead(InsightCondition::Kind kind);
/// Why the condition is not carried over; empty when it is.
QString sentence(const InsightCondition& condition);
/// "3 of 5 conditions carried over, so this shows more rows than the insight itself."
QString sentence(const InsightTranslation& translation);

} // namespace idscope::words
