#include "models/query/roworder.h"

#include "models/query/operandvalues.h"
#include "models/query/ranking.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace idscope {

namespace {

using RowListPtr = std::shared_ptr<const RowList>;

/// An order of all rows, as it is kept.
struct KeptOrder {
    RowList rows;
    std::vector<std::uint32_t> sizes; ///< of the groups of rows that have a value of the first key, in this order
};
using KeptOrderPtr = std::shared_ptr<const KeptOrder>;

QueryError cancelled() {
    return {QueryProblem::Cancelled, {}, {}, {}, {}};
}

RowListPtr rowsOf(const KeptOrderPtr& order) {
    return {order, &order->rows};
}

/// What an order depends on, beside the table.
std::string nameOf(const std::vector<SortKey>& keys, bool turned = false) {
    std::string name = "order";
    for (const SortKey& key : keys) {
        const bool descending = key.descending != (turned && &key == &keys.front());
        name += (descending ? " -" : " +") + std::to_string(key.operand.column.value) + ":" +
                std::to_string(static_cast<int>(key.operand.kind)) + pathText(key.operand.path);
    }
    return name;
}

void keep(const Table& table, const std::vector<SortKey>& keys, const KeptOrderPtr& order) {
    table.memo().keep(nameOf(keys), order,
                      order->rows.size() * sizeof(RowId) + order->sizes.size() * sizeof(std::uint32_t));
}

/// The groups of the first key the other way round, each in itself as it was; what has no value stays last.
KeptOrderPtr turned(const KeptOrder& order) {
    const auto result = std::make_shared<KeptOrder>();
    result->sizes.assign(order.sizes.rbegin(), order.sizes.rend());
    result->rows.resize(order.rows.size());
    const RowId* from = order.rows.data();
    RowId* to = result->rows.data() + std::accumulate(order.sizes.begin(), order.sizes.end(), std::size_t{0});
    RowId* const rest = to;
    for (const std::uint32_t size : order.sizes) {
        to -= size;
        std::copy(from, from + size, to);
        from += size;
    }
    std::copy(from, order.rows.data() + order.rows.size(), rest);
    return result;
}

/// An order that is kept, or is the turned one of one that is; null when there is none.
KeptOrderPtr known(const Table& table, const std::vector<SortKey>& keys) {
    if (auto same = table.memo().find<KeptOrder>(nameOf(keys))) return same;
    const auto other = table.memo().find<KeptOrder>(nameOf(keys, true));
    if (!other) return nullptr;
    const KeptOrderPtr order = turned(*other);
    keep(table, keys, order);
    return order;
}

std::vector<std::uint32_t> groupSizes(const Table& table, const SortKey& key, const Ranking& ranking) {
    std::vector<std::uint32_t> sizes(ranking.values);
    const std::vector<std::uint32_t> counts = countCodes(table, key.operand.column);
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (ranking.byCode[code] < ranking.values) sizes[ranking.byCode[code]] += counts[code];
    if (key.descending) std::ranges::reverse(sizes);
    return sizes;
}

} // namespace

std::expected<RowListPtr, QueryError> order(const Table& table, const std::vector<SortKey>& keys,
                                            const std::stop_token& stop) {
    if (keys.empty()) return std::make_shared<const RowList>(allRows(table));
    if (const KeptOrderPtr kept = known(table, keys)) return rowsOf(kept);
    auto rows = sorted(table, keys, stop);
    if (!rows) return std::unexpected(std::move(rows.error()));
    const auto ranking = rank(keys.front().operand, table, stop); // sorted() left it with the table
    if (!ranking) return std::unexpected(cancelled());
    const auto made = std::make_shared<const KeptOrder>(*std::move(rows), groupSizes(table, keys.front(), *ranking));
    keep(table, keys, made);
    return rowsOf(made);
}

std::expected<RowListPtr, QueryError> order(const Table& table, const RowBits& rows, const std::vector<SortKey>& keys,
                                            const std::stop_token& stop) {
    const std::uint32_t count = rows.count();
    const bool many = count > table.rowCount() / 4;
    const KeptOrderPtr kept = many || keys.empty() ? nullptr : known(table, keys);
    if (!many && !kept) {
        auto list = sorted(table, rows.list(), keys, stop);
        if (!list) return std::unexpected(std::move(list.error()));
        return std::make_shared<const RowList>(*std::move(list));
    }
    const auto all = kept ? rowsOf(kept) : order(table, keys, stop);
    if (!all || count == table.rowCount()) return all;
    auto some = std::make_shared<RowList>(count + 1); // room for one row that is overwritten
    RowId* next = some->data();
    for (const RowId row : **all) {
        *next = row;
        next += rows.contains(row) ? 1 : 0;
    }
    some->resize(count);
    return some;
}

} // namespace idscope
