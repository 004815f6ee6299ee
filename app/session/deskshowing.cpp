#include "app/session/desk.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/mainwindow/emptyworkspace.h"
#include "views/notices/noticespanel.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"

#include <algorithm>

namespace idscope {

// What the side bar and the start page show.

QString Desk::addressOf(const Tenant& tenant) const {
    switch (connections_.keyPlace(tenant.profile.id)) {
    case KeyPlace::Asking:
        return tr("asking the keychain…");
    case KeyPlace::Memory:
        return tr("%1, key not kept", "address").arg(tenant.address);
    case KeyPlace::Unknown:
    case KeyPlace::Keychain:
        break;
    }
    return tenant.address;
}

void Desk::refreshSoon() {
    if (!refresh_.isActive()) refresh_.start();
}

void Desk::refresh() {
    openWhatWasMissing();
    const Tenant* tenant = current();
    const std::vector<Snapshot> own = snapshots();
    const auto integrations = tenant != nullptr && tenant->fetcher() != nullptr ? tenant->fetcher()->integrations()
                                                                                : std::vector<ExportTarget>{};
    std::map<QString, QString> names;
    for (const auto& each : tenants_)
        names[each->profile.id] = each->profile.name;
    const NavigationFacts facts{.schemas = resources(),
                                .transfers = transfers_,
                                .isOwn = [this](quint64 transfer) { return isOwn(transfer); },
                                .snapshots = own,
                                .integrations = integrations,
                                .front = tables_.frontKey(),
                                .tenants = names,
                                .spoilt = shelf().spoilt(),
                                .unfetched = unfetched_.inFront()};
    SideBar& side = window_.sideBar();
    std::vector<ProfileLine> lines;
    lines.reserve(tenants_.size());
    for (const auto& each : tenants_)
        lines.push_back({.id = each->profile.id,
                         .name = each->profile.name,
                         .address = addressOf(*each),
                         .current = each.get() == tenant,
                         .own = each->shelf == &shelf_});
    side.showProfiles(lines, sample_ == nullptr);
    std::vector<ActivityModel::Unkept> unkept;
    for (const auto& each : tenants_)
        if (connections_.keyPlace(each->profile.id) == KeyPlace::Memory)
            unkept.push_back({.profile = each->profile.id, .name = each->profile.name});
    window_.notices().activity().setUnkept(std::move(unkept));
    const bool fetchedNothing =
        tenant != nullptr && tenant->shelf->isListed() &&
        std::ranges::all_of(own, [](const Snapshot& each) { return !each.openedFrom.isEmpty(); });
    const TransferModel::Counts counts = transfers_.counts();
    if (!openByItself_.isEmpty() && counts.running + counts.queued > 0)
        window_.emptyWorkspace().expect(words::targetTitle(
            {.resource = "entity-relations", .integration = {}, .integrationName = openByItself_.toStdString()},
            resources()));
    else
        window_.emptyWorkspace().offerFetch(fetchedNothing ? tenant->profile.name : QString());
    side.showResources(resourceLines(facts));
    side.showSnapshots(snapshotLines(facts), QDate::currentDate());
    side.showLibraryWarning(shelf().warning());
    if (window_.onStartPage() && shelf_.isListed())
        window_.startPage().showSnapshots(snapshotLines(facts), shelf_.folder(), shelf_.warning());
}

} // namespace idscope
