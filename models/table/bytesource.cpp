#include "models/table/bytesource.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {
constexpr int none = -1;
}

std::expected<ByteSource, int> ByteSource::open(const std::string& file) {
    if (file == "-") return ByteSource(Kind::Stream, STDIN_FILENO, {});
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor == none) return std::unexpected(errno);
    struct stat status{};
    const bool known = ::fstat(descriptor, &status) == 0;
    const int error = !known ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    ByteSource source(S_ISREG(status.st_mode) ? Kind::File : Kind::Stream, descriptor, {});
    if (error != 0) return std::unexpected(error);
    return source;
}

ByteSource ByteSource::memory(std::string_view bytes) {
    return {Kind::Memory, none, bytes};
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : kind_(other.kind_), descriptor_(std::exchange(other.descriptor_, none)), memory_(other.memory_),
      head_(std::move(other.head_)), rewound_(other.rewound_), position_(other.position_) {}

ByteSource::~ByteSource() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

std::expected<std::string_view, int> ByteSource::next(std::span<char> buffer) {
    const auto held = [&](std::string_view bytes) {
        const std::string_view part = bytes.substr(static_cast<std::size_t>(position_), buffer.size());
        position_ += part.size();
        return part;
    };
    if (kind_ == Kind::Memory) return held(memory_);
    if (rewound_ && position_ < head_.size()) return held(head_);

    ssize_t count = 0;
    do {
        count = kind_ == Kind::File ? ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(position_))
                                    : ::read(descriptor_, buffer.data(), buffer.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) return std::unexpected(errno);
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    if (kind_ == Kind::Stream && !rewound_) head_ += bytes;
    position_ += bytes.size();
    return bytes;
}

void ByteSource::rewind() {
    position_ = 0;
    rewound_ = true;
}

} // namespace idscope
