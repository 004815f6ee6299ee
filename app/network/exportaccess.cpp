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
    explicit ProxyChoice(bool useSystem) : useSystem_(useSystem) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (!useSystem_ || isLoopback(query.url())) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }

private:
    bool useSystem_;
};

bool carriesSockets(const QNetworkProxy& proxy) {
    return proxy.type() == QNetworkProxy::NoProxy || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
}

} // namespace

ExportAccess::ExportAccess(bool useSystemProxy, QObject* parent) : QNetworkAccessManager(parent) {
    setProxyFactory(new ProxyChoice(useSystemProxy));
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
