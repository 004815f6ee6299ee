#pragma once

#include "models/table/block.h"

#include <memory>
#include <span>

namespace idscope {

/// Fills one block after the other; each column stays as narrow as its codes allow. One thread.
class BlockBuilder {
public:
    explicit BlockBuilder(std::size_t columns) { block_.columns.resize(columns); }

    /// Appends rows, no more than there is room for: the codes of every column, and the bytes of the source at which
    /// the records start. O(columns × rows).
    void add(std::span<const std::vector<std::uint32_t>> columns, std::span<const std::uint64_t> offsets);
    /// Notes that a row is ragged, in order of rows.
    void addRagged(RaggedRow ragged) { block_.ragged.push_back(std::move(ragged)); }

    [[nodiscard]] std::uint32_t rows() const { return block_.rows; }
    [[nodiscard]] bool isFull() const { return block_.rows == Block::capacity; }

    /// The rows so far, copied: building goes on.
    [[nodiscard]] std::shared_ptr<const Block> copy() const { return std::make_shared<const Block>(block_); }
    /// The rows so far; the next row begins a new block.
    [[nodiscard]] std::shared_ptr<const Block> take();

private:
    Block block_;
};

} // namespace idscope
