#include "app/library/files.h"

#include "models/base/atomicfile.h"
#include "models/words/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <tuple>
#include <vector>

namespace idscope {
namespace {

using Result = std::expected<void, LibraryError>;

struct LibraryWords {
    Q_DECLARE_TR_FUNCTIONS(LibraryWords)
};

constexpr qint64 pieceSize = qint64{1024} * 1024;

std::unexpected<LibraryError> failed(const QString& place, int systemError = errno) {
    return std::unexpected(LibraryError{place, systemError, LibraryErrorKind::System});
}

Result checked(const std::expected<void, FileError>& done) {
    if (done) return {};
    const bool there = done.error().kind == FileErrorKind::Unconfirmed;
    return std::unexpected(LibraryError{done.error().file, done.error().systemError,
                                        there ? LibraryErrorKind::Unconfirmed : LibraryErrorKind::System});
}

std::string_view viewOf(QByteArrayView bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// Lets `fill` write a new file, which takes the place of the one at `path`.
template <class Fill>
Result replace(const QString& path, const FileSystem& files, Fill fill) {
    AtomicFile file(path, files);
    if (auto opened = checked(file.open()); !opened) return opened;
    if (Result filled = fill(file); !filled) return filled;
    return checked(file.commit());
}

Result flushFolderOf(const QString& path, const FileSystem& files) {
    const QString folder = QFileInfo(path).absolutePath();
    const int systemError = syncFolder(QFile::encodeName(folder).constData(), files);
    return systemError == 0 ? Result() : failed(folder, systemError);
}

/// Opens a regular file, without waiting for anything that is none.
std::expected<int, LibraryError> openToRead(const QString& path, QFile& file) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return failed(path);
    struct stat facts{};
    const bool regular = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle) || !regular)
        return failed(path, ENOTSUP);
    return descriptor;
}

/// Hands all bytes of an open file to `use`, piece by piece.
template <class Use>
Result readAll(QFile& file, const QString& path, const std::stop_token& stop, Use use) {
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested()) return std::unexpected(LibraryError{path, 0, LibraryErrorKind::Stopped});
        const qint64 count = file.read(piece.data(), piece.size());
        if (count < 0) return failed(path);
        if (count == 0) return {};
        if (Result used = use(QByteArrayView(piece).first(count)); !used) return used;
    }
}

