#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Unicode's simple case folding (C + S): one code point to one. O(1).
char32_t foldedCase(char32_t point);

/// UTF-8 text with every code point folded; bad bytes stay as they are. O(bytes).
std::string foldedCase(std::string_view text);

} // namespace idscope
