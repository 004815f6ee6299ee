#include "models/query/query.h"
#include "models/query/ranking.h"
#include "models/table/rowcodes.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

namespace idscope {

namespace {

/// The place of every code from first to last under one key.
std::vector<std::uint32_t> places(const Ranking& ranking, bool descending) {
    std::vector<std::uint32_t> all = ranking.byCode;
    if (descending)
        for (std::uint32_t& place : all)
            if (place < ranking.values) place = ranking.values - 1 - place;
    return all;
}

/// Where each place begins among rows, when so many rows have each.
std::vector<std::uint32_t> begins(std::vector<std::uint32_t> counts) {
    std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), 0U);
    return counts;
}

/// Stable. For places so few that a counter for each stays in the cache.
void countingSort(RowList& rows, const Table& table, ColumnId column, std::span<const std::uint32_t> placeOf,
                  std::uint32_t placeCount) {
    std::vector<std::uint32_t> counts(placeCount);
    forEachCode(table, column, rows, [&](std::size_t, std::uint32_t code) { ++counts[placeOf[code]]; });
    std::vector<std::uint32_t> next = begins(std::move(counts));
    RowList sorted(rows.size());
    forEachCode(table, column, rows,
                [&](std::size_t i, std::uint32_t code) { sorted[next[placeOf[code]]++] = rows[i]; });
    rows.swap(sorted);
}

/// A row and its place under one key, together so that they move as one.
struct PlacedRow {
    std::uint32_t place = 0;
    RowId row;
};

/// Stable. Least significant digit first, so many bits at a time that the counters stay in the cache.
void radixSort(RowList& rows, const Table& table, ColumnId column, std::span<const std::uint32_t> placeOf,
               std::uint32_t placeCount) {
    constexpr unsigned digitBits = 11;
    constexpr std::uint32_t digits = 1U << digitBits;
    std::vector<PlacedRow> placed(rows.size());
    forEachCode(table, column, rows, [&](std::size_t i, std::uint32_t code) { placed[i] = {placeOf[code], rows[i]}; });
    std::vector<PlacedRow> sorted(rows.size());
    for (unsigned shift = 0; shift < static_cast<unsigned>(std::bit_width(placeCount - 1)); shift += digitBits) {
        const auto digit = [shift](const PlacedRow& row) { return (row.place >> shift) & (digits - 1); };
        std::vector<std::uint32_t> counts(digits);
        for (const PlacedRow& row : placed)
            ++counts[digit(row)];
        std::vector<std::uint32_t> next = begins(std::move(counts));
        for (const PlacedRow& row : placed)
            sorted[next[digit(row)]++] = row;
        placed.swap(sorted);
    }
    std::ranges::transform(placed, rows.begin(), &PlacedRow::row);
}

} // namespace

std::expected<RowList, QueryError> sorted(const Table& table, RowList rows, const std::vector<SortKey>& keys,
                                          std::stop_token stop) {
    constexpr std::uint32_t fewPlaces = 1U << 18U; // beyond, rows scattered one by one miss every cache
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const std::shared_ptr<const Ranking> ranking = rank(key->operand, table, stop);
        if (!ranking || stop.stop_requested())
            return std::unexpected(QueryError{QueryProblem::Cancelled, {}, {}, {}, {}});
        const std::vector<std::uint32_t> placeOf = places(*ranking, key->descending);
        const std::uint32_t placeCount = ranking->values + 2; // what can't be read, and what is empty
        const auto sort = placeCount <= fewPlaces ? countingSort : radixSort;
        sort(rows, table, key->operand.column, placeOf, placeCount);
    }
    return rows;
}

} // namespace idscope
