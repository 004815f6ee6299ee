#include "tests/network/exportbench.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

/// R19: whom the exporter believes.
class TestExporterTls : public QObject {
    Q_OBJECT

    static Connection to(const HttpScript& api) {
        return {api.base(),
                QString::fromLatin1(keyId),
                std::make_shared<Secret>(QByteArray(keySecret)),
                {testAuthority()},
                ProxyUse::None};
    }

private Q_SLOTS:
    void ownAuthorityIsTrusted() {
        Bench bench(Tls::Good, Tls::Good);
        bench.connect(to(bench.api));
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), csv(3));
        QCOMPARE(bench.downloads.at(result.id).apiOrigin.toLatin1(), bench.api.origin());
        QVERIFY(bench.isClean());
    }
    void nameInsteadOfAddress() {
        Bench bench(Tls::Good);
        Connection connection = to(bench.api);
        connection.base.setHost(QStringLiteral("localhost"));
        bench.connect(connection);
        QCOMPARE(outcome(bench.run()), "done");
        QVERIFY(bench.api.requests()[0].header("Host").startsWith("localhost:"));
    }

    void refused_data() {
        QTest::addColumn<int>("tls");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* name, Tls tls, bool trusted, const char* fault) {
            QTest::newRow(name) << static_cast<int>(tls) << trusted << QByteArray(fault);
        };
        row("expired", Tls::Expired, true, "expired");
        row("wrong host", Tls::WrongHost, true, "wrongHost");
        row("self-signed", Tls::SelfSigned, true, "selfSigned");
        row("unknown authority", Tls::Good, false, "unknownAuthority");
        row("expired, of an unknown authority", Tls::Expired, false, "unknownAuthority");
    }
    /// At each step: said at once and for what it is, and not a byte of HTTP was sent.
    void refused() {
        QFETCH(int, tls);
        QFETCH(bool, trusted);
        QFETCH(QByteArray, fault);
        for (const QByteArray step : {"POST", "HEAD", "GET", "redirect"}) {
            HttpScript distrusted{Tls(tls)};
            Bench bench;
            const QByteArray bad = distrusted.origin() + "/x?" + signature;
            const QByteArray good = bench.store.origin() + "/poll/apps?" + signature;
            bench.api.on("POST", Bench::postPath("apps"), {Answer::links(step == "HEAD" ? bad : good, bad)});
            if (step == "redirect") {
                bench.api.on("POST", Bench::postPath("apps"), {bench.links("apps")});
                bench.store.on("GET", "/file/apps", {Answer::redirect(307, bad)});
            }
            Connection connection = to(step == "POST" ? distrusted : bench.api);
            if (!trusted) connection.authorities.clear();
            bench.connect(connection);
            const auto result = bench.run();
            QCOMPARE(outcome(result), "TlsFailed " + fault);
            QCOMPARE(result.error->host, distrusted.origin().mid(8).toStdString());
            QVERIFY(distrusted.received().isEmpty());
            QCOMPARE(distrusted.connections(), 1);
            QVERIFY(bench.isClean());
        }
    }
    void plainTextInsteadOfTls() {
        Bench bench;
        bench.settings.retries = 0;
        bench.settings.stall = 300ms;
        Connection connection = to(bench.api);
        connection.base.setScheme(QStringLiteral("https"));
        bench.connect(connection);
        const QByteArray said = outcome(bench.run());
        QVERIFY2(said == "TlsFailed other" || said == "AnswerLost" || said == "Stalled", said);
        QVERIFY(!bench.api.received().contains(keySecret));
        QVERIFY(bench.api.requests().empty());
    }
};

QTEST_GUILESS_MAIN(TestExporterTls)
#include "test_exportertls.moc"
