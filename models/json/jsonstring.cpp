#include "models/base/utf8.h"
#include "models/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace idscope {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// The 16 bits of `\uXXXX` at `at`; nothing when something else stands there.
std::optional<char32_t> unicodeEscape(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("\\u") || text.size() < at + 6) return {};
    std::uint16_t unit = 0;
    const char* digits = text.data() + at + 2;
    if (std::from_chars(digits, digits + 4, unit, 16).ptr != digits + 4) return {};
    return unit;
}

constexpr bool isHighSurrogate(char32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool isLowSurrogate(char32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// Appends what `\u` at `at` stands for, with the second half of a pair; returns its length.
std::size_t decodeUnicodeEscape(std::string& out, std::string_view text, std::size_t at) {
    const std::optional<char32_t> first = unicodeEscape(text, at);
    const std::optional<char32_t> second =
        first && isHighSurrogate(*first) ? unicodeEscape(text, at + 6) : std::optional<char32_t>();
    if (first && second && isLowSurrogate(*second)) {
        appendUtf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
        return 12;
    }
    const bool alone = !first || isHighSurrogate(*first) || isLowSurrogate(*first);
    appendUtf8(out, alone ? replacement : *first);
    return first ? 6 : 2;
}

struct ShortEscape {
    char letter;
    char byte;
};
constexpr std::array shortEscapes{
    ShortEscape{'b', '\b'}, ShortEscape{'f', '\f'}, ShortEscape{'n', '\n'},
    ShortEscape{'r', '\r'}, ShortEscape{'t', '\t'},
};

} // namespace

std::string decodeJsonString(std::string_view token) {
    // A token cut off by the end of a broken text has no closing quote, and may end in half an escape.
    if (token.starts_with('"')) token.remove_prefix(1);
    std::string out;
    out.reserve(token.size());
    for (std::size_t at = 0; at < token.size() && token[at] != '"';) {
        if (token[at] != '\\') {
            const std::size_t end = std::min(token.find_first_of("\\\"", at), token.size());
            out.append(token, at, end - at);
            at = end;
        } else if (token.substr(at).starts_with("\\u")) {
            at += decodeUnicodeEscape(out, token, at);
        } else {
            ++at;
            if (at == token.size()) break;
            const auto* escape = std::ranges::find(shortEscapes, token[at], &ShortEscape::letter);
            out.push_back(escape != shortEscapes.end() ? escape->byte : token[at]);
            ++at;
        }
    }
    return out;
}

bool jsonStringIs(std::string_view token, std::string_view text) {
    if (token.contains('\\')) return decodeJsonString(token) == text;
    return token.size() == text.size() + 2 && token.substr(1, text.size()) == text;
}

std::string encodeJsonString(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    out.reserve(text.size() + 2);
    out.push_back('"');
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step point = decodeUtf8(text, at);
        const char byte = text[at];
        if (!point.valid) {
            appendUtf8(out, replacement);
        } else if (byte == '"' || byte == '\\') {
            out.push_back('\\');
            out.push_back(byte);
        } else if (point.codePoint < 0x20) {
            const auto* escape = std::ranges::find(shortEscapes, byte, &ShortEscape::byte);
            if (escape != shortEscapes.end()) {
                out.push_back('\\');
                out.push_back(escape->letter);
            } else {
                out.append("\\u00");
                out.push_back(hex[point.codePoint >> 4U]);
                out.push_back(hex[point.codePoint & 0xFU]);
            }
        } else {
            out.append(text, at, point.length);
        }
        at += point.length;
    }
    out.push_back('"');
    return out;
}

} // namespace idscope
