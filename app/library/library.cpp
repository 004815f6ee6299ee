#include "app/library/library.h"

#include "models/base/atomicfile.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/table/bytesource.h"
#include "models/table/indexwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

constexpr int version = 1;
constexpr auto versionFile = "library.json"_L1;
constexpr auto versionKey = "idscopeLibrary"_L1;
constexpr qint64 longestManifest = 1 << 20;

enum class SnapshotFault : std::uint8_t { Gone, Damaged, Newer, Unreadable };

/// A snapshot's id is the name of its folder, and no way to anywhere else.
bool isId(const QString& id) {
    return !id.isEmpty() && !id.startsWith(u'.') && !id.contains(u'/') && !id.contains(QChar::Null);
}

Snapshot toSnapshot(const QString& folder, const QString& profile, const ManifestEntry& entry) {
    return {.id = QFileInfo(folder).fileName(),
            .file = folder + u'/' + entry.file,
            .profile = profile,
            .target = entry.target,
            .openedFrom = entry.openedFrom,
            .fetched = entry.finished,
            .bytes = entry.bytes,
            .rows = entry.rows,
            .sha256 = entry.sha256,
            .apiOrigin = entry.apiOrigin,
            .unverifiable = entry.unverifiable};
}

std::expected<Snapshot, SnapshotFault> readSnapshot(const QString& folder) {
    QFile file(folder + u'/' + Manifest::fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.exists()) return std::unexpected(SnapshotFault::Unreadable);
        // Another window may have removed it since the folder was listed.
        return std::unexpected(QFileInfo(folder).isDir() ? SnapshotFault::Damaged : SnapshotFault::Gone);
    }
    const auto manifest = Manifest::fromJson(file.read(longestManifest));
    if (!manifest)
        return std::unexpected(manifest.error() == ManifestFault::NewerVersion ? SnapshotFault::Newer
                                                                               : SnapshotFault::Damaged);
    if (manifest->entries.size() != 1 || manifest->entries.front().failure)
        return std::unexpected(SnapshotFault::Damaged);
    Snapshot snapshot = toSnapshot(folder, manifest->profile, manifest->entries.front());
    const QFileInfo csv(snapshot.file);
    if (csv.isFile() && std::cmp_equal(csv.size(), snapshot.bytes)) return snapshot;
    return std::unexpected(QFileInfo(folder).isDir() ? SnapshotFault::Damaged : SnapshotFault::Gone);
}

/// Of a library; 0 when there is none, or it can't be read.
int versionOf(const QString& folder) {
    QFile file(folder + u'/' + versionFile);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return QJsonDocument::fromJson(file.read(longestManifest)).object().value(versionKey).toInt();
}

/// What a snapshot's file and folder are called after: never after anything that was sent.
QString kindOf(const ExportTarget& target) {
    const Schema* schema = schemaByKey(target.resource, resources());
    if (schema == nullptr) return u"table"_s;
    return QString::fromLatin1(schema->key.data(), static_cast<qsizetype>(schema->key.size()));
}

QString newName() {
    return QString::number(QRandomGenerator::system()->generate64(), 16);
}

/// Renames a folder to a name that nothing has.
bool renameFolder(const QString& from, const QString& to, const FileSystem& files) {
    return files.rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

std::expected<void, LibraryError> flushed(const QString& folder, const FileSystem& files) {
    if (const int error = syncFolder(QFile::encodeName(folder).constData(), files); error != 0)
        return std::unexpected(LibraryError{folder, error});
    return {};
}

} // namespace

Library::Library(const QString& folder, const FileSystem& files)
    : folder_(QDir::cleanPath(QDir(folder).absolutePath())), files_(files) {}

QString Library::beside(const QString& name) const {
    return QFileInfo(folder_).absolutePath() + u'/' + name;
}

QString Library::damagedFolder() const {
    return beside(u"damaged"_s);
}

std::expected<QString, LibraryError> Library::workFolder() {
    const std::lock_guard lock(mutex_);
    if (!work_ || !work_->isThere()) work_ = std::make_unique<WorkFolder>(beside(u"incoming"_s));
    if (!work_->isThere()) return std::unexpected(work_->error());
    return work_->path();
}

void Library::removeLeftovers(const std::stop_token& stop) const {
    WorkFolder::removeLeftovers(beside(u"incoming"_s), {}, stop);
    if (versionOf(folder_) > version) return;
    removeUnfinished(folder_, stop);
    for (const QString& id : QDir(folder_).entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot)) {
        if (stop.stop_requested()) return;
        removeUnfinished(folderOf(id), stop);
    }
}

