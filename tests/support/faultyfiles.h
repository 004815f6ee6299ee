#pragma once

#include "models/base/filesystem.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>

namespace idscope::test {

/// The real files, but one step goes wrong: counted from 1 over all calls.
class FaultyFiles final : public FileSystem {
public:
    enum class Fault : std::uint8_t {
        DiskFull,    ///< ENOSPC, once
        StaysFull,   ///< ENOSPC from then on, for all that needs room
        InputOutput, ///< EIO, once
        ShortWrite,  ///< a write takes one byte, as it may
        Kill,        ///< the process is gone before the step
    };
    /// `nameless`: whether the file system has files without a name.
    FaultyFiles(int step, Fault fault, bool nameless = true) : step_(step), fault_(fault), nameless_(nameless) {}
    [[nodiscard]] int steps() const { return made_; }

    int open(const char* path, int flags) const override {
        if (!nameless_ && (flags & O_TMPFILE) == O_TMPFILE) return refuse(EOPNOTSUPP);
        return make((flags & O_CREAT) != 0, [&] { return FileSystem::open(path, flags); });
    }
    ssize_t write(int file, std::string_view bytes) const override {
        const bool cut = fault_ == Fault::ShortWrite && made_ + 1 == step_;
        return make(true, [&] { return FileSystem::write(file, cut ? bytes.substr(0, 1) : bytes); });
    }
    int clone(int from, int to) const override {
        return make(true, [&] { return FileSystem::clone(from, to); });
    }
    int sync(int file) const override {
        return make(true, [&] { return FileSystem::sync(file); });
    }
    int close(int file) const override {
        const int closed = make(false, [] { return 0; });
        const int error = errno;
        FileSystem::close(file); // it is closed whatever it says
        errno = error;
        return closed;
    }
    int link(int file, const char* path) const override {
        return make(true, [&] { return FileSystem::link(file, path); });
    }
    int rename(const char* from, const char* to) const override {
        return make(true, [&] { return FileSystem::rename(from, to); });
    }
    int remove(const char* path) const override {
        return make(false, [&] { return FileSystem::remove(path); });
    }
    int makeFolder(const char* path) const override {
        return make(true, [&] { return FileSystem::makeFolder(path); });
    }
    int removeAt(int folder, const char* name, int flags) const override {
        return make(false, [&] { return FileSystem::removeAt(folder, name, flags); });
    }
    int setRights(const char* path, mode_t rights) const override {
        return make(false, [&] { return FileSystem::setRights(path, rights); });
    }

private:
    static int refuse(int error) {
        errno = error;
        return -1;
    }
    template <class Call>
    auto make(bool needsRoom, Call call) const -> decltype(call()) {
        const bool now = ++made_ == step_;
        if (now && fault_ == Fault::Kill) ::kill(::getpid(), SIGKILL);
        if (now && fault_ == Fault::InputOutput) return refuse(EIO);
        if (now && fault_ == Fault::DiskFull) return refuse(ENOSPC);
        if (made_ >= step_ && fault_ == Fault::StaysFull && needsRoom) return refuse(ENOSPC);
        return call();
    }

    const int step_;
    const Fault fault_;
    const bool nameless_;
    mutable int made_ = 0;
};

} // namespace idscope::test
