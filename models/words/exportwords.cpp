#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QStringList>

#include <string_view>

namespace idscope::words {
namespace {

QString tlsText(std::string_view detail) {
    if (detail == "selfSigned")
        return Words::tr("The server's certificate is signed by itself. Check the address, or give the profile that "
                         "certificate as its own authority.");
    if (detail == "unknownAuthority")
        return Words::tr(
            "The server's certificate is signed by an authority that is not known here. Check the address, "
            "or give the profile the authority's certificate file.");
    if (detail == "expired")
        return Words::tr("The server's certificate has expired or is not valid yet. Check this computer's clock, then "
                         "tell the service's operator.");
    if (detail == "wrongHost") return Words::tr("The server's certificate is for another name. Check the address.");
    return Words::tr("No secure connection could be made. Check the address and the network.");
}

/// What is wrong with a reply, as far as `detail` tells.
QString replyFault(std::string_view detail) {
    if (detail == "tooLong") return Words::tr("It is too long.");
    if (detail == "notJson") return Words::tr("It is not JSON.");
    if (detail == "pollingUrl") return Words::tr("It has no address to poll.");
    if (detail == "url") return Words::tr("It has no address to download from.");
    return {};
}

/// Which rule a URL breaks, as far as `detail` tells.
QString urlFault(std::string_view detail) {
    if (detail == "unreadable") return Words::tr("It can't be read.");
    if (detail == "scheme") return Words::tr("It does not begin with https.");
    if (detail == "plainHttp") return Words::tr("It is not encrypted, which is allowed within this machine alone.");
    if (detail == "userInfo") return Words::tr("It holds a user name or password.");
    if (detail == "noHost") return Words::tr("It names no host.");
    if (detail == "privateAddress") return Words::tr("It leads into a private network.");
    return {};
}

QString lengthText(const ExportError& error, const QString& cure) {
    return joined(Words::tr("%1 of %2 bytes arrived.").arg(number(error.received), number(error.promised)), cure);
}

QString exportText(const ExportError& error) {
    switch (error.kind) {
    case ExportErrorKind::MissingKey:
        return Words::tr("There is no API key. Set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or give the profile "
                         "a key.");
    case ExportErrorKind::KeyRefused:
        return Words::tr("The server refused the API key. Check its ID and secret, or use another key.");
    case ExportErrorKind::NotAllowed:
        return Words::tr("The server does not allow this export with this key. Ask your tenant's administrator for the "
                         "export permission, or use another key.");
    case ExportErrorKind::NoSuchExport:
        return Words::tr("The server knows no such export. Check the base URL, and the integration's ID if there is "
                         "one.");
    case ExportErrorKind::TooManyRequests:
        return Words::tr("The server went on asking for a slower pace. Wait some minutes, then try again.");
    case ExportErrorKind::ServerError:
        return Words::tr("The server went on reporting a fault of its own. Try again later.");
    case ExportErrorKind::UnexpectedStatus:
        return Words::tr("The server's answer is not one that exports have. Check the base URL.");
    case ExportErrorKind::UnexpectedReply:
        return joined(
            joined(Words::tr("The server's reply is not the one documented for exports."), replyFault(error.detail)),
            Words::tr("Check the base URL."));
    case ExportErrorKind::ForbiddenUrl:
        return joined(joined(Words::tr("An address needed for this export is not safe to follow, so nothing was sent "
                                       "there."),
                             urlFault(error.detail)),
                      Words::tr("Check the base URL, then tell the service's operator."));
    case ExportErrorKind::Redirected:
        return Words::tr("The server redirects this request to %1, where it may not go. Check the base URL.")
            .arg(quoted(error.host));
    case ExportErrorKind::HostNotFound:
        return Words::tr("No server of this name was found. Check the base URL and the network.");
    case ExportErrorKind::ConnectionRefused:
        return Words::tr("The server accepts no connection. Check the base URL, then try again later.");
    case ExportErrorKind::ConnectionLost:
        return Words::tr("The connection was lost and could not be taken up again. Check the network, then try again.");
    case ExportErrorKind::NoNetwork:
        return Words::tr("There is no network. Connect, then try again.");
    case ExportErrorKind::ProxyFailed:
        return Words::tr("The proxy did not let the request through. Check the system's proxy settings.");
    case ExportErrorKind::TlsFailed:
        return tlsText(error.detail);
    case ExportErrorKind::AnswerLost:
        return Words::tr("The server closed the connection without an answer, so it is not known whether an export "
                         "was started. Try again if a second export does no harm.");
    case ExportErrorKind::Expired:
        return Words::tr("The download address expired, and a new one did not help. Check this computer's clock, then "
                         "try again.");
    case ExportErrorKind::Truncated:
        return lengthText(error, Words::tr("The file is not complete and was not kept. Try again."));
    case ExportErrorKind::TooLong:
        return lengthText(error, Words::tr("The file is longer than promised and was not kept. Try again."));
    case ExportErrorKind::WrongEncoding:
        return Words::tr("The server sent the file compressed though it was asked not to, so it can't be checked. Look "
                         "for a proxy that changes downloads.");
    case ExportErrorKind::Changed:
        return Words::tr("The file changed on the server during the download. Try again.");
    case ExportErrorKind::Stalled:
        return Words::tr("No byte arrived for %1. Check the network, then try again.").arg(duration(error.after));
    case ExportErrorKind::TooSlow:
        return Words::tr("The download was too slow to go on. Check the network, then try again.");
    case ExportErrorKind::DeadlineExceeded:
        return Words::tr("The export was not done after %1. Try again, with a longer deadline if the tenant is large.")
            .arg(duration(error.after));
    case ExportErrorKind::CannotWrite:
        return Words::tr("The download can't be written: %1. Check the folder and its rights.")
            .arg(systemReason(error.systemError));
    case ExportErrorKind::NotATable:
        return Words::tr("The export arrived, but it can't be read as a table. Try again, then tell the service's "
                         "operator.");
    case ExportErrorKind::DiskFull:
        return Words::tr("The disk is full. Free some space, then try again.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const ExportError& error) {
    QStringList codes;
    if (!error.host.empty() && error.kind != ExportErrorKind::Redirected) // that sentence names it
        codes += quoted(error.host);
    if (error.httpStatus != 0) codes += QString::number(error.httpStatus);
    if (error.systemError != 0) codes += systemCode(error.systemError);
    return withCode(exportText(error), codes.join(QStringLiteral(", ")));
}

} // namespace idscope::words
