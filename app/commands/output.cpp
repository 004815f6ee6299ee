#include "app/commands/output.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace idscope {

namespace fs = std::filesystem;

namespace {

bool isDeviceOrPipe(const std::string& path) {
    std::error_code none;
    const fs::file_status status = fs::status(path, none);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// False, and errno tells why, on failure.
bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(std::size_t(written));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (!path_.empty() && !isDeviceOrPipe(path_)) file_.emplace(QFile::decodeName(path_.c_str()));
}

Output::~Output() {
    if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
}

bool Output::fail(int systemError) {
    if (error_ == 0) error_ = systemError;
    return false;
}

bool Output::noted(const std::expected<void, FileError>& done) {
    // A file whose folder could not be flushed is there, and whole.
    return done.has_value() || done.error().kind == FileErrorKind::Unconfirmed || fail(done.error().systemError);
}

bool Output::open() {
    if (file_) return noted(file_->open());
    descriptor_ = path_.empty() ? STDOUT_FILENO : ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    return descriptor_ >= 0 || fail(errno);
}

bool Output::flush() {
    const bool written = file_ ? noted(file_->write(text_)) : writeAll(descriptor_, text_) || fail(errno);
    text_.clear();
    return written;
}

bool Output::commit() {
    if (error_ != 0 || !flush()) return false;
    return !file_ || noted(file_->commit());
}

} // namespace idscope
