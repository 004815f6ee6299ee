#pragma once

#include "app/library/snapshot.h"
#include "models/items/transfermodel.h"
#include "models/schema/schema.h"
#include "views/sidebar/navigation.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace idscope {

/// What the side bar's lines are made of.
struct NavigationFacts {
    SchemaList schemas;
    const TransferModel& transfers;
    std::function<bool(quint64 transfer)> isOwn;   ///< whether a transfer is of the tenant that is shown
    const std::vector<Snapshot>& snapshots;        ///< newest first
    const std::vector<ExportTarget>& integrations; ///< known ones, in their order
    QString front;                                 ///< snapshot whose table is in front
    std::map<QString, QString> tenants = {};       ///< their names by ID
    std::set<QString> spoilt = {};                 ///< snapshots whose bytes are not those that were kept
    std::optional<ExportTarget> unfetched = {};    ///< in front, though it was not fetched yet
};

/// Whether they are of the same resource and integration, whatever people call that.
bool sameExport(const ExportTarget& a, const ExportTarget& b);

/// The newest fetched snapshot of an export, or null.
const Snapshot* newestOf(const std::vector<Snapshot>& snapshots, const ExportTarget& target);

/// The newest fetched snapshot of each export of a resource, the newest first.
std::vector<Snapshot> newestOfEach(const std::vector<Snapshot>& snapshots, const std::string& resource);

std::vector<ResourceLine> resourceLines(const NavigationFacts& facts);
std::vector<SnapshotLine> snapshotLines(const NavigationFacts& facts);

} // namespace idscope
