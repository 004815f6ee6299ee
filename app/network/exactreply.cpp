#include "app/network/exactreply.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace idscope {
namespace {

constexpr qint64 pieceBytes = 1 << 16;

QNetworkReply::NetworkError networkError(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::UnknownProxyError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QByteArray messageOf(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, const ExactUrl& url,
                     const QByteArray& body) {
    const bool isPost = operation == QNetworkAccessManager::PostOperation;
    QByteArray message = isPost ? "POST " : operation == QNetworkAccessManager::HeadOperation ? "HEAD " : "GET ";
    message +=
        url.target + " HTTP/1.1\r\nHost: " + QByteArray::fromStdString(hostOf(url.url)) + "\r\nConnection: close\r\n";
    const auto names = request.rawHeaderList();
    for (const QByteArray& name : names)
        message += name + ": " + request.rawHeader(name) + "\r\n";
    if (isPost) message += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return message + "\r\n" + body;
}

/// Another of the host's addresses may be better.
bool isOfThisAddress(QAbstractSocket::SocketError error) {
    return error == QAbstractSocket::ConnectionRefusedError || error == QAbstractSocket::NetworkError ||
           error == QAbstractSocket::SocketTimeoutError;
}

} // namespace

Resolver systemResolver() {
    return [](const QString& host, QObject* context, const std::function<void(const QList<QHostAddress>&)>& found) {
        QHostInfo::lookupHost(host, context, [found](const QHostInfo& info) { found(info.addresses()); });
    };
}

ExactReply::ExactReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, const ExactUrl& url,
                       const QByteArray& body, const Route& route, QObject* parent)
    : QNetworkReply(parent), message_(messageOf(operation, request, url, body)),
      parser_(operation == QNetworkAccessManager::HeadOperation) {
    setOperation(operation);
    setRequest(request);
    setUrl(url.url);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);

    const bool encrypted = url.url.scheme() == u"https";
    connect(&socket_, &QSslSocket::readyRead, this, &ExactReply::receive);
    connect(&socket_, &QSslSocket::disconnected, this, [this] {
        closed_ = true;
        receive();
    });
    connect(&socket_, &QSslSocket::errorOccurred, this, &ExactReply::onSocketError);
    connect(&socket_, &QSslSocket::sslErrors, this, &QNetworkReply::sslErrors); // told, never ignored
    connect(&socket_, encrypted ? &QSslSocket::encrypted : &QAbstractSocket::connected, this,
            [this] { socket_.write(std::exchange(message_, {})); });

    socket_.setSslConfiguration(request.sslConfiguration());
    socket_.setReadBufferSize(pieceBytes);

    const auto go = [this, reach = route.reach, resolve = route.resolve](const std::optional<QNetworkProxy>& proxy) {
        if (isFinished()) return;
        proxy ? start(*proxy, reach, resolve) : finish(ProxyNotFoundError); // never around it
    };
    route.findProxy ? route.findProxy(url.url, this, go) : go(QNetworkProxy(QNetworkProxy::NoProxy));
}

void ExactReply::start(const QNetworkProxy& proxy, HostScope reach, const Resolver& resolve) {
    socket_.setProxy(proxy);
    const QString host = url().host(QUrl::FullyEncoded);
    const auto onAnswer = [this, reach](const QList<QHostAddress>& found) { onFound(found, reach); };
    if (proxy.type() != QNetworkProxy::NoProxy)
        connectTo(host);
    else if (const QHostAddress address(host); !address.isNull())
        QMetaObject::invokeMethod(this, [onAnswer, address] { onAnswer({address}); }, Qt::QueuedConnection);
    else
        resolve(host, this, onAnswer);
}

void ExactReply::onFound(const QList<QHostAddress>& addresses, HostScope reach) {
    if (isFinished()) return;
    // Plain HTTP is for loopback alone: a resolver that thinks otherwise of "localhost" is not followed.
    const bool isPlain = url().scheme() == u"http";
    std::ranges::copy_if(addresses, std::back_inserter(addresses_), [=](const QHostAddress& address) {
        return (reach == HostScope::Anywhere || !isPrivate(address)) && (!isPlain || address.isLoopback());
    });
    if (addresses_.isEmpty())
        return finish(addresses.isEmpty() ? HostNotFoundError : ContentOperationNotPermittedError);
    connectToNext();
}

void ExactReply::connectToNext() {
    if (isFinished()) return;
    peer_ = addresses_.takeFirst();
    connectTo(peer_.toString());
}

void ExactReply::connectTo(const QString& host) {
    if (url().scheme() == u"https")
        socket_.connectToHostEncrypted(host, static_cast<quint16>(url().port(443)), url().host(QUrl::FullyEncoded));
    else
        socket_.connectToHost(host, static_cast<quint16>(url().port(80)));
}

void ExactReply::abort() {
    if (isFinished()) return;
    body_.clear();
    finish(OperationCanceledError);
}

void ExactReply::setReadBufferSize(qint64 size) {
    QNetworkReply::setReadBufferSize(size);
    QMetaObject::invokeMethod(this, &ExactReply::receive, Qt::QueuedConnection);
}

qint64 ExactReply::readData(char* data, qint64 maxSize) {
    const qint64 count = std::min<qint64>(maxSize, body_.size());
    if (count == 0) return isFinished() ? -1 : 0;
    std::copy_n(body_.constData(), count, data);
    body_.remove(0, count);
    if (socket_.bytesAvailable() > 0) // there is room again
        QMetaObject::invokeMethod(this, &ExactReply::receive, Qt::QueuedConnection);
    return count;
}

void ExactReply::receive() {
    if (isFinished()) return;
    const auto hasRoom = [&] { return readBufferSize() == 0 || body_.size() < readBufferSize(); };
    const qsizetype before = body_.size();
    using State = HttpParser::State;
    while (socket_.bytesAvailable() > 0 && hasRoom() && parser_.state() < State::Complete)
        parser_.feed(socket_.read(pieceBytes), body_);
    const bool ended = closed_ && socket_.bytesAvailable() == 0;
    if (ended) parser_.close();

    if (parser_.state() == State::Broken) return finish(ProtocolFailure);
    if (parser_.state() != State::Head && !std::exchange(headPublished_, true)) publishHead();
    if (isFinished()) return; // the reader of the head lost interest
    if (body_.size() > before) Q_EMIT readyRead();
    if (isFinished()) return;
    if (parser_.state() == State::Complete) return finish(NoError);
    if (ended) finish(RemoteHostClosedError);
}

void ExactReply::publishHead() {
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, parser_.status());
    for (const auto& [name, value] : parser_.headers())
        if (!hasRawHeader(name)) setRawHeader(name, value);
    Q_EMIT metaDataChanged();
}

void ExactReply::finish(NetworkError error) {
    setFinished(true);
    socket_.disconnect(this);
    socket_.abort();
    if (error != NoError) {
        setError(error, {}); // its words are for nobody: they would hold the URL
        Q_EMIT errorOccurred(error);
    }
    Q_EMIT finished();
}

void ExactReply::onSocketError(QAbstractSocket::SocketError error) {
    if (error == QAbstractSocket::RemoteHostClosedError && socket_.bytesAvailable() > 0) return receive();
    if (error == QAbstractSocket::RemoteHostClosedError) return; // "disconnected" follows, and knows what had come
    if (isOfThisAddress(error) && !addresses_.isEmpty()) {
        QMetaObject::invokeMethod(this, &ExactReply::connectToNext, Qt::QueuedConnection);
        return;
    }
    finish(networkError(error));
}

} // namespace idscope
