#pragma once

#include "models/insights/condition.h"
#include "models/insights/fieldfinder.h"

#include <expected>

namespace idscope {

/// One test of an insight in the filter language. Errors: why it can't be said.
std::expected<ExpressionPtr, ConditionProblem> translatedTest(const InsightCondition& test, FieldFinder& fields,
                                                              const Table& relations);

} // namespace idscope
