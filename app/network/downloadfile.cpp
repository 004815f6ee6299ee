#include "app/network/downloadfile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace idscope {

DownloadFile::~DownloadFile() {
    remove();
}

std::expected<void, int> DownloadFile::create(const QString& folder) {
    path_ = QFile::encodeName(folder) + "/download-XXXXXX.part";
    descriptor_ = ::mkostemps(path_.data(), 5, O_CLOEXEC); // 0600
    if (descriptor_ < 0) {
        path_.clear();
        return std::unexpected(errno);
    }
    beginGrowing();
    return {};
}

/// Without a descriptor for it nobody can follow; the download goes on.
void DownloadFile::beginGrowing() {
    const auto own = duplicate();
    growing_ = own ? std::make_shared<GrowingFile>(*own, path_.first(path_.lastIndexOf('/')).toStdString()) : nullptr;
}

std::expected<void, int> DownloadFile::startAt(std::uint64_t from, const QString& folder) {
    if (descriptor_ < 0)
        if (auto created = create(folder); !created) return created;
    if (from == size_) return {};
    reset(); // a hash can't be taken back to its middle
    if (::ftruncate(descriptor_, 0) != 0 || ::lseek(descriptor_, 0, SEEK_SET) < 0) return std::unexpected(errno);
    beginGrowing();
    return {};
}

std::expected<void, int> DownloadFile::write(QByteArrayView bytes) {
    hash_.addData(bytes);
    countRecords(scanner_.feed({bytes.data(), static_cast<std::size_t>(bytes.size())}));
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(errno);
        size_ += static_cast<std::uint64_t>(count);
        bytes = bytes.sliced(count);
    }
    if (growing_) growing_->grow(size_);
    return {};
}

std::expected<int, int> DownloadFile::duplicate() const {
    const int copy = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return std::unexpected(errno);
    return copy;
}

std::expected<void, int> DownloadFile::close() {
    countRecords(scanner_.finish());
    if (::close(std::exchange(descriptor_, -1)) != 0) return std::unexpected(errno);
    return {};
}

QString DownloadFile::release() {
    if (growing_) growing_->end(GrowingFile::End::Whole);
    return QFile::decodeName(std::exchange(path_, {}));
}

void DownloadFile::remove() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
    if (!path_.isEmpty()) ::unlink(std::exchange(path_, {}).constData());
    reset();
}

void DownloadFile::reset() {
    if (growing_) growing_->end(GrowingFile::End::Cut);
    growing_.reset();
    size_ = 0;
    hash_.reset();
    scanner_ = {};
    records_ = 0;
}

void DownloadFile::countRecords(const std::vector<CsvCell>& cells) {
    records_ += static_cast<std::uint64_t>(std::ranges::count_if(cells, &CsvCell::endsRecord));
}

} // namespace idscope
