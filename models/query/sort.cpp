#include "models/query/placesort.h"
#include "models/query/query.h"
#include "models/query/ranking.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace idscope {

namespace {

using Sorted = std::expected<RowList, QueryError>;

/// The place of every code from first to last under one key.
std::vector<std::uint32_t> places(const Ranking& ranking, bool descending) {
    std::vector<std::uint32_t> all = ranking.byCode;
    if (descending)
        for (std::uint32_t& place : all)
            if (place < ranking.values) place = ranking.values - 1 - place;
    return all;
}

/// `rows`: nothing for all. By the last key first, as each leaves equal ones as they were.
Sorted sortedByKeys(const Table& table, std::optional<RowList> rows, const std::vector<SortKey>& keys,
                    const std::stop_token& stop) {
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const std::shared_ptr<const Ranking> ranking = rank(key->operand, table, stop);
        if (ranking && !stop.stop_requested())
            rows = sortedByPlace(table, rows, key->operand.column, places(*ranking, key->descending),
                                 ranking->values + 2, // what can't be read, and what is empty
                                 stop);
        if (stop.stop_requested()) return std::unexpected(QueryError{QueryProblem::Cancelled, {}, {}, {}, {}});
    }
    return rows ? *std::move(rows) : allRows(table);
}

} // namespace

RowList allRows(const Table& table) {
    RowList rows(table.rowCount());
    std::ranges::generate(rows, [next = std::uint32_t{0}]() mutable { return RowId{next++}; });
    return rows;
}

Sorted sorted(const Table& table, RowList rows, const std::vector<SortKey>& keys, const std::stop_token& stop) {
    return sortedByKeys(table, std::move(rows), keys, stop);
}

Sorted sorted(const Table& table, const std::vector<SortKey>& keys, const std::stop_token& stop) {
    return sortedByKeys(table, {}, keys, stop);
}

} // namespace idscope
