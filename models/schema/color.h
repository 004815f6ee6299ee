#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// Whether the text is a hex colour: `#` and 3, 6 or 8 hex digits.
bool isHexColor(std::string_view text);

/// A hex colour as 0xAARRGGBB; nothing for any other text.
std::optional<std::uint32_t> argbOf(std::string_view text);

/// WCAG 2.1 contrast ratio of two hex colours (alpha ignored) as text with two decimals, "1.00" … "21.00"; empty when
/// one of them is not a hex colour.
std::string contrastRatio(std::string_view foreground, std::string_view background);

} // namespace idscope
