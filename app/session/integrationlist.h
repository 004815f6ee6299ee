#pragma once

#include "models/table/table.h"
#include "models/transfer/transfer.h"

#include <vector>

namespace idscope {

/// The relations exports that an Integrations table tells of: one per row with an ID, whatever its status, each ID
/// once, in the order of the file.
std::vector<ExportTarget> integrationsIn(const Table& integrations);

} // namespace idscope
