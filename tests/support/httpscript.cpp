#include "tests/support/httpscript.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace idscope::test {
namespace {

QByteArray headerOf(const QByteArray& head, const QByteArray& name) {
    const auto lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0) return line.mid(colon + 1).trimmed();
    }
    return {};
}

/// The next close of the socket sends RST.
void resetOnClose(QTcpSocket& socket) {
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace

struct HttpScript::Connection {
    int number = 0;
    QTcpSocket* socket = nullptr; ///< child of the server
    QByteArray pending;
};

QByteArray Request::header(const QByteArray& name) const {
    return headerOf(raw.left(raw.indexOf("\r\n\r\n")), name);
}

QByteArray Answer::bytes(bool isHead) const {
    if (raw) return *raw;
    QByteArray all = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto& [name, value] : headers)
        all += name + ": " + value + "\r\n";
    if (length == Length::Chunked)
        all += "Transfer-Encoding: chunked\r\n";
    else if (length == Length::Right)
        all += "Content-Length: " + QByteArray::number(saidLength.value_or(body.size())) + "\r\n";
    all += "\r\n";
    if (isHead) return all;
    if (length != Length::Chunked) return all + body;
    for (qsizetype at = 0; at < body.size(); at += 1000) {
        const QByteArray chunk = body.mid(at, 1000);
        all += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return all + "0\r\n\r\n";
}

Answer Answer::redirect(int status, const QByteArray& location) {
    Answer answer{.status = status};
    return answer.with("Location", location);
}

Answer Answer::links(const QByteArray& pollingUrl, const QByteArray& url) {
    Answer answer{.body = R"({"pollingUrl":")" + pollingUrl + R"(","url":")" + url + R"("})"};
    return answer.with("Content-Type", "application/json");
}

HttpScript::HttpScript() {
    clock_.start();
    QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] { accept(); });
    if (!server_.listen(QHostAddress::LocalHost)) qFatal("no port on loopback");
}

HttpScript::~HttpScript() = default;

void HttpScript::on(const QByteArray& method, const QByteArray& path, std::vector<Answer> answers) {
    auto next = std::make_shared<std::size_t>(0);
    on(method, path, [answers = std::move(answers), next](const Request&) {
        const std::size_t index = std::min((*next)++, answers.size() - 1);
        return answers[index];
    });
}

void HttpScript::on(const QByteArray& method, const QByteArray& path, Handler handler) {
    handlers_[method + ' ' + path] = std::move(handler);
}

int HttpScript::count(const QByteArray& method) const {
    return static_cast<int>(std::ranges::count(requests_, method, &Request::method));
}

void HttpScript::accept() {
    while (QTcpSocket* socket = server_.nextPendingConnection()) {
        auto connection = std::make_shared<Connection>(Connection{++connections_, socket, {}});
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, connection] { read(connection); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void HttpScript::read(const std::shared_ptr<Connection>& connection) {
    const QByteArray bytes = connection->socket->readAll();
    received_ += bytes;
    connection->pending += bytes;
    const qsizetype headEnd = connection->pending.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const qsizetype bodyLength = headerOf(connection->pending.left(headEnd), "Content-Length").toLongLong();
    const qsizetype whole = headEnd + 4 + bodyLength;
    if (connection->pending.size() < whole) return;

    Request request;
    request.connection = connection->number;
    request.atMs = clock_.elapsed();
    request.raw = connection->pending.left(whole);
    connection->pending.remove(0, whole);
    const auto words = request.raw.left(request.raw.indexOf("\r\n")).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.body = request.raw.mid(headEnd + 4);
    requests_.push_back(request);
    answer(connection, request);
}

void HttpScript::answer(const std::shared_ptr<Connection>& connection, const Request& request) {
    const auto handler = handlers_.find(request.method + ' ' + request.path());
    const Answer answer = handler == handlers_.end() ? Answer{.status = 599} : handler->second(request);
    QByteArray bytes = answer.bytes(request.method == "HEAD");
    const qint64 end = std::max(answer.cutAfter, answer.stallAfter);
    if (end >= 0) bytes.truncate(end);
    const bool close = request.header("Connection").toLower() == "close" || answer.length == Answer::Length::None ||
                       answer.raw || answer.cutAfter >= 0;

    mostAtOnce_ = std::max(mostAtOnce_, ++atOnce_);
    QTimer::singleShot(answer.delayMs, connection->socket, [this, connection, answer, bytes, close]() mutable {
        if (!answer.dripHead) {
            const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
            connection->socket->write(bytes.first(head));
            bytes.remove(0, head);
        }
        send(connection, answer, bytes, close);
    });
    QObject::connect(connection->socket, &QObject::destroyed, &server_, [this, open = std::make_shared<bool>(true)] {
        if (std::exchange(*open, false)) --atOnce_;
    });
}

void HttpScript::send(const std::shared_ptr<Connection>& connection, const Answer& answer, QByteArray bytes,
                      bool last) {
    const qint64 count = answer.dripBytes > 0 ? std::min<qint64>(answer.dripBytes, bytes.size()) : bytes.size();
    connection->socket->write(bytes.left(count));
    bytes.remove(0, count);
    if (!bytes.isEmpty()) {
        QTimer::singleShot(answer.dripMs, connection->socket,
                           [this, connection, answer, bytes, last] { send(connection, answer, bytes, last); });
        return;
    }
    if (answer.stallAfter >= 0 || !last) return;
    if (answer.reset) {
        connection->socket->flush();
        resetOnClose(*connection->socket);
        connection->socket->abort();
    } else {
        connection->socket->disconnectFromHost();
    }
}

} // namespace idscope::test
