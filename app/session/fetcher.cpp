#include "app/session/fetcher.h"

#include "models/schema/integrations.h"
#include "models/schema/recognise.h"

#include <QPointer>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

Fetcher::Fetcher(Connection connection, const ExportSettings& settings, Shelf& shelf, QString profile, quint64 number,
                 TransferModel& model, SchemaList schemas)
    : shelf_(shelf), profile_(std::move(profile)), number_(number), model_(model), schemas_(schemas),
      exporter_(std::move(connection), settings, {}) {
    connect(&exporter_, &Exporter::changed, this, [this](TransferStatus status) {
        status.id = outer(status.id);
        publish(status);
    });
    connect(&exporter_, &Exporter::arriving, this,
            [this](std::uint64_t id, const std::shared_ptr<GrowingFile>& file) { Q_EMIT arriving(outer(id), file); });
    connect(&exporter_, &Exporter::downloaded, this,
            [this](std::uint64_t id, const DownloadedExport& download) { keep(outer(id), download); });
}

void Fetcher::fetchAll() {
    for (const Schema* schema : schemas_)
        if (!schema->isExtra) fetch({.resource = std::string(schema->key), .integration = {}, .integrationName = {}});
}

void Fetcher::fetch(const ExportTarget& target) {
    const Schema* schema = schemaByKey(target.resource, schemas_);
    if (schema == nullptr) return;
    if (target.resource == schemas::integrations.key) waiting_.clear(); // asked for by itself
    if (!schema->perIntegration || !target.integration.empty()) return start(target);
    if (!integrations_.empty()) {
        for (const ExportTarget& integration : integrations_)
            start({target.resource, integration.integration, integration.integrationName});
        return;
    }
    waiting_.push_back(schema);
    start({.resource = std::string(schemas::integrations.key), .integration = {}, .integrationName = {}});
}

void Fetcher::setIntegrations(std::vector<ExportTarget> integrations) {
    integrations_ = std::move(integrations);
    for (const Schema* schema : std::exchange(waiting_, {}))
        for (const ExportTarget& integration : integrations_)
            start({std::string(schema->key), integration.integration, integration.integrationName});
}

std::optional<ExportTarget> Fetcher::targetOf(quint64 transfer) const {
    const auto known = statuses_.find(transfer);
    return known == statuses_.end() ? std::nullopt : std::optional(known->second.target);
}

bool Fetcher::owns(quint64 transfer) const {
    return statuses_.contains(transfer);
}

std::vector<quint64> Fetcher::transfers() const {
    std::vector<quint64> ids;
    ids.reserve(statuses_.size());
    for (const auto& [id, status] : statuses_)
        ids.push_back(id);
    return ids;
}

bool Fetcher::isUnderWay(const ExportTarget& target) const {
    return std::ranges::any_of(statuses_, [&target](const auto& entry) {
        const TransferStatus& status = entry.second;
        return status.target.resource == target.resource && status.target.integration == target.integration &&
               !isFinal(status.phase);
    });
}

void Fetcher::start(const ExportTarget& target, std::optional<quint64> instead) {
    asked_.push_back({target, instead});
    if (asked_.size() > 1) return; // the shelf is being asked
    shelf_.prepare([self = QPointer(this)](const auto& workFolder) {
        if (self != nullptr) self->startAsked(workFolder);
    });
}

void Fetcher::startAsked(const std::expected<QString, LibraryError>& workFolder) {
    const auto asked = std::exchange(asked_, {});
    if (asked.empty()) return; // cancelled meanwhile
    if (!workFolder) {
        waiting_.clear();
        return Q_EMIT refused(workFolder.error());
    }
    exporter_.setFolder(*workFolder);
    for (const auto& [target, instead] : asked) {
        if (instead && statuses_.erase(*instead) > 0) model_.remove(*instead);
        if (isUnderWay(target)) continue; // one export of one thing at a time
        const std::uint64_t id = exporter_.start(target);
        // Known from now on, whenever the first change is reported.
        statuses_.try_emplace(outer(id), TransferStatus{.id = outer(id), .target = target});
    }
}

bool Fetcher::cancel(quint64 transfer) {
    const auto known = statuses_.find(transfer);
    if (known != statuses_.end() && known->second.phase == TransferPhase::Loading) {
        if (keeping_.erase(transfer) == 0) return false;
        setLoadingCancelled(transfer);
        return true;
    }
    if (known == statuses_.end()) return false;
    exporter_.cancel(inner(transfer));
    return true;
}

void Fetcher::cancelAll() {
    waiting_.clear();
    asked_.clear();
    exporter_.cancelAll();
    for (const quint64 transfer : std::exchange(keeping_, {}))
        setLoadingCancelled(transfer);
}

void Fetcher::retry(quint64 transfer) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end() || !isFinal(known->second.phase)) return;
    start(known->second.target, transfer);
}

void Fetcher::setLoading(quint64 transfer, quint64 rows, quint64 bytes) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end()) return; // retried by now, and known by another number
    TransferStatus status = known->second;
    if (status.phase != TransferPhase::Loading) return;
    status.rows = rows;
    status.loaded = bytes;
    publish(status);
}

void Fetcher::retryFailed() {
    std::vector<quint64> failed;
    for (const auto& [transfer, status] : statuses_)
        if (status.phase == TransferPhase::Failed) failed.push_back(transfer);
    std::ranges::for_each(failed, [this](quint64 transfer) { retry(transfer); });
}

void Fetcher::setLoaded(quint64 transfer, quint64 rows, quint64 notices) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end()) return;
    TransferStatus status = known->second;
    status.phase = TransferPhase::Done;
    status.rows = rows;
    status.notices = notices;
    publish(status);
}

void Fetcher::setLoadingCancelled(quint64 transfer) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end()) return;
    TransferStatus status = known->second;
    status.phase = TransferPhase::Cancelled;
    publish(status);
}

void Fetcher::setLoadingFailed(quint64 transfer, ExportError error) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end()) return;
    TransferStatus status = known->second;
    status.phase = TransferPhase::Failed;
    status.error = std::move(error);
    publish(status);
}

void Fetcher::keep(quint64 transfer, const DownloadedExport& download) {
    keeping_.insert(transfer);
    shelf_.keep(download, profile_, [self = QPointer(this), transfer](const auto& result) {
        if (self != nullptr) self->endKeeping(transfer, result);
    });
}

void Fetcher::endKeeping(quint64 transfer, const std::expected<Snapshot, LibraryError>& result) {
    if (keeping_.erase(transfer) == 0) { // cancelled meanwhile
        if (result) shelf_.remove(result->id);
        return;
    }
    if (result) {
        Q_EMIT kept(transfer, *result);
        return;
    }
    const LibraryError& error = result.error();
    Q_EMIT refused(error); // its sentence names the place and the cause
    const int reason = error.kind == LibraryErrorKind::NewerVersion ? EROFS : error.systemError;
    const bool full = reason == ENOSPC || reason == EDQUOT;
    setLoadingFailed(transfer,
                     {.kind = full ? ExportErrorKind::DiskFull : ExportErrorKind::CannotWrite, .systemError = reason});
}

void Fetcher::publish(const TransferStatus& status) {
    const bool integrations = status.target.resource == schemas::integrations.key;
    statuses_.insert_or_assign(status.id, status);
    model_.update(status);
    // What waits goes on when the list is retried; whoever cancels the list wants none of it.
    if (integrations && status.phase == TransferPhase::Cancelled) waiting_.clear();
}

} // namespace idscope
