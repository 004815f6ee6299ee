#include "tests/support/httpscript.h"

#include "testpaths.h"

#include <QFile>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
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

QByteArray tlsFile(const char* name) {
    QFile file(QStringLiteral(IDSCOPE_TEST_DATA "/tls/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", name);
    return file.readAll();
}

class Listener final : public QTcpServer {
public:
    explicit Listener(Tls tls) {
        static constexpr const char* names[] = {"", "good.pem", "expired.pem", "wronghost.pem", "selfsigned.pem"};
        if (tls == Tls::None) return;
        configuration_ = QSslConfiguration::defaultConfiguration();
        configuration_->setLocalCertificate(QSslCertificate(tlsFile(names[static_cast<std::size_t>(tls)])));
        configuration_->setPrivateKey(QSslKey(tlsFile("key.pem"), QSsl::Ec));
        configuration_->setPeerVerifyMode(QSslSocket::VerifyNone);
    }

protected:
    void incomingConnection(qintptr descriptor) override {
        if (!configuration_) return QTcpServer::incomingConnection(descriptor);
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(*configuration_);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    std::optional<QSslConfiguration> configuration_;
};

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
        all += "Content-Length: " + QByteArray::number(saidLength.value_or(body.size() * times)) + "\r\n";
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

Answer Answer::stored(const Request& request, const QByteArray& whole, const QByteArray& etag) {
    Answer answer{.body = whole};
    answer.with("ETag", etag);
    const QByteArray range = request.header("Range");
    if (!range.startsWith("bytes=") || request.header("If-Range") != etag) return answer;
    const qint64 from = range.mid(6).chopped(1).toLongLong();
    const QByteArray size = QByteArray::number(whole.size());
    if (from >= whole.size()) return Answer{.status = 416}.with("Content-Range", "bytes */" + size);
    answer.status = 206;
    answer.body = whole.mid(from);
    return answer.with("Content-Range",
                       "bytes " + QByteArray::number(from) + '-' + QByteArray::number(whole.size() - 1) + '/' + size);
}

Answer Answer::refusedLink() {
    Answer answer{.status = 403,
                  .body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                          "<Message>Request has expired</Message><X-Amz-Expires>900</X-Amz-Expires>"
                          "<ServerTime>2024-06-18T09:54:01Z</ServerTime></Error>"};
    return answer.with("Content-Type", "application/xml");
}

QByteArray gzip(const QByteArray& bytes) {
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    const auto little = [](quint32 value) {
        QByteArray text;
        for (int shift = 0; shift < 32; shift += 8)
            text += static_cast<char>(value >> shift & 0xff);
        return text;
    };
    const QByteArray zlib = qCompress(bytes).mid(4); // behind Qt's own length: two bytes, the data, four bytes
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + zlib.mid(2).chopped(4) + little(~crc) +
           little(static_cast<quint32>(bytes.size()));
}

QSslCertificate testAuthority() {
    return QSslCertificate(tlsFile("authority.pem"));
}

HttpScript::HttpScript(Tls tls) : tls_(tls), server_(std::make_unique<Listener>(tls)) {
    clock_.start();
    QObject::connect(server_.get(), &QTcpServer::newConnection, server_.get(), [this] { accept(); });
    server_->setListenBacklogSize(1000); // or the kernel makes some of many clients wait for a second
    if (!server_->listen(QHostAddress::LocalHost)) qFatal("no port on loopback");
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
    while (QTcpSocket* socket = server_->nextPendingConnection()) {
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
    QObject::connect(connection->socket, &QObject::destroyed, server_.get(),
                     [this, open = std::make_shared<bool>(true)] {
                         if (std::exchange(*open, false)) --atOnce_;
                     });
}

/// Waits until the last time over has gone.
void HttpScript::sendAgain(const std::shared_ptr<Connection>& connection, Answer answer, bool last) {
    if (connection->socket->bytesToWrite() == 0) {
        --answer.times;
        return send(connection, answer, answer.body, last);
    }
    QObject::connect(
        connection->socket, &QTcpSocket::bytesWritten, connection->socket,
        [this, connection, answer, last] { sendAgain(connection, answer, last); }, Qt::SingleShotConnection);
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
    if (answer.times > 1) return sendAgain(connection, answer, last);
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
