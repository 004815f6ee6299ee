#include "app/session/fetcher.h"

#include "models/schema/integrations.h"
#include "models/schema/recognise.h"

#include <algorithm>
#include <cerrno>

namespace idscope {

using namespace Qt::StringLiterals;

Fetcher::Fetcher(Connection connection, const ExportSettings& settings, Library& library, QString profile,
                 quint64 number, TransferModel& model, SchemaList schemas)
    : library_(library), profile_(std::move(profile)), number_(number), model_(model), schemas_(schemas),
      exporter_(std::move(connection), settings, library.workFolder()) {
    connect(&exporter_, &Exporter::changed, this, [this](TransferStatus status) {
        status.id = outer(status.id);
        publish(status);
    });
    connect(&exporter_, &Exporter::downloaded, this, &Fetcher::take);
}

void Fetcher::fetchAll() {
    for (const Schema* schema : schemas_)
        fetch({.resource = std::string(schema->key), .integration = {}, .integrationName = {}});
}

void Fetcher::fetch(const ExportTarget& target) {
    const Schema* schema = schemaByKey(target.resource, schemas_);
    if (schema == nullptr) return;
    if (!schema->perIntegration || !target.integration.empty()) return start(target);
    if (!integrations_.empty()) {
        for (const ExportTarget& integration : integrations_)
            start({target.resource, integration.integration, integration.integrationName});
        return;
    }
    waiting_.push_back(schema);
    const auto asked = [](const auto& entry) {
        return entry.second.target.resource == schemas::integrations.key && !isFinal(entry.second.phase);
    };
    if (std::ranges::none_of(statuses_, asked))
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
    for (const auto& [id, status] : statuses_)
        ids.push_back(id);
    return ids;
}

void Fetcher::start(const ExportTarget& target) {
    const std::uint64_t id = exporter_.start(target);
    // Known from now on, whenever the first change is reported.
    statuses_.try_emplace(outer(id), TransferStatus{.id = outer(id), .target = target});
}

bool Fetcher::cancel(quint64 transfer) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end() || known->second.phase == TransferPhase::Loading) return false;
    exporter_.cancel(inner(transfer));
    return true;
}

void Fetcher::cancelAll() {
    waiting_.clear();
    exporter_.cancelAll();
}

void Fetcher::retry(quint64 transfer) {
    const auto known = statuses_.find(transfer);
    if (known == statuses_.end() || !isFinal(known->second.phase)) return;
    const ExportTarget target = known->second.target;
    statuses_.erase(known);
    model_.remove(transfer);
    start(target);
}

void Fetcher::setLoading(quint64 transfer, quint64 rows, quint64 bytes) {
    TransferStatus status = statuses_.at(transfer);
    if (status.phase != TransferPhase::Loading) return;
    status.rows = rows;
    status.loaded = bytes;
    publish(status);
}

void Fetcher::setLoaded(quint64 transfer, quint64 rows, quint64 notices) {
    TransferStatus status = statuses_.at(transfer);
    status.phase = TransferPhase::Done;
    status.rows = rows;
    status.notices = notices;
    publish(status);
}

void Fetcher::setLoadingCancelled(quint64 transfer) {
    TransferStatus status = statuses_.at(transfer);
    status.phase = TransferPhase::Cancelled;
    publish(status);
}

void Fetcher::setLoadingFailed(quint64 transfer, ExportError error) {
    TransferStatus status = statuses_.at(transfer);
    status.phase = TransferPhase::Failed;
    status.error = std::move(error);
    publish(status);
}

void Fetcher::take(std::uint64_t id, const DownloadedExport& download) {
    const auto snapshot = library_.adopt(download, profile_);
    if (snapshot) {
        Q_EMIT kept(outer(id), *snapshot);
        return;
    }
    const int reason = snapshot.error().systemError;
    setLoadingFailed(outer(id), {.kind = reason == ENOSPC ? ExportErrorKind::DiskFull : ExportErrorKind::CannotWrite,
                                 .systemError = reason});
}

void Fetcher::publish(const TransferStatus& status) {
    const bool integrations = status.target.resource == schemas::integrations.key;
    const bool missed = status.phase == TransferPhase::Failed || status.phase == TransferPhase::Cancelled;
    statuses_.insert_or_assign(status.id, status);
    model_.update(status);
    if (integrations && missed) waiting_.clear(); // nobody will say which integrations there are
}

} // namespace idscope
