#include "models/table/blockbuilder.h"

#include <algorithm>
#include <limits>

namespace idscope {

namespace {

template <class Narrow>
bool fits(std::uint32_t code) {
    return code <= std::numeric_limits<Narrow>::max();
}

} // namespace

template <class Wide>
BlockBuilder::Codes BlockBuilder::widened(const Codes& codes) {
    return std::visit([](const auto& narrow) -> Codes { return std::vector<Wide>(narrow.begin(), narrow.end()); },
                      codes);
}

/// Makes room for codes up to the largest.
void BlockBuilder::widen(Codes& codes, std::uint32_t largest) {
    const bool bytes = std::holds_alternative<std::vector<std::uint8_t>>(codes);
    const bool words = std::holds_alternative<std::vector<std::uint16_t>>(codes);
    if (!fits<std::uint16_t>(largest) && (bytes || words))
        codes = widened<std::uint32_t>(codes);
    else if (!fits<std::uint8_t>(largest) && bytes)
        codes = widened<std::uint16_t>(codes);
}

void BlockBuilder::add(std::span<const std::vector<std::uint32_t>> columns, std::span<const std::uint64_t> offsets) {
    if (offsets.empty()) return;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const std::vector<std::uint32_t>& codes = columns[column];
        widen(filling_.columns[column], std::ranges::max(codes));
        std::visit(
            [&]<class Narrow>(std::vector<Narrow>& narrow) {
                const std::size_t before = narrow.size();
                narrow.resize(before + codes.size());
                std::ranges::transform(codes, narrow.begin() + static_cast<std::ptrdiff_t>(before),
                                       [](std::uint32_t code) { return static_cast<Narrow>(code); });
            },
            filling_.columns[column]);
    }
    filling_.offsets.insert(filling_.offsets.end(), offsets.begin(), offsets.end());
}

std::shared_ptr<const Block> BlockBuilder::take() {
    Filling next{.columns = std::vector<Codes>(filling_.columns.size())};
    std::swap(next, filling_);
    for (Codes& column : next.columns)
        std::visit([](auto& codes) { codes.shrink_to_fit(); }, column);
    next.offsets.shrink_to_fit();
    return blockOf(std::move(next));
}

std::shared_ptr<const Block> BlockBuilder::blockOf(Filling filling) {
    auto block = std::make_shared<Block>();
    const auto kept = std::make_shared<const Filling>(std::move(filling));
    for (const Codes& column : kept->columns)
        block->columns.push_back(std::visit([](const auto& codes) -> CodeArray { return std::span(codes); }, column));
    block->offsets = kept->offsets;
    block->ragged = kept->ragged;
    block->rows = static_cast<std::uint32_t>(kept->offsets.size());
    block->owner = kept;
    return block;
}

} // namespace idscope
