#pragma once

#include "models/query/query.h"
#include "models/query/rowbits.h"

#include <expected>
#include <memory>
#include <stop_token>
#include <vector>

namespace idscope {

/// All rows of the table as sorted() orders them. Kept with the table: O(1) when asked again, one pass over the rows
/// when the first key only turned round. Errors: Cancelled.
std::expected<std::shared_ptr<const RowList>, QueryError> order(const Table& table, const std::vector<SortKey>& keys,
                                                                const std::stop_token& stop = {});

/// The same of some rows: out of the order of all, where that is known or they are many.
std::expected<std::shared_ptr<const RowList>, QueryError>
order(const Table& table, const RowBits& rows, const std::vector<SortKey>& keys, const std::stop_token& stop = {});

} // namespace idscope
