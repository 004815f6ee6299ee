#include "app/network/transport.h"

namespace idscope {

std::optional<flow::TransportFailed> transportFailure(QNetworkReply::NetworkError error, const std::string& tlsFault) {
    using Kind = ExportErrorKind;
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::ConnectionRefusedError:
        return {{Kind::ConnectionRefused, {}}};
    case QNetworkReply::HostNotFoundError:
        return {{Kind::HostNotFound, {}}};
    case QNetworkReply::SslHandshakeFailedError:
        return {{Kind::TlsFailed, tlsFault.empty() ? "other" : tlsFault}};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: // "network unreachable" is one of these
        return {{Kind::NoNetwork, {}}};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {{Kind::ProxyFailed, {}}};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return {{Kind::UnexpectedReply, "notHttp"}};
    case QNetworkReply::ContentOperationNotPermittedError: // said by ExactReply alone
        return {{Kind::ForbiddenUrl, std::string(word(UrlRule::PrivateAddress))}};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return {{Kind::ConnectionLost, {}}};
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return std::nullopt; // a status in other words
    }
    return {{Kind::ConnectionLost, {}}};
}

std::string tlsFault(const QList<QSslError>& errors) {
    for (const QSslError& error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
            return "selfSigned";
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return "unknownAuthority";
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            return "expired";
        case QSslError::HostNameMismatch:
            return "wrongHost";
        default:
            break;
        }
    }
    return "other";
}

} // namespace idscope
