#pragma once

#include "models/table/block.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace idscope {

/// Fills one block after the other; each column stays as narrow as its codes allow. One thread.
class BlockBuilder {
public:
    explicit BlockBuilder(std::size_t columns) : filling_{.columns = std::vector<Codes>(columns)} {}

    /// Appends rows, no more than there is room for: the codes of every column, and the bytes of the source at which
    /// the records start. O(columns × rows).
    void add(std::span<const std::vector<std::uint32_t>> columns, std::span<const std::uint64_t> offsets);
    /// Notes that a row is ragged, in order of rows.
    void addRagged(RaggedRow ragged) { filling_.ragged.push_back(std::move(ragged)); }

    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(filling_.offsets.size()); }
    [[nodiscard]] bool isFull() const { return rows() == Block::capacity; }

    /// The rows so far, copied: building goes on.
    [[nodiscard]] std::shared_ptr<const Block> copy() const { return blockOf(filling_); }
    /// The rows so far; the next row begins a new block.
    [[nodiscard]] std::shared_ptr<const Block> take();

private:
    using Codes = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;
    struct Filling {
        std::vector<Codes> columns;
        std::vector<std::uint64_t> offsets;
        std::vector<RaggedRow> ragged;
    };
    template <class Wide>
    static Codes widened(const Codes& codes);
    static void widen(Codes& codes, std::uint32_t largest);
    static std::shared_ptr<const Block> blockOf(Filling filling);

    Filling filling_;
};

} // namespace idscope
