#pragma once

#include "models/query/expression.h"

#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// Whether every character shows as itself, so that what is seen in an expression is what is meant. O(bytes).
bool isPlainText(std::string_view text);

/// A regular expression for exactly this text, characters that can't be seen or typed as escapes. O(bytes).
Regex exactRegex(std::string_view text);

/// The text that a regular expression made by exactRegex() is for; nothing of any other. O(bytes).
std::optional<std::string> exactTextOf(const Regex& regex);

} // namespace idscope
