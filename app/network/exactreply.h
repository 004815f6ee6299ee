#pragma once

#include "app/network/httpparser.h"
#include "app/network/urlpolicy.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslSocket>

#include <functional>
#include <optional>

namespace idscope {

/// Finds the addresses of a host, and calls back in the event loop of `context` unless that is gone by then.
using Resolver =
    std::function<void(const QString& host, QObject* context, std::function<void(const QList<QHostAddress>&)> found)>;
Resolver systemResolver();

/// Finds the proxy for the host of a URL, and calls back likewise; with nothing when it could not be asked for.
using ProxyFound = std::function<void(const std::optional<QNetworkProxy>&)>;
using ProxyFinder = std::function<void(const QUrl& url, QObject* context, ProxyFound found)>;

/// The way to a host. A proxy finds the address by itself; without one, only addresses within `reach` are connected to:
/// the very ones the resolver told, so that a name can't turn into another address in between.
struct Route {
    ProxyFinder findProxy; ///< or none: no proxy
    HostScope reach = HostScope::Public;
    Resolver resolve;
};

/// One HTTP/1.1 request on one connection of its own, its target byte for byte as it was given. Qt's own HTTP is no
/// help with signed URLs and single POSTs: QUrl decodes `%7E` and rewrites `%2f` before anything is sent; a request
/// whose connection was closed is sent again; and a POST redirected with 307 or 308 loses its answer when that is
/// prevented. Here nothing is followed, decoded, cached or sent twice; there are no cookies and no credentials but the
/// headers given. An answer cut short ends in RemoteHostClosedError, what is no HTTP in ProtocolFailure; a status alone
/// is never an error; a host out of reach is ContentOperationNotPermittedError. At most readBufferSize() of body waits
/// here for its reader; the rest stays with the sender.
class ExactReply final : public QNetworkReply {
    Q_OBJECT
public:
    /// HEAD, GET or POST with the raw headers and the TLS configuration of `request`; `body` for POST alone.
    ExactReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, const ExactUrl& url,
               const QByteArray& body, const Route& route, QObject* parent);

    void abort() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return body_.size() + QNetworkReply::bytesAvailable(); }
    void setReadBufferSize(qint64 size) override;
    [[nodiscard]] flow::Framing framing() const { return parser_.framing(); }
    /// Who answers; null through a proxy.
    [[nodiscard]] const QHostAddress& peer() const { return peer_; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;

private:
    void start(const QNetworkProxy& proxy, HostScope reach, const Resolver& resolve);
    void onFound(const QList<QHostAddress>& addresses, HostScope reach);
    void connectToNext();
    void connectTo(const QString& host);
    void receive();
    void publishHead();
    void finish(NetworkError error);
    void onSocketError(QAbstractSocket::SocketError error);

    QByteArray message_; ///< to be sent
    QSslSocket socket_;
    HttpParser parser_;
    QList<QHostAddress> addresses_; ///< not yet tried
    QHostAddress peer_;
    QByteArray body_; ///< of the answer, not yet read
    bool headPublished_ = false;
    bool closed_ = false; ///< there was a connection, and it is over
};

} // namespace idscope
