#include "models/query/fold.h"

#include "models/base/casefold.h"
#include "models/base/utf8.h"

#include <cstdint>

namespace idscope {

void foldInto(std::string& buffer, std::string_view text) {
    buffer.resize(text.size());
    std::uint8_t bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) { // without branches, so that it becomes vector code
        const auto byte = static_cast<std::uint8_t>(text[i]);
        buffer[i] = static_cast<char>(byte + (byte >= 'A' && byte <= 'Z' ? 'a' - 'A' : 0));
        bits |= byte;
    }
    if (bits < 0x80) return;

    buffer.clear();
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (step.valid) {
            appendUtf8(buffer, foldedCase(step.codePoint));
        } else {
            buffer.append(text, at, step.length);
        }
        at += step.length;
    }
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

} // namespace idscope
