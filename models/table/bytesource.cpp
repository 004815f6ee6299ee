#include "models/table/bytesource.h"

#include "models/table/growingfile.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {

constexpr int none = -1;

std::int64_t changeTime(const struct stat& status) {
    constexpr std::int64_t nanos = 1'000'000'000;
    return status.st_mtim.tv_sec * nanos + status.st_mtim.tv_nsec;
}

/// Calls a function of the system until no signal interrupts it.
template <class Call>
ssize_t uninterrupted(Call call) {
    for (;;)
        if (const ssize_t count = call(); count >= 0 || errno != EINTR) return count;
}

} // namespace

std::expected<ByteSource, int> ByteSource::open(const std::string& file, FileOwner owner) {
    if (file == "-") return ByteSource(Kind::Stream, STDIN_FILENO, {});
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor == none) return std::unexpected(errno);
    struct stat status{};
    const bool known = ::fstat(descriptor, &status) == 0;
    const int error = !known ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    // Files of the system that say they are empty may hold something all the same.
    const bool isFile = S_ISREG(status.st_mode) && status.st_size > 0;
    ByteSource source(isFile ? Kind::File : Kind::Stream, descriptor, {});
    if (error != 0) return std::unexpected(error);
    if (source.kind_ == Kind::File) {
        source.size_ = static_cast<std::uint64_t>(status.st_size);
        source.modified_ = changeTime(status);
        if (owner == FileOwner::Own) source.map();
    }
    return source;
}

ByteSource ByteSource::follow(std::shared_ptr<GrowingFile> file) {
    ByteSource source(Kind::Stream, none, {});
    source.growing_ = std::move(file);
    return source;
}

ByteSource ByteSource::memory(std::string_view bytes) {
    return {Kind::Memory, none, bytes};
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : kind_(other.kind_), descriptor_(std::exchange(other.descriptor_, none)),
      mapping_(std::exchange(other.mapping_, nullptr)), memory_(other.memory_), size_(other.size_),
      modified_(other.modified_), growing_(std::move(other.growing_)) {}

/// Where the file can't be mapped it is read.
void ByteSource::map() {
    void* const bytes = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor_, 0);
    if (bytes == MAP_FAILED) return;
    mapping_ = bytes;
    memory_ = {static_cast<const char*>(bytes), size_};
}

ByteSource::~ByteSource() {
    if (mapping_ != nullptr) ::munmap(mapping_, size_);
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

std::expected<std::string_view, int> ByteSource::read(std::uint64_t at, std::size_t length,
                                                      std::span<char> buffer) const {
    if (isInMemory()) return memory_.substr(static_cast<std::size_t>(at), length);
    for (std::size_t done = 0; done < length;) {
        const ssize_t count = uninterrupted(
            [&] { return ::pread(descriptor_, buffer.data() + done, length - done, static_cast<off_t>(at + done)); });
        if (count < 0) return std::unexpected(errno);
        if (count == 0) return std::unexpected(ESTALE);
        done += static_cast<std::size_t>(count);
    }
    return std::string_view(buffer.data(), length);
}

std::expected<std::size_t, int> ByteSource::next(std::span<char> buffer, const std::stop_token& stop) {
    if (growing_) return growing_->next(buffer, stop);
    const ssize_t count = uninterrupted([&] { return ::read(descriptor_, buffer.data(), buffer.size()); });
    if (count < 0) return std::unexpected(errno);
    return static_cast<std::size_t>(count);
}

bool ByteSource::hasChanged() const {
    if (kind_ != Kind::File) return false;
    struct stat status{};
    return ::fstat(descriptor_, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != size_ ||
           changeTime(status) != modified_;
}

} // namespace idscope
