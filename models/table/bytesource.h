#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace idscope {

/// Bytes to be read from the start, once to look at the beginning and once in all: a file that is read (never mapped,
/// since somebody may truncate it), standard input, or memory. Move-only; one thread.
class ByteSource {
public:
    /// A file by its name; "-" is standard input. Error: errno.
    static std::expected<ByteSource, int> open(const std::string& file);
    /// Bytes that outlive the source.
    static ByteSource memory(std::string_view bytes);

    ByteSource(ByteSource&& other) noexcept;
    ByteSource& operator=(ByteSource&& other) = delete;
    ~ByteSource();

    /// The next bytes, at most as many as the buffer holds; none at the end. They may lie in the buffer, or in the
    /// source until the next call. Error: errno.
    std::expected<std::string_view, int> next(std::span<char> buffer);

    /// Back to the first byte; possible once, since what can't be read again is kept only until then.
    void rewind();

    /// Bytes given by next() since the start.
    [[nodiscard]] std::uint64_t position() const { return position_; }

private:
    enum class Kind : std::uint8_t { Memory, File, Stream };
    ByteSource(Kind kind, int descriptor, std::string_view bytes)
        : kind_(kind), descriptor_(descriptor), memory_(bytes) {}

    Kind kind_;
    int descriptor_;
    std::string_view memory_;
    std::string head_; ///< of a stream: what came before rewind()
    bool rewound_ = false;
    std::uint64_t position_ = 0;
};

} // namespace idscope
