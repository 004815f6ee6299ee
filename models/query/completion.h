#pragma once

#include "models/query/expression.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// What an expression could go on with at a place in it, and what stands there already. Knows the language, no table.
struct CompletionContext {
    TextSpan replaced; ///< what a completion takes the place of: the word at the cursor, or nothing
    std::string typed; ///< of that, what stands before the cursor, without quotes and escapes

    bool columns = false;                ///< a column may begin here, or a walk over relations
    bool nodes = false;                  ///< the name that a walk begins or ends at may stand here
    std::vector<std::string> words;      ///< words and signs of the language that may stand here, in a useful order
    std::optional<OperandName> valuesOf; ///< a value of this operand may stand here
    /// A step of a path may stand here, or the part of a BRN: what has been written before `typed`, up to the dot.
    std::optional<OperandName> stepsOf;

    [[nodiscard]] bool isNothing() const { return !columns && !nodes && words.empty() && !valuesOf && !stepsOf; }
    friend bool operator==(const CompletionContext&, const CompletionContext&) = default;
};

/// What may stand at the cursor, a byte of the text. Nothing where only people know: within a regular expression, or
/// behind what can't be read. O(bytes).
CompletionContext completionAt(std::string_view text, std::size_t cursor);

} // namespace idscope
