#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>

namespace idscope {

/// A file that is still being written, read meanwhile up to where its writer has told: one thread writes, another
/// reads, neither waits for a lock for long. What was read stays right if the file is removed.
class GrowingFile {
public:
    enum class End : std::uint8_t {
        Whole,
        Cut, ///< nothing more comes although more was to come; or it begins anew, as another GrowingFile
    };

    /// Owns the descriptor; it is read by position, so it may be a duplicate of the writer's. `folder`: where the file
    /// is, if readers may write there too.
    explicit GrowingFile(int descriptor, std::string folder = {})
        : descriptor_(descriptor), folder_(std::move(folder)) {}
    ~GrowingFile();
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    [[nodiscard]] const std::string& folder() const { return folder_; }
    /// How many bytes are still to be written; as many as there are numbers while nobody knows. Any thread.
    [[nodiscard]] std::uint64_t toCome();

    /// The writer: so many bytes are there by now.
    void grow(std::uint64_t bytes);
    /// The writer: so many bytes are to come in all, as far as it knows.
    void expect(std::uint64_t bytes) { expected_ = bytes; }
    /// 0: unknown. Any thread.
    [[nodiscard]] std::uint64_t expected() const { return expected_; }
    /// The writer: nothing more comes. The first end counts.
    void end(End how);

    /// The reader: the next bytes, into the buffer, once there are any; none at the end. Errors: errno; ECANCELED when
    /// stopped; ENODATA behind the last byte of what was cut.
    std::expected<std::size_t, int> next(std::span<char> buffer, const std::stop_token& stop);

private:
    int descriptor_;
    const std::string folder_;
    std::uint64_t read_ = 0; ///< the reader's
    std::atomic<std::uint64_t> expected_ = 0;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::uint64_t written_ = 0; ///< guarded by mutex_
    std::optional<End> end_;    ///< guarded by mutex_
};

} // namespace idscope
