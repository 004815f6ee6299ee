#pragma once

#include "models/table/table.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <variant>

namespace idscope {

/// Calls `visit(index, code)` for each of the rows. Rows of one block that stand together are read with one look at how
/// the block keeps its codes.
template <class Visit>
void forEachCode(const Table& table, ColumnId column, std::span<const RowId> rows, Visit visit) {
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::uint32_t block = rows[begin].value >> Block::shift;
        std::size_t end = begin;
        std::visit(
            [&](const auto& codes) {
                for (; end < rows.size() && rows[end].value >> Block::shift == block; ++end)
                    visit(end, codes[rows[end].value & Block::mask]);
            },
            table.blocks()[block]->columns[column.value]);
        begin = end;
    }
}

/// The same of the rows from `begin` to before `end`.
template <class Visit>
void forEachCode(const Table& table, ColumnId column, RowId begin, RowId end, Visit visit) {
    for (std::uint32_t row = begin.value; row < end.value;) {
        const std::uint32_t block = row >> Block::shift;
        const std::uint32_t last = std::min(end.value - 1, row | Block::mask) + 1;
        std::visit(
            [&](const auto& codes) {
                for (; row < last; ++row)
                    visit(row - begin.value, codes[row & Block::mask]);
            },
            table.blocks()[block]->columns[column.value]);
    }
}

} // namespace idscope
