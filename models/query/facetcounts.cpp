#include "models/query/facetcounts.h"

#include "models/query/textsearch.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace idscope {

namespace {

using Counts = std::vector<std::uint32_t>;

std::shared_ptr<const Counts> countsOfAll(const Operand& operand, const Table& table, const OperandValues& values) {
    const std::string name = "counts " + std::to_string(operand.column.value) + " " +
                             std::to_string(static_cast<int>(operand.kind)) + pathText(operand.path);
    if (auto known = table.memo().find<Counts>(name)) return known;
    auto counts = std::make_shared<const Counts>(values.perValue(countCodes(table, operand.column)));
    table.memo().keep(name, counts, counts->size() * sizeof(std::uint32_t));
    return counts;
}

/// The largest count first, equal ones as they were: by digits, as lists may hold a million values.
void sortByCount(ValueList& list, const Counts& counts) {
    constexpr std::uint32_t digits = 11; // bits
    constexpr std::uint32_t mask = (1U << digits) - 1;
    ValueList sorted(list.size());
    for (std::uint32_t shift = 0; shift < 32; shift += digits) {
        const auto digit = [&](std::uint32_t value) { return mask - ((counts[value] >> shift) & mask); };
        std::array<std::uint32_t, mask + 1> next{};
        for (const std::uint32_t value : list)
            ++next[digit(value)];
        if (list.empty() || next[digit(list.front())] == list.size()) continue;
        std::exclusive_scan(next.begin(), next.end(), next.begin(), 0U);
        for (const std::uint32_t value : list)
            sorted[next[digit(value)]++] = value;
        list.swap(sorted);
    }
}

/// How many values are looked at between two looks at whether to stop.
constexpr std::size_t stride = 4096;

} // namespace

std::shared_ptr<const FacetCounts> facetCounts(const Operand& operand, const Table& table,
                                               std::optional<std::span<const RowId>> within,
                                               const std::stop_token& stop) {
    auto counts = std::make_shared<FacetCounts>();
    counts->values = OperandValues::of(operand, table, stop);
    if (!counts->values) return nullptr;
    const OperandValues& values = *counts->values;
    counts->all = countsOfAll(operand, table, values);
    counts->rows = table.rowCount();
    const auto ofValues = std::span(*counts->all).first(values.size());
    counts->distinct =
        static_cast<std::uint32_t>(ofValues.size() - static_cast<std::size_t>(std::ranges::count(ofValues, 0U)));
    counts->within = within
                         ? std::make_shared<const Counts>(values.perValue(countCodes(table, operand.column, *within)))
                         : counts->all;
    counts->rowsWithin = within ? static_cast<std::uint32_t>(within->size()) : counts->rows;
    return stop.stop_requested() ? nullptr : counts;
}

std::optional<ValueList> listedValues(const FacetCounts& counts, const Operand& operand, const Table& table,
                                      FacetOrder order, const std::string& search, const std::stop_token& stop) {
    const auto all =
        order == FacetOrder::ByCount ? valuesByBytes(operand, table, stop) : valuesInOrder(operand, table, stop);
    if (!all) return std::nullopt;
    TextSearch contains(search, TextSearch::Where::Anywhere);
    ValueList listed;
    for (std::size_t i = 0; i < all->size(); ++i) {
        if (i % stride == 0 && stop.stop_requested()) return std::nullopt;
        const std::uint32_t value = (*all)[i];
        if ((*counts.all)[value] > 0 && (search.empty() || contains(counts.values->text(value))))
            listed.push_back(value);
    }
    if (order == FacetOrder::ByCount) sortByCount(listed, *counts.within);
    if (search.empty())
        for (const std::uint32_t last : {counts.values->empty(), counts.values->invalid()})
            if ((*counts.all)[last] > 0) listed.push_back(last);
    return listed;
}

} // namespace idscope
