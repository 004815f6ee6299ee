#include "models/table/growingfile.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <unistd.h>

namespace idscope {

GrowingFile::~GrowingFile() {
    ::close(descriptor_);
}

void GrowingFile::grow(std::uint64_t bytes) {
    {
        const std::lock_guard lock(mutex_);
        written_ = bytes;
    }
    changed_.notify_all();
}

std::uint64_t GrowingFile::toCome() {
    const std::lock_guard lock(mutex_);
    if (end_) return 0;
    const std::uint64_t expected = expected_;
    return expected == 0 ? std::numeric_limits<std::uint64_t>::max() : expected - std::min(expected, written_);
}

void GrowingFile::end(End how) {
    {
        const std::lock_guard lock(mutex_);
        if (!end_) end_ = how;
    }
    changed_.notify_all();
}

std::expected<std::size_t, int> GrowingFile::next(std::span<char> buffer, const std::stop_token& stop) {
    std::size_t wanted = 0;
    {
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [this] { return written_ > read_ || end_; })) return std::unexpected(ECANCELED);
        if (written_ == read_) {
            if (end_ == End::Whole) return 0;
            return std::unexpected(ENODATA);
        }
        wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), written_ - read_));
    }
    for (;;) {
        const ssize_t count = ::pread(descriptor_, buffer.data(), wanted, static_cast<off_t>(read_));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(errno);
        if (count == 0) return std::unexpected(ESTALE);
        read_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
    }
}

} // namespace idscope
