#pragma once

#include "models/base/ids.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace idscope {

/// Rows of one table as one bit each: the relations that a walk may follow. Immutable; any thread.
class RowSet {
public:
    /// `rows` of a table that has `rowCount`. O(rowCount / 64 + rows).
    RowSet(std::span<const RowId> rows, std::uint32_t rowCount) : words_(rowCount / bits + 1) {
        for (const RowId row : rows)
            words_[row.value / bits] |= std::uint64_t{1} << (row.value % bits);
    }

    [[nodiscard]] bool contains(RowId row) const { return (words_[row.value / bits] >> (row.value % bits) & 1U) != 0; }

private:
    static constexpr std::uint32_t bits = 64;
    std::vector<std::uint64_t> words_;
};

/// Null: every row.
using RowSetPtr = std::shared_ptr<const RowSet>;

} // namespace idscope
