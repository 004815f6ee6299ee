#pragma once

#include "app/library/manifest.h"
#include "models/transfer/transfer.h"

#include <QString>

#include <span>
#include <vector>

namespace idscope {

/// The names under which exports are saved, one for each target: `RESOURCE.csv`, `entity-relations-INTEGRATION.csv`. In
/// an integration's ID every byte outside `[A-Za-z0-9._-]` becomes `_`; where it begins with a dot, or two IDs would
/// get one name, or the name would exceed 100 characters, it ends in `~` and 8 hex digits of the ID's SHA-256. The same
/// targets get the same names in any order. Beside files of earlier runs a target keeps the name it has there, and
/// takes none that belongs to another.
std::vector<QString> exportFileNames(std::span<const ExportTarget> targets,
                                     std::span<const ManifestEntry> earlier = {});

} // namespace idscope
