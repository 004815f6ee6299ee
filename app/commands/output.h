#pragma once

#include <mutex>
#include <string>

namespace idscope {

/// Where a command prints: standard output, or a file that is replaced only when all has been written. Writing happens
/// in pieces of 1 MiB. Not for several threads, except `abandon`.
class Output {
public:
    /// An empty path stands for standard output. A path that is there and is no regular file (a device, a pipe) is
    /// written to as it is.
    explicit Output(std::string path);
    /// Abandons what was not committed.
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// Makes the file; to be called once, before the others. False on failure.
    bool open();
    /// What is to be written next: append to it.
    [[nodiscard]] std::string& text() { return text_; }
    /// Writes `text` when there is enough of it. False on failure.
    bool flushIfLong() { return text_.size() < pieceSize || flush(); }
    /// Writes all; the file takes its place, flushed to disk. False on failure.
    bool commit();
    /// Removes what was written to a file so far. Any thread; nothing is committed afterwards.
    void abandon() noexcept;

    /// errno of the first failure, or 0.
    [[nodiscard]] int error() const { return error_; }
    /// The path as given; empty for standard output.
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    static constexpr std::size_t pieceSize = std::size_t{1} << 20U;

    bool flush();
    bool fail();

    std::string path_;
    std::string target_;     ///< the file behind symbolic links
    std::string unfinished_; ///< the file being written, or empty; guarded by mutex_
    std::mutex mutex_;
    std::string text_;
    int descriptor_ = -1;
    int error_ = 0;
    bool abandoned_ = false; ///< guarded by mutex_
};

} // namespace idscope
