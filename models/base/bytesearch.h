#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace idscope::bytesearch {

using Word = std::uint64_t;
inline constexpr std::size_t wordBytes = sizeof(Word);

inline Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, wordBytes);
    return word;
}

inline constexpr Word ones = 0x0101010101010101;
inline constexpr Word low = 0x7F * ones;
inline constexpr Word high = 0x80 * ones;

/// The top bit of every byte that equals `target`, exactly.
constexpr Word equalBytes(Word word, char target) {
    const Word difference = word ^ (static_cast<std::uint8_t>(target) * ones);
    return ~(((difference & low) + low) | difference | low);
}

/// The top bit of every byte that is no printable ASCII: controls, and whatever is not ASCII; DEL counts as printable.
constexpr Word unprintable(Word word) {
    return (~((word & low) + (0x80 - 0x20) * ones) | word) & high;
}

template <char... targets>
constexpr Word anyOf(Word word) {
    return (equalBytes(word, targets) | ...);
}

/// How many bytes precede the first marked one; `marks` is not 0.
constexpr std::size_t firstMarked(Word marks) {
    if constexpr (std::endian::native == std::endian::little)
        return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
    else
        return static_cast<std::size_t>(std::countl_zero(marks)) / 8;
}

/// The first marked byte in [at, end), or end; eight bytes at a time. `marks` sets the top bit of the same bytes of a
/// word that `isMarked` tells.
template <class Marks, class IsMarked>
const char* findMarked(const char* at, const char* end, Marks marks, IsMarked isMarked) {
    for (; end - at >= static_cast<std::ptrdiff_t>(wordBytes); at += wordBytes)
        if (const Word found = marks(load(at))) return at + firstMarked(found);
    while (at != end && !isMarked(*at))
        ++at;
    return at;
}

/// The first of the targets in [at, end), or end.
template <char... targets>
const char* find(const char* at, const char* end) {
    return findMarked(at, end, anyOf<targets...>, [](char byte) { return ((byte == targets) || ...); });
}

} // namespace idscope::bytesearch
