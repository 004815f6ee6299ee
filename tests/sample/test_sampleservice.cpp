#include "app/sample/generator.h"
#include "app/sample/sampleservice.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Answer {
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers;
};

} // namespace

class TestSampleService : public QObject {
    Q_OBJECT

    std::unique_ptr<SampleService> service_;
    Connection connection_;
    QNetworkAccessManager network_;

    static constexpr auto okta = "01J07X778EK4BH2M2A1VY4HCYF";

    Answer send(const QByteArray& method, const QUrl& url, const QByteArray& body = {},
                const QHash<QByteArray, QByteArray>& headers = {}) {
        QNetworkRequest request(url);
        request.setTransferTimeout(10'000);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        for (const auto& [name, value] : headers.asKeyValueRange())
            request.setRawHeader(name, value);
        // As a custom verb, HEAD would wait for a body.
        const std::unique_ptr<QNetworkReply> reply(
            method == "HEAD" ? network_.head(request) : network_.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!finished.wait(30'000)) return {};
        Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), {}};
        for (const auto& [name, value] : reply->rawHeaderPairs())
            answer.headers[name.toLower()] = value;
        return answer;
    }

    QHash<QByteArray, QByteArray> keys() const {
        return {{"X-Api-Key-ID", connection_.keyId.toLatin1()},
                {"X-Api-Key-Secret", connection_.keySecret->use([](const QByteArray& s) { return QByteArray(s); })},
                {"Content-Type", "application/json"}};
    }

    QUrl api(const QString& resource) const {
        QUrl url = connection_.base;
        url.setPath(u"/api/rest/v0/%1/download-url"_s.arg(resource));
        return url;
    }

    /// The body that asks for the relations of one integration.
    static QByteArray asked(const char* integration) {
        return QJsonDocument(QJsonObject{{u"integrationID"_s, QString::fromLatin1(integration)}}).toJson();
    }

    struct Urls {
        QUrl polling;
        QUrl file;
    };
    Urls open(const QString& resource, const QByteArray& body = {}) {
        const Answer answer = send("POST", api(resource), body, keys());
        const QJsonObject reply = QJsonDocument::fromJson(answer.body).object();
        return {QUrl(reply["pollingUrl"_L1].toString()), QUrl(reply["url"_L1].toString())};
    }

    bool becomesReady(const QUrl& polling) {
        return QTest::qWaitFor([&] { return send("HEAD", polling).status == 200; }, 20'000);
    }

private Q_SLOTS:
    void init() {
        service_ = std::make_unique<SampleService>(SampleService::Options{.readyAfterMs = 40, .expiresAfterS = 60});
        QVERIFY(service_->start());
        connection_ = service_->connection();
    }

    void keysDifferFromRunToRun() {
        SampleService other(SampleService::Options{});
        QVERIFY(other.start());
        QVERIFY(other.connection().keyId != connection_.keyId);
        QVERIFY(other.connection().base != connection_.base);
    }

    void refusesWhatTheContractForbids_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QByteArray>("without");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray none;
        QTest::newRow("no key ID") << QByteArray("POST") << "apps" << QByteArray("X-Api-Key-ID") << none << 401;
        QTest::newRow("no secret") << QByteArray("POST") << "apps" << QByteArray("X-Api-Key-Secret") << none << 401;
        QTest::newRow("no type") << QByteArray("POST") << "apps" << QByteArray("Content-Type") << none << 400;
        QTest::newRow("GET") << QByteArray("GET") << "apps" << none << none << 405;
        QTest::newRow("HEAD") << QByteArray("HEAD") << "apps" << none << none << 405;
        QTest::newRow("PUT") << QByteArray("PUT") << "apps" << none << none << 405;
        QTest::newRow("no such resource") << QByteArray("POST") << "apples" << none << none << 404;
        QTest::newRow("no body") << QByteArray("POST") << "entity-relations" << none << none << 400;
        QTest::newRow("no JSON") << QByteArray("POST") << "entity-relations" << none << QByteArray("okta") << 400;
        QTest::newRow("no ID") << QByteArray("POST") << "entity-relations" << none << QByteArray("{}") << 400;
        QTest::newRow("ID no string") << QByteArray("POST") << "entity-relations" << none
                                      << QByteArray("{\"integrationID\": 4}") << 400;
        QTest::newRow("no such integration") << QByteArray("POST") << "entity-relations" << none << asked("4") << 404;
    }
    void refusesWhatTheContractForbids() {
        QFETCH(QByteArray, method);
        QFETCH(QString, resource);
        QFETCH(QByteArray, without);
        QFETCH(QByteArray, body);
        auto headers = keys();
        headers.remove(without);
        const Answer answer = send(method, api(resource), body, headers);
        QTEST(answer.status, "status");
        if (method == "HEAD") {
            QCOMPARE(answer.body, QByteArray());
        } else {
            QCOMPARE(answer.headers["content-type"], QByteArray("application/json"));
            QVERIFY(QJsonDocument::fromJson(answer.body).object()["error"_L1].isString());
        }
    }

    void refusesAWrongKey() {
        auto headers = keys();
        headers["X-Api-Key-Secret"] = "wrong";
        QCOMPARE(send("POST", api(u"apps"_s), {}, headers).status, 401);
    }

    void otherPathsAreNotFound() {
        for (const char* path : {"/", "/api/rest/v0/apps", "/api/rest/v0//download-url", "/api/rest/v0/download-url"}) {
            QUrl url = connection_.base;
            url.setPath(QString::fromLatin1(path));
            QVERIFY2(send("POST", url, {}, keys()).status == 404, path);
        }
    }

    void servesEveryListAsTheTenantHoldsIt_data() {
        QTest::addColumn<QString>("resource");
        for (const char* resource : {"apps", "integrations", "entity-rules", "labels", "entities"})
            QTest::newRow(resource) << QString::fromLatin1(resource);
    }
    void servesEveryListAsTheTenantHoldsIt() {
        QFETCH(QString, resource);
        const Urls urls = open(resource);
        QVERIFY(urls.polling.port() != connection_.base.port());
        QCOMPARE(send("HEAD", urls.polling).status, 404);
        QCOMPARE(send("GET", urls.file).status, 404);
        QVERIFY(becomesReady(urls.polling));
        const Answer answer = send("GET", urls.file);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, SampleTenant().csv(resource));
        QVERIFY(answer.headers["etag"].startsWith('"'));
    }

