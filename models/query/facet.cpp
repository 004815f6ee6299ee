#include "models/base/randomhash.h"
#include "models/query/operandvalues.h"
#include "models/query/query.h"
#include "models/query/textorder.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

/// Several cells may show the same: masked secrets, equal values under a path, equal parts of BRNs.
bool mayShowTheSame(const Operand& operand, const Table& table) {
    return operand.kind != Operand::Kind::Cell || table.column(operand.column).type == ColumnType::Json;
}

} // namespace

std::vector<FacetValue> facet(const Table& table, const RowList& rows, const Operand& operand) {
    const std::vector<std::uint32_t> counts = countCodes(table, operand.column, rows);
    const bool unite = mayShowTheSame(operand, table);
    std::vector<FacetValue> values;
    std::unordered_map<std::string, std::size_t, RandomHash> known;
    for (std::uint32_t code = 0; code < counts.size(); ++code) {
        if (counts[code] == 0) continue;
        std::string text = operandText(operand, table, Code{code}).value_or(std::string());
        if (unite) {
            const auto [place, isNew] = known.try_emplace(text, values.size());
            if (!isNew) {
                values[place->second].count += counts[code];
                continue;
            }
        }
        values.push_back({std::move(text), counts[code]});
    }

    std::vector<TextEntry> order;
    order.reserve(values.size());
    for (const FacetValue& value : values)
        order.push_back({value.value, static_cast<std::uint32_t>(order.size())});
    sortByBytes(order);
    std::ranges::stable_sort(order, std::greater{}, [&](const TextEntry& entry) { return values[entry.what].count; });
    std::vector<FacetValue> sorted;
    sorted.reserve(values.size());
    for (const TextEntry& entry : order)
        sorted.push_back(std::move(values[entry.what]));
    return sorted;
}

} // namespace idscope
