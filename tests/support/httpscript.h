#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QTcpSocket;

namespace idscope::test {

/// One request as it came over the wire.
struct Request {
    int connection = 0; ///< the server's first connection is 1
    qint64 atMs = 0;    ///< since the server was made
    QByteArray raw;     ///< every byte of it
    QByteArray method, target;
    QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray& name) const; ///< null when it is not there
    [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
};

/// How to answer one request, well or badly.
struct Answer {
    enum class Length { Right, None, Chunked };

    int status = 200;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    Length length = Length::Right;
    std::optional<qint64> saidLength; ///< Content-Length, when it shall be wrong
    std::optional<QByteArray> raw;    ///< these bytes instead of an answer made of the above
    qint64 cutAfter = -1;             ///< closes after so many bytes of the whole answer; 0: without a word
    qint64 stallAfter = -1;           ///< sends no more after so many bytes, but stays
    bool reset = false;               ///< a cut is a reset (RST), not an end (FIN)
    int delayMs = 0;                  ///< before the first byte
    qint64 dripBytes = 0;             ///< at a time, or 0: all at once
    bool dripHead = true;             ///< or only the body
    int dripMs = 20;
    qint64 times = 1; ///< the body comes so many times over, never more of it in memory than once

    Answer& with(const QByteArray& name, const QByteArray& value) {
        headers.emplaceBack(name, value);
        return *this;
    }
    /// The bytes on the wire.
    [[nodiscard]] QByteArray bytes(bool isHead) const;

    static Answer redirect(int status, const QByteArray& location);
    /// What the API answers to a POST.
    static Answer links(const QByteArray& pollingUrl, const QByteArray& url);
    /// What a store answers to GET: the whole of the file, or the range that is asked for when it is still of `etag`.
    static Answer stored(const Request& request, const QByteArray& whole, const QByteArray& etag);
    /// What a store answers to GET when the link has expired, or is not signed for it.
    static Answer refusedLink();
};

/// As a .gz file.
QByteArray gzip(const QByteArray& bytes);

/// Who vouches for a server.
enum class Tls { None, Good, Expired, WrongHost, SelfSigned };
/// The one that signed all but the last.
QSslCertificate testAuthority();

/// A raw HTTP/1.1 server on 127.0.0.1 that answers as it is told and records every byte it gets. Lives in the event
/// loop of its thread; never blocks. What nobody scripted is answered 599.
class HttpScript {
public:
    using Handler = std::function<Answer(const Request&)>;

    explicit HttpScript(Tls tls = Tls::None);
    ~HttpScript();

    /// Answers to a method and path (without query), one after the other; the last one again and again.
    void on(const QByteArray& method, const QByteArray& path, std::vector<Answer> answers);
    void on(const QByteArray& method, const QByteArray& path, Handler handler);

    [[nodiscard]] quint16 port() const { return server_->serverPort(); }
    /// http://127.0.0.1:PORT, or https
    [[nodiscard]] QByteArray origin() const {
        return (tls_ == Tls::None ? "http://127.0.0.1:" : "https://127.0.0.1:") + QByteArray::number(port());
    }
    [[nodiscard]] QUrl base() const { return QUrl::fromEncoded(origin()); }

    [[nodiscard]] const std::vector<Request>& requests() const { return requests_; }
    [[nodiscard]] int count(const QByteArray& method) const;
    /// Forgets all that came in so far.
    void forget() {
        requests_.clear();
        received_.clear();
    }
    /// Everything that ever came in, complete requests or not.
    [[nodiscard]] const QByteArray& received() const { return received_; }
    /// Connections that were made, whether anything was asked over them or not.
    [[nodiscard]] int connections() const { return connections_; }
    /// The most requests that were being answered at the same moment.
    [[nodiscard]] int mostAtOnce() const { return mostAtOnce_; }

private:
    struct Connection;
    void accept();
    void read(const std::shared_ptr<Connection>& connection);
    void answer(const std::shared_ptr<Connection>& connection, const Request& request);
    void send(const std::shared_ptr<Connection>& connection, const Answer& answer, QByteArray bytes, bool last);
    void sendAgain(const std::shared_ptr<Connection>& connection, Answer answer, bool last);

    Tls tls_;
    std::unique_ptr<QTcpServer> server_;
    QElapsedTimer clock_;
    std::map<QByteArray, Handler> handlers_;
    std::vector<Request> requests_;
    QByteArray received_;
    int connections_ = 0;
    int atOnce_ = 0;
    int mostAtOnce_ = 0;
};

} // namespace idscope::test
