#include "app/library/folderlock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace idscope {
std::optional<FolderLock> FolderLock::tryTake(const QString& folder, Kind kind) {
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    FolderLock lock(::open(QFile::encodeName(folder).constData(), flags));
    const int operation = kind == Kind::Shared ? LOCK_SH : LOCK_EX;
    if (lock.descriptor_ < 0 || ::flock(lock.descriptor_, operation | LOCK_NB) != 0) return std::nullopt;
    return lock;
}

bool FolderLock::isOwn() const {
    struct stat facts{};
    return ::fstat(descriptor_, &facts) == 0 && facts.st_uid == ::geteuid();
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace idscope
