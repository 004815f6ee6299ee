#include "views/connect/connectdialog.h"

namespace idscope {

using namespace Qt::StringLiterals;

QUrl baseFromAddress(const QString& address) {
    const QString text = address.trimmed();
    if (text.isEmpty()) return {};
    QUrl url(text.contains(u"://"_s) ? text : u"https://"_s + text, QUrl::StrictMode);
    const bool loopback = url.host() == u"localhost" || url.host() == u"127.0.0.1" || url.host() == u"::1";
    const bool safe = url.scheme() == u"https" || (url.scheme() == u"http" && loopback);
    if (!url.isValid() || !safe || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return {};
    url.setPath(url.path() == u"/" ? QString() : url.adjusted(QUrl::StripTrailingSlash).path());
    return url;
}

std::optional<ConnectDialog::Field> fieldOf(const ExportError& error) {
    using Field = ConnectDialog::Field;
    switch (error.kind) {
    case ExportErrorKind::MissingKey:
    case ExportErrorKind::KeyRefused:
        return Field::KeySecret;
    case ExportErrorKind::NotAllowed:
        return Field::KeyId;
    case ExportErrorKind::NoSuchExport:
    case ExportErrorKind::UnexpectedReply:
    case ExportErrorKind::NotATable:
    case ExportErrorKind::Redirected:
    case ExportErrorKind::HostNotFound:
    case ExportErrorKind::ConnectionRefused:
        return Field::Address;
    case ExportErrorKind::TlsFailed:
        return error.detail == "selfSigned" || error.detail == "unknownAuthority" ? Field::Authority : Field::Address;
    case ExportErrorKind::ProxyFailed:
        return Field::Proxy;
    default:
        return std::nullopt;
    }
}

} // namespace idscope
