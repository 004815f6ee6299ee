#include "models/table/block.h"

#include <algorithm>
#include <limits>

namespace idscope {

CodeArray narrowed(std::span<const std::uint32_t> codes) {
    const auto copied = [&]<class Narrow>(std::vector<Narrow> narrow) -> CodeArray {
        narrow.resize(codes.size());
        std::ranges::transform(codes, narrow.begin(), [](std::uint32_t code) { return static_cast<Narrow>(code); });
        return narrow;
    };
    const std::uint32_t largest = codes.empty() ? 0 : std::ranges::max(codes);
    if (largest <= std::numeric_limits<std::uint8_t>::max()) return copied(std::vector<std::uint8_t>());
    if (largest <= std::numeric_limits<std::uint16_t>::max()) return copied(std::vector<std::uint16_t>());
    return copied(std::vector<std::uint32_t>());
}

} // namespace idscope
