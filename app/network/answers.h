#pragma once

#include "app/network/exportstate.h"

#include <QByteArray>
#include <QUrl>

#include <cstdint>
#include <optional>

/// What statuses and headers of the export flow mean; pure.
namespace idscope::flow {

bool isRedirect(int status);

/// Trying again may help: the server is busy, or has a fault of its own.
bool isPassing(int status);
/// As above: not with a certificate that can't be trusted, nor to an address that is out of reach.
bool isPassing(const TransportFailed& failure);

/// Why the API's answer to POST is no export.
ExportErrorKind refusalOf(int status);

/// Why the store's answer to HEAD or GET is neither the file nor "not yet".
ExportErrorKind faultOf(int status);

ExportError transportError(const TransportFailed& failure, const QUrl& url);
ExportError statusError(const Answered& answer, const QUrl& url);
/// Names the host that the answer points to, as far as it can be read.
ExportError redirected(const Answered& answer, const ExactUrl& from);

/// `bytes 10-19/20`: positions of the first and last byte, and the length of the whole.
struct ContentRange {
    std::uint64_t first = 0, last = 0, total = 0;
};
/// Nothing when unreadable, without a total, or not within it.
std::optional<ContentRange> readContentRange(const QByteArray& header);

/// The ETag when it is a strong one (`"…"`), else empty: only such may go into If-Range.
QByteArray strongETag(const QByteArray& header);

} // namespace idscope::flow
