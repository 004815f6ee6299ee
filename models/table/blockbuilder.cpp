#include "models/table/blockbuilder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace idscope {

namespace {

template <class Wide>
CodeArray widened(const CodeArray& codes) {
    return std::visit([](const auto& narrow) -> CodeArray { return std::vector<Wide>(narrow.begin(), narrow.end()); },
                      codes);
}

template <class Narrow>
bool fits(std::uint32_t code) {
    return code <= std::numeric_limits<Narrow>::max();
}

/// Makes room for codes up to the largest.
void widen(CodeArray& array, std::uint32_t largest) {
    const bool bytes = std::holds_alternative<std::vector<std::uint8_t>>(array);
    const bool words = std::holds_alternative<std::vector<std::uint16_t>>(array);
    if (!fits<std::uint16_t>(largest) && (bytes || words))
        array = widened<std::uint32_t>(array);
    else if (!fits<std::uint8_t>(largest) && bytes)
        array = widened<std::uint16_t>(array);
}

} // namespace

void BlockBuilder::add(std::span<const std::vector<std::uint32_t>> columns, std::span<const std::uint64_t> offsets) {
    if (offsets.empty()) return;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const std::vector<std::uint32_t>& codes = columns[column];
        widen(block_.columns[column], std::ranges::max(codes));
        std::visit(
            [&]<class Narrow>(std::vector<Narrow>& narrow) {
                const std::size_t before = narrow.size();
                narrow.resize(before + codes.size());
                std::ranges::transform(codes, narrow.begin() + static_cast<std::ptrdiff_t>(before),
                                       [](std::uint32_t code) { return static_cast<Narrow>(code); });
            },
            block_.columns[column]);
    }
    block_.offsets.insert(block_.offsets.end(), offsets.begin(), offsets.end());
    block_.rows += static_cast<std::uint32_t>(offsets.size());
}

std::shared_ptr<const Block> BlockBuilder::take() {
    Block next;
    next.columns.resize(block_.columns.size());
    std::swap(next, block_);
    for (CodeArray& column : next.columns)
        std::visit([](auto& codes) { codes.shrink_to_fit(); }, column);
    next.offsets.shrink_to_fit();
    return std::make_shared<const Block>(std::move(next));
}

} // namespace idscope
