#include "models/quality/repeatedrows.h"

#include <algorithm>
#include <cstdint>

namespace idscope {

namespace {

struct HashedRow {
    std::uint64_t hash = 0;
    RowId row;
};

std::vector<HashedRow> hashedRows(const Table& table, std::uint32_t columns) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    std::vector<HashedRow> rows(table.rowCount());
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        rows[row].row = RowId{row};
    for (std::uint32_t column = 0; column < columns; ++column) {
        std::uint32_t first = 0;
        for (const auto& block : table.blocks()) {
            const std::uint32_t count = std::min(block->rows, table.rowCount() - first);
            std::visit(
                [&](const auto& codes) {
                    for (std::uint32_t i = 0; i < count; ++i) {
                        std::uint64_t& hash = rows[first + i].hash;
                        hash = (hash ^ codes[i]) * factor;
                        hash ^= hash >> 29U;
                    }
                },
                block->columns[column]);
            first += count;
        }
    }
    return rows;
}

} // namespace

std::vector<RowId> repeatedRows(const Table& table, const std::stop_token& stop) {
    const auto isFromFile = [](const Column& column) { return !column.isDerived(); };
    const auto columns = static_cast<std::uint32_t>(std::ranges::count_if(table.columns(), isFromFile));
    std::vector<HashedRow> rows = hashedRows(table, columns);
    // Cells beyond the header are in no column: rows that have some are the same as no other.
    std::erase_if(rows, [&](const HashedRow& row) { return table.raggedAt(row.row) != nullptr; });
    if (stop.stop_requested()) return {};
    const auto order = [&](const HashedRow& a, const HashedRow& b) {
        if (a.hash != b.hash) return a.hash <=> b.hash;
        for (std::uint32_t column = 0; column < columns; ++column) {
            const auto cells = table.code(a.row, ColumnId{column}) <=> table.code(b.row, ColumnId{column});
            if (cells != 0) return cells;
        }
        return std::strong_ordering::equal;
    };
    std::ranges::sort(rows, [&](const HashedRow& a, const HashedRow& b) {
        const auto cells = order(a, b);
        return cells != 0 ? cells < 0 : a.row < b.row;
    });
    std::vector<RowId> repeated;
    for (std::size_t i = 1; i < rows.size() && !stop.stop_requested(); ++i)
        if (order(rows[i - 1], rows[i]) == 0) repeated.push_back(rows[i].row);
    std::ranges::sort(repeated);
    return repeated;
}

} // namespace idscope
