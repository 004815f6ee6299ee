#pragma once

#include <QByteArrayView>
#include <QString>

#include <expected>

namespace idscope {

/// What the file system refused: `place` is a path, `systemError` an errno value.
struct LibraryError {
    QString place;
    int systemError = 0;
};

// Old file or whole new file, never a part: all of these write beside their target and rename, flush to the disk (file
// and folder) and check every return value. Files are 0600, folders 0700. They block; any thread.

/// Makes the folder and those above it; one that is there is left as it is.
std::expected<void, LibraryError> makeFolder(const QString& path);
/// Puts these bytes in the place of whatever was there.
std::expected<void, LibraryError> writeFile(const QString& path, QByteArrayView bytes);
/// Puts the file in the place of whatever was at `to`: by renaming, or between file systems by a copy beside the
/// target. On failure `from` stays.
std::expected<void, LibraryError> moveFile(const QString& from, const QString& to);

} // namespace idscope
