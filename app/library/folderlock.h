#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace idscope {

/// A lock on a folder, seen by all processes; it ends with this object, or with the process. Move-only.
class FolderLock {
public:
    enum class Kind : std::uint8_t { Shared, Exclusive };
    /// Nothing when another lock stands against it, or the folder is not there.
    static std::optional<FolderLock> tryTake(const QString& folder, Kind kind);

    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

    /// Whether the folder is of whoever runs this.
    [[nodiscard]] bool isOwn() const;

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

} // namespace idscope
