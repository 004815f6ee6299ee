#include "app/library/library.h"

#include "app/library/manifest.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

/// Folders of snapshots being put together; never listed.
constexpr QLatin1StringView unfinished(".new-");

Snapshot toSnapshot(const QString& folder, const Manifest& manifest) {
    const ManifestEntry& entry = manifest.entries.front();
    Snapshot snapshot;
    snapshot.id = QFileInfo(folder).fileName();
    snapshot.file = folder + u'/' + entry.file;
    snapshot.profile = manifest.profile;
    snapshot.target = entry.target;
    snapshot.fetched = entry.finished;
    snapshot.bytes = entry.bytes;
    snapshot.rows = entry.rows;
    snapshot.sha256 = entry.sha256;
    snapshot.apiOrigin = entry.apiOrigin;
    return snapshot;
}

std::optional<Snapshot> readSnapshot(const QString& folder) {
    QFile file(folder + u'/' + Manifest::fileName);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const auto manifest = Manifest::fromJson(file.readAll());
    if (!manifest || manifest->entries.size() != 1 || manifest->entries.front().failure) return std::nullopt;
    const Snapshot snapshot = toSnapshot(folder, *manifest);
    const QFileInfo csv(snapshot.file);
    return csv.isFile() && std::cmp_equal(csv.size(), snapshot.bytes) ? std::optional(snapshot) : std::nullopt;
}

} // namespace

Library::Library(QString folder) : folder_(std::move(folder)) {}

std::expected<Snapshot, LibraryError> Library::adopt(const DownloadedExport& download, const QString& profile) {
    if (auto made = makeFolder(folder_); !made) return std::unexpected(made.error());
    QTemporaryDir part(folder_ + u'/' + unfinished + "XXXXXX"_L1); // 0700; removed unless all goes well
    if (!part.isValid()) return std::unexpected(LibraryError{folder_, errno});

    const QString name = QString::fromStdString(download.target.resource) + u".csv"_s;
    const Manifest manifest{programVersion(), profile, {entryOf(download, name)}};
    if (auto written = writeFile(part.filePath(Manifest::fileName), manifest.toJson()); !written)
        return std::unexpected(written.error());
    if (auto moved = moveFile(download.file, part.filePath(name)); !moved) return std::unexpected(moved.error());

    const QString time = download.finished.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString id = time + u'-' + QString::fromStdString(download.target.resource) + u'-' +
                       QString::fromLatin1(download.sha256.first(8));
    for (int again = 1;; ++again) {
        const QString folder = folder_ + u'/' + id + (again == 1 ? QString() : u'-' + QString::number(again));
        if (::rename(QFile::encodeName(part.path()).constData(), QFile::encodeName(folder).constData()) == 0) {
            part.setAutoRemove(false);
            return toSnapshot(folder, manifest);
        }
        if (errno != ENOTEMPTY && errno != EEXIST) return std::unexpected(LibraryError{folder, errno});
    }
}

std::vector<Snapshot> Library::list(int* damaged) const {
    std::vector<Snapshot> snapshots;
    int bad = 0;
    const auto folders = QDir(folder_).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot); // without hidden ones
    for (const QFileInfo& folder : folders) {
        if (auto snapshot = readSnapshot(folder.absoluteFilePath()))
            snapshots.push_back(*std::move(snapshot));
        else
            ++bad;
    }
    std::ranges::sort(snapshots, [](const Snapshot& a, const Snapshot& b) {
        return a.fetched != b.fetched ? a.fetched > b.fetched : a.id > b.id;
    });
    if (damaged) *damaged = bad;
    return snapshots;
}

std::expected<void, LibraryError> Library::remove(const QString& id) {
    const QString folder = folder_ + u'/' + id;
    if (id.isEmpty() || id.contains(u'/') || id.startsWith(u'.')) return std::unexpected(LibraryError{folder, ENOENT});
    // Out of the list at once, then away: what stops in between leaves no half snapshot.
    const QString gone = folder_ + u'/' + unfinished + id;
    if (::rename(QFile::encodeName(folder).constData(), QFile::encodeName(gone).constData()) != 0)
        return std::unexpected(LibraryError{folder, errno});
    if (!QDir(gone).removeRecursively()) return std::unexpected(LibraryError{gone, EACCES});
    return {};
}

QString Library::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/idscope/snapshots"_s;
}

} // namespace idscope
