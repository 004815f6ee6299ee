#include "models/transfer/transfer.h"

#include <algorithm>
#include <array>

namespace idscope {
namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 28> names{
    "MissingKey",       "KeyRefused",      "NotAllowed",    "NoSuchExport", "TooManyRequests", "ServerError",
    "UnexpectedStatus", "UnexpectedReply", "ForbiddenUrl",  "Redirected",   "HostNotFound",    "ConnectionRefused",
    "ConnectionLost",   "NoNetwork",       "ProxyFailed",   "TlsFailed",    "AnswerLost",      "Expired",
    "Truncated",        "TooLong",         "WrongEncoding", "Changed",      "Stalled",         "TooSlow",
    "DeadlineExceeded", "CannotWrite",     "DiskFull",      "NotATable"};
static_assert(names.size() == static_cast<std::size_t>(ExportErrorKind::NotATable) + 1);

} // namespace

std::string_view nameOf(ExportErrorKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ExportErrorKind> exportErrorKind(std::string_view name) {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return static_cast<ExportErrorKind>(at - names.begin());
}

} // namespace idscope
