#include "app/session/desk.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"

#include <algorithm>

namespace idscope {

// Opening what is kept.

bool Desk::openTarget(const ExportTarget& target) {
    const std::vector<Snapshot> own = snapshots();
    const Schema* schema = schemaByKey(target.resource, resources());
    const bool all = schema != nullptr && schema->perIntegration && target.integration.empty();
    const std::vector<Snapshot> newest = all ? newestOfEach(own, target.resource) : std::vector<Snapshot>();
    if (const Snapshot* one = newestOf(own, target); newest.empty() && one != nullptr)
        openSnapshot(one->id);
    else if (!newest.empty())
        open(newest);
    else if (arrivals_.open(target))
        return true;
    else
        window_.say(tr("%1: not fetched yet. Fetch… brings it here.").arg(words::targetTitle(target, resources())));
    return !newest.empty() || newestOf(own, target) != nullptr;
}

void Desk::openSnapshot(const QString& id) {
    openTogether(id.split(u'+')); // the key of a table made of several
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
    if (!tables_.isShown(source.key))
        for (const Snapshot& each : together)
            shelfWith(each.id).verify(each.id);
    tables_.open(source);
}

} // namespace idscope
