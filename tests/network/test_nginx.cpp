#include "testpaths.h"
#include "tests/network/exportbench.h"
#include "tests/support/foreignserver.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// nginx with a folder of files, open and by TLS, and the same at 200 kB a second under /slow.
class Nginx {
public:
    Nginx() {
        QVERIFY(QDir(folder_.path()).mkpath(QStringLiteral("files/slow")));
        for (int attempt = 0; attempt < portAttempts; ++attempt) {
            configure();
            if (start()) return;
        }
        QFAIL(server_.output());
    }
    bool start() {
        return server_.start(qEnvironmentVariable("IDSCOPE_NGINX"),
                             {QStringLiteral("-p"), folder_.path(), QStringLiteral("-c"), QStringLiteral("nginx.conf"),
                              QStringLiteral("-e"), QStringLiteral("error.log")},
                             plain_);
    }
    void stop() { server_.stop(); }
    void put(const char* name, const QByteArray& bytes) const { write(pathOf(name), bytes); }
    [[nodiscard]] QString pathOf(const char* name) const {
        return folder_.filePath(QStringLiteral("files/") + QLatin1StringView(name));
    }
    [[nodiscard]] QByteArray origin() const { return "http://127.0.0.1:" + QByteArray::number(plain_); }
    [[nodiscard]] QByteArray tlsOrigin() const { return "https://127.0.0.1:" + QByteArray::number(tls_); }
    [[nodiscard]] QByteArrayList log() const {
        return contentOf(folder_.filePath(QStringLiteral("access.log"))).trimmed().split('\n');
    }

private:
    void configure() {
        plain_ = freePort();
        do
            tls_ = freePort();
        while (tls_ == plain_);
        QByteArray configuration = R"(
            daemon off; master_process off; pid nginx.pid; error_log error.log;
            events {}
            http {
                client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
                log_format all '$request|$http_range|$status|$http_x_api_key_id$http_x_api_key_secret$http_cookie';
                access_log access.log all;
                gzip on; gzip_types *; gzip_min_length 1; root files;
                server { listen 127.0.0.1:PLAIN; location /slow/ { limit_rate 200k; } location /secret/ { deny all; } }
                server { listen 127.0.0.1:TLS ssl; ssl_certificate CERTIFICATES/good.pem;
                         ssl_certificate_key CERTIFICATES/key.pem; }
            })";
        configuration.replace("PLAIN", QByteArray::number(plain_)).replace("TLS ", QByteArray::number(tls_) + ' ');
        configuration.replace("CERTIFICATES", IDSCOPE_TEST_DATA "/tls");
        write(folder_.filePath(QStringLiteral("nginx.conf")), configuration);
    }

    QTemporaryDir folder_;
    quint16 plain_ = 0, tls_ = 0;
    ForeignServer server_;
};

} // namespace

/// Exports whose files lie with a server that knows nothing of us.
class TestNginx : public QObject {
    Q_OBJECT

    static void link(Bench& bench, const QByteArray& polling, const QByteArray& file) {
        bench.api.on("POST", Bench::postPath("apps"),
                     {Answer::links(polling + '?' + signature, file + '?' + signature)});
    }

private Q_SLOTS:
    void initTestCase() {
        if (qEnvironmentVariableIsEmpty("IDSCOPE_NGINX")) QSKIP("nginx is not installed.");
    }

    void pollsAndDownloads() {
        Nginx nginx;
        Bench bench;
        link(bench, nginx.origin() + "/ready", nginx.origin() + "/apps.csv");
        nginx.put("apps.csv", csv(20'000));
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor([&] { return bench.last(id) && bench.last(id)->polls == 2; }));
        nginx.put("ready", {});
        const auto result = bench.wait(id);
        QCOMPARE(outcome(result), "done");
        QVERIFY(!result.unverifiable); // and not compressed, though it would be for others
        QCOMPARE(contentOf(bench.downloads.at(id).file), csv(20'000));
        QVERIFY(bench.downloads.at(id).etag.startsWith(u'"'));
        // It may write its log after the answer.
        QTRY_COMPARE(nginx.log().first(), "HEAD /ready?" + signature + " HTTP/1.1|-|404|---");
        QTRY_COMPARE(nginx.log().last(), "GET /apps.csv?" + signature + " HTTP/1.1|-|200|---");
    }
    void overTls() {
        Nginx nginx;
        nginx.put("apps.csv", csv(20'000));
        Bench bench(Tls::Good);
        link(bench, nginx.tlsOrigin() + "/apps.csv", nginx.tlsOrigin() + "/apps.csv");
        Connection connection{bench.api.base(), QString::fromLatin1(keyId),
                              std::make_shared<Secret>(QByteArray(keySecret))};
        bench.connect(connection);
        QCOMPARE(outcome(bench.run()), "TlsFailed unknownAuthority");
        connection.authorities = {testAuthority()};
        bench.connect(connection);
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), csv(20'000));
    }
    /// It goes away in the midst of a download and comes back: on from there, or anew when the file is another one.
    void resumes_data() {
        QTest::addColumn<bool>("changes");
        QTest::newRow("the same file") << false;
        QTest::newRow("another file") << true;
    }
    void resumes() {
        QFETCH(bool, changes);
        Nginx nginx;
        nginx.put("slow/apps.csv", csv(20'000));
        Bench bench;
        link(bench, nginx.origin() + "/slow/apps.csv", nginx.origin() + "/slow/apps.csv");
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor([&] { return bench.last(id) && bench.last(id)->received > 50'000; }));
        nginx.stop();
        if (changes) nginx.put("slow/apps.csv", csv(5000));
        QVERIFY(nginx.start());
        const auto result = bench.wait(id);
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(id).file), csv(changes ? 5000 : 20'000));
        QTRY_VERIFY(nginx.log().last().contains("|bytes="));
        QTRY_VERIFY(nginx.log().last().contains(changes ? "|200|" : "|206|"));
        QCOMPARE(bench.api.count("POST"), 1);
    }
    void itsRefusals() {
        Nginx nginx;
        Bench bench;
        bench.settings.forbiddenGrace = 0ms;
        nginx.put("ready", {});
        link(bench, nginx.origin() + "/secret/ready", nginx.origin() + "/apps.csv");
        QCOMPARE(outcome(bench.run()), "Expired 403");
        link(bench, nginx.origin() + "/ready", nginx.origin() + "/secret/apps.csv");
        QCOMPARE(outcome(bench.run()), "Expired 403");
        link(bench, nginx.origin() + "/slow", nginx.origin() + "/apps.csv"); // a folder
        const auto redirected = bench.run();
        QCOMPARE(outcome(redirected), "Redirected 301");
        bench.connect({QUrl::fromEncoded(nginx.origin()), QString::fromLatin1(keyId),
                       std::make_shared<Secret>(QByteArray(keySecret))});
        QCOMPARE(outcome(bench.run()), "NoSuchExport 404");
    }
};

QTEST_GUILESS_MAIN(TestNginx)
#include "test_nginx.moc"
