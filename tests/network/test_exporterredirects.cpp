#include "tests/network/exportbench.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

/// R1: keys go to the configured origin alone, and only a GET follows a redirect.
class TestExporterRedirects : public QObject {
    Q_OBJECT

    /// The bytes of keys that a server got, name or value.
    static qsizetype secretsIn(const HttpScript& server) {
        const QByteArray received = server.received().toLower();
        return received.count("canary-key") + received.count("x-api-key");
    }

private Q_SLOTS:
    void redirects_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("place");
        for (const char* method : {"POST", "HEAD", "GET"})
            for (const int status : {301, 302, 303, 307, 308})
                for (const char* place : {"API", "store", "other", "path"})
                    QTest::addRow("%s %d to %s", method, status, place)
                        << QByteArray(method) << status << QByteArray(place);
    }
    void redirects() {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(QByteArray, place);
        HttpScript other;
        Bench bench;
        for (HttpScript* server : {&other, &bench.api, &bench.store})
            for (const char* any : {"POST", "HEAD", "GET"})
                server->on(any, "/elsewhere", {Answer{.body = "ID\n1\n"}});
        const HttpScript& asked = method == "POST" ? bench.api : bench.store;
        const HttpScript& target = place == "API"     ? bench.api
                                   : place == "store" ? bench.store
                                   : place == "other" ? other
                                                      : asked;
        const QByteArray location = (place == "path" ? QByteArray() : target.origin()) + "/elsewhere?" + signature;
        const Answer redirect = Answer::redirect(status, location);
        bench.api.on("POST", Bench::postPath("apps"), {method == "POST" ? redirect : bench.links("apps")});
        bench.store.on("HEAD", "/poll/apps", {method == "HEAD" ? redirect : Answer{}});
        bench.store.on("GET", "/file/apps", {redirect});

        const auto result = bench.run();
        int followed = 0;
        for (const HttpScript* server : {&std::as_const(other), &std::as_const(bench.api), &std::as_const(bench.store)})
            for (const Request& request : server->requests())
                followed += request.path() == "/elsewhere";
        if (method == "GET") {
            QCOMPARE(outcome(result), "done");
            QCOMPARE(contentOf(bench.downloads.at(result.id).file), "ID\n1\n");
            QCOMPARE(bench.downloads.at(result.id).downloadOrigin.toLatin1(), target.origin());
            QCOMPARE(target.requests().back().target, "/elsewhere?" + signature);
            QCOMPARE(followed, 1);
        } else {
            QCOMPARE(outcome(result), "Redirected " + QByteArray::number(status));
            QCOMPARE(result.error->host, target.origin().mid(7).toStdString());
            QCOMPARE(followed, 0);
        }
        QCOMPARE(secretsIn(other) + secretsIn(bench.store), 0);
        QCOMPARE(secretsIn(bench.api), 4); // two names and two values, in the one POST
        QVERIFY(bench.isClean());
    }
    void atMostThreeHops() {
        Bench bench;
        bench.store.on("GET", "/file/apps", {Answer::redirect(302, "/file/apps")});
        QCOMPARE(outcome(bench.run()), "Redirected 302");
        QCOMPARE(bench.store.count("GET"), 4);
    }
    void retriedFromTheStart() {
        Bench bench;
        bench.store.on("GET", "/file/apps", {Answer::redirect(302, "/elsewhere")});
        bench.store.on("GET", "/elsewhere", {Answer{.status = 503}, Answer{.body = csv(3)}});
        QCOMPARE(outcome(bench.run()), "done");
        QCOMPARE(bench.store.count("GET"), 4);
    }
    void withoutALocation() {
        for (const QByteArray method : {"POST", "HEAD", "GET"}) {
            Bench bench;
            if (method == "POST")
                bench.api.on("POST", Bench::postPath("apps"), {Answer{.status = 302}});
            else
                bench.store.on(method, method == "HEAD" ? "/poll/apps" : "/file/apps", {Answer{.status = 302}});
            QCOMPARE(outcome(bench.run()), "Redirected 302");
        }
    }
};

QTEST_GUILESS_MAIN(TestExporterRedirects)
#include "test_exporterredirects.moc"
