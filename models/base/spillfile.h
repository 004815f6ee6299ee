#pragma once

#include "models/base/filesystem.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <utility>

namespace idscope {

/// A file in a folder of ours that has no name and can get none (0600), to which memory is handed that was filled and
/// stays as it is: from then on it is the page cache's, which writes it out and gives it up when memory is short. Gone
/// with the last mapping. Any thread.
class SpillFile {
public:
    /// How many bytes on the disk others are going to need.
    using Needs = std::function<std::uint64_t()>;

    /// `folder`, UTF-8, is not looked at before it is needed; empty: nothing is taken. `files` must outlive this.
    explicit SpillFile(std::string folder, Needs needs = {}, const FileSystem& files = fileSystem())
        : folder_(std::move(folder)), needs_(std::move(needs)), files_(files) {}
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    /// Writes memory that was mapped, whole pages, and maps the file in its place: threads that read it meanwhile
    /// notice nothing, and nobody may write to it any more. False, and the memory is as it was, where the file system
    /// knows no such files, can't map them, or has little room left; then nothing more is taken. O(bytes).
    bool take(std::span<char> memory);

private:
    bool open();
    [[nodiscard]] bool hasRoom(std::uint64_t bytes) const;
    bool append(std::span<const char> memory);
    [[nodiscard]] bool mapOver(std::span<char> memory) const;

    std::string folder_;
    Needs needs_;
    const FileSystem& files_;
    std::mutex mutex_;
    int file_ = -1;         ///< guarded by mutex_, as all below
    bool isUsable_ = true;  ///< or not tried yet
    std::uint64_t end_ = 0; ///< of what is written
};

} // namespace idscope
