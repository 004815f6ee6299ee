#pragma once

#include "app/network/exporter.h"
#include "app/session/shelf.h"
#include "models/items/transfermodel.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace idscope {

/// Fetches from one connection onto a shelf, and keeps the transfers' states up to the loaded table: the exporter's
/// states until the download is there, then what it is told about loading. GUI thread.
class Fetcher final : public QObject {
    Q_OBJECT
public:
    /// `shelf`, `model` and `schemas` must outlive this. `number` tells the transfers of several fetchers apart.
    Fetcher(Connection connection, const ExportSettings& settings, Shelf& shelf, QString profile, quint64 number,
            TransferModel& model, SchemaList schemas);

    /// Every resource but extra ones; those asked for per integration once the integrations are known.
    void fetchAll();
    /// One export; of a resource asked for per integration without saying which: all of them.
    void fetch(const ExportTarget& target);
    /// Which integrations there are; starts what waits for them.
    void setIntegrations(std::vector<ExportTarget> integrations);
    /// Known integrations in the order of their export.
    [[nodiscard]] const std::vector<ExportTarget>& integrations() const { return integrations_; }

    /// Whether a transfer is one of this fetcher's.
    [[nodiscard]] bool owns(quint64 transfer) const;
    [[nodiscard]] std::vector<quint64> transfers() const;
    [[nodiscard]] std::optional<ExportTarget> targetOf(quint64 transfer) const;
    /// In any state before loading. False: it is loading, and whoever loads it has to stop.
    bool cancel(quint64 transfer);
    void cancelAll();
    void retry(quint64 transfer);
    /// Those that failed, and what waited for them; nothing else.
    void retryFailed();

    /// What whoever loads the table has to tell.
    void setLoading(quint64 transfer, quint64 rows, quint64 bytes);
    void setLoaded(quint64 transfer, quint64 rows, quint64 notices);
    void setLoadingCancelled(quint64 transfer);
    void setLoadingFailed(quint64 transfer, ExportError error);

Q_SIGNALS:
    /// A download is in the library and waits to be loaded.
    void kept(quint64 transfer, const idscope::Snapshot& snapshot);
    /// The library takes nothing: what was to be fetched is not asked for, what has arrived is gone.
    void refused(const idscope::LibraryError& error);

private:
    /// Starts it when the library is ready to keep it; `instead` of an ended transfer, if any.
    void start(const ExportTarget& target, std::optional<quint64> instead = {});
    void startAsked(const std::expected<QString, LibraryError>& workFolder);
    [[nodiscard]] bool isUnderWay(const ExportTarget& target) const;
    void keep(quint64 transfer, const DownloadedExport& download);
    void endKeeping(quint64 transfer, const std::expected<Snapshot, LibraryError>& result);
    void publish(const TransferStatus& status);
    [[nodiscard]] quint64 outer(std::uint64_t id) const { return (number_ << 32U) | id; }
    [[nodiscard]] std::uint64_t inner(quint64 transfer) const { return transfer & 0xFFFFFFFFU; }

    Shelf& shelf_;
    QString profile_;
    quint64 number_;
    TransferModel& model_;
    SchemaList schemas_;
    Exporter exporter_;
    struct Asked {
        ExportTarget target;
        std::optional<quint64> instead;
    };
    std::vector<Asked> asked_; ///< to be started when the library is ready
    std::map<quint64, TransferStatus> statuses_;
    std::vector<ExportTarget> integrations_;
    std::vector<const Schema*> waiting_; ///< resources to be fetched once the integrations are known
    std::set<quint64> keeping_;          ///< transfers whose download is being put onto the shelf
};

} // namespace idscope
