#pragma once

#include "app/network/urlpolicy.h"
#include "models/transfer/transfer.h"

#include <QByteArray>

#include <expected>

namespace idscope {

/// The two URLs of an answer to POST. Each is bound to one method: `polling` to HEAD, `download` to GET.
struct ExportLinks {
    ExactUrl polling;
    ExactUrl download;
    friend bool operator==(const ExportLinks&, const ExportLinks&) = default;
};

/// An answer to POST may be this long.
inline constexpr qsizetype maxReplyBytes = 1 << 20;

/// Reads the body of a 200 answer to POST: a JSON object with the strings `pollingUrl` and `url`, both within the URL
/// rules. Else UnexpectedReply (detail: tooLong, notJson, pollingUrl, url) or ForbiddenUrl
/// (detail: the rule's word), without host and status.
std::expected<ExportLinks, ExportError> readExportReply(const QByteArray& body, HostScope reach);

} // namespace idscope
