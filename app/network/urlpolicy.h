#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace idscope {

/// Why a URL may not be used. Nothing is ever sent to such a URL.
enum class UrlRule : std::uint8_t {
    Unreadable, ///< not an absolute URL in strict syntax, or with bytes that no request line may hold
    Scheme,     ///< neither https nor http: `file:`, `data:`, `ftp:`…
    PlainHttp,  ///< http to anything but loopback
    UserInfo,   ///< a name or password before the host
    NoHost,
    PrivateAddress, ///< an address of a private network, though the service itself is a public one
};

/// How far what a service says may lead: one out in the public into no private network.
enum class HostScope : std::uint8_t { Public, Anywhere };

/// The rule as the one word that ExportError::detail holds.
std::string_view word(UrlRule rule);

/// A URL with the bytes it came in. QUrl decodes escapes of unreserved characters (`%7E`) and raises `%2f` to `%2F`,
/// which may break a signature: a request to a signed URL sends `target` instead.
struct ExactUrl {
    QUrl url;
    QByteArray target; ///< path and query, byte for byte, beginning with `/`; no fragment
    friend bool operator==(const ExactUrl&, const ExactUrl&) = default;
};

/// Reads a URL that a service's reply holds. O(bytes).
std::expected<ExactUrl, UrlRule> readLink(const QByteArray& bytes, HostScope reach);

/// Reads the Location of a redirected GET: relative ones resolved against `from`; http only from loopback to loopback.
std::expected<ExactUrl, UrlRule> readLocation(const QByteArray& location, const ExactUrl& from, HostScope reach);

/// Reads a base URL as people type it: https, or http to loopback; no user info, query or fragment.
std::expected<QUrl, UrlRule> readBase(const QString& text);

/// 127.0.0.0/8, ::1 or the name localhost.
bool isLoopback(const QUrl& url);
/// Loopback, private, link-local, multicast and otherwise special addresses, as literals or within IPv6; localhost too.
bool isPrivate(const QUrl& url);
bool isPrivate(const QHostAddress& address);

/// Scheme, host and port, the host in ACE form: `https://app.balkan.id`, `http://127.0.0.1:8080`.
QString originOf(const QUrl& url);
/// Host, and port when not the scheme's own, in ACE form; what people are shown.
std::string hostOf(const QUrl& url);

} // namespace idscope
