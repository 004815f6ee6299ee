#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace idscope {

/// The bytes of a file, of a stream, or of memory. A file is read, never mapped, since somebody may truncate it: a read
/// then fails, where a mapping would kill the process. Move-only.
class ByteSource {
public:
    /// A file by its name; "-" is standard input. What can be read only once, from start to end, is a stream. Error:
    /// errno.
    static std::expected<ByteSource, int> open(const std::string& file);
    /// Bytes that outlive the source.
    static ByteSource memory(std::string_view bytes);

    ByteSource(ByteSource&& other) noexcept;
    ByteSource& operator=(ByteSource&& other) = delete;
    ~ByteSource();

    [[nodiscard]] bool isStream() const { return kind_ == Kind::Stream; }
    /// Of a file when it was opened, or of memory; 0 for a stream.
    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// Reads `length` bytes that lie within size(); they may lie in the buffer, which must hold as many, or in the
    /// source. Any thread. Errors: errno; ESTALE when the file ends before.
    std::expected<std::string_view, int> read(std::uint64_t at, std::size_t length, std::span<char> buffer) const;

    /// The next bytes of a stream, into the buffer; none at the end. One thread. Error: errno.
    std::expected<std::size_t, int> next(std::span<char> buffer);

    /// Whether the file is no longer as it was when it was opened. Any thread.
    [[nodiscard]] bool hasChanged() const;

private:
    enum class Kind : std::uint8_t { Memory, File, Stream };
    ByteSource(Kind kind, int descriptor, std::string_view memory)
        : kind_(kind), descriptor_(descriptor), memory_(memory), size_(memory.size()) {}

    Kind kind_;
    int descriptor_;
    std::string_view memory_;
    std::uint64_t size_;
    std::int64_t modified_ = 0; ///< nanoseconds since 1970
};

} // namespace idscope
