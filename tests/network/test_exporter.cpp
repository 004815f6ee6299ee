#include "tests/network/exportbench.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <set>

using namespace idscope;
using namespace idscope::test;

class TestExporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void happyPath_data() {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QByteArray>("integration");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("apps") << QByteArray("apps") << QByteArray() << QByteArray();
        QTest::newRow("integrations") << QByteArray("integrations") << QByteArray() << QByteArray();
        QTest::newRow("entity-rules") << QByteArray("entity-rules") << QByteArray() << QByteArray();
        QTest::newRow("labels") << QByteArray("labels") << QByteArray() << QByteArray();
        QTest::newRow("entity-relations") << QByteArray("entity-relations") << QByteArray("okta/01J")
                                          << QByteArray("{\"integrationID\":\"okta/01J\"}");
    }
    void happyPath() {
        QFETCH(QByteArray, resource);
        QFETCH(QByteArray, integration);
        QFETCH(QByteArray, body);
        const QByteArray file = csv(5000);
        Bench bench;
        bench.serve(resource, file);
        bench.store.on("HEAD", "/poll/" + resource, {Answer{.status = 404}, Answer{}});
        const auto status = bench.run({.resource = resource.toStdString(), .integration = integration.toStdString()});

        QCOMPARE(outcome(status), "done");
        QCOMPARE(status.received, static_cast<std::uint64_t>(file.size()));
        QCOMPARE(status.polls, 2);
        QCOMPARE(bench.ends(status.id), 1);
        const DownloadedExport& result = bench.downloads.at(status.id);
        QCOMPARE(contentOf(result.file), file);
        QCOMPARE(result.sha256, QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
        QCOMPARE(result.rows, std::uint64_t{5000});
        QCOMPARE(result.apiOrigin.toLatin1(), bench.api.origin());
        QCOMPARE(result.downloadOrigin.toLatin1(), bench.store.origin());
        QVERIFY(!result.unverifiable);
        QCOMPARE(QFileInfo(result.file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        QCOMPARE(bench.api.requests().size(), std::size_t{1});
        const Request& post = bench.api.requests()[0];
        QCOMPARE(post.method, "POST");
        QCOMPARE(post.target, Bench::postPath(resource));
        QCOMPARE(post.body, body);
        QCOMPARE(post.header("Content-Length"), QByteArray::number(body.size()));
        QCOMPARE(post.header("Content-Type"), "application/json");
        QCOMPARE(post.header("X-Api-Key-ID"), keyId);
        QCOMPARE(post.header("X-Api-Key-Secret"), keySecret);
        QCOMPARE(post.header("Accept-Encoding"), "identity");
        QVERIFY(post.header("Cookie").isNull() && post.header("Upgrade").isNull());

        QCOMPARE(bench.store.requests().size(), std::size_t{3});
        const QByteArray host = bench.store.origin().mid(7);
        const auto exact = [&](const QByteArray& method, const QByteArray& path) {
            return method + " " + path + resource + "?" + signature + " HTTP/1.1\r\nHost: " + host +
                   "\r\nConnection: close\r\nAccept-Encoding: identity\r\nAccept: */*\r\nUser-Agent: "
                   "idscope/" IDSCOPE_VERSION "\r\n\r\n";
        };
        QCOMPARE(bench.store.requests()[0].raw, exact("HEAD", "/poll/"));
        QCOMPARE(bench.store.requests()[1].raw, exact("HEAD", "/poll/"));
        QCOMPARE(bench.store.requests()[2].raw, exact("GET", "/file/"));
        QVERIFY(bench.isClean());
    }

    void severalAtOnceWithinTheLimit() {
        Bench bench;
        bench.settings.atOnce = 2;
        for (const char* resource : {"apps", "integrations", "labels", "entity-rules", "entity-relations"}) {
            bench.serve(resource, csv(10));
            bench.store.on("GET", QByteArray("/file/") + resource, {Answer{.body = csv(10), .delayMs = 60}});
        }
        bench.api.on("POST", Bench::postPath("labels"), {Answer{.status = 500}}); // stops none of the others
        std::vector<std::uint64_t> ids;
        for (const char* resource : {"apps", "integrations", "labels", "entity-rules", "entity-relations"})
            ids.push_back(bench.make().start({.resource = resource}));
        for (const std::uint64_t id : ids)
            QCOMPARE(outcome(bench.wait(id)), id == ids[2] ? "ServerError 500" : "done");

        std::set<std::uint64_t> running;
        std::size_t most = 0;
        for (const TransferStatus& status : bench.statuses) {
            if (Bench::isOver(status.phase))
                running.erase(status.id);
            else if (status.phase != TransferPhase::Queued)
                running.insert(status.id);
            most = std::max(most, running.size());
        }
        QCOMPARE(most, std::size_t{2});
        for (const std::uint64_t id : ids)
            QCOMPARE(bench.ends(id), 1);
        QCOMPARE(bench.downloads.size(), std::size_t{4});
    }

    void tellsProgressAtMostTenTimesASecond() {
        Bench bench;
        const QByteArray file = csv(20'000);
        bench.store.on("GET", "/file/apps", {Answer{.body = file, .dripBytes = file.size() / 100, .dripMs = 10}});
        QElapsedTimer clock;
        clock.start();
        const auto status = bench.run();
        QCOMPARE(outcome(status), "done");
        int progress = 0;
        bool rated = false;
        for (const TransferStatus& told : bench.statuses) {
            progress += told.phase == TransferPhase::Downloading;
            rated |= told.bytesPerSecond > 1000;
        }
        QVERIFY2(progress >= 3 && progress <= clock.elapsed() / 100 + 2, QByteArray::number(progress).constData());
        QVERIFY(rated);
    }

    void nothingIsSentWithoutAKey_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("no ID") << QString() << QByteArray("secret");
        QTest::newRow("no secret") << QStringLiteral("id") << QByteArray();
        QTest::newRow("a line break") << QStringLiteral("id") << QByteArray("secret\r\nX: y");
        QTest::newRow("not ASCII") << QStringLiteral("\u00fc") << QByteArray("secret");
    }
    void nothingIsSentWithoutAKey() {
        QFETCH(QString, id);
        QFETCH(QByteArray, secret);
        Bench bench;
        bench.connect({bench.api.base(), id, std::make_shared<Secret>(QByteArray(secret))});
        QCOMPARE(outcome(bench.run()), "MissingKey");
        QVERIFY(bench.api.received().isEmpty());
    }
    void nothingIsSentToABadBase() {
        for (const char* base :
             {"http://192.0.2.1/", "ftp://127.0.0.1/", "https://u:p@127.0.0.1/", "file:///tmp", ""}) {
            Bench bench;
            bench.connect(
                {QUrl::fromEncoded(base), QStringLiteral("id"), std::make_shared<Secret>(QByteArray("secret"))});
            QVERIFY(outcome(bench.run()).startsWith("ForbiddenUrl"));
        }
    }
    void baseMayHaveAPath() {
        Bench bench;
        bench.api.on("POST", "/balkan/api/rest/v0/apps/download-url", {bench.links("apps")});
        QUrl base = bench.api.base();
        base.setPath(QStringLiteral("/balkan/"));
        bench.connect({base, QStringLiteral("id"), std::make_shared<Secret>(QByteArray("secret"))});
        QCOMPARE(outcome(bench.run()), "done");
    }
    void loopbackNeedsNoProxy() {
        qputenv("http_proxy", "http://127.0.0.1:1");
        Bench bench;
        bench.connect({bench.api.base(), QStringLiteral("id"), std::make_shared<Secret>(QByteArray("secret"))});
        const auto status = bench.run();
        qunsetenv("http_proxy");
        QCOMPARE(outcome(status), "done");
    }
    void cannotWrite() {
        Bench bench;
        QFile blocking(bench.folder.filePath(QStringLiteral("new")));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const auto status = bench.run();
        QCOMPARE(outcome(status), "CannotWrite");
        QVERIFY(status.error->systemError != 0);
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "test_exporter.moc"
