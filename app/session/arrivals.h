#pragma once

#include "app/session/opentables.h"
#include "models/table/growingfile.h"
#include "models/transfer/transfer.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace idscope {

/// The tables of downloads that are under way: their rows are read while the bytes come, and once a download is kept
/// its table is the snapshot's, without being read again. What is cut stays visible, and is said to be incomplete. GUI
/// thread.
class Arrivals final : public QObject {
    Q_OBJECT
public:
    /// `tables` must outlive this.
    explicit Arrivals(OpenTables& tables);

    /// A download has begun, or begun anew; in a tab when it is asked for.
    void follow(quint64 transfer, const ExportTarget& target, std::shared_ptr<GrowingFile> file, bool inTab);
    /// Whether a table's key is that of a download, not of a snapshot or file.
    [[nodiscard]] static bool isKey(const QString& key);
    /// Opens a tab on what is coming of an export by one of the transfers meant; false when nothing is.
    bool open(const ExportTarget& target, const std::function<bool(quint64 transfer)>& isMeant);
    /// A download is kept: its table is that of the snapshot. Returns it; null while the last of it is being read;
    /// nothing when it was not followed to its end, so that the snapshot has to be loaded.
    std::optional<TablePtr> keep(quint64 transfer, const TableSource& snapshot);

private:
    struct Arrival {
        ExportTarget target;
        TableSource source;
        TablePtr table; ///< once all of it is read
    };
    [[nodiscard]] std::map<quint64, Arrival>::iterator find(const QString& key);
    void end(const QString& key, const TableError& error);

    OpenTables& tables_;
    std::map<quint64, Arrival> arrivals_; ///< by transfer
};

} // namespace idscope