std::expected<void, LibraryError> Library::makeReady() {
    if (auto made = makeFolder(folder_, files_); !made) return made;
    const int found = versionOf(folder_);
    if (found > version) return std::unexpected(LibraryError{folder_, 0, LibraryErrorKind::NewerVersion});
    if (found == version) return {};
    return writeFile(folder_ + u'/' + versionFile, QJsonDocument(QJsonObject{{versionKey, version}}).toJson(), files_);
}

std::expected<Snapshot, LibraryError> Library::adopt(const DownloadedExport& download, const QString& profile) {
    const ManifestEntry entry = entryOf(download, kindOf(download.target) + u".csv"_s);
    auto kept = put(entry, profile, [&](const QString& file) { return moveFile(download.file, file, files_); });
    if (!kept) QFile::remove(download.file);
    return kept;
}

std::expected<Snapshot, LibraryError> Library::copyIn(const OpenedFile& opened, const std::stop_token& stop) {
    if (auto ready = makeReady(); !ready) return std::unexpected(ready.error());
    const auto folder = workFolder();
    if (!folder) return std::unexpected(folder.error());
    const QString copy = *folder + u'/' + newName();
    if (auto copied = copyFile(opened.path, copy, stop, files_); !copied) return std::unexpected(copied.error());
    const auto discard = [&](const LibraryError& error) {
        QFile::remove(copy);
        return std::unexpected(error);
    };
    const QFileInfo now(opened.path);
    if (std::cmp_not_equal(QFileInfo(copy).size(), opened.bytes) || now.lastModified() != opened.modified)
        return discard({opened.path, 0, LibraryErrorKind::Changed});
    const auto hash = hashFile(copy, stop);
    if (!hash) return discard(hash.error());

    const auto known = list().snapshots;
    const auto same = std::ranges::find(known, *hash, &Snapshot::sha256);
    if (same != known.end()) {
        QFile::remove(copy);
        return *same;
    }
    ManifestEntry entry;
    entry.target.resource = opened.resource;
    entry.file = kindOf(entry.target) + u".csv"_s;
    entry.openedFrom = opened.path;
    entry.finished = QDateTime::currentDateTimeUtc();
    entry.bytes = opened.bytes;
    entry.sha256 = *hash;
    entry.rows = opened.rows;
    entry.lastModified = opened.modified.toUTC().toString(Qt::ISODateWithMs);
    auto kept = put(entry, {}, [&](const QString& file) { return moveFile(copy, file, files_); });
    if (!kept) QFile::remove(copy);
    return kept;
}

std::expected<Snapshot, LibraryError> Library::put(const ManifestEntry& entry, const QString& profile,
                                                   const Fill& fill) {
    if (auto ready = makeReady(); !ready) return std::unexpected(ready.error());
    const auto work = workFolder();
    if (!work) return std::unexpected(work.error());
    const QString part = *work + u'/' + newName();
    const auto give = [&]() -> std::expected<Snapshot, LibraryError> {
        if (auto made = makeFolder(part, files_); !made) return std::unexpected(made.error());
        const Manifest manifest{programVersion(), profile, {entry}};
        const auto written = writeFile(part + u'/' + Manifest::fileName, manifest.toJson(), files_);
        if (!written) return std::unexpected(written.error());
        if (auto filled = fill(part + u'/' + entry.file); !filled) return std::unexpected(filled.error());
        const auto folder = place(part, entry);
        if (!folder) return std::unexpected(folder.error());
        return toSnapshot(*folder, profile, entry);
    };
    auto snapshot = give();
    if (!snapshot && QFileInfo(part).isDir()) (void)removeFolder(part, files_); // else with the work folder
    return snapshot;
}

std::expected<QString, LibraryError> Library::place(const QString& part, const ManifestEntry& entry) {
    const QString time = entry.finished.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString name =
        folderOf(time + u'-' + kindOf(entry.target) + u'-' + QString::fromLatin1(entry.sha256.first(8)));
    for (int again = 1;; ++again) {
        const QString folder = again == 1 ? name : name + u'-' + QString::number(again);
        if (renameFolder(part, folder, files_)) {
            // It is there, whole, and listed: that its folder could not be flushed does not undo it.
            (void)flushed(folder_, files_);
            return folder;
        }
        if (errno != ENOTEMPTY && errno != EEXIST) return std::unexpected(LibraryError{folder, errno});
    }
}

