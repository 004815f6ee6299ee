#include "models/base/filesystem.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <linux/fs.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace idscope {

int FileSystem::open(const char* path, int flags) const {
    return ::open(path, flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

ssize_t FileSystem::write(int file, std::string_view bytes) const {
    return ::write(file, bytes.data(), bytes.size());
}

int FileSystem::clone(int from, int to) const {
    return ::ioctl(to, FICLONE, from);
}

int FileSystem::sync(int file) const {
    return ::fsync(file);
}

int FileSystem::close(int file) const {
    return ::close(file);
}

int FileSystem::link(int file, const char* path) const {
    const std::string open = "/proc/self/fd/" + std::to_string(file);
    return ::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, path, AT_SYMLINK_FOLLOW);
}

int FileSystem::rename(const char* from, const char* to) const {
    return std::rename(from, to);
}

int FileSystem::remove(const char* path) const {
    return ::unlink(path);
}

int FileSystem::makeFolder(const char* path) const {
    return ::mkdir(path, S_IRWXU);
}

int FileSystem::removeAt(int folder, const char* name, int flags) const {
    return ::unlinkat(folder, name, flags);
}

int FileSystem::setRights(const char* path, mode_t rights) const {
    return ::chmod(path, rights);
}

const FileSystem& fileSystem() {
    static const FileSystem real;
    return real;
}

int syncFolder(const char* path, const FileSystem& files) {
    const int folder = files.open(path, O_RDONLY | O_DIRECTORY);
    if (folder < 0) return errno;
    const int systemError = files.sync(folder) == 0 || errno == EINVAL ? 0 : errno;
    files.close(folder);
    return systemError;
}

} // namespace idscope
