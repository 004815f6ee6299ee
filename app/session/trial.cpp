#include "app/session/trial.h"

#include "models/schema/apps.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/words/words.h"

#include <QFile>

#include <algorithm>

namespace idscope {
namespace {

using namespace std::chrono_literals;

constexpr qint64 headBytes = 1 << 20; ///< holds the columns and an app; reading more would hold the window up

ExportSettings briefly(ExportSettings settings) {
    settings.deadline = std::min<std::chrono::milliseconds>(settings.deadline, 90s);
    settings.stall = std::min<std::chrono::milliseconds>(settings.stall, 20s);
    settings.retries = std::min(settings.retries, 1);
    return settings;
}

} // namespace

Trial::Trial(Connection connection, ExportSettings settings, QObject* parent)
    : QObject(parent), exporter_(std::move(connection), briefly(settings), folder_.path()) {
    connect(&exporter_, &Exporter::downloaded, this,
            [this](std::uint64_t, const DownloadedExport& download) { take(download); });
    connect(&exporter_, &Exporter::changed, this, [this](const TransferStatus& status) {
        if (status.phase == TransferPhase::Failed) Q_EMIT ended(TrialResult{.error = status.error});
    });
    exporter_.start({.resource = std::string(schemas::apps.key), .integration = {}, .integrationName = {}});
}

void Trial::take(const DownloadedExport& download) {
    QFile file(download.file);
    const QByteArray head = file.open(QFile::ReadOnly) ? file.read(headBytes) : QByteArray();
    const auto table =
        loadTableFromMemory({head.data(), static_cast<std::size_t>(head.size())}, {}, {.schemas = resources()});
    if (!table || (*table)->schema() != &schemas::apps)
        return Q_EMIT ended(TrialResult{.error = ExportError{.kind = ExportErrorKind::NotATable}});
    TrialResult result{.apps = download.rows};
    if ((*table)->rowCount() > 0)
        if (const auto name = (*table)->find("Tenant Name"))
            result.tenant = words::fromUtf8((*table)->cell(RowId{0}, *name)).simplified().left(100);
    Q_EMIT ended(result);
}

} // namespace idscope
