#pragma once

#include "app/library/files.h"
#include "app/library/folderlock.h"
#include "app/library/manifest.h"
#include "app/library/snapshot.h"
#include "app/library/workfolder.h"
#include "app/network/exporter.h"
#include "models/table/indexkey.h"
#include "models/table/table.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace idscope {

/// What a library holds.
struct LibraryContents {
    std::vector<Snapshot> snapshots; ///< readable ones, newest first
    QStringList damaged;             ///< ids of those whose manifest or file is missing, cut or no longer what it was
    int newer = 0;                   ///< written by a newer version: neither read nor changed
    int unreadable = 0;              ///< the file system refused
};

/// A file that somebody has opened, to be copied in.
struct OpenedFile {
    QString path;
    std::string resource; ///< as its header was recognised; may be empty
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0; ///< what was loaded; a file that is another by now is not copied
    QDateTime modified;
};

/// Snapshots on disk: files 0600 in folders 0700, one folder each with its manifest, which appears by one rename when
/// it is whole and flushed. Unfinished ones lie in `../incoming`, damaged ones are put into `../damaged`. Keeps no list
/// in memory: any thread, and several programs at once. Every call blocks for the file system.
class Library {
public:
    /// `files` must outlive this.
    explicit Library(const QString& folder, const FileSystem& files = fileSystem());
    [[nodiscard]] const QString& folder() const { return folder_; }
    [[nodiscard]] QString damagedFolder() const;
    /// Where downloads go: this library's own for as long as it lives. Made when it is not there, and what dead
    /// processes left beside it removed.
    [[nodiscard]] std::expected<QString, LibraryError> workFolder();

    /// Removes what killed processes have left of work folders and of files that were being written, until asked
    /// to stop. O(snapshots).
    void removeLeftovers(const std::stop_token& stop = {}) const;

    /// Nothing when all may be changed; otherwise why not: NewerVersion, or what the file system says.
    [[nodiscard]] std::expected<void, LibraryError> makeReady();
    /// Moves a download in, writes its manifest and returns the snapshot. On failure the download is gone.
    std::expected<Snapshot, LibraryError> adopt(const DownloadedExport& download, const QString& profile);
    /// Copies a file in, or finds the snapshot that has the same bytes. O(bytes).
    std::expected<Snapshot, LibraryError> copyIn(const OpenedFile& opened, const std::stop_token& stop);
    [[nodiscard]] LibraryContents list() const;
    std::expected<void, LibraryError> remove(const QString& id);
    /// Moves a damaged snapshot out of the list, into damagedFolder(); nothing of it is lost.
    std::expected<void, LibraryError> setAside(const QString& id);
    /// Keeps the index of a snapshot's table beside it, in the place of any other. O(bytes of the index).
    std::expected<void, LibraryError> keepIndex(const Snapshot& snapshot, const Table& table,
                                                const std::stop_token& stop);
    /// Where the index of a snapshot is, if it has one.
    [[nodiscard]] static IndexPlace indexOf(const Snapshot& snapshot);
    /// Whether the bytes are still those of the manifest. O(bytes).
    [[nodiscard]] static std::expected<bool, LibraryError> verify(const Snapshot& snapshot,
                                                                  const std::stop_token& stop);

    /// Says to every process that a snapshot is in use, as long as the lock lives.
    [[nodiscard]] std::optional<FolderLock> hold(const QString& id) const;
    [[nodiscard]] bool isHeld(const QString& id) const;

    /// `$XDG_DATA_HOME/idscope/snapshots`
    static QString defaultFolder();

private:
    using Fill = std::function<std::expected<void, LibraryError>(const QString& file)>;
    std::expected<Snapshot, LibraryError> put(const ManifestEntry& entry, const QString& profile, const Fill& fill);
    std::expected<QString, LibraryError> place(const QString& part, const ManifestEntry& entry);
    std::expected<void, LibraryError> moveSnapshot(const QString& id, const QString& to);
    [[nodiscard]] QString beside(const QString& name) const;
    [[nodiscard]] QString folderOf(const QString& id) const { return folder_ + u'/' + id; }

    QString folder_;
    const FileSystem& files_;
    std::mutex mutex_;
    std::unique_ptr<WorkFolder> work_; ///< guarded by mutex_
};

} // namespace idscope
