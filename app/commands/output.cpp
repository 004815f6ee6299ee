#include "app/commands/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace idscope {

namespace fs = std::filesystem;

Output::Output(std::string path) : path_(std::move(path)) {}

Output::~Output() {
    abandon();
    if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
}

bool Output::fail() {
    if (error_ == 0) error_ = errno;
    return false;
}

bool Output::open() {
    if (path_.empty()) {
        descriptor_ = STDOUT_FILENO;
        return true;
    }
    std::error_code none;
    const fs::file_status status = fs::status(path_, none);
    if (fs::is_directory(status)) {
        errno = EISDIR;
        return fail();
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        return descriptor_ >= 0 || fail();
    }
    // A link stays a link: what it leads to is replaced.
    const fs::path behind = fs::exists(status) ? fs::canonical(path_, none) : fs::path(path_);
    target_ = behind.empty() ? path_ : behind.string();
    std::string pattern = (fs::path(target_).parent_path() / ".idscope-XXXXXX").string();
    const std::scoped_lock lock(mutex_);
    if (abandoned_) return false;
    descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC); // readable by the user alone
    if (descriptor_ < 0) return fail();
    unfinished_ = pattern;
    return true;
}

bool Output::flush() {
    std::string_view rest = text_;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0)
            rest.remove_prefix(std::size_t(written));
        else if (errno != EINTR)
            return fail();
    }
    text_.clear();
    return true;
}

bool Output::commit() {
    if (error_ != 0 || !flush()) return false;
    const std::scoped_lock lock(mutex_);
    if (unfinished_.empty()) return !abandoned_;
    if (::fsync(descriptor_) != 0 || std::rename(unfinished_.c_str(), target_.c_str()) != 0) return fail();
    unfinished_.clear();
    // The name is on disk once its folder is; a folder that can't be opened or flushed does not undo the file.
    const int folder = ::open((fs::path(target_).parent_path() / ".").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return true;
}

void Output::abandon() noexcept {
    const std::scoped_lock lock(mutex_);
    abandoned_ = true;
    if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
    unfinished_.clear();
}

} // namespace idscope
