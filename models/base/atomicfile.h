#pragma once

#include <QSaveFile>
#include <QString>

#include <cstdint>
#include <expected>
#include <string_view>

namespace idscope {

enum class FileErrorKind : std::uint8_t {
    CannotCreate, ///< the folder is missing, or may not be written to
    CannotWrite,
    DiskFull, ///< no space, or a quota or size limit is reached
};

/// Why a file could not be written; the sentence is made by words::sentence().
struct FileError {
    FileErrorKind kind{};
    QString file; ///< as given
    int systemError = 0;
};

/// A file that appears under its name whole or not at all: until commit() an older file of that name stays as it is,
/// and without it nothing is left behind. Readable by its owner alone (0600). Any thread, one at a time.
class AtomicFile {
public:
    explicit AtomicFile(QString path);

    std::expected<void, FileError> open();
    /// Appends. O(bytes); buffered, so an error may show only at a later write or at commit().
    std::expected<void, FileError> write(std::string_view bytes);
    /// Flushes, syncs to the disk and takes the name. Checks every step.
    std::expected<void, FileError> commit();

private:
    [[nodiscard]] std::unexpected<FileError> failure(FileErrorKind kind, int systemError) const;

    QString path_;
    QSaveFile file_;
};

} // namespace idscope
