#include "app/library/files.h"

#include "models/base/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
namespace idscope {
namespace {

using Result = std::expected<void, LibraryError>;

Result failed(const QString& place) {
    return std::unexpected(LibraryError{place, errno});
}

Result failed(const FileError& error) {
    return std::unexpected(LibraryError{error.file, error.systemError});
}

Result syncFolder(const QString& path) {
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return failed(path);
    // Some file systems can't flush a folder, and say so with EINVAL: the rename was done all the same.
    Result synced = ::fsync(folder) == 0 || errno == EINVAL ? Result() : failed(path);
    ::close(folder);
    return synced;
}

/// Lets `fill` write a new file, which takes the place of the one at `path`.
template <class Fill>
Result replace(const QString& path, Fill fill) {
    AtomicFile file(path);
    if (const auto opened = file.open(); !opened) return failed(opened.error());
    if (Result filled = fill(file); !filled) return filled;
    if (const auto committed = file.commit(); !committed) return failed(committed.error());
    return syncFolder(QFileInfo(path).absolutePath());
}

Result write(AtomicFile& file, QByteArrayView bytes) {
    const auto written = file.write({bytes.data(), static_cast<std::size_t>(bytes.size())});
    return written ? Result() : failed(written.error());
}

} // namespace

Result makeFolder(const QString& path) {
    const QString absolute = QDir::cleanPath(QDir(path).absolutePath());
    if (QFileInfo(absolute).isDir()) return {};
    const QString above = QFileInfo(absolute).absolutePath();
    if (above != absolute)
        if (auto made = makeFolder(above); !made) return made;
    if (::mkdir(QFile::encodeName(absolute).constData(), 0700) == 0) return {};
    if (errno == EEXIST && QFileInfo(absolute).isDir()) return {}; // another process was faster
    return failed(absolute);
}

Result writeFile(const QString& path, QByteArrayView bytes) {
    return replace(path, [&](AtomicFile& file) { return write(file, bytes); });
}

Result moveFile(const QString& from, const QString& to) {
    const QByteArray source = QFile::encodeName(from);
    if (::chmod(source.constData(), 0600) != 0) return failed(from);
    if (::rename(source.constData(), QFile::encodeName(to).constData()) == 0)
        return syncFolder(QFileInfo(to).absolutePath());
    if (errno != EXDEV) return failed(to);

    QFile original(from);
    if (!original.open(QIODevice::ReadOnly)) return failed(from);
    auto copied = replace(to, [&](AtomicFile& file) {
        constexpr qint64 piece = 256 * 1024;
        for (QByteArray bytes = original.read(piece); !bytes.isEmpty(); bytes = original.read(piece))
            if (Result written = write(file, bytes); !written) return written;
        return original.error() == QFile::NoError ? Result() : failed(from);
    });
    if (copied) ::unlink(source.constData());
    return copied;
}

} // namespace idscope
