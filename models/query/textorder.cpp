#include "models/query/textorder.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace idscope {

namespace {

constexpr std::size_t bytesPerHead = 7;
constexpr std::uint64_t goesOn = bytesPerHead + 1;

/// Seven bytes of a text from `at` on, and below them how many there were, so that a beginning comes first: as
/// integers, heads compare as the texts do.
std::uint64_t headOf(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < bytesPerHead; ++i)
        head = head << 8U | (i < rest.size() ? static_cast<std::uint8_t>(rest[i]) : 0U);
    return head << 8U | std::min<std::uint64_t>(rest.size(), goesOn);
}

struct Headed {
    std::uint64_t head = 0;
    TextEntry entry;
};

/// Texts that are equal up to a byte and still to be sorted from there.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t at = 0;
};

/// How far all texts of a part agree, which they do up to `at`.
std::size_t agreement(std::span<const Headed> part, std::size_t at) {
    const std::string_view first = part.front().entry.text;
    std::size_t agreed = first.size();
    for (const Headed& one : part) {
        const std::string_view text = one.entry.text.substr(0, agreed);
        std::size_t same = at;
        while (same < text.size() && text[same] == first[same])
            ++same;
        agreed = same;
    }
    return agreed;
}

} // namespace

void sortByBytes(std::vector<TextEntry>& entries) {
    std::vector<Headed> headed(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        headed[i].entry = entries[i];
    std::vector<Range> open = {{0, headed.size(), 0}};
    while (!open.empty()) {
        const Range range = open.back();
        open.pop_back();
        const std::span<Headed> part(headed.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                     range.end - range.begin);
        if (part.empty()) continue;
        const std::size_t at = agreement(part, range.at);
        for (Headed& one : part)
            one.head = headOf(one.entry.text, at);
        std::ranges::sort(part, {}, &Headed::head);
        for (std::size_t begin = 0; begin < part.size();) {
            std::size_t end = begin + 1;
            while (end < part.size() && part[end].head == part[begin].head)
                ++end;
            const bool equal = (part[begin].head & 0xFFU) != goesOn;
            if (end - begin > 1 && !equal) open.push_back({range.begin + begin, range.begin + end, at + bytesPerHead});
            begin = end;
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = headed[i].entry;
}

} // namespace idscope
