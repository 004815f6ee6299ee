#include "app/library/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

using Result = std::expected<void, LibraryError>;

Result failed(const QString& place) {
    return std::unexpected(LibraryError{place, errno});
}

/// An open descriptor.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

bool writeAll(int descriptor, QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes = bytes.sliced(count);
    }
    return true;
}

bool copyAll(int from, int to) {
    std::array<char, 256 * 1024> buffer{};
    for (;;) {
        const ssize_t count = ::read(from, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return count == 0;
        if (!writeAll(to, {buffer.data(), count})) return false;
    }
}

Result syncFolder(const QString& path) {
    Descriptor folder(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems can't flush a folder, and say so with EINVAL: the rename was done all the same.
    if (folder.number() < 0 || (::fsync(folder.number()) != 0 && errno != EINVAL)) return failed(path);
    return {};
}

/// Lets `fill` write a new file beside `path`, flushes it and puts it in its place.
template <class Fill>
Result replace(const QString& path, Fill fill) {
    const QFileInfo target(path);
    QByteArray part = QFile::encodeName(target.absolutePath() + "/."_L1 + target.fileName() + ".XXXXXX"_L1);
    Descriptor file(::mkostemp(part.data(), O_CLOEXEC)); // 0600
    if (file.number() < 0) return failed(path);
    if (fill(file.number()) && ::fsync(file.number()) == 0 && file.close() &&
        ::rename(part.constData(), QFile::encodeName(path).constData()) == 0)
        return syncFolder(target.absolutePath());
    auto error = failed(path);
    ::unlink(part.constData());
    return error;
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
    return replace(path, [&](int file) { return writeAll(file, bytes); });
}

Result moveFile(const QString& from, const QString& to) {
    const QByteArray source = QFile::encodeName(from);
    if (::chmod(source.constData(), 0600) != 0) return failed(from);
    if (::rename(source.constData(), QFile::encodeName(to).constData()) == 0)
        return syncFolder(QFileInfo(to).absolutePath());
    if (errno != EXDEV) return failed(to);
    Descriptor file(::open(source.constData(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return failed(from);
    auto copied = replace(to, [&](int target) { return copyAll(file.number(), target); });
    if (copied) ::unlink(source.constData());
    return copied;
}

} // namespace idscope
