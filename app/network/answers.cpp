#include "app/network/answers.h"

#include <charconv>
#include <string_view>
#include <utility>

namespace idscope::flow {

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPassing(int status) {
    return status == 408 || status == 425 || status == 429 || (status >= 500 && status <= 599);
}

ExportErrorKind refusalOf(int status) {
    switch (status) {
    case 401:
        return ExportErrorKind::KeyRefused;
    case 403:
        return ExportErrorKind::NotAllowed;
    case 400:
    case 404:
        return ExportErrorKind::NoSuchExport;
    default:
        return faultOf(status);
    }
}

ExportErrorKind faultOf(int status) {
    if (status == 429) return ExportErrorKind::TooManyRequests;
    return status >= 500 && status <= 599 ? ExportErrorKind::ServerError : ExportErrorKind::UnexpectedStatus;
}

std::optional<ContentRange> readContentRange(const QByteArray& header) {
    const std::string_view text(header.constData(), static_cast<std::size_t>(header.size()));
    constexpr std::string_view unit = "bytes ";
    if (!text.starts_with(unit)) return std::nullopt;

    ContentRange range;
    const char* at = text.data() + unit.size();
    const char* const end = text.data() + text.size();
    const auto number = [&](std::uint64_t& value, std::string_view sign) {
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc{} || !std::string_view(next, end).starts_with(sign)) return false;
        at = next + sign.size();
        return true;
    };
    if (!number(range.first, "-") || !number(range.last, "/") || !number(range.total, "") || at != end)
        return std::nullopt;
    return range.first <= range.last && range.last < range.total ? std::optional(range) : std::nullopt;
}

QByteArray strongETag(const QByteArray& header) {
    return header.size() >= 2 && header.startsWith('"') && header.endsWith('"') ? header : QByteArray();
}

} // namespace idscope::flow
