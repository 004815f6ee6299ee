#include "models/base/atomicfile.h"

#include <cerrno>
#include <utility>

namespace idscope {

namespace {

FileErrorKind kindOf(int systemError) {
    const bool full = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return full ? FileErrorKind::DiskFull : FileErrorKind::CannotWrite;
}

} // namespace

AtomicFile::AtomicFile(QString path) : path_(std::move(path)), file_(path_) {}

std::unexpected<FileError> AtomicFile::failure(FileErrorKind kind, int systemError) const {
    return std::unexpected(FileError{.kind = kind, .file = path_, .systemError = systemError});
}

std::expected<void, FileError> AtomicFile::open() {
    errno = 0;
    if (!file_.open(QIODevice::WriteOnly)) return failure(FileErrorKind::CannotCreate, errno);
    // QSaveFile gives the new file the old one's permissions; what is written here is nobody else's business.
    errno = 0;
    if (!file_.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        const int systemError = errno;
        file_.cancelWriting();
        return failure(FileErrorKind::CannotCreate, systemError);
    }
    return {};
}

std::expected<void, FileError> AtomicFile::write(std::string_view bytes) {
    errno = 0;
    const auto size = static_cast<qint64>(bytes.size());
    if (file_.write(bytes.data(), size) == size) return {};
    const int systemError = errno;
    file_.cancelWriting();
    return failure(kindOf(systemError), systemError);
}

std::expected<void, FileError> AtomicFile::commit() {
    // Qt reports a full disk at the flush, and commit() alone does not look at its own flush's answer.
    errno = 0;
    const bool flushed = file_.flush();
    const int systemError = errno;
    if (!flushed) file_.cancelWriting();
    errno = 0;
    if (file_.commit()) return {};
    const int finalError = flushed ? errno : systemError;
    return failure(kindOf(finalError), finalError);
}

} // namespace idscope
