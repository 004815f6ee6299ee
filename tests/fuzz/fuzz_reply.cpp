// What must hold for the JSON that a service answers a POST with: two links that may be followed, or an error that says
// why not and repeats nothing of it.

#include "app/network/exportreply.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace idscope;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void checkLink(const ExactUrl& link, HostScope reach) {
    const bool isHttps = link.url.scheme() == u"https";
    require(isHttps || (link.url.scheme() == u"http" && isLoopback(link.url)));
    require(!link.url.host().isEmpty() && link.url.userInfo().isEmpty());
    require(reach == HostScope::Anywhere || !isPrivate(link.url));
    require(link.target.startsWith('/') && !link.target.contains('#'));
    require(std::ranges::all_of(link.target, [](char byte) { return byte > 0x20 && byte < 0x7f; }));
}

void checkError(const ExportError& error) {
    constexpr std::array<std::string_view, 4> replies{"tooLong", "notJson", "pollingUrl", "url"};
    constexpr std::array rules{UrlRule::Unreadable, UrlRule::Scheme, UrlRule::PlainHttp,
                               UrlRule::UserInfo,   UrlRule::NoHost, UrlRule::PrivateAddress};
    require(error.host.empty());
    if (error.kind == ExportErrorKind::UnexpectedReply)
        return require(std::ranges::find(replies, error.detail) != replies.end());
    require(error.kind == ExportErrorKind::ForbiddenUrl);
    require(std::ranges::any_of(rules, [&](UrlRule rule) { return word(rule) == error.detail; }));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const HostScope reach : {HostScope::Public, HostScope::Anywhere}) {
        const auto links = readExportReply(body, reach);
        if (!links) {
            checkError(links.error());
            continue;
        }
        checkLink(links->polling, reach);
        checkLink(links->download, reach);
        const auto again = readExportReply(body, reach);
        require(again && *again == *links);
    }
    return 0;
}
