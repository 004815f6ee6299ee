#pragma once

#include "models/base/filesystem.h"

#include <cstdint>
#include <mutex>
#include <span>
#include <string>

namespace idscope {

/// A file without a name in a folder of ours (0600), to which memory is handed that was filled and stays as it is: from
/// then on it is the page cache's, which writes it out when memory is short, and gone with the last mapping. Any
/// thread.
class SpillFile {
public:
    /// `folder`, UTF-8, is not looked at before it is needed; empty: nothing is taken. `files` must outlive this.
    explicit SpillFile(std::string folder, const FileSystem& files = fileSystem())
        : folder_(std::move(folder)), files_(files) {}
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    /// Writes memory that was mapped, whole pages, and maps the file in its place: threads that read it meanwhile
    /// notice nothing, and nobody may write to it any more. False, and the memory is as it was, where the file system
    /// knows no such files or has little room left; then nothing more is taken. O(bytes).
    bool take(std::span<char> memory);

private:
    bool open();
    bool append(std::span<const char> memory);

    std::string folder_;
    const FileSystem& files_;
    std::mutex mutex_;
    int file_ = -1;         ///< guarded by mutex_, as all below
    bool isUsable_ = true;  ///< or not tried yet
    std::uint64_t end_ = 0; ///< of what is written
};

} // namespace idscope
