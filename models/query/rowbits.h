#pragma once

#include "models/query/query.h"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace idscope {

/// Some of a table's rows: a bit for each row.
class RowBits {
public:
    static constexpr std::uint32_t wordBits = 64;

    /// None of so many rows.
    explicit RowBits(std::uint32_t rows) : rows_(rows), words_(rows / wordBits + (rows % wordBits != 0 ? 1U : 0U)) {}

    /// A list, each row once, in any order. O(rows of the list).
    RowBits(std::span<const RowId> list, std::uint32_t rows) : RowBits(rows) {
        for (const RowId row : list)
            words_[row.value / wordBits] |= std::uint64_t{1} << (row.value % wordBits);
    }

    /// How many rows the table had.
    [[nodiscard]] std::uint32_t tableRows() const { return rows_; }
    /// The lowest bit of the first word is row 0; bits behind the last row are 0.
    [[nodiscard]] std::span<std::uint64_t> words() { return words_; }
    [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }

    [[nodiscard]] bool contains(RowId row) const {
        return ((words_[row.value / wordBits] >> (row.value % wordBits)) & 1U) != 0;
    }
    /// O(rows of the table / 64), as the next.
    [[nodiscard]] std::uint32_t count() const {
        std::uint32_t count = 0;
        for (const std::uint64_t word : words_)
            count += static_cast<std::uint32_t>(std::popcount(word));
        return count;
    }
    /// In file order. And O(rows of the list).
    [[nodiscard]] RowList list() const {
        RowList rows(count());
        RowId* next = rows.data();
        for (std::uint32_t first = 0; std::uint64_t word : words_) {
            for (; word != 0; word &= word - 1)
                *next++ = RowId{first + static_cast<std::uint32_t>(std::countr_zero(word))};
            first += wordBits;
        }
        return rows;
    }

private:
    std::uint32_t rows_;
    std::vector<std::uint64_t> words_;
};

} // namespace idscope
