#include "models/query/textsearch.h"

#include "models/query/fold.h"

#include <cstdint>

namespace idscope {

namespace {

bool isAscii(std::string_view text) {
    std::uint8_t bits = 0;
    for (const char byte : text) // no early end, so that it becomes vector code
        bits |= static_cast<std::uint8_t>(byte);
    return bits < 0x80;
}

/// A folded ASCII byte: `byte | caseBit` equals it for both cases of a letter, and for nothing else.
struct AnyCase {
    explicit AnyCase(char folded)
        : byte(static_cast<std::uint8_t>(folded)), caseBit(folded >= 'a' && folded <= 'z' ? 0x20 : 0) {}
    std::uint8_t byte;
    std::uint8_t caseBit;
};

/// Whether three bytes stand somewhere in the text at their distances: `begin`, `middle` after it, `end` after it.
bool findsThree(std::string_view text, std::string_view needle) {
    const AnyCase first(needle.front());
    const AnyCase middle(needle[needle.size() / 2]);
    const AnyCase last(needle.back());
    const char* a = text.data();
    const char* b = a + needle.size() / 2;
    const char* c = a + needle.size() - 1;
    const auto differs = [](char byte, AnyCase wanted) {
        return static_cast<std::uint8_t>((static_cast<std::uint8_t>(byte) | wanted.caseBit) ^ wanted.byte);
    };
    std::uint8_t found = 0;
    for (std::size_t i = 0; i + needle.size() <= text.size(); ++i) {
        const auto missed =
            static_cast<std::uint8_t>(differs(a[i], first) | differs(b[i], middle) | differs(c[i], last));
        found |= static_cast<std::uint8_t>(missed == 0);
    }
    return found != 0;
}

} // namespace

TextSearch::TextSearch(std::string_view needle, Where where) : where_(where), possible_(isUtf8(needle)) {
    foldInto(needle_, needle);
    ascii_ = isAscii(needle_); // ſ and the Kelvin sign fold to ASCII
}

bool TextSearch::operator()(std::string_view text) {
    if (!possible_ || !mayContain(text)) return false;
    foldInto(buffer_, text);
    switch (where_) {
    case Where::Anywhere:
        return buffer_.contains(needle_);
    case Where::AtBegin:
        return buffer_.starts_with(needle_);
    case Where::AtEnd:
        return buffer_.ends_with(needle_);
    }
    return false;
}

/// Cheap, and wrong only in saying yes. ASCII folds to ASCII alone, so only other texts may match what is not written.
bool TextSearch::mayContain(std::string_view text) const {
    if (!isAscii(text)) return true;
    return ascii_ && needle_.size() <= text.size() && (needle_.empty() || findsThree(text, needle_));
}

} // namespace idscope
