#include "models/base/spillfile.h"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/statvfs.h>

namespace idscope {

namespace {

/// Room on the disk that is left to others.
constexpr std::uint64_t leftFree = std::uint64_t{1} << 30U;

} // namespace

SpillFile::~SpillFile() {
    if (file_ >= 0) files_.close(file_);
}

bool SpillFile::take(std::span<char> memory) {
    const std::lock_guard lock(mutex_);
    isUsable_ = isUsable_ && open() && append(memory);
    if (!isUsable_) return false;
    // In one step: no thread sees the place empty.
    void* const mapped = ::mmap(memory.data(), memory.size(), PROT_READ, MAP_SHARED | MAP_FIXED, file_,
                                static_cast<off_t>(end_ - memory.size()));
    isUsable_ = mapped == memory.data();
    return isUsable_;
}

bool SpillFile::open() {
    if (file_ < 0 && !folder_.empty()) file_ = files_.open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC);
    return file_ >= 0;
}

bool SpillFile::append(std::span<const char> memory) {
    struct statvfs disk{};
    if (::fstatvfs(file_, &disk) != 0 || disk.f_bavail * disk.f_frsize < leftFree + memory.size()) return false;
    for (std::string_view left(memory.data(), memory.size()); !left.empty();) {
        const ssize_t written = files_.write(file_, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    end_ += memory.size();
    return true;
}

} // namespace idscope
