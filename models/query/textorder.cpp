#include "models/query/textorder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

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

/// By heads. Many are divided by their first bytes before they are compared: texts of one beginning stay in the order
/// they came in, most often that of memory.
void sortByHead(std::span<Headed> part, std::vector<Headed>& spare) {
    constexpr std::size_t few = 512;
    if (part.size() < few) {
        std::ranges::sort(part, {}, &Headed::head);
        return;
    }
    spare.resize(std::max(spare.size(), part.size()));
    std::span<Headed> from = part;
    std::span<Headed> to = std::span(spare).first(part.size());
    for (const unsigned shift : {40U, 48U, 56U}) {
        const auto byte = [shift](const Headed& one) { return (one.head >> shift) & 0xFFU; };
        std::array<std::size_t, 256> next{};
        for (const Headed& one : from)
            ++next[byte(one)];
        if (next[byte(from.front())] == from.size()) continue;
        std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t{0});
        for (const Headed& one : from)
            to[next[byte(one)]++] = one;
        std::swap(from, to);
    }
    if (from.data() != part.data()) std::ranges::copy(from, part.begin());
    for (std::size_t begin = 0; begin < part.size();) {
        std::size_t end = begin + 1;
        while (end < part.size() && part[end].head >> 40U == part[begin].head >> 40U)
            ++end;
        const std::span<Headed> run = part.subspan(begin, end - begin);
        if (!std::ranges::is_sorted(run, {}, &Headed::head)) std::ranges::sort(run, {}, &Headed::head);
        begin = end;
    }
}

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

void sortByBytes(std::vector<TextEntry>& entries, const std::stop_token& stop) {
    std::vector<Headed> headed(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        headed[i].entry = entries[i];
    std::vector<Headed> spare;
    std::vector<Range> open = {{0, headed.size(), 0}};
    while (!open.empty() && !stop.stop_requested()) {
        const Range range = open.back();
        open.pop_back();
        const std::span<Headed> part(headed.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                     range.end - range.begin);
        if (part.empty()) continue;
        const std::size_t at = agreement(part, range.at);
        for (Headed& one : part)
            one.head = headOf(one.entry.text, at);
        sortByHead(part, spare);
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
