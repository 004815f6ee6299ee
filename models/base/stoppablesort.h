#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace idscope {

/// Sorts in pieces of a few ms, so that one can stop in between: what is not sorted by then stays so. O(n × log n),
/// with room for half of the values.
template <class T, class Less = std::ranges::less>
void sortUntilStopped(std::span<T> values, const std::stop_token& stop, Less less = {}) {
    constexpr std::size_t few = std::size_t{1} << 16U;
    if (stop.stop_requested()) return;
    if (values.size() <= few) {
        std::ranges::sort(values, less);
        return;
    }
    const std::size_t half = values.size() / 2;
    sortUntilStopped(values.first(half), stop, less);
    sortUntilStopped(values.subspan(half), stop, less);
    if (stop.stop_requested()) return;
    std::vector<T> left(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(half));
    auto from = left.begin();
    auto other = values.begin() + static_cast<std::ptrdiff_t>(half);
    auto to = values.begin();
    while (from != left.end() && !stop.stop_requested())
        for (std::size_t i = 0; i < few && from != left.end(); ++i)
            *to++ = std::move(other != values.end() && less(*other, *from) ? *other++ : *from++);
    std::move(from, left.end(), to); // when stopped: the rest of `other` is in its place already
}

} // namespace idscope
