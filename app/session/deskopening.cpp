#include "app/session/desk.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"

#include <algorithm>

namespace idscope {

// Opening what is kept, or saying that it is not.

namespace {

/// Whether it is all that a resource has of every integration, each an export of its own.
bool isInParts(const ExportTarget& target) {
    const Schema* schema = schemaByKey(target.resource, resources());
    return schema != nullptr && schema->perIntegration && target.integration.empty();
}

} // namespace

bool Desk::openTarget(const ExportTarget& target) {
    if (openWhatIsThere(target)) {
        unfetched_.close(target);
        return true;
    }
    unfetched_.open(target);
    unfetched_.setUnderWay(isUnderWay(target));
    return false;
}

bool Desk::openWhatIsThere(const ExportTarget& target) {
    const std::vector<Snapshot> own = snapshots();
    const std::vector<Snapshot> newest =
        isInParts(target) ? newestOfEach(own, target.resource) : std::vector<Snapshot>();
    if (const Snapshot* one = newestOf(own, target); newest.empty() && one != nullptr)
        openSnapshot(one->id);
    else if (!newest.empty())
        open(newest);
    else
        return arrivals_.open(target, [this](quint64 transfer) { return isOwn(transfer); });
    return true;
}

/// What has come opens in place of the page that said it would; what comes in parts, when all of them are there.
void Desk::openWhatWasMissing() {
    const auto target = unfetched_.inFront();
    if (!target) return;
    const bool underWay = isUnderWay(*target);
    const bool waits = underWay && isInParts(*target);
    if (!waits && openWhatIsThere(*target)) {
        views_.applyToFront(unfetched_.view());
        return unfetched_.close(*target);
    }
    unfetched_.setUnderWay(underWay);
}

/// The export itself, or any part of it.
bool Desk::isUnderWay(const ExportTarget& target) {
    for (int row = 0; row < transfers_.rowCount(); ++row) {
        const TransferStatus& status = transfers_.at(transfers_.index(row));
        const bool meant = target.integration.empty() || status.target.integration == target.integration;
        const bool same = status.target.resource == target.resource && meant;
        if (same && !isFinal(status.phase) && isOwn(status.id)) return true;
    }
    return false;
}

/// Without a tenant all transfers are, as all snapshots are.
bool Desk::isOwn(quint64 transfer) {
    const Tenant* tenant = current();
    return tenant == nullptr ||
           std::ranges::any_of(tenant->fetchers, [transfer](const auto& each) { return each->owns(transfer); });
}

void Desk::openSnapshot(const QString& id) {
    openTogether(idsIn(id));
}

void Desk::openTogether(const QStringList& ids) {
    std::vector<Snapshot> wanted;
    for (const QString& id : ids)
        if (const Snapshot* snapshot = shelfWith(id).find(id)) wanted.push_back(*snapshot);
    const auto isOther = [&](const Snapshot& each) { return each.target.resource != wanted.front().target.resource; };
    if (std::ranges::any_of(wanted, isOther))
        return window_.say(tr("These are of different resources: each opens as a table of its own."));
    if (!wanted.empty()) open(wanted);
}

void Desk::open(const std::vector<Snapshot>& together) {
    const auto shelfOf = [this](const Snapshot& each) -> const Shelf& { return shelfWith(each.id); };
    const TableSource source = sourceOf(together, shelfOf);
    if (!tables_.isShown(source.key)) unverified_.insert(source.key);
    tables_.open(source);
    if (!tables_.isLoading(source.key)) verify(source.key);
}

/// Hashes the snapshots of a table that was opened: once it is loaded, since that would be waiting for a processor.
void Desk::verify(const QString& key) {
    if (unverified_.erase(key) == 0) return;
    for (const QString& id : idsIn(key))
        shelfWith(id).verify(id);
}

} // namespace idscope
