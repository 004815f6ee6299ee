#pragma once

#include <cstddef>

namespace idscope {

/// A stretch of UTF-8 text in bytes: [begin, begin + length). An empty span stands between two bytes.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t length = 0;
    friend constexpr bool operator==(const TextSpan&, const TextSpan&) = default;
    [[nodiscard]] constexpr std::size_t end() const { return begin + length; }
};

} // namespace idscope
