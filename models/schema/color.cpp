#include "models/schema/color.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace idscope {

namespace {

constexpr int hexDigit(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/// The part of a hex colour at `index`: red, green, blue, alpha; 0 to 255.
unsigned channel(std::string_view color, std::size_t index) {
    const std::string_view digits = color.substr(1);
    const bool brief = digits.size() == 3;
    const int high = hexDigit(digits[brief ? index : 2 * index]);
    const int low = brief ? high : hexDigit(digits[2 * index + 1]);
    return static_cast<unsigned>(16 * high + low);
}

/// Relative luminance as WCAG 2.1 defines it.
double luminance(std::string_view color) {
    const auto part = [&](std::size_t index) {
        const double value = channel(color, index) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}

} // namespace

bool isHexColor(std::string_view text) {
    const bool sized = text.size() == 4 || text.size() == 7 || text.size() == 9;
    return sized && text.front() == '#' &&
           std::ranges::all_of(text.substr(1), [](char digit) { return hexDigit(digit) >= 0; });
}

std::optional<std::uint32_t> argbOf(std::string_view text) {
    if (!isHexColor(text)) return std::nullopt;
    constexpr std::size_t withAlpha = 9;
    const unsigned alpha = text.size() == withAlpha ? channel(text, 3) : 0xFFU;
    return alpha << 24U | channel(text, 0) << 16U | channel(text, 1) << 8U | channel(text, 2);
}

std::string contrastRatio(std::string_view foreground, std::string_view background) {
    if (!isHexColor(foreground) || !isHexColor(background)) return {};
    const double first = luminance(foreground);
    const double second = luminance(background);
    const double ratio = (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
    // Not printf, which would write the decimal comma of some locales.
    std::array<char, 16> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), ratio, std::chars_format::fixed, 2);
    return {text.data(), written.ptr};
}

} // namespace idscope
