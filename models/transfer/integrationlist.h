#pragma once

#include "models/table/table.h"
#include "models/transfer/transfer.h"

#include <optional>
#include <span>
#include <vector>

namespace idscope {

/// The relations exports that an Integrations table tells of: one per row with an ID, whatever its status, each ID
/// once, in the order of the file. Nothing when the table has no IDs. O(rows).
std::optional<std::vector<ExportTarget>> integrationsIn(const Table& integrations);
/// The same of some rows, in their order.
std::optional<std::vector<ExportTarget>> integrationsIn(const Table& integrations, std::span<const RowId> rows);

} // namespace idscope