    void servesRelationsByIntegration() {
        for (const char* id : {"01J0YTTZFDC1KSND61QMZGQPVH", "01J02EP1KEEGYWFRH5S3AXEZWZ"}) {
            const Urls urls = open(u"entity-relations"_s, asked(id));
            QVERIFY(becomesReady(urls.polling));
            QCOMPARE(send("GET", urls.file).body, SampleTenant().csv(u"entity-relations"_s, QString::fromLatin1(id)));
        }
    }

    void eachUrlIsForItsMethodAlone() {
        const Urls urls = open(u"apps"_s);
        QVERIFY(becomesReady(urls.polling));
        const Answer get = send("GET", urls.polling);
        QCOMPARE(get.status, 403);
        QVERIFY(get.body.contains("<Code>SignatureDoesNotMatch</Code>"));
        QCOMPARE(send("HEAD", urls.file).status, 403);
        QCOMPARE(send("POST", urls.file, "x").status, 405);
        QUrl bare = urls.file;
        bare.setQuery(QString());
        QVERIFY(send("GET", bare).body.contains("<Code>AccessDenied</Code>"));
        QUrl longer = urls.file;
        longer.setQuery(longer.query(QUrl::FullyEncoded).replace("Expires=60"_L1, "Expires=6000"_L1));
        QCOMPARE(send("GET", longer).status, 403);
    }

    void urlsExpire() {
        SampleService brief(SampleService::Options{.readyAfterMs = 0, .expiresAfterS = 1});
        QVERIFY(brief.start());
        connection_ = brief.connection();
        const Urls urls = open(u"apps"_s);
        QTest::qWait(2100); // signatures count whole seconds
        const Answer answer = send("GET", urls.file);
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("<Code>AccessDenied</Code><Message>Request has expired</Message><ServerTime>"));
    }

    void sendsParts() {
        const Urls urls = open(u"apps"_s);
        QVERIFY(becomesReady(urls.polling));
        const Answer whole = send("GET", urls.file);
        const Answer part =
            send("GET", urls.file, {}, {{"Range", "bytes=100-199"}, {"If-Range", whole.headers["etag"]}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, whole.body.mid(100, 100));
        QCOMPARE(part.headers["content-range"], "bytes 100-199/" + QByteArray::number(whole.body.size()));
        QCOMPARE(part.headers["etag"], whole.headers["etag"]);
        const Answer changed = send("GET", urls.file, {}, {{"Range", "bytes=100-"}, {"If-Range", "\"other\""}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body, whole.body);
        const Answer beyond = send("GET", urls.file, {}, {{"Range", "bytes=999999-"}});
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.headers["content-range"], "bytes */" + QByteArray::number(whole.body.size()));
    }

    /// A client would not notice bytes after the answer to HEAD until it reads the next answer on the connection.
    void headSendsNoBody() {
        const Urls urls = open(u"apps"_s);
        QVERIFY(becomesReady(urls.polling));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(urls.polling.port()));
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
        const QByteArray target = urls.polling.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        QByteArray received;
        for (int round = 0; round < 3; ++round) { // on one connection
            socket.write("HEAD " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            received.clear();
            QVERIFY(QTest::qWaitFor([&] {
                received += socket.readAll();
                return received.contains("\r\n\r\n");
            }));
            QTest::qWait(100);
            received += socket.readAll();
            QVERIFY2(received.startsWith("HTTP/1.1 200 OK\r\n"), received.constData());
            QVERIFY2(received.endsWith("\r\n\r\n") && received.count("\r\n\r\n") == 1, received.constData());
            const QByteArray length = "Content-Length: " + QByteArray::number(SampleTenant().csv(u"apps"_s).size());
            QCOMPARE(received.toLower().count(length.toLower() + "\r\n"), 1);
            QCOMPARE(received.toLower().count("content-length"), 1);
        }
    }

    void theLargestFileIsQuick() {
        const Urls urls = open(u"entity-relations"_s, asked(okta));
        QVERIFY(becomesReady(urls.polling));
        QElapsedTimer timer;
        timer.start();
        const Answer answer = send("GET", urls.file);
        QVERIFY(answer.body.size() > 40'000'000);
        QCOMPARE(answer.body.count('\n'), 104'807);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void saysWhenThePortIsTaken() {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        SampleService service(SampleService::Options{.port = taken.serverPort()});
        QVERIFY(!service.start());
        QVERIFY(service.error().contains(QString::number(taken.serverPort())));
    }

    void endsWhileExportsAreMade() {
        open(u"entity-relations"_s, asked(okta));
        service_.reset();
    }
};

QTEST_GUILESS_MAIN(TestSampleService)
#include "test_sampleservice.moc"
