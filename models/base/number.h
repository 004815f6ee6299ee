#pragma once

#include <string_view>

namespace idscope {

/// Whether the text is a number as the filter language and the Number columns mean it:
/// `[+-]?(digits[.digits*]|.digits)([eE][+-]?digits)?`, no blanks. O(length).
constexpr bool isNumber(std::string_view text) {
    const auto skipSign = [&] {
        if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    };
    const auto skipDigits = [&] {
        const std::size_t before = text.size();
        while (!text.empty() && text.front() >= '0' && text.front() <= '9')
            text.remove_prefix(1);
        return before - text.size();
    };
    skipSign();
    const std::size_t whole = skipDigits();
    std::size_t fraction = 0;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        fraction = skipDigits();
    }
    if (whole + fraction == 0) return false;
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
        text.remove_prefix(1);
        skipSign();
        if (skipDigits() == 0) return false;
    }
    return text.empty();
}

} // namespace idscope
