#pragma once

#include "models/filter/filterparts.h"

#include <optional>

namespace idscope {

/// Whether searches for text tell capital letters from small ones: what the switch for case shows. Searches are words,
/// `~`, `starts with`, `ends with`; those that tell are regular expressions for the same text, in any place of the
/// expression.
enum class LetterCase : unsigned char { Ignored, Told, Mixed };

/// Nothing when the filter searches for no text.
std::optional<LetterCase> letterCaseOf(const FilterParts& parts);

/// The same searches, telling capital letters from small ones or not: `bond` and `/bond/`, `name ends with id` and
/// `name matches /id\z/`. Everything else, and every part that is off, stays as it is.
FilterParts withLetterCase(const FilterParts& parts, bool told);

} // namespace idscope
