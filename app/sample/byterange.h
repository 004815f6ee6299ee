#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace idscope {

/// What to send for the header `Range` of a request (RFC 9110): all of it, a part, or that there is no such part.
struct ByteRange {
    enum class Kind : std::uint8_t { Whole, Part, Unsatisfiable } kind = Kind::Whole;
    qint64 begin = 0;
    qint64 length = 0;
};

/// Reads `bytes=a-b`, `bytes=a-`, `bytes=-n` against a body of `size` bytes. Anything else, several ranges too, asks
/// for the whole, as does an If-Range that is not the ETag.
ByteRange requestedRange(const QByteArray& range, const QByteArray& ifRange, const QByteArray& etag, qint64 size);

} // namespace idscope
