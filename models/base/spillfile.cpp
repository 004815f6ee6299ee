#include "models/base/spillfile.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/statvfs.h>

namespace idscope {

namespace {

/// Room on the disk that is left free in any case.
constexpr std::uint64_t leftFree = std::uint64_t{1} << 30U;

} // namespace

SpillFile::~SpillFile() {
    if (file_ >= 0) files_.close(file_);
}

bool SpillFile::take(std::span<char> memory) {
    const std::lock_guard lock(mutex_);
    isUsable_ = isUsable_ && open() && hasRoom(memory.size()) && append(memory) && mapOver(memory);
    return isUsable_;
}

bool SpillFile::open() {
    if (file_ < 0 && !folder_.empty()) file_ = files_.open(folder_.c_str(), O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC);
    return file_ >= 0;
}

/// What is spilled is written once more, into the index.
bool SpillFile::hasRoom(std::uint64_t bytes) const {
    struct statvfs disk{};
    if (::fstatvfs(file_, &disk) != 0) return false;
    const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    const std::uint64_t own = leftFree + end_ + 2 * bytes;
    return free >= own && (!needs_ || free - own >= needs_());
}

bool SpillFile::append(std::span<const char> memory) {
    for (std::string_view left(memory.data(), memory.size()); !left.empty();) {
        const ssize_t written = files_.write(file_, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    end_ += memory.size();
    return true;
}

/// In two steps: a file system that refuses does so while the memory is still there, and what moves a mapping to its
/// place does it at once, so that no thread sees the place empty.
bool SpillFile::mapOver(std::span<char> memory) const {
    void* const mapped =
        ::mmap(nullptr, memory.size(), PROT_READ, MAP_SHARED, file_, static_cast<off_t>(end_ - memory.size()));
    if (mapped == MAP_FAILED) return false;
    const void* const moved =
        ::mremap(mapped, memory.size(), memory.size(), MREMAP_MAYMOVE | MREMAP_FIXED, memory.data());
    if (moved == MAP_FAILED) std::abort(); // the kernel has no memory, and what was there may be gone
    return true;
}

} // namespace idscope
