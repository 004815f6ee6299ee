#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

namespace idscope {

/// A text to sort, and what it stands for.
struct TextEntry {
    std::string_view text;
    std::uint32_t what = 0;
    bool repeats = false;   ///< once sorted: the text before is the same
    std::uint64_t head = 0; ///< sortByBytes() works with it
};

/// Sorts by bytes; equal texts end up side by side in any order. Looks at seven bytes at a time and at each byte of a
/// common beginning a few times, so that a hundred thousand BRNs of one tenant cost no more than other texts. When
/// stopped, they end up in any order.
void sortByBytes(std::vector<TextEntry>& entries, const std::stop_token& stop = {});

} // namespace idscope
