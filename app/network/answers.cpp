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

bool isPassing(const TransportFailed& failure) {
    const bool isDistrusted = failure.kind == ExportErrorKind::TlsFailed && failure.detail != "other";
    return !isDistrusted && failure.kind != ExportErrorKind::ForbiddenUrl;
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

ExportError transportError(const TransportFailed& failure, const QUrl& url) {
    return {.kind = failure.kind, .host = hostOf(url), .detail = failure.detail};
}

ExportError statusError(const Answered& answer, const QUrl& url) {
    return {.kind = faultOf(answer.status), .host = hostOf(url), .httpStatus = answer.status};
}

ExportError redirected(const Answered& answer, const ExactUrl& from) {
    const QUrl target = from.url.resolved(QUrl::fromEncoded(answer.location, QUrl::StrictMode));
    return {.kind = ExportErrorKind::Redirected, .host = hostOf(target), .httpStatus = answer.status};
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
