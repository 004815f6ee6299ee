#include "models/query/query.h"
#include "models/query/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

namespace idscope {

namespace {

/// A row and its rank under one key, as one integer that is cheap to move.
struct RankedRow {
    std::uint32_t rank = 0;
    RowId row;
};

/// The place of a rank from first to last.
std::uint32_t placeOf(std::uint32_t rank, const Ranking& ranking, bool descending) {
    return descending && rank < ranking.values ? ranking.values - 1 - rank : rank;
}

/// Stable. Least significant digit first, so many bits at a time that the counters stay in the cache.
void radixSort(std::vector<RankedRow>& rows, std::uint32_t largest) {
    constexpr unsigned digitBits = 11;
    constexpr std::uint32_t digitMask = (1U << digitBits) - 1;
    std::vector<RankedRow> sorted(rows.size());
    for (unsigned shift = 0; shift < static_cast<unsigned>(std::bit_width(largest)); shift += digitBits) {
        std::array<std::uint32_t, (1U << digitBits) + 1> begin{};
        for (const RankedRow& row : rows)
            ++begin[((row.rank >> shift) & digitMask) + 1];
        for (std::size_t digit = 1; digit < begin.size(); ++digit)
            begin[digit] += begin[digit - 1];
        for (const RankedRow& row : rows)
            sorted[begin[(row.rank >> shift) & digitMask]++] = row;
        rows.swap(sorted);
    }
}

} // namespace

std::expected<RowList, QueryError> sorted(const Table& table, RowList rows, const std::vector<SortKey>& keys,
                                          std::stop_token stop) {
    std::vector<RankedRow> ranked(rows.size());
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const std::optional<Ranking> ranking = rank(key->operand, table, stop);
        if (!ranking || stop.stop_requested())
            return std::unexpected(QueryError{QueryProblem::Cancelled, {}, {}, {}, {}});
        std::uint32_t largest = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Code code = table.code(rows[i], key->operand.column);
            ranked[i] = {placeOf(ranking->byCode[code.value], *ranking, key->descending), rows[i]};
            largest = std::max(largest, ranked[i].rank);
        }
        radixSort(ranked, largest);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i] = ranked[i].row;
    }
    return rows;
}

} // namespace idscope
