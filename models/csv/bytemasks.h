#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace idscope {

/// Where the bytes that mean something in CSV stand among 64 bytes: a bit per byte, the first byte lowest.
struct ByteMasks {
    static constexpr std::size_t width = 64;

    std::uint64_t quotes = 0;
    std::uint64_t commas = 0;
    std::uint64_t lineFeeds = 0;
    std::uint64_t returns = 0;
    std::uint64_t quoted = 0; ///< behind an odd number of quotes: from an opening one to before its closing one
    friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

/// Fills masks for as many times 64 bytes. `quoted` is all ones when the bytes begin behind an odd number of quotes,
/// else 0; the answer is the same for what follows them.
using MaskFinder = std::uint64_t (*)(const char* bytes, std::span<ByteMasks> masks, std::uint64_t quoted);

/// In plain C++: for any processor, and the measure of the others.
std::uint64_t findMasksPortably(const char* bytes, std::span<ByteMasks> masks, std::uint64_t quoted);

/// The fastest this processor has.
MaskFinder fastestMaskFinder();

/// Calls `visit(position, masks)` for every 64 bytes of a text; the last bytes are filled up with zeros. O(bytes).
template <class Visit>
void forEachMasks(std::string_view text, bool quoted, MaskFinder find, Visit visit) {
    std::array<ByteMasks, 64> masks; // so many that they stay in the nearest cache
    std::uint64_t state = quoted ? ~std::uint64_t{0} : 0;
    std::size_t position = 0;
    const auto some = [&](const char* bytes, std::size_t count) {
        state = find(bytes, std::span(masks).first(count), state);
        for (std::size_t i = 0; i < count; ++i, position += ByteMasks::width)
            visit(position, masks[i]);
    };
    while (text.size() - position >= ByteMasks::width)
        some(text.data() + position, std::min((text.size() - position) / ByteMasks::width, masks.size()));
    if (position == text.size()) return;
    std::array<char, ByteMasks::width> last{};
    std::memcpy(last.data(), text.data() + position, text.size() - position);
    some(last.data(), 1);
}

} // namespace idscope
