#pragma once

#include "app/library/files.h"
#include "app/network/exporter.h"

#include <QString>

#include <expected>
#include <vector>

namespace idscope {

/// A kept export: a CSV file and its manifest beside it.
struct Snapshot {
    QString id;   ///< folder name
    QString file; ///< absolute path of the CSV
    QString profile;
    ExportTarget target;
    QDateTime fetched; ///< UTC
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0; ///< records without the header
    QByteArray sha256;      ///< hex
    QString apiOrigin;
};

/// Snapshots on disk: files 0600 in folders 0700 under `$XDG_DATA_HOME/idscope/snapshots`. Keeps nothing in memory: any
/// thread, and several programs at once. Every call blocks for the file system, but reads no CSV unless adopt() has to
/// copy one from another file system.
class Library {
public:
    explicit Library(QString folder);
    [[nodiscard]] QString folder() const { return folder_; }
    /// Moves a download in, writes its manifest (atomically, flushed) and returns the snapshot. Nothing half-written
    /// stays.
    std::expected<Snapshot, LibraryError> adopt(const DownloadedExport& download, const QString& profile);
    /// All readable snapshots, newest first; damaged ones are skipped and counted.
    [[nodiscard]] std::vector<Snapshot> list(int* damaged = nullptr) const;
    std::expected<void, LibraryError> remove(const QString& id);

    /// The default folder from XDG.
    static QString defaultFolder();

private:
    QString folder_;
};

} // namespace idscope
