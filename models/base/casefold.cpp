#include "models/base/casefold.h"

#include "models/base/utf8.h"

#include <QChar>

namespace idscope {

char32_t foldedCase(char32_t point) {
    if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
    return QChar::toCaseFolded(point);
}

std::string foldedCase(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (step.codePoint < 0x80)
            folded += static_cast<char>(foldedCase(step.codePoint));
        else if (step.valid)
            appendUtf8(folded, foldedCase(step.codePoint));
        else
            folded += text.substr(at, step.length);
        at += step.length;
    }
    return folded;
}

} // namespace idscope
