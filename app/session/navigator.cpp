#include "app/session/navigator.h"

#include "app/session/tablesource.h"
#include "models/items/displaytext.h"
#include "models/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

struct Navigator {
    Q_DECLARE_TR_FUNCTIONS(Navigator)
};

/// The transfer of an export that was started last for the tenant that is shown, or null.
const TransferStatus* latestTransfer(const NavigationFacts& facts, const ExportTarget& target) {
    for (int row = facts.transfers.rowCount() - 1; row >= 0; --row) {
        const TransferStatus& status = facts.transfers.at(facts.transfers.index(row));
        if (sameExport(status.target, target) && facts.isOwn(status.id)) return &status;
    }
    return nullptr;
}

/// A transfer's state in one word; empty when it has ended.
QString stateWord(const TransferStatus& status) {
    switch (status.phase) {
    case TransferPhase::Queued:
        return Navigator::tr("queued");
    case TransferPhase::Requesting:
        return Navigator::tr("requesting");
    case TransferPhase::Waiting:
        return Navigator::tr("waiting");
    case TransferPhase::Downloading:
        if (status.length && *status.length > 0)
            return Navigator::tr("%1 %", "share of a download").arg(status.received * 100 / *status.length);
        return words::byteCount(status.received);
    case TransferPhase::Loading:
        return Navigator::tr("loading");
    case TransferPhase::Done:
    case TransferPhase::Failed:
    case TransferPhase::Cancelled:
        break;
    }
    return {};
}

ResourceLine lineFor(const NavigationFacts& facts, ExportTarget target, QString title, QString icon) {
    ResourceLine line{.target = std::move(target), .title = std::move(title), .icon = std::move(icon), .fact = {}};
    const Snapshot* newest = newestOf(facts.snapshots, line.target);
    if (newest != nullptr) {
        line.current = newest->id == facts.front;
        line.fact = words::number(newest->rows);
    } else {
        line.current = facts.unfetched && sameExport(*facts.unfetched, line.target);
    }
    if (const TransferStatus* transfer = latestTransfer(facts, line.target)) {
        line.failed = transfer->phase == TransferPhase::Failed;
        if (const QString word = stateWord(*transfer); !word.isEmpty()) line.fact = word;
    }
    return line;
}

/// Integrations that are known, fetched, or being fetched.
std::vector<ExportTarget> integrationsOf(const NavigationFacts& facts, const Schema& schema) {
    std::vector<ExportTarget> targets;
    const auto add = [&](const ExportTarget& target) {
        if (target.integration.empty()) return;
        const auto known = std::ranges::find(targets, target.integration, &ExportTarget::integration);
        if (known == targets.end())
            targets.push_back({std::string(schema.key), target.integration, target.integrationName});
        else if (known->integrationName.empty())
            known->integrationName = target.integrationName;
    };
    std::ranges::for_each(facts.integrations, add);
    for (const Snapshot& snapshot : facts.snapshots)
        if (snapshot.openedFrom.isEmpty() && snapshot.target.resource == schema.key) add(snapshot.target);
    return targets;
}

} // namespace

bool sameExport(const ExportTarget& a, const ExportTarget& b) {
    return a.resource == b.resource && a.integration == b.integration;
}

const Snapshot* newestOf(const std::vector<Snapshot>& snapshots, const ExportTarget& target) {
    const auto newest = std::ranges::find_if(snapshots, [&](const Snapshot& snapshot) {
        return snapshot.openedFrom.isEmpty() && sameExport(snapshot.target, target);
    });
    return newest == snapshots.end() ? nullptr : &*newest;
}

std::vector<Snapshot> newestOfEach(const std::vector<Snapshot>& snapshots, const std::string& resource) {
    std::vector<Snapshot> newest;
    for (const Snapshot& snapshot : snapshots)
        if (snapshot.target.resource == resource && newestOf(snapshots, snapshot.target) == &snapshot)
            newest.push_back(snapshot);
    return newest;
}

std::vector<ResourceLine> resourceLines(const NavigationFacts& facts) {
    std::vector<ResourceLine> lines;
    for (const Schema* schema : facts.schemas) {
        const ExportTarget whole{.resource = std::string(schema->key), .integration = {}, .integrationName = {}};
        lines.push_back(lineFor(facts, whole, words::resourceTitle(*schema), words::fromUtf8(schema->icon)));
        if (!schema->perIntegration) continue;
        for (const ExportTarget& target : integrationsOf(facts, *schema))
            lines.push_back(lineFor(
                facts, target,
                displayText(target.integrationName.empty() ? target.integration : target.integrationName).text, {}));
    }
    return lines;
}

namespace {

QString tenantOf(const NavigationFacts& facts, const Snapshot& snapshot) {
    const auto known = facts.tenants.find(snapshot.profile);
    return known == facts.tenants.end() ? snapshot.profile : known->second;
}

} // namespace

std::vector<SnapshotLine> snapshotLines(const NavigationFacts& facts) {
    std::vector<SnapshotLine> lines;
    lines.reserve(facts.snapshots.size());
    for (const Snapshot& snapshot : facts.snapshots)
        lines.push_back(
            {.id = snapshot.id,
             .fetched = snapshot.fetched,
             .title = titleOf(snapshot),
             .icon = iconOf(snapshot),
             .name = nameOf(snapshot),
             .origin = snapshot.openedFrom.isEmpty() ? tenantOf(facts, snapshot) : shownName(snapshot.openedFrom),
             .note = snapshot.unverifiable
                         ? Navigator::tr("Nobody can tell whether it is complete: no length was sent.")
                         : QString(),
             .warning = facts.spoilt.contains(snapshot.id) ? Navigator::tr("These are not the bytes that were kept.")
                                                           : QString(),
             .rows = snapshot.rows,
             .bytes = snapshot.bytes,
             .current = snapshot.id == facts.front});
    return lines;
}

} // namespace idscope
