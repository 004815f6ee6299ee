#include "app/network/urlpolicy.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

/// The IPv4 address that an IPv6 one stands for: mapped and compatible forms, NAT64 and 6to4.
std::optional<quint32> embeddedIPv4(const QHostAddress& address) {
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto word32 = [&](int at) {
        return quint32{bytes[at]} << 24 | quint32{bytes[at + 1]} << 16 | quint32{bytes[at + 2]} << 8 | bytes[at + 3];
    };
    if (word32(0) == 0 && word32(4) == 0 && (word32(8) == 0x0000ffff || word32(8) == 0)) return word32(12);
    if (word32(0) == 0x0064ff9b && word32(4) == 0 && word32(8) == 0) return word32(12);
    if (bytes[0] == 0x20 && bytes[1] == 0x02) return word32(2);
    return std::nullopt;
}

bool inAnyOf(const QHostAddress& address, std::span<const std::pair<const char*, int>> networks) {
    return std::ranges::any_of(networks, [&](const auto& network) {
        return address.isInSubnet(QHostAddress(QLatin1StringView(network.first)), network.second);
    });
}

bool isPrivateIPv4(quint32 address) {
    static constexpr std::array<std::pair<const char*, int>, 11> networks{{{"0.0.0.0", 8},
                                                                           {"10.0.0.0", 8},
                                                                           {"100.64.0.0", 10},
                                                                           {"127.0.0.0", 8},
                                                                           {"169.254.0.0", 16},
                                                                           {"172.16.0.0", 12},
                                                                           {"192.0.0.0", 24},
                                                                           {"192.168.0.0", 16},
                                                                           {"198.18.0.0", 15},
                                                                           {"224.0.0.0", 4},
                                                                           {"240.0.0.0", 4}}};
    return inAnyOf(QHostAddress(address), networks);
}

/// Path and query of a URL as its bytes have them.
QByteArray targetOf(const QByteArray& bytes) {
    const qsizetype authority = bytes.indexOf("://") + 3;
    const auto* begin = std::find_if(bytes.begin() + authority, bytes.end(),
                                     [](char byte) { return byte == '/' || byte == '?' || byte == '#'; });
    const auto* end = std::find(begin, bytes.end(), '#');
    const QByteArray target(begin, end - begin);
    return target.startsWith('/') ? target : '/' + target;
}

std::optional<UrlRule> brokenRule(const QUrl& url) {
    const QString scheme = url.scheme();
    if (scheme != u"https" && scheme != u"http") return UrlRule::Scheme;
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@')) return UrlRule::UserInfo;
    if (url.host().isEmpty()) return UrlRule::NoHost;
    const bool bracketed = url.authority().startsWith(u'[');
    if (bracketed && QHostAddress(url.host()).protocol() != QAbstractSocket::IPv6Protocol) return UrlRule::Unreadable;
    if (url.port() == 0 || url.host().contains(u'%')) return UrlRule::Unreadable; // no port, or an address with a zone
    if (scheme == u"http" && !isLoopback(url)) return UrlRule::PlainHttp;
    return std::nullopt;
}

} // namespace

std::string_view word(UrlRule rule) {
    switch (rule) {
    case UrlRule::Unreadable:
        return "unreadable";
    case UrlRule::Scheme:
        return "scheme";
    case UrlRule::PlainHttp:
        return "plainHttp";
    case UrlRule::UserInfo:
        return "userInfo";
    case UrlRule::NoHost:
        return "noHost";
    case UrlRule::PrivateAddress:
        return "privateAddress";
    }
    Q_UNREACHABLE();
}

std::expected<ExactUrl, UrlRule> readLink(const QByteArray& bytes, HostScope reach) {
    const bool sendable = std::ranges::all_of(bytes, [](char byte) { return byte > 0x20 && byte < 0x7f; });
    const QUrl url = QUrl::fromEncoded(bytes, QUrl::StrictMode);
    if (!sendable || !url.isValid() || url.scheme().isEmpty()) return std::unexpected(UrlRule::Unreadable);
    if (const auto rule = brokenRule(url)) return std::unexpected(*rule);
    if (reach == HostScope::Public && isPrivate(url)) return std::unexpected(UrlRule::PrivateAddress);
    return ExactUrl{url, targetOf(bytes)};
}

std::expected<ExactUrl, UrlRule> readLocation(const QByteArray& location, const ExactUrl& from, HostScope reach) {
    const QUrl relative = QUrl::fromEncoded(location, QUrl::StrictMode);
    if (location.isEmpty() || !relative.isValid()) return std::unexpected(UrlRule::Unreadable);
    QByteArray absolute = location;
    if (location.startsWith("//"))
        absolute = from.url.scheme().toLatin1() + ':' + location;
    else if (location.startsWith('/'))
        absolute = originOf(from.url).toLatin1() + location;
    else if (relative.isRelative())
        absolute = from.url.resolved(relative).toEncoded();
    auto link = readLink(absolute, reach);
    if (link && link->url.scheme() == u"http" && !isLoopback(from.url)) return std::unexpected(UrlRule::PlainHttp);
    return link;
}

std::expected<QUrl, UrlRule> readBase(const QString& text) {
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::unexpected(UrlRule::Unreadable);
    if (const auto rule = brokenRule(url)) return std::unexpected(*rule);
    return url;
}

bool isLoopback(const QUrl& url) {
    const QString host = url.host();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool isPrivate(const QUrl& url) {
    QString host = url.host();
    if (host.endsWith(u'.')) host.chop(1);
    if (host == u"localhost" || host.endsWith(u".localhost")) return true;
    return isPrivate(QHostAddress(host));
}

bool isPrivate(const QHostAddress& address) {
    static constexpr std::array<std::pair<const char*, int>, 5> networks{
        {{"::", 127}, {"fc00::", 7}, {"fe80::", 10}, {"fec0::", 10}, {"ff00::", 8}}};
    if (address.isNull()) return false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) return isPrivateIPv4(address.toIPv4Address());
    if (inAnyOf(address, networks)) return true;
    const auto embedded = embeddedIPv4(address);
    return embedded && isPrivateIPv4(*embedded);
}

QString originOf(const QUrl& url) {
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

std::string hostOf(const QUrl& url) {
    return originOf(url).section(u"://"_s, 1).toStdString();
}

} // namespace idscope
