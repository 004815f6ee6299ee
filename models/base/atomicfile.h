#pragma once

#include "models/base/filesystem.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <stop_token>
#include <string>
#include <string_view>

namespace idscope {

enum class FileErrorKind : std::uint8_t {
    CannotCreate, ///< the folder is missing, or may not be written to
    CannotWrite,
    DiskFull,    ///< no space, or a quota or size limit is reached
    Unconfirmed, ///< the file is there, whole, but its folder could not be flushed: a power cut may undo it
};

/// Why a file could not be written; the sentence is made by words::sentence().
struct FileError {
    FileErrorKind kind{};
    QString file; ///< as given
    int systemError = 0;
};

/// A file that appears under its name whole or not at all: until commit() an older file of that name stays as it is,
/// and without it nothing is left behind, even if the process is killed: until then the new file has no name, or, where
/// the file system knows no such files, a hidden one. Readable by its owner alone (0600). A link is followed. Any
/// thread, one at a time.
class AtomicFile {
public:
    /// `files` must outlive this.
    explicit AtomicFile(QString path, const FileSystem& files = fileSystem());
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    std::expected<void, FileError> open();
    /// Appends. O(bytes); buffered, so an error may show only at a later write or at commit().
    std::expected<void, FileError> write(std::string_view bytes);
    /// Makes the file, of which nothing is written yet, a copy of an open one that shares its blocks. False, and
    /// nothing done, where the file system can't.
    bool clone(int file);
    /// Flushes to the disk and takes the name. Checks every step.
    std::expected<void, FileError> commit();

private:
    [[nodiscard]] std::unexpected<FileError> failure(FileErrorKind kind, int systemError) const;
    std::expected<void, FileError> flush();
    std::expected<void, FileError> writeOut(std::string_view bytes);
    std::expected<void, FileError> takeName();
    std::expected<void, FileError> abandoned(FileErrorKind kind, int systemError);
    void abandon();

    QString path_;
    const FileSystem& files_;
    QByteArray target_; ///< where links lead
    QByteArray folder_; ///< of the target
    QByteArray hidden_; ///< name of the unfinished file; empty while it has none
    int file_ = -1;
    std::string buffer_;
};

/// Removes what killed processes have left of such files in a folder of ours: under their hidden names, and not written
/// to for an hour nor locked, so that nobody is at work on them. Until asked to stop. O(names in the folder).
void removeUnfinished(const QString& folder, const std::stop_token& stop = {});

} // namespace idscope
