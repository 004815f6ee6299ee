#pragma once

#include <QAbstractHttpServer>
#include <QByteArray>
#include <QHttpServerRequest>
#include <QHttpServerResponder>

#include <functional>
#include <utility>
#include <vector>

class QTcpServer;

namespace idscope {

/// What a request is answered with. For HEAD the body is measured, not sent.
struct HttpAnswer {
    using Status = QHttpServerResponder::StatusCode;
    Status status = Status::Ok;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 bodyBegin = 0;
    qint64 bodyLength = -1; ///< -1: to the end of `body`
};

/// An HTTP server on 127.0.0.1 with one handler for every request. QHttpServer's routes are of no use here: its way of
/// writing answers sends a body after HEAD too.
class LoopbackServer final : public QAbstractHttpServer {
    Q_OBJECT
public:
    using Handler = std::function<HttpAnswer(const QHttpServerRequest&)>;

    explicit LoopbackServer(Handler handler, QObject* parent = nullptr);

    /// Port 0: any free one. False when the port can't be had.
    bool listen(quint16 port);
    [[nodiscard]] quint16 port() const;

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    Handler handler_;
    QTcpServer* tcp_;
};

} // namespace idscope