/// What tells whether a file is still the one it was.
auto stateOf(int descriptor) {
    struct stat facts{};
    ::fstat(descriptor, &facts);
    return std::tuple(facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

Result copyAcross(const QString& from, const QString& to, const FileSystem& files) {
    auto copied = copyFile(from, to, {}, files);
    if (!isInPlace(copied)) return copied;
    files.remove(QFile::encodeName(from).constData());
    return copied;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

/// A folder that is one itself: whoever puts a link in its place leads nobody elsewhere.
OpenFolder openFolder(int in, const QByteArray& name) {
    const int descriptor = ::openat(in, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return OpenFolder(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
}

std::vector<QByteArray> namesIn(DIR* folder) {
    std::vector<QByteArray> names;
    while (const dirent* entry = ::readdir(folder))
        if (const QByteArray name(entry->d_name); name != "." && name != "..") names.push_back(name);
    return names;
}

/// Removes what is called so in an open folder, with all that is in it.
Result removeEntry(int in, const QByteArray& name, const QString& path, const FileSystem& files) {
    struct stat facts{};
    const bool isFolder = ::fstatat(in, name.constData(), &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
    if (!isFolder) return files.removeAt(in, name.constData(), 0) == 0 ? Result() : failed(path);
    Result result;
    const auto note = [&](const Result& done) {
        if (result && !done) result = done;
    };
    if (const OpenFolder folder = openFolder(in, name)) {
        for (const QByteArray& each : namesIn(folder.get()))
            note(removeEntry(::dirfd(folder.get()), each, path + u'/' + QFile::decodeName(each), files));
    } else {
        note(failed(path));
    }
    if (files.removeAt(in, name.constData(), AT_REMOVEDIR) != 0) note(failed(path));
    return result;
}

} // namespace

QString sentence(const LibraryError& error) {
    switch (error.kind) {
    case LibraryErrorKind::System:
        return words::sentence(
            FileError{.kind = FileErrorKind::CannotWrite, .file = error.place, .systemError = error.systemError});
    case LibraryErrorKind::Stopped:
        return LibraryWords::tr("%1: stopped.").arg(error.place);
    case LibraryErrorKind::Changed:
        return LibraryWords::tr("%1 changed while it was being copied.").arg(error.place);
    case LibraryErrorKind::NewerVersion:
        return LibraryWords::tr("%1 was written by a newer version of Idscope. This one reads it, but changes nothing "
                                "in it.")
            .arg(error.place);
    case LibraryErrorKind::NotThere:
        return LibraryWords::tr("%1 is not there any more.").arg(error.place);
    case LibraryErrorKind::Unconfirmed:
        return words::sentence(
            FileError{.kind = FileErrorKind::Unconfirmed, .file = error.place, .systemError = error.systemError});
    case LibraryErrorKind::TooMany:
        return LibraryWords::tr("%1 holds as many files as it may. Remove one first.").arg(error.place);
    }
    Q_UNREACHABLE();
}

Result makeFolder(const QString& path, const FileSystem& files) {
    const QString absolute = QDir::cleanPath(QDir(path).absolutePath());
    if (QFileInfo(absolute).isDir()) return {};
    const QString above = QFileInfo(absolute).absolutePath();
    if (above != absolute)
        if (auto made = makeFolder(above, files); !made) return made;
    if (files.makeFolder(QFile::encodeName(absolute).constData()) == 0) return flushFolderOf(absolute, files);
    if (errno == EEXIST && QFileInfo(absolute).isDir()) return {}; // another process was faster
    return failed(absolute);
}

Result writeFile(const QString& path, QByteArrayView bytes, const FileSystem& files) {
    return replace(path, files, [&](AtomicFile& file) { return checked(file.write(viewOf(bytes))); });
}

Result writeFile(const QString& path, const std::function<Result(const FileSink&)>& fill, const FileSystem& files) {
    return replace(path, files, [&](AtomicFile& file) {
        return fill([&file](QByteArrayView bytes) { return checked(file.write(viewOf(bytes))); });
    });
}

Result moveFile(const QString& from, const QString& to, const FileSystem& files) {
    const QByteArray source = QFile::encodeName(from);
    if (files.setRights(source.constData(), S_IRUSR | S_IWUSR) != 0) return failed(from);
    if (files.rename(source.constData(), QFile::encodeName(to).constData()) == 0) {
        auto flushed = flushFolderOf(to, files);
        if (!flushed) flushed.error().kind = LibraryErrorKind::Unconfirmed;
        return flushed;
    }
    return errno == EXDEV ? copyAcross(from, to, files) : failed(to);
}

Result copyFile(const QString& from, const QString& to, const std::stop_token& stop, const FileSystem& files) {
    QFile source;
    const auto descriptor = openToRead(from, source);
    if (!descriptor) return std::unexpected(descriptor.error());
    const auto before = stateOf(*descriptor);
    return replace(to, files, [&](AtomicFile& file) -> Result {
        if (!file.clone(*descriptor)) {
            const auto write = [&](QByteArrayView bytes) { return checked(file.write(viewOf(bytes))); };
            if (Result copied = readAll(source, from, stop, write); !copied) return copied;
        }
        if (stateOf(*descriptor) != before) return std::unexpected(LibraryError{from, 0, LibraryErrorKind::Changed});
        return {};
    });
}

Result removeFolder(const QString& path, const FileSystem& files) {
    return removeEntry(AT_FDCWD, QFile::encodeName(path), path, files);
}

std::expected<QByteArray, LibraryError> hashFile(const QString& path, const std::stop_token& stop) {
    QFile file;
    if (const auto opened = openToRead(path, file); !opened) return std::unexpected(opened.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](QByteArrayView bytes) {
        hash.addData(bytes);
        return Result();
    };
    if (Result read = readAll(file, path, stop, add); !read) return std::unexpected(read.error());
    return hash.result().toHex();
}

} // namespace idscope
