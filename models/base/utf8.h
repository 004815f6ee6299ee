#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace idscope {

/// One step through UTF-8 text. A bad step covers the longest beginning of a sequence that could have become valid, at
/// least one byte (the practice of W3C and Python: one U+FFFD for each such step).
struct Utf8Step {
    char32_t codePoint = 0xFFFD;
    std::uint8_t length = 1;
    bool valid = false;
};

/// Whether a byte of 0x80 or more can begin a sequence.
constexpr bool isUtf8Lead(char byte) {
    const auto lead = static_cast<std::uint8_t>(byte);
    return lead >= 0xC2 && lead <= 0xF4;
}

/// The code point at byte `at`, which must be below the text's length. Overlong forms, surrogates and anything above
/// U+10FFFF are bad. O(1).
constexpr Utf8Step decodeUtf8(std::string_view text, std::size_t at) {
    const auto byteAt = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byteAt(at);
    if (lead < 0x80) return {lead, 1, true};
    if (!isUtf8Lead(text[at])) return {};
    const std::uint8_t needed = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    // The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF.
    std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    char32_t point = lead & (0x3FU >> needed);
    std::uint8_t length = 1;
    for (; length <= needed; ++length) {
        if (at + length >= text.size()) return {0xFFFD, length, false};
        const std::uint8_t byte = byteAt(at + length);
        if (byte < low || byte > high) return {0xFFFD, length, false};
        point = (point << 6U) | (byte & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {point, length, true};
}

/// Appends a code point, which must not be a surrogate nor above U+10FFFF.
inline void appendUtf8(std::string& out, char32_t point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6U));
        put(0x80 | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12U));
        put(0x80 | ((point >> 6U) & 0x3FU));
        put(0x80 | (point & 0x3FU));
    } else {
        put(0xF0 | (point >> 18U));
        put(0x80 | ((point >> 12U) & 0x3FU));
        put(0x80 | ((point >> 6U) & 0x3FU));
        put(0x80 | (point & 0x3FU));
    }
}

} // namespace idscope
