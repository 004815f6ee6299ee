#include "models/query/query.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace idscope {

std::vector<FacetValue> facet(const Table& table, const RowList& rows, const Operand& operand) {
    std::vector<std::uint64_t> counts(table.distinct(operand.column));
    for (const RowId row : rows)
        ++counts[table.code(row, operand.column).value];

    // Several cells may show the same: masked secrets, equal values under a path, equal parts of BRNs.
    std::unordered_map<std::string, std::uint64_t> byText;
    for (std::uint32_t code = 0; code < counts.size(); ++code) {
        if (counts[code] == 0) continue;
        byText[operandText(operand, table, Code{code}).value_or(std::string())] += counts[code];
    }
    std::vector<FacetValue> values;
    values.reserve(byText.size());
    for (auto& [text, count] : byText)
        values.push_back({text, count});
    std::ranges::sort(values, [](const FacetValue& a, const FacetValue& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return values;
}

} // namespace idscope
