#include "models/table/blockbuilder.h"

#include <limits>
#include <utility>

namespace idscope {

namespace {

template <class Wide, class Narrow>
std::vector<Wide> widened(const std::vector<Narrow>& codes) {
    std::vector<Wide> wide;
    wide.reserve(codes.capacity());
    wide.assign(codes.begin(), codes.end());
    return wide;
}

template <class Narrow>
bool fits(std::uint32_t code) {
    return code <= std::numeric_limits<Narrow>::max();
}

void push(CodeArray& array, std::uint32_t code) {
    if (auto* bytes = std::get_if<std::vector<std::uint8_t>>(&array)) {
        if (fits<std::uint8_t>(code)) return bytes->push_back(static_cast<std::uint8_t>(code));
        if (fits<std::uint16_t>(code))
            array = widened<std::uint16_t>(*bytes);
        else
            array = widened<std::uint32_t>(*bytes);
    }
    if (auto* words = std::get_if<std::vector<std::uint16_t>>(&array)) {
        if (fits<std::uint16_t>(code)) return words->push_back(static_cast<std::uint16_t>(code));
        array = widened<std::uint32_t>(*words);
    }
    std::get<std::vector<std::uint32_t>>(array).push_back(code);
}

} // namespace

void BlockBuilder::add(std::span<const std::uint32_t> codes, std::uint64_t offset) {
    for (std::size_t column = 0; column < codes.size(); ++column)
        push(block_.columns[column], codes[column]);
    block_.offsets.push_back(offset);
    ++block_.rows;
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
