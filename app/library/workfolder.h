#pragma once

#include "app/library/files.h"
#include "app/library/folderlock.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace idscope {

/// A private folder (0700) for what is being put together or taken apart: gone with this object, and locked while it
/// lives, so that what a killed process has left can be told from what another window works on. On one file system with
/// its parent, so that what is ready needs only be renamed. Blocks for the file system.
class WorkFolder {
public:
    /// Makes `parent` if need be, removes what our dead processes have left of such folders in it, and makes one whose
    /// name begins with `prefix`. Where that is impossible it is not there: error() says why.
    explicit WorkFolder(const QString& parent, const QString& prefix = {});
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] const QString& path() const { return path_; }
    [[nodiscard]] bool isThere() const;
    /// Why it is not.
    [[nodiscard]] const LibraryError& error() const { return error_; }
    /// Removes what our dead processes have left of such folders, until asked to stop.
    static void removeLeftovers(const QString& parent, const QString& prefix = {}, const std::stop_token& stop = {});

private:
    QString path_;
    LibraryError error_;
    std::optional<FolderLock> lock_;
};

} // namespace idscope