LibraryContents Library::list() const {
    LibraryContents contents;
    const auto folders = QDir(folder_).entryInfoList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        auto snapshot = readSnapshot(folder.absoluteFilePath());
        if (snapshot)
            contents.snapshots.push_back(*std::move(snapshot));
        else if (snapshot.error() == SnapshotFault::Damaged)
            contents.damaged.append(folder.fileName());
        else if (snapshot.error() == SnapshotFault::Newer)
            ++contents.newer;
        else if (snapshot.error() == SnapshotFault::Unreadable)
            ++contents.unreadable;
    }
    std::ranges::sort(contents.snapshots, [](const Snapshot& a, const Snapshot& b) {
        return a.fetched != b.fetched ? a.fetched > b.fetched : a.id > b.id;
    });
    return contents;
}

std::expected<void, LibraryError> Library::moveSnapshot(const QString& id, const QString& to) {
    if (!isId(id) || !QFileInfo(folderOf(id)).isDir())
        return std::unexpected(LibraryError{folderOf(id), 0, LibraryErrorKind::NotThere});
    if (versionOf(folder_) > version) return std::unexpected(LibraryError{folder_, 0, LibraryErrorKind::NewerVersion});
    if (!renameFolder(folderOf(id), to, files_)) {
        const auto kind = errno == ENOENT ? LibraryErrorKind::NotThere : LibraryErrorKind::System;
        return std::unexpected(LibraryError{folderOf(id), errno, kind});
    }
    return flushed(folder_, files_);
}

std::expected<void, LibraryError> Library::remove(const QString& id) {
    // Out of the list at once, then away: what stops in between leaves no half snapshot.
    const auto work = workFolder();
    if (!work) return std::unexpected(work.error());
    const QString gone = *work + u'/' + newName();
    if (auto moved = moveSnapshot(id, gone); !moved) return moved;
    return removeFolder(gone, files_);
}

std::expected<void, LibraryError> Library::setAside(const QString& id) {
    if (auto made = makeFolder(damagedFolder(), files_); !made) return made;
    return moveSnapshot(id, damagedFolder() + u'/' + id + u'-' + newName());
}

IndexPlace Library::indexOf(const Snapshot& snapshot) {
    return {.file = QFile::encodeName(snapshot.file + u".index"_s).toStdString(),
            .sha256 = snapshot.sha256.toStdString()};
}

std::expected<void, LibraryError> Library::keepIndex(const Snapshot& snapshot, const Table& table,
                                                     const std::stop_token& stop) {
    if (versionOf(folder_) > version) return std::unexpected(LibraryError{folder_, 0, LibraryErrorKind::NewerVersion});
    const auto csv = ByteSource::open(QFile::encodeName(snapshot.file).toStdString());
    if (!csv) return std::unexpected(LibraryError{snapshot.file, csv.error()});
    if (csv->size() != table.bytes() || csv->size() != snapshot.bytes)
        return std::unexpected(LibraryError{snapshot.file, 0, LibraryErrorKind::Changed});
    const IndexPlace place = indexOf(snapshot);
    const QString file = QFile::decodeName(QByteArray::fromStdString(place.file));
    const auto fill = [&](const FileSink& sink) {
        std::expected<void, LibraryError> result;
        const auto put = [&](std::string_view bytes) {
            result = sink({bytes.data(), static_cast<qsizetype>(bytes.size())});
            return result.has_value();
        };
        if (!writeIndex(table, {place.sha256, csv->size(), csv->modified()}, put, stop) && result)
            result = std::unexpected(LibraryError{file, 0, LibraryErrorKind::Stopped});
        return result;
    };
    return writeFile(file, fill, files_);
}

std::expected<bool, LibraryError> Library::verify(const Snapshot& snapshot, const std::stop_token& stop) {
    const auto hash = hashFile(snapshot.file, stop);
    if (!hash) return std::unexpected(hash.error());
    return *hash == snapshot.sha256;
}

std::optional<FolderLock> Library::hold(const QString& id) const {
    return isId(id) ? FolderLock::tryTake(folderOf(id), FolderLock::Kind::Shared) : std::nullopt;
}

bool Library::isHeld(const QString& id) const {
    return !FolderLock::tryTake(folderOf(id), FolderLock::Kind::Exclusive) && QFileInfo(folderOf(id)).isDir();
}

QString Library::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/idscope/snapshots"_s;
}

} // namespace idscope
