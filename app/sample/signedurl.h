#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <cstdint>

namespace idscope {

/// Pre-signed URLs in the manner of S3: the query says when it was made and how long it lives, and its signature (HMAC-
/// SHA256) is bound to one method and one path. A value; any thread.
class UrlSigner {
public:
    UrlSigner(QByteArray key, std::chrono::seconds life) : key_(std::move(key)), life_(life) {}

    /// The query of a URL for `method` on `path` (both encoded as sent), without `?`.
    [[nodiscard]] QByteArray query(const QByteArray& method, const QByteArray& path, const QDateTime& now) const;

    enum class Verdict : std::uint8_t { Valid, NotSigned, Expired, DoesNotMatch };
    /// Judges a request as it came in.
    [[nodiscard]] Verdict check(const QByteArray& method, const QByteArray& path, const QByteArray& query,
                                const QDateTime& now) const;

private:
    [[nodiscard]] QByteArray signature(const QByteArray& method, const QByteArray& path, const QByteArray& query) const;

    QByteArray key_;
    std::chrono::seconds life_;
};

} // namespace idscope
