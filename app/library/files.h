#pragma once

#include "models/base/filesystem.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <expected>
#include <functional>
#include <stop_token>

namespace idscope {

enum class LibraryErrorKind : std::uint8_t {
    System,       ///< the file system refused: systemError
    Stopped,      ///< it was asked to
    Changed,      ///< the file changed while it was being read
    NewerVersion, ///< written by a newer version, so it is only read
    NotThere,     ///< no snapshot of this name
    Unconfirmed,  ///< it is done, but the folder could not be flushed: a power cut may undo it
    TooMany,      ///< the folder holds as much as it may
};

/// What went wrong with files that are kept; the sentence is made by sentence().
struct LibraryError {
    QString place; ///< a path
    int systemError = 0;
    LibraryErrorKind kind = LibraryErrorKind::System;
};

/// "/home/…/snapshots: the disk is full. …"
QString sentence(const LibraryError& error);

// Old file or whole new file, never a part: all of these write beside their target and rename, flush to the disk (file
// and folder) and check every return value. Files are 0600, folders 0700. They block; any thread.

/// Makes the folder and those above it; one that is there is left as it is.
std::expected<void, LibraryError> makeFolder(const QString& path, const FileSystem& files = fileSystem());
/// Puts these bytes in the place of whatever was there.
std::expected<void, LibraryError> writeFile(const QString& path, QByteArrayView bytes,
                                            const FileSystem& files = fileSystem());
/// The same, bytes as they come from `fill`, which hands them to a sink and says how it ended.
using FileSink = std::function<std::expected<void, LibraryError>(QByteArrayView)>;
std::expected<void, LibraryError>
writeFile(const QString& path, const std::function<std::expected<void, LibraryError>(const FileSink&)>& fill,
          const FileSystem& files = fileSystem());
/// Puts the file in the place of whatever was at `to`: by renaming, or between file systems by a copy beside the
/// target. On failure `from` stays; Unconfirmed is none: the file is at `to`.
std::expected<void, LibraryError> moveFile(const QString& from, const QString& to,
                                           const FileSystem& files = fileSystem());
/// Whether what should be written or moved is in its place: Unconfirmed is no failure.
inline bool isInPlace(const std::expected<void, LibraryError>& done) {
    return done || done.error().kind == LibraryErrorKind::Unconfirmed;
}
/// Copies a file, sharing its blocks where the file system can. One that changes meanwhile is an error.
std::expected<void, LibraryError> copyFile(const QString& from, const QString& to, const std::stop_token& stop,
                                           const FileSystem& files = fileSystem());
/// Removes a folder and all that is in it; links are removed, not followed. Goes on after a failure and tells the
/// first.
std::expected<void, LibraryError> removeFolder(const QString& path, const FileSystem& files = fileSystem());
/// SHA-256 of a file's bytes, as hex.
std::expected<QByteArray, LibraryError> hashFile(const QString& path, const std::stop_token& stop);

} // namespace idscope
