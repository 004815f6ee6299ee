#pragma once

#include "app/library/snapshot.h"
#include "models/transfer/retention.h"

#include <vector>

namespace idscope {

/// The fetched snapshots that a rule does not keep, out of `snapshots` (newest first). Copies of opened files are
/// always kept.
std::vector<Snapshot> notKept(const std::vector<Snapshot>& snapshots, const Retention& rule, const QDateTime& now);

} // namespace idscope
