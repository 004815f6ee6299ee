#include "models/quality/repeatedrows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace idscope {

namespace {

struct HashedRow {
    std::uint64_t hash = 0;
    RowId row;
};

/// When stopped, the hashes are unfinished.
std::vector<HashedRow> hashedRows(const Table& table, std::uint32_t columns, const std::stop_token& stop) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    std::vector<HashedRow> rows(table.rowCount());
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        rows[row].row = RowId{row};
    for (std::uint32_t column = 0; column < columns && !stop.stop_requested(); ++column) {
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

/// By hash, equal ones by row: part by part, so that one can stop in between.
void sortByHash(std::span<HashedRow> rows, const std::stop_token& stop, unsigned bit = 63) {
    constexpr std::size_t few = 1U << 16U;
    constexpr unsigned lastBit = 48; // beyond, rows are many that have the same hash
    if (stop.stop_requested()) return;
    if (rows.size() <= few || bit == lastBit) {
        std::ranges::sort(rows, [](const HashedRow& a, const HashedRow& b) {
            return a.hash != b.hash ? a.hash < b.hash : a.row < b.row;
        });
        return;
    }
    const auto high =
        std::ranges::partition(rows, [bit](const HashedRow& row) { return ((row.hash >> bit) & 1U) == 0; });
    const std::size_t low = rows.size() - high.size();
    sortByHash(rows.first(low), stop, bit - 1);
    sortByHash(rows.subspan(low), stop, bit - 1);
}

} // namespace

std::vector<RowId> repeatedRows(const Table& table, const std::stop_token& stop) {
    const auto isFromFile = [](const Column& column) { return !column.isDerived(); };
    const auto columns = static_cast<std::uint32_t>(std::ranges::count_if(table.columns(), isFromFile));
    std::vector<HashedRow> rows = hashedRows(table, columns, stop);
    // Cells beyond the header are in no column: rows that have some are the same as no other.
    std::erase_if(rows, [&](const HashedRow& row) { return table.raggedAt(row.row) != nullptr; });
    if (stop.stop_requested()) return {};
    const auto order = [&](const HashedRow& a, const HashedRow& b) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            const auto cells = table.code(a.row, ColumnId{column}) <=> table.code(b.row, ColumnId{column});
            if (cells != 0) return cells;
        }
        return std::strong_ordering::equal;
    };
    sortByHash(rows, stop);
    std::vector<RowId> repeated;
    for (std::size_t begin = 0, end = 0; begin < rows.size() && !stop.stop_requested(); begin = end) {
        while (end < rows.size() && rows[end].hash == rows[begin].hash)
            ++end;
        const auto run = std::span(rows).subspan(begin, end - begin);
        std::size_t same = 1; // as the first: nearly always all of them
        while (same < run.size() && !stop.stop_requested() && order(run.front(), run[same]) == 0)
            ++same;
        const bool allSame = same == run.size();
        if (!allSame && !stop.stop_requested())
            std::ranges::sort(run, [&](const HashedRow& a, const HashedRow& b) {
                const auto cells = order(a, b);
                return cells != 0 ? cells < 0 : a.row < b.row;
            });
        for (std::size_t i = 1; i < run.size() && !stop.stop_requested(); ++i)
            if (allSame || order(run[i - 1], run[i]) == 0) repeated.push_back(run[i].row);
    }
    if (stop.stop_requested()) return {};
    std::ranges::sort(repeated);
    return repeated;
}

} // namespace idscope
