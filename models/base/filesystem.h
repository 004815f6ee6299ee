#pragma once

#include <string_view>
#include <sys/types.h>

namespace idscope {

/// The system calls by which files come, change and go: each returns what the call of its name returns, -1 with errno
/// when it fails. Whoever writes files that have to last is handed one of these, so that tests can let any step fail or
/// be the last one. Keeps nothing; any thread.
class FileSystem {
public:
    FileSystem() = default;
    virtual ~FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;

    /// Opens or creates (0600) a file.
    virtual int open(const char* path, int flags) const;
    /// May write less than asked for.
    virtual ssize_t write(int file, std::string_view bytes) const;
    /// Lets an empty file share the blocks of another: a copy that costs nothing, where the file system can.
    virtual int clone(int from, int to) const;
    virtual int sync(int file) const;
    virtual int close(int file) const;
    /// Gives a name to an open file that has none (O_TMPFILE).
    virtual int link(int file, const char* path) const;
    virtual int rename(const char* from, const char* to) const;
    virtual int remove(const char* path) const;
    /// 0700.
    virtual int makeFolder(const char* path) const;
    /// What is called so in an open folder, itself and not what it links to; with AT_REMOVEDIR an empty folder.
    virtual int removeAt(int folder, const char* name, int flags) const;
    virtual int setRights(const char* path, mode_t rights) const;
};

/// The real one.
const FileSystem& fileSystem();

/// Flushes a folder, so that the names in it last. An errno value, 0 when all is well: also where the file system can't
/// flush folders.
int syncFolder(const char* path, const FileSystem& files);

} // namespace idscope
