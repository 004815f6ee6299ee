#include "app/network/exportaccess.h"

#include "app/network/elsewhere.h"

#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace idscope {
namespace {

/// QByteArray: path and query as they are sent.
constexpr auto exactTarget = QNetworkRequest::User;
/// bool: whether private addresses are within reach.
constexpr auto reachesAnywhere = QNetworkRequest::Attribute(QNetworkRequest::User + 1);

bool carriesSockets(const QNetworkProxy& proxy) {
    return proxy.type() == QNetworkProxy::NoProxy || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
}

/// Asks in another thread, since the system may have a script fetched and run for the answer; it is told the origin
/// alone, for the rest of a signed URL is nobody's business.
ProxyFinder finder(const ProxyLookup& lookUp) {
    return [lookUp](const QUrl& url, QObject* context, const ProxyFound& found) {
        const auto ask = [lookUp,
                          query = QNetworkProxyQuery(QUrl(originOf(url) + u'/'))] -> std::optional<QNetworkProxy> {
            const auto proxies = lookUp(query);
            const auto proxy = std::ranges::find_if(proxies, carriesSockets);
            return proxy == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *proxy;
        };
        doElsewhere(context, ask, std::nullopt, found);
    };
}

/// The system's authorities are read, once, only when others are to stand beside them: it takes a tenth of a second,
/// while Qt by itself looks just for the one that is needed.
QSslConfiguration trusting(const QList<QSslCertificate>& authorities) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (authorities.isEmpty()) return tls;
    static const QList<QSslCertificate> ofSystem = QSslConfiguration::systemCaCertificates();
    tls.setCaCertificates(ofSystem + authorities);
    return tls;
}

} // namespace

ExportAccess::ExportAccess(const Connection& connection, Resolver resolver, const ProxyLookup& lookUp)
    : authorities_(connection.authorities), resolver_(std::move(resolver)),
      findProxy_(connection.proxy == ProxyUse::System ? finder(lookUp) : nullptr) {}

QNetworkRequest ExportAccess::plainRequest() {
    QNetworkRequest request;
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("User-Agent", "idscope/" IDSCOPE_VERSION);
    return request;
}

QNetworkReply* ExportAccess::send(Operation operation, QNetworkRequest request, const ExactUrl& url, HostScope reach,
                                  const QByteArray& body) {
    request.setUrl(url.url);
    request.setAttribute(exactTarget, url.target);
    request.setAttribute(reachesAnywhere, reach == HostScope::Anywhere);
    if (!tls_) tls_ = trusting(authorities_);
    request.setSslConfiguration(*tls_);
    switch (operation) {
    case HeadOperation:
        return head(request);
    case PostOperation:
        return post(request, body);
    default:
        return get(request);
    }
}

QNetworkReply* ExportAccess::createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoing) {
    return new ExactReply(
        operation, request, {request.url(), request.attribute(exactTarget).toByteArray()},
        outgoing ? outgoing->readAll() : QByteArray(),
        Route{.findProxy = isLoopback(request.url()) ? nullptr : findProxy_,
              .reach = request.attribute(reachesAnywhere).toBool() ? HostScope::Anywhere : HostScope::Public,
              .resolve = resolver_},
        this);
}

} // namespace idscope
