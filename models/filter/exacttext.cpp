#include "models/filter/exacttext.h"

#include "models/base/utf8.h"
#include "models/items/displaytext.h"

#include <QChar>

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace idscope {

namespace {

constexpr char32_t noBreakSpace = 0xA0; // looks like a blank, and is none
constexpr std::string_view patternBegin = "\\A";
constexpr std::string_view patternEnd = "\\z";
constexpr std::string_view escapeBegin = "\\x{";

/// Whether the character stands for itself in a pattern, and shows.
bool isLiteral(char32_t point, std::string_view character) {
    if (point >= 0x80) return isPlainText(character);
    return (point >= '0' && point <= '9') || ((point | 0x20U) >= 'a' && (point | 0x20U) <= 'z') ||
           std::string_view(" _-:,;@=\"'<>!%&~").contains(character.front());
}

} // namespace

bool isPlainText(std::string_view text) {
    if (!displayText(text, std::numeric_limits<qsizetype>::max()).marks.isEmpty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (step.codePoint == noBreakSpace || QChar::isNonCharacter(step.codePoint)) return false;
        at += step.length;
    }
    return true;
}

Regex exactRegex(std::string_view text) {
    std::string pattern(patternBegin);
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        const std::string_view character = text.substr(at, step.length);
        if (isLiteral(step.codePoint, character)) {
            pattern += character;
        } else {
            std::array<char, 16> escape{};
            const int length =
                std::snprintf(escape.data(), escape.size(), "\\x{%X}", static_cast<unsigned>(step.codePoint));
            pattern.append(escape.data(), static_cast<std::size_t>(length));
        }
        at += step.length;
    }
    pattern += patternEnd;
    return {.pattern = std::move(pattern), .ignoreCase = false, .span = {}};
}

std::optional<std::string> exactTextOf(const Regex& regex) {
    std::string_view rest = regex.pattern;
    if (regex.ignoreCase || !rest.starts_with(patternBegin) || !rest.ends_with(patternEnd)) return std::nullopt;
    rest = rest.substr(patternBegin.size());
    if (rest.size() < patternEnd.size()) return std::nullopt;
    rest.remove_suffix(patternEnd.size());
    std::string text;
    while (!rest.empty()) {
        if (!rest.starts_with(escapeBegin)) {
            text += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        rest.remove_prefix(escapeBegin.size());
        std::uint32_t point = 0;
        const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), point, 16);
        if (problem != std::errc{} || end == rest.data() + rest.size() || *end != '}') return std::nullopt;
        if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return std::nullopt;
        appendUtf8(text, point);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    }
    // Whatever else the pattern may hold, only its own spelling says the same.
    if (exactRegex(text) != regex) return std::nullopt;
    return text;
}

} // namespace idscope
