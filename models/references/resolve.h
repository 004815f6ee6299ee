#pragma once

#include "models/base/randomhash.h"
#include "models/schema/schema.h"
#include "models/table/table.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace idscope {

/// The rows of another resource that a cell names. None: it can't be resolved; several: it is ambiguous.
struct ResolvedReference {
    std::vector<RowId> rows;        ///< in file order
    std::optional<ColumnId> column; ///< of the target: what the cell was found by
};

/// What the column refers to, or null: nothing.
const Reference* referenceOf(const Column& column);

/// The rows of `target` that the text of a cell names: by the first of the reference's columns that holds the text,
/// the part behind its last slash too where the reference says so. An empty text names nothing. O(distinct + rows), a
/// millisecond or two for a million rows. When stopped, rows are missing.
ResolvedReference resolve(const Table& target, const Reference& reference, std::string_view text,
                          const std::stop_token& stop = {});

/// The same for many cells. One thread; the target must outlive it.
class ReferenceIndex {
public:
    /// O(distinct + rows) of the columns that the reference names. When stopped, rows are missing.
    ReferenceIndex(const Table& target, const Reference& reference, const std::stop_token& stop = {});
    /// O(text + rows found).
    [[nodiscard]] ResolvedReference find(std::string_view text) const;

private:
    using Rows = std::unordered_map<std::string_view, std::vector<RowId>, RandomHash>;
    const Reference& reference_;
    const Table& target_;
    std::map<ColumnId, Rows> columns_;
};

} // namespace idscope
