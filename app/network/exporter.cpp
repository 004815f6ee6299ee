#include "app/network/exporter.h"

#include "app/network/exportaccess.h"
#include "app/network/exportjob.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace idscope {

class Exporter::Private {
public:
    struct Queued {
        std::uint64_t id = 0;
        ExportTarget target;
    };

    Private(Exporter* owner, Connection way, const ExportSettings& limits, QString downloads)
        : exporter(owner), connection(std::move(way)), access(connection), settings(limits),
          folder(std::move(downloads)) {}

    Exporter* exporter;
    Connection connection;
    ExportAccess access;
    ExportSettings settings;
    QString folder;
    std::uint64_t lastId = 0;
    std::deque<Queued> queue;
    std::map<std::uint64_t, std::unique_ptr<ExportJob>> running;

    void startNext() {
        while (!queue.empty() && std::cmp_less(running.size(), std::max(1, settings.atOnce))) {
            Queued next = std::move(queue.front());
            queue.pop_front();
            run(next.id, std::move(next.target));
        }
    }

    void run(std::uint64_t id, ExportTarget target) {
        auto job = std::make_unique<ExportJob>(connection, access, settings, folder, std::move(target));
        ExportJob* const started = job.get();
        running.emplace(id, std::move(job));
        QObject::connect(started, &ExportJob::changed, exporter, [this, id, started] { onChanged(id, *started); });
        QObject::connect(started, &ExportJob::downloaded, exporter,
                         [this, id](const DownloadedExport& result) { Q_EMIT exporter->downloaded(id, result); });
        QObject::connect(started, &ExportJob::arriving, exporter,
                         [this, id](const std::shared_ptr<GrowingFile>& file) { Q_EMIT exporter->arriving(id, file); });
        started->start();
    }

    void onChanged(std::uint64_t id, const ExportJob& job) {
        TransferStatus status = job.status();
        status.id = id;
        const bool over = isFinal(status.phase) || status.phase == TransferPhase::Loading;
        if (over) {
            auto ended = running.extract(id);
            ended.mapped().release()->deleteLater(); // it is still telling us
            QMetaObject::invokeMethod(exporter, [this] { startNext(); }, Qt::QueuedConnection);
        }
        Q_EMIT exporter->changed(status);
    }

    void tell(const Queued& queued, TransferPhase phase) {
        TransferStatus status;
        status.id = queued.id;
        status.target = queued.target;
        status.phase = phase;
        Q_EMIT exporter->changed(status);
    }
};

Exporter::Exporter(Connection connection, ExportSettings settings, QString folder, QObject* parent)
    : QObject(parent), d_(new Private(this, std::move(connection), settings, std::move(folder))) {}

Exporter::~Exporter() = default;

void Exporter::setFolder(const QString& folder) {
    d_->folder = folder;
}

std::uint64_t Exporter::start(const ExportTarget& target) {
    const std::uint64_t id = ++d_->lastId;
    d_->queue.push_back({id, target});
    // Told and started from the event loop, when the caller knows the id.
    const auto tellQueued = [this, id] {
        const auto at = std::ranges::find(d_->queue, id, &Private::Queued::id);
        if (at == d_->queue.end()) return; // cancelled already
        d_->tell(Private::Queued(*at), TransferPhase::Queued);
        d_->startNext();
    };
    QMetaObject::invokeMethod(this, tellQueued, Qt::QueuedConnection);
    return id;
}

void Exporter::cancel(std::uint64_t id) {
    if (const auto job = d_->running.find(id); job != d_->running.end()) return job->second->cancel();
    const auto at = std::ranges::find(d_->queue, id, &Private::Queued::id);
    if (at == d_->queue.end()) return;
    const Private::Queued queued = std::move(*at);
    d_->queue.erase(at);
    d_->tell(queued, TransferPhase::Cancelled);
}

void Exporter::cancelAll() {
    std::vector<std::uint64_t> ids;
    for (const auto& queued : d_->queue)
        ids.push_back(queued.id);
    for (const auto& [id, job] : d_->running)
        ids.push_back(id);
    for (const std::uint64_t id : ids)
        cancel(id);
}

} // namespace idscope
