#include "app/network/exportaccess.h"

#include "app/network/exactreply.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>

#include <algorithm>

namespace idscope {
namespace {

/// QByteArray: path and query as they are sent.
constexpr auto exactTarget = QNetworkRequest::User;

class ProxyChoice final : public QNetworkProxyFactory {
public:
    explicit ProxyChoice(ProxyUse use) : use_(use) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (use_ == ProxyUse::None || isLoopback(query.url())) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }

private:
    ProxyUse use_;
};

bool carriesSockets(const QNetworkProxy& proxy) {
    return proxy.type() == QNetworkProxy::NoProxy || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
}

/// The system's authorities are read here only when others are to stand beside them: it takes a while, and Qt finds the
/// one that is needed faster.
QSslConfiguration trusting(const QList<QSslCertificate>& authorities) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!authorities.isEmpty()) tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    return tls;
}

} // namespace

ExportAccess::ExportAccess(const Connection& connection, QObject* parent)
    : QNetworkAccessManager(parent), tls_(trusting(connection.authorities)) {
    setProxyFactory(new ProxyChoice(connection.proxy));
}

QNetworkRequest ExportAccess::plainRequest() {
    QNetworkRequest request;
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("User-Agent", "idscope/" IDSCOPE_VERSION);
    return request;
}

QNetworkReply* ExportAccess::send(Operation operation, QNetworkRequest request, const ExactUrl& url,
                                  const QByteArray& body) {
    request.setUrl(url.url);
    request.setAttribute(exactTarget, url.target);
    request.setSslConfiguration(tls_);
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
    const auto proxies = proxyFactory()->queryProxy(QNetworkProxyQuery(request.url()));
    const auto proxy = std::ranges::find_if(proxies, carriesSockets);
    return new ExactReply(operation, request, {request.url(), request.attribute(exactTarget).toByteArray()},
                          outgoing ? outgoing->readAll() : QByteArray(),
                          proxy == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *proxy, this);
}

} // namespace idscope
