#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace idscope {

class GrowingFile;

/// Whose a file is. Others' files are read, never mapped, since somebody may truncate them: a read then fails, where a
/// mapping would kill the process. Own files are those that Idscope wrote and nobody else changes: they are mapped.
enum class FileOwner : std::uint8_t { Others, Own };

/// The bytes of a file, of a stream, or of memory. Move-only.
class ByteSource {
public:
    /// A file by its name; "-" is standard input. What can be read only once, from start to end, is a stream. Error:
    /// errno.
    static std::expected<ByteSource, int> open(const std::string& file, FileOwner owner = FileOwner::Others);
    /// A stream of what is still being written.
    static ByteSource follow(std::shared_ptr<GrowingFile> file);
    /// Bytes that outlive the source.
    static ByteSource memory(std::string_view bytes);

    ByteSource(ByteSource&& other) noexcept;
    ByteSource& operator=(ByteSource&& other) = delete;
    ~ByteSource();

    [[nodiscard]] bool isStream() const { return kind_ == Kind::Stream; }
    /// Of a file when it was opened, or of memory; 0 for a stream.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Whether read() gives what lives as long as the source, and needs no buffer.
    [[nodiscard]] bool isInMemory() const { return kind_ == Kind::Memory || mapping_ != nullptr; }

    /// Reads `length` bytes that lie within size(); they lie in the source when isInMemory(), else in the buffer, which
    /// must hold as many. Any thread. Errors: errno; ESTALE when the file ends before.
    std::expected<std::string_view, int> read(std::uint64_t at, std::size_t length, std::span<char> buffer) const;

    /// The next bytes of a stream, into the buffer; none at the end. One thread. Errors: errno; those of a GrowingFile,
    /// which alone can be stopped.
    std::expected<std::size_t, int> next(std::span<char> buffer, const std::stop_token& stop);
    /// Whether next() may wait long while what was read is to be shown.
    [[nodiscard]] bool isLive() const { return growing_ != nullptr; }

    /// When the file was changed last before it was opened, in nanoseconds since 1970.
    [[nodiscard]] std::int64_t modified() const { return modified_; }
    /// Whether the file is no longer as it was when it was opened. Any thread.
    [[nodiscard]] bool hasChanged() const;

private:
    enum class Kind : std::uint8_t { Memory, File, Stream };
    ByteSource(Kind kind, int descriptor, std::string_view memory)
        : kind_(kind), descriptor_(descriptor), memory_(memory), size_(memory.size()) {}

    void map();

    Kind kind_;
    int descriptor_;
    void* mapping_ = nullptr;
    std::string_view memory_; ///< of a mapped file, too
    std::uint64_t size_;
    std::int64_t modified_ = 0; ///< nanoseconds since 1970
    std::shared_ptr<GrowingFile> growing_;
};

} // namespace idscope
