#pragma once

#include "models/insights/labeluses.h"
#include "models/query/expression.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace idscope {

/// What is worth a look among labels, and the filter that shows just those.
struct LabelFact {
    enum class Kind : std::uint8_t { LowOnDark, LowOnLight, WithoutId, Unused };
    Kind kind{};
    std::uint32_t count = 0; ///< over all rows
    ExpressionPtr filter;
};

/// The facts that are so of any label, in the order of Kind. Which are unused is known with `uses` alone, and is no
/// fact where no expression is long enough to tell them. When stopped, facts are missing. O(rows).
std::vector<LabelFact> labelFacts(const Table& labels, const LabelUses* uses, const std::stop_token& stop = {});

} // namespace idscope
