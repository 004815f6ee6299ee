#include "app/session/desk.h"
#include "models/schema/resources.h"
#include "models/transfer/integrationlist.h"
#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"

#include <map>

namespace idscope {

// How tables come: followed while they are downloaded, or loaded once they are kept.

void Desk::connectTables() {
    connect(&tables_, &OpenTables::opened, &views_, [this](ResourcePage* page) { views_.watch(*page); });
    connect(&views_, &SavedViews::tableWanted, this, [this](const QString& resource, const QString& view) {
        if (openTarget({.resource = resource.toStdString(), .integration = {}, .integrationName = {}}))
            views_.applyToFront(view);
        else
            unfetched_.setView(view);
    });
    connect(&tables_, &OpenTables::loading, this, [this](const QString& key, quint64 rows, quint64 bytes) {
        const auto waiting = loadingFor_.find(key);
        if (waiting == loadingFor_.end()) return;
        if (Fetcher* owner = ownerOf(waiting->second)) owner->setLoading(waiting->second, rows, bytes);
    });
    connect(&tables_, &OpenTables::loaded, this, &Desk::finishLoading);
    connect(&tables_, &OpenTables::loadingFailed, this, [this](const QString& key, const TableError& error) {
        if (Arrivals::isKey(key)) return; // the transfer tells
        window_.say(words::sentence(error));
        endLoading(key, [&error](Fetcher& owner, quint64 transfer) {
            owner.setLoadingFailed(transfer, {.kind = ExportErrorKind::NotATable, .systemError = error.systemError});
        });
    });
    connect(&tables_, &OpenTables::loadingCancelled, this, [this](const QString& key) {
        endLoading(key, [](Fetcher& owner, quint64 transfer) { owner.setLoadingCancelled(transfer); });
    });
}

/// Whether an export opens by itself: the first of that name, while nothing is open.
bool Desk::opensByItself(const ExportTarget& target) {
    const bool wanted = !openByItself_.isEmpty() && !target.integration.empty() && !window_.hasPages() &&
                        words::fromUtf8(target.integrationName).compare(openByItself_, Qt::CaseInsensitive) == 0;
    if (wanted) openByItself_.clear();
    return wanted;
}

void Desk::follow(quint64 transfer, const std::shared_ptr<GrowingFile>& file) {
    const Fetcher* owner = ownerOf(transfer);
    const auto target = owner != nullptr ? owner->targetOf(transfer) : std::nullopt;
    if (target) arrivals_.follow(transfer, *target, file, opensByItself(*target));
    refreshSoon();
}

void Desk::keep(Tenant& tenant, quint64 transfer, const Snapshot& snapshot) {
    loadingFor_[snapshot.id] = transfer;
    const TableSource source = sourceOf(snapshot, *tenant.shelf);
    if (const auto arrived = arrivals_.keep(transfer, source)) {
        if (*arrived) finishLoading(snapshot.id, *arrived);
    } else if (opensByItself(snapshot.target)) {
        tables_.open(source);
    } else {
        tables_.load(source);
    }
    refreshSoon();
}

void Desk::finishLoading(const QString& key, const TablePtr& table) {
    shelfWith(key).keepIndex(key, table);
    endLoading(key, [&table](Fetcher& owner, quint64 transfer) {
        owner.setLoaded(transfer, table->rowCount(), table->notices().total());
        if (table->schema() == &schemas::integrations)
            owner.setIntegrations(integrationsIn(*table).value_or(std::vector<ExportTarget>()));
    });
}

void Desk::endLoading(const QString& key, const std::function<void(Fetcher&, quint64)>& tell) {
    refreshSoon();
    verify(key);
    const auto waiting = loadingFor_.find(key);
    if (waiting == loadingFor_.end()) return;
    const quint64 transfer = waiting->second;
    loadingFor_.erase(waiting);
    if (Fetcher* owner = ownerOf(transfer)) tell(*owner, transfer);
}

} // namespace idscope
