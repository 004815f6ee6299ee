#pragma once

#include "models/query/operandvalues.h"
#include "models/query/valueorder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// How many rows have each value of an operand, exactly: of all rows, and of those within a filter. Immutable.
struct FacetCounts {
    std::shared_ptr<const OperandValues> values;
    std::shared_ptr<const std::vector<std::uint32_t>> all;    ///< per value, empty() and invalid() too
    std::shared_ptr<const std::vector<std::uint32_t>> within; ///< the same; equal to `all` without a filter
    std::uint32_t rows = 0;
    std::uint32_t rowsWithin = 0;
    std::uint32_t distinct = 0; ///< values that some row has; neither empty() nor invalid()
};

/// Counts over all rows are kept with the table. `within`: the rows that count (nothing: all). Null when stopped.
/// O(distinct) and O(rows within), and O(rows) the first time.
std::shared_ptr<const FacetCounts> facetCounts(const Operand& operand, const Table& table,
                                               std::optional<std::span<const RowId>> within,
                                               const std::stop_token& stop = {});

enum class FacetOrder : std::uint8_t { ByCount, ByValue };

/// The values that some row has and whose text contains `search`, ignoring case: by count within the filter, the
/// largest first, ties by bytes; or as valuesInOrder(). empty() and invalid() come last, unless something is searched.
/// Nothing when stopped. O(values log values), less when asked again.
std::optional<ValueList> listedValues(const FacetCounts& counts, const Operand& operand, const Table& table,
                                      FacetOrder order, const std::string& search, const std::stop_token& stop = {});

} // namespace idscope
