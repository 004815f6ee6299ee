#include "app/network/httpparser.h"

#include <QTest>

using namespace idscope;
using State = HttpParser::State;

namespace {

/// What the parser makes of an answer that comes in pieces of `step` bytes and is closed then.
QByteArray outcome(const QByteArray& bytes, qsizetype step, bool isHead = false) {
    HttpParser parser(isHead);
    QByteArray body;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        parser.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)), body);
    switch (parser.close()) {
    case State::Complete:
        return QByteArray::number(parser.status()) + ' ' + body;
    case State::Broken:
        return "broken";
    default:
        return "cut";
    }
}

const QByteArray withLength = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"a\"\r\n\r\n0123456789";
const QByteArray chunked =
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0a;x=y\r\n0123456789\r\n0\r\n"
    "Trailer: x\r\n\r\n";

} // namespace

class TestHttpParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& result) {
            QTest::newRow(name) << bytes << result;
        };
        row("length", withLength, "200 0123456789");
        row("no body", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404 ");
        row("chunks", chunked, "200 abc0123456789");
        row("till the end", "HTTP/1.0 200 OK\r\n\r\nabc", "200 abc");
        row("more than said", withLength + "more", "200 0123456789");
        row("LF alone", "HTTP/1.1 200 OK\nContent-Length: 2\n\nab", "200 ab");
        row("no reason", "HTTP/1.1 200\r\ncontent-length:2\r\n\r\nab", "200 ab");
        row("announced", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + withLength,
            "200 0123456789");
        row("204", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", "204 ");
        row("304", "HTTP/1.1 304 No\r\nContent-Length: 5\r\n\r\n", "304 ");
        row("two equal lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nab", "200 ab");
        row("chunked and a length",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "200 ");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", "broken");
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "broken");
        row("length in words", "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n", "broken");
        row("huge length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "broken");
        row("other coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "broken");
        row("bad chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "broken");
        row("bad chunk end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", "broken");
        row("endless chunk line", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(9000, 'x'),
            "broken");
        row("endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(70'000, 'x'), "broken");
        row("not HTTP", "SSH-2.0-OpenSSH\r\n", "broken");
        row("HTTP/2", "HTTP/2 200\r\n\r\n", "broken");
        row("no status", "HTTP/1.1 OK\r\n\r\n", "broken");
        row("status 42", "HTTP/1.1 042 OK\r\n\r\n", "broken");
        row("upgrade", "HTTP/1.1 101 Switching\r\n\r\n", "broken");
        row("folded header", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "broken");
        row("blank before colon", "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nab", "broken");
        row("no colon", "HTTP/1.1 200 OK\r\nabc\r\n\r\n", "broken");
        row("nothing", "", "cut");
    }
    void reads() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, result);
        for (const qsizetype step : {qsizetype{1}, qsizetype{2}, qsizetype{7}, qsizetype{1000}, qsizetype{100'000}})
            QCOMPARE(outcome(bytes, step), result);
    }

    void headHasNoBody() {
        QCOMPARE(outcome("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", 5, true), "200 ");
        QCOMPARE(outcome("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 5, true), "200 ");
        QCOMPARE(outcome("HTTP/1.1 404 No\r\n\r\n", 5, true), "404 ");
    }

    /// R5: an answer that is cut is known to be cut, wherever that was.
    void flagsEveryCut() {
        for (const QByteArray& whole : {withLength, chunked})
            for (qsizetype end = 0; end < whole.size(); ++end)
                QCOMPARE(outcome(whole.left(end), 3), "cut");
        const QByteArray open = "HTTP/1.1 200 OK\r\n\r\n";
        for (qsizetype end = 0; end < open.size(); ++end)
            QCOMPARE(outcome(open.left(end), 3), "cut");
    }

    /// The limit is for the head: body bytes that come with its end don't count.
    void bodyBesideTheHead() {
        const QByteArray content(64 * 1024, 'x');
        const QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + content;
        HttpParser parser(false);
        QByteArray body;
        QCOMPARE(parser.feed(bytes.first(17), body), State::Head);
        QCOMPARE(parser.feed(bytes.sliced(17), body), State::Complete);
        QCOMPARE(body, content);
    }
    void headOverTheLimit() {
        HttpParser parser(false);
        QByteArray body;
        QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nX: " + QByteArray(64 * 1024, 'x') + "\r\n\r\n", body), State::Broken);
    }

    void headersComeAsSent() {
        HttpParser parser(false);
        QByteArray body;
        QCOMPARE(parser.feed("HTTP/1.1 206 Part\r\nETag:  \"x\" \r\nContent-Length: 5\r\n\r\nab", body), State::Body);
        QCOMPARE(parser.headers().size(), 2);
        QCOMPARE(parser.headers()[0].first, "ETag");
        QCOMPARE(parser.headers()[0].second, "\"x\"");
        QCOMPARE(parser.framing(), flow::Framing::Length);
        QCOMPARE(body, "ab");
    }
};

QTEST_GUILESS_MAIN(TestHttpParser)
#include "test_httpparser.moc"
