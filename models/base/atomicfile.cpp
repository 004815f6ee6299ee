#include "models/base/atomicfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t bufferSize = std::size_t{256} * 1024;
constexpr auto hiddenBegin = ".idscope-";
constexpr auto hiddenEnd = ".part";
constexpr std::chrono::hours longestPause{1}; ///< between two writes, or the last one and the name

FileErrorKind kindOf(int systemError) {
    const bool full = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return full ? FileErrorKind::DiskFull : FileErrorKind::CannotWrite;
}

/// Why this can't be replaced: an errno value, or 0.
int obstacle(const QFileInfo& target) {
    if (!target.exists()) return 0;
    if (target.isDir()) return EISDIR;
    if (!target.isFile()) return ENOTSUP; // a device is not to become a file
    return target.isWritable() ? 0 : EACCES;
}

QByteArray hiddenNameIn(const QByteArray& folder) {
    return folder + '/' + hiddenBegin + QByteArray::number(QRandomGenerator::system()->generate64(), 16) + hiddenEnd;
}

/// Whether somebody is at work on a file, whatever its time says: the clocks of a file system and of its users differ.
bool isLocked(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return false;
    const bool locked = ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return locked;
}

} // namespace

AtomicFile::AtomicFile(QString path, const FileSystem& files) : path_(std::move(path)), files_(files) {}

AtomicFile::~AtomicFile() {
    abandon();
}

std::unexpected<FileError> AtomicFile::failure(FileErrorKind kind, int systemError) const {
    return std::unexpected(FileError{.kind = kind, .file = path_, .systemError = systemError});
}

void AtomicFile::abandon() {
    if (file_ >= 0) files_.close(std::exchange(file_, -1));
    if (!hidden_.isEmpty()) files_.remove(std::exchange(hidden_, {}).constData());
    buffer_.clear();
}

std::expected<void, FileError> AtomicFile::abandoned(FileErrorKind kind, int systemError) {
    abandon();
    return failure(kind, systemError);
}

std::expected<void, FileError> AtomicFile::open() {
    QFileInfo target(path_);
    if (const QString real = target.canonicalFilePath(); !real.isEmpty()) // links may lead to links
        target.setFile(real);
    else if (target.isSymLink())
        target.setFile(target.symLinkTarget());
    if (const int obstructed = obstacle(target); obstructed != 0)
        return failure(FileErrorKind::CannotCreate, obstructed);
    target_ = QFile::encodeName(target.absoluteFilePath());
    folder_ = QFile::encodeName(target.absolutePath());
    file_ = files_.open(folder_.constData(), O_TMPFILE | O_WRONLY);
    if (file_ < 0) {
        hidden_ = hiddenNameIn(folder_);
        file_ = files_.open(hidden_.constData(), O_CREAT | O_EXCL | O_WRONLY);
    }
    if (file_ >= 0) {
        (void)::flock(file_, LOCK_EX | LOCK_NB); // where there are no locks, its age alone protects it
        return {};
    }
    const int systemError = errno;
    hidden_.clear();
    return failure(systemError == ENOSPC || systemError == EDQUOT ? FileErrorKind::DiskFull
                                                                  : FileErrorKind::CannotCreate,
                   systemError);
}

std::expected<void, FileError> AtomicFile::write(std::string_view bytes) {
    if (file_ < 0) return failure(FileErrorKind::CannotWrite, EBADF);
    if (buffer_.empty() && bytes.size() >= bufferSize) return writeOut(bytes);
    buffer_ += bytes;
    return buffer_.size() < bufferSize ? std::expected<void, FileError>() : flush();
}

bool AtomicFile::clone(int file) {
    return files_.clone(file, file_) == 0;
}

std::expected<void, FileError> AtomicFile::flush() {
    auto written = writeOut(buffer_);
    buffer_.clear();
    return written;
}

std::expected<void, FileError> AtomicFile::writeOut(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = files_.write(file_, bytes);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return abandoned(kindOf(errno), errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

std::expected<void, FileError> AtomicFile::takeName() {
    if (hidden_.isEmpty()) {
        hidden_ = hiddenNameIn(folder_);
        if (files_.link(file_, hidden_.constData()) != 0) {
            const int systemError = errno;
            hidden_.clear();
            return abandoned(kindOf(systemError), systemError);
        }
    }
    if (files_.close(std::exchange(file_, -1)) != 0) return abandoned(kindOf(errno), errno);
    if (files_.rename(hidden_.constData(), target_.constData()) != 0) return abandoned(kindOf(errno), errno);
    hidden_.clear();
    return {};
}

std::expected<void, FileError> AtomicFile::commit() {
    if (file_ < 0) return failure(FileErrorKind::CannotWrite, EBADF);
    if (auto flushed = flush(); !flushed) return flushed;
    if (files_.sync(file_) != 0) return abandoned(kindOf(errno), errno);
    if (auto taken = takeName(); !taken) return taken;
    if (const int systemError = syncFolder(folder_.constData(), files_); systemError != 0)
        return failure(FileErrorKind::Unconfirmed, systemError);
    return {};
}

void removeUnfinished(const QString& folder, const std::stop_token& stop) {
    const QDateTime before = QDateTime::currentDateTime().addDuration(-longestPause);
    const QString pattern = QString::fromLatin1(hiddenBegin) + u'*' + QString::fromLatin1(hiddenEnd);
    const auto filter = QDir::Files | QDir::Hidden | QDir::NoSymLinks;
    for (const QFileInfo& left : QDir(folder).entryInfoList({pattern}, filter)) {
        if (stop.stop_requested()) return;
        const QString path = left.absoluteFilePath();
        if (left.lastModified() < before && !isLocked(path)) QFile::remove(path); // else with a later start
    }
}

} // namespace idscope
