#pragma once

#include "models/base/atomicfile.h"

#include <optional>
#include <string>

namespace idscope {

/// Where a command prints: standard output, or a file that is replaced only when all has been written (see
/// AtomicFile). Writing happens in pieces of 1 MiB. One thread.
class Output {
public:
    /// An empty path stands for standard output. A path that is there and is no regular file (a device, a pipe) is
    /// written to as it is.
    explicit Output(std::string path);
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

    /// errno of the first failure, or 0.
    [[nodiscard]] int error() const { return error_; }
    /// The path as given; empty for standard output.
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    static constexpr std::size_t pieceSize = std::size_t{1} << 20U;

    bool flush();
    bool fail(int systemError);
    bool noted(const std::expected<void, FileError>& done);

    std::string path_;
    std::optional<AtomicFile> file_; ///< from the beginning, or never
    std::string text_;
    int descriptor_ = -1; ///< where there is no file
    int error_ = 0;
};

} // namespace idscope
