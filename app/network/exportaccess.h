#pragma once

#include "app/network/exactreply.h"
#include "app/network/exporter.h"
#include "app/network/urlpolicy.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <functional>
#include <optional>

namespace idscope {

/// What the system says about proxies, which may take seconds; in any thread.
using ProxyLookup = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery&)>;

/// The network as the exports of one connection use it: every request goes out through ExactReply, by the system's
/// proxy if wanted, but by none to loopback; trusting the system's authorities and the connection's own.
class ExportAccess final : public QNetworkAccessManager {
    Q_OBJECT
public:
    explicit ExportAccess(const Connection& connection, Resolver resolver = systemResolver(),
                          const ProxyLookup& lookUp = QNetworkProxyFactory::systemProxyForQuery);

    /// A request with the headers that all of ours have: identity encoding, our name.
    [[nodiscard]] static QNetworkRequest plainRequest();
    /// HEAD, GET or POST with the target exactly as given, to hosts within reach alone.
    QNetworkReply* send(Operation operation, QNetworkRequest request, const ExactUrl& url, HostScope reach,
                        const QByteArray& body = {});

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoing) override;

private:
    QList<QSslCertificate> authorities_;
    std::optional<QSslConfiguration> tls_; ///< once asked for: Qt loads its library for it
    Resolver resolver_;
    ProxyFinder findProxy_; ///< none when no proxy is wanted
};

} // namespace idscope
