#include "models/query/naturalorder.h"

#include "models/query/fold.h"

#include <algorithm>

namespace idscope {

namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// The more digits, the greater the number: their count goes first, one byte for counts people meet, nine for others.
void appendCount(std::string& key, std::size_t count) {
    constexpr std::size_t longCount = 0xFF;
    if (count < longCount) {
        key += static_cast<char>(count);
        return;
    }
    key += static_cast<char>(longCount);
    for (int shift = 56; shift >= 0; shift -= 8)
        key += static_cast<char>((count >> static_cast<unsigned>(shift)) & 0xFFU);
}

} // namespace

std::string naturalKey(std::string_view text) {
    std::string folded;
    foldInto(folded, text); // leaves digits alone, and UTF-8 compares as its code points do
    const auto firstDigit = std::ranges::find_if(folded, isDigit);
    if (firstDigit == folded.end()) return folded;

    std::string key(folded.begin(), firstDigit);
    for (auto at = firstDigit; at != folded.end();) {
        if (!isDigit(*at)) {
            key += *at++;
            continue;
        }
        const auto end = std::find_if_not(at, folded.end(), isDigit);
        const auto significant = std::find_if(at, end, [](char digit) { return digit != '0'; });
        key += '0'; // against other text, a number stands where digits stand
        appendCount(key, static_cast<std::size_t>(end - significant));
        key.append(significant, end);
        at = end;
    }
    return key;
}

} // namespace idscope
