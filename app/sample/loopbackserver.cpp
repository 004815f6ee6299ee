#include "app/sample/loopbackserver.h"

#include <QHostAddress>
#include <QTcpServer>

namespace idscope {

LoopbackServer::LoopbackServer(Handler handler, QObject* parent)
    : QAbstractHttpServer(parent), handler_(std::move(handler)), tcp_(new QTcpServer(this)) {}

bool LoopbackServer::listen(quint16 port) {
    if (!tcp_->listen(QHostAddress::LocalHost, port)) return false;
    bind(tcp_);
    return true;
}

quint16 LoopbackServer::port() const {
    return tcp_->serverPort();
}

bool LoopbackServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) {
    const HttpAnswer answer = handler_(request);
    const qint64 length = answer.bodyLength < 0 ? answer.body.size() - answer.bodyBegin : answer.bodyLength;
    QHttpServerResponder responder = makeResponder(request, socket);
    responder.writeStatusLine(answer.status);
    for (const auto& [name, value] : answer.headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Length", QByteArray::number(length));
    const bool head = request.method() == QHttpServerRequest::Method::Head;
    responder.writeBody(answer.body.constData() + answer.bodyBegin, head ? 0 : length);
    return true;
}

void LoopbackServer::missingHandler(const QHttpServerRequest&, QTcpSocket*) {
    Q_UNREACHABLE(); // handleRequest answers everything
}

} // namespace idscope
