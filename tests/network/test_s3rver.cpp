#include "tests/network/exportbench.h"
#include "tests/support/foreignserver.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

/// s3rver, a stand-in for S3 from npm, and links signed for it as AWS documents them. It holds links of both versions
/// to their times, but only those of version 2 to their signatures.
class Store {
public:
    Store() {
        bool runs = false;
        for (int attempt = 0; attempt < portAttempts && !runs; ++attempt) {
            port_ = freePort();
            runs =
                server_.start(QStringLiteral("node"),
                              {qEnvironmentVariable("IDSCOPE_S3RVER"), QStringLiteral("-d"), folder_.path(),
                               QStringLiteral("-a"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                               QString::number(port_), QStringLiteral("--configure-bucket"), QStringLiteral("exports")},
                              port_);
        }
        QVERIFY2(runs, server_.output());
    }
    /// A link to an object (its name as in URLs) for one method, from `began` on.
    [[nodiscard]] QByteArray link(const QByteArray& method, const QByteArray& name, int seconds,
                                  const QDateTime& began = QDateTime::currentDateTimeUtc()) const {
        const QByteArray time = began.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
        const QByteArray day = time.first(8);
        const QByteArray scope = day + "/us-east-1/s3/aws4_request";
        const QByteArray query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=S3RVER%2F" +
                                 QByteArray(scope).replace("/", "%2F") + "&X-Amz-Date=" + time +
                                 "&X-Amz-Expires=" + QByteArray::number(seconds) + "&X-Amz-SignedHeaders=host";
        const QByteArray host = "127.0.0.1:" + QByteArray::number(port_);
        const QByteArray path = "/exports/" + name;
        const QByteArray request =
            method + '\n' + path + '\n' + query + "\nhost:" + host + "\n\nhost\nUNSIGNED-PAYLOAD";
        const QByteArray text = "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n' +
                                QCryptographicHash::hash(request, QCryptographicHash::Sha256).toHex();
        QByteArray key = "AWS4S3RVER";
        for (const QByteArray& part :
             {day, QByteArray("us-east-1"), QByteArray("s3"), QByteArray("aws4_request"), text})
            key = QMessageAuthenticationCode::hash(part, key, QCryptographicHash::Sha256);
        return "http://" + host + path + '?' + query + "&X-Amz-Signature=" + key.toHex();
    }
    /// The same by version 2.
    [[nodiscard]] QByteArray oldLink(const QByteArray& method, const QByteArray& name, int seconds) const {
        const QByteArray end = QByteArray::number(QDateTime::currentSecsSinceEpoch() + seconds);
        const QByteArray path = "/exports/" + name;
        const QByteArray text = method + "\n\n\n" + end + '\n' + path;
        const QByteArray signedText = QMessageAuthenticationCode::hash(text, "S3RVER", QCryptographicHash::Sha1);
        return "http://127.0.0.1:" + QByteArray::number(port_) + path + "?AWSAccessKeyId=S3RVER&Expires=" + end +
               "&Signature=" + signedText.toBase64().toPercentEncoding();
    }
    void put(const QByteArray& name, const QByteArray& bytes) {
        QNetworkRequest request(QUrl::fromEncoded(link("PUT", name, 60)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/csv"));
        const std::unique_ptr<QNetworkReply> reply(access_.put(request, bytes));
        QVERIFY(waitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    }

private:
    QTemporaryDir folder_;
    quint16 port_ = 0;
    ForeignServer server_;
    QNetworkAccessManager access_;
};

} // namespace

/// Real pre-signed links, checked by a store that others wrote.
class TestS3rver : public QObject {
    Q_OBJECT

    std::unique_ptr<Store> store_;

    /// The API signs anew at each POST.
    void sign(Bench& bench, const QByteArray& ready, const QByteArray& file, std::function<QDateTime(int)> began,
              int seconds = 60) const {
        bench.api.on("POST", Bench::postPath("apps"), [=, this, posts = 0](const Request&) mutable {
            const QDateTime from = began(++posts);
            return Answer::links(store_->link("HEAD", ready, seconds, from), store_->link("GET", file, seconds, from));
        });
    }
    static QDateTime now(int) { return QDateTime::currentDateTimeUtc(); }

private Q_SLOTS:
    void initTestCase() {
        if (qEnvironmentVariableIsEmpty("IDSCOPE_S3RVER"))
            QSKIP("s3rver is not there: it is fetched by tests/run --thorough.");
        store_ = std::make_unique<Store>();
    }

    void signedLinks() {
        Bench bench;
        sign(bench, "ready-1", "apps%20of~x.csv", now);
        store_->put("apps%20of~x.csv", csv(20'000));
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor([&] { return bench.last(id) && bench.last(id)->polls == 2; }));
        store_->put("ready-1", "x");
        const auto result = bench.wait(id);
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(id).file), csv(20'000));
        QCOMPARE(bench.api.count("POST"), 1);
    }
    /// They end while the export is being made: new ones are asked for, once, in time.
    void linksEndWhilePolling() {
        Bench bench;
        sign(bench, "ready-2", "apps-2.csv", now, 3);
        store_->put("apps-2.csv", csv(10));
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor([&] { return bench.api.count("POST") == 2; }, 10'000));
        store_->put("ready-2", "x");
        QCOMPARE(outcome(bench.wait(id)), "done");
        QCOMPARE(bench.api.count("POST"), 2);
    }
    /// The store's clock is not the API's: the store has the last word.
    void linksThatAreOverAlready() {
        Bench bench;
        bench.settings.forbiddenGrace = 300ms;
        store_->put("ready-3", "x");
        store_->put("apps-3.csv", csv(10));
        sign(bench, "ready-3", "apps-3.csv",
             [](int posts) { return QDateTime::currentDateTimeUtc().addSecs(posts == 1 ? -100 : 0); });
        QCOMPARE(outcome(bench.run()), "done");
        QCOMPARE(bench.api.count("POST"), 2);
        sign(bench, "ready-3", "apps-3.csv", [](int) { return QDateTime::currentDateTimeUtc().addSecs(-100); });
        QCOMPARE(outcome(bench.run()), "Expired 403");
        QCOMPARE(bench.api.count("POST"), 4);
    }
    /// A link holds for its method and its path alone, and for each of its bytes.
    void signaturesAreBound() {
        Bench bench;
        bench.settings.forbiddenGrace = 0ms;
        store_->put("ready-4", "x");
        store_->put("apps-4.csv", csv(10));
        const QByteArray head = store_->oldLink("HEAD", "ready-4", 60);
        const QByteArray get = store_->oldLink("GET", "apps-4.csv", 60);
        bench.api.on("POST", Bench::postPath("apps"), {Answer::links(head, get)});
        QCOMPARE(outcome(bench.run()), "done");
        const QByteArray otherPath = QByteArray(get).replace("apps-4", "ready-4");
        for (const QByteArray& file : {head, otherPath, get.chopped(3)}) {
            bench.api.on("POST", Bench::postPath("apps"), {Answer::links(head, file)});
            QCOMPARE(outcome(bench.run()), "Expired 403");
        }
        bench.api.on("POST", Bench::postPath("apps"), {Answer::links(get, get)});
        QCOMPARE(outcome(bench.run()), "Expired 403");
    }
};

QTEST_GUILESS_MAIN(TestS3rver)
#include "test_s3rver.moc"
