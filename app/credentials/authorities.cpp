#include "app/credentials/authorities.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace idscope {
namespace {

constexpr qsizetype longest = 1 << 20;

/// Opening a pipe would wait for its writer, reading a device may never end: only files are read.
std::expected<QByteArray, int> readSmallFile(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return std::unexpected(errno);
    struct ::stat facts{};
    int error = ::fstat(file, &facts) == 0 ? 0 : errno;
    if (error == 0 && !S_ISREG(facts.st_mode)) error = S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
    QByteArray bytes;
    std::array<char, std::size_t{64} * 1024> piece{};
    while (error == 0 && bytes.size() <= longest) {
        const ssize_t count = ::read(file, piece.data(), piece.size());
        if (count < 0) error = errno;
        if (count <= 0) break;
        bytes.append(piece.data(), count);
    }
    ::close(file);
    if (error != 0) return std::unexpected(error);
    if (bytes.size() > longest) return std::unexpected(EFBIG);
    return bytes;
}

} // namespace

std::expected<QList<QSslCertificate>, AuthorityFault> readAuthorities(const QString& file) {
    if (file.isEmpty()) return {};
    const auto bytes = readSmallFile(file);
    if (!bytes) return std::unexpected(AuthorityFault{bytes.error()});
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (certificates.isEmpty()) return std::unexpected(AuthorityFault{});
    return certificates;
}

} // namespace idscope
