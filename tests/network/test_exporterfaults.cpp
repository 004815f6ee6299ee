#include "tests/network/exportbench.h"

#include <QCryptographicHash>
#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

Answer file(const QByteArray& body = csv(4)) {
    Answer answer{.body = body};
    return answer.with("ETag", "\"v1\"");
}

} // namespace

/// Servers that misbehave: what the exporter says, and what it sent.
class TestExporterFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutLength() {
        Bench bench;
        Answer open = file();
        open.length = Answer::Length::None;
        Answer chunks = file(csv(500));
        chunks.length = Answer::Length::Chunked;
        bench.store.on("GET", "/file/apps", {open, chunks});
        const auto first = bench.run();
        QCOMPARE(outcome(first), "done");
        QVERIFY(first.unverifiable);
        QVERIFY(bench.downloads.at(first.id).unverifiable);
        const auto second = bench.run();
        QCOMPARE(outcome(second), "done");
        QVERIFY(!bench.downloads.at(second.id).unverifiable);
        QCOMPARE(contentOf(bench.downloads.at(second.id).file), csv(500));
    }
    void compressed() {
        Bench bench;
        bench.store.on("GET", "/file/apps", {file().with("Content-Encoding", "gzip")});
        QCOMPARE(outcome(bench.run()), "WrongEncoding");
        QCOMPARE(bench.files(), QStringList());
    }
    void notHttp() {
        Bench bench;
        bench.settings.retries = 0;
        bench.store.on("GET", "/file/apps", {Answer{.raw = "SSH-2.0-OpenSSH_9\r\n\r\n"}});
        QCOMPARE(outcome(bench.run()), "UnexpectedReply notHttp");
    }

    void expires() {
        Bench bench;
        bench.store.on("GET", "/file/apps",
                       {Answer{.status = 403, .body = "<Error><Code>AccessDenied</Code></Error>"}, file()});
        QCOMPARE(outcome(bench.run()), "done");
        QCOMPARE(bench.api.count("POST"), 2);
        bench.store.on("GET", "/file/apps", {Answer{.status = 403}});
        QCOMPARE(outcome(bench.run()), "Expired 403");
        QCOMPARE(bench.api.count("POST"), 4);
        QVERIFY(bench.isClean());
    }

    void endless404() {
        Bench bench;
        bench.settings.deadline = 1700ms;
        bench.store.on("HEAD", "/poll/apps", {Answer{.status = 404}});
        const auto result = bench.run();
        QCOMPARE(outcome(result), "DeadlineExceeded");
        QCOMPARE(result.error->after, 1700ms);
        QVERIFY(result.polls == 3);
        QCOMPARE(bench.store.count("HEAD"), 3);
        QCOMPARE(bench.api.count("POST"), 1);
    }
    void slowsDownWhenAsked() {
        Bench bench;
        for (const int status : {429, 503}) {
            bench.store.on("HEAD", "/poll/apps", {Answer{.status = status}.with("Retry-After", "1"), Answer{}});
            QCOMPARE(outcome(bench.run()), "done");
            const auto& requests = bench.store.requests();
            QVERIFY(requests[requests.size() - 2].atMs - requests[requests.size() - 3].atMs >= 1000);
        }
        bench.api.on("POST", Bench::postPath("apps"), {Answer{.status = 429}.with("Retry-After", "30")});
        const auto result = bench.run();
        QCOMPARE(outcome(result), "TooManyRequests 429");
        QCOMPARE(result.error->after, 30s);
    }
    void givesUpAfterTheRetries() {
        Bench bench;
        bench.settings.retries = 1;
        bench.store.on("HEAD", "/poll/apps", {Answer{.status = 500}});
        QCOMPARE(outcome(bench.run()), "ServerError 500");
        QCOMPARE(bench.store.count("HEAD"), 2);
        bench.store.on("HEAD", "/poll/apps", {Answer{.cutAfter = 0}, Answer{}});
        QCOMPARE(outcome(bench.run()), "done");
    }
    void stallsAndDrips() {
        Bench bench;
        bench.settings.retries = 0;
        bench.settings.stall = 300ms;
        bench.store.on("HEAD", "/poll/apps", {Answer{.stallAfter = 0}});
        QCOMPARE(outcome(bench.run()), "Stalled");
        bench.store.on("HEAD", "/poll/apps", {Answer{}});
        bench.store.on("GET", "/file/apps", {Answer{.body = csv(100), .stallAfter = 300}});
        QCOMPARE(outcome(bench.run()), "Stalled");
        bench.store.on("GET", "/file/apps",
                       {Answer{.body = csv(100), .dripBytes = 1, .dripHead = false, .dripMs = 50}});
        QCOMPARE(outcome(bench.run()), "TooSlow");
        bench.api.on("POST", Bench::postPath("apps"), {Answer{.stallAfter = 0}});
        QCOMPARE(outcome(bench.run()), "Stalled");
        QCOMPARE(bench.files(), QStringList());
    }
    void longReply() {
        Bench bench;
        bench.api.on("POST", Bench::postPath("apps"), {Answer{.body = QByteArray(5 << 20, ' ')}});
        QCOMPARE(outcome(bench.run()), "UnexpectedReply tooLong");
    }
    void refusedConnection() {
        Bench bench;
        bench.settings.retries = 0;
        const QByteArray closed = [] { return HttpScript().origin(); }();
        bench.api.on("POST", Bench::postPath("apps"), {Answer::links(closed + "/a", closed + "/b")});
        QCOMPARE(outcome(bench.run()), "ConnectionRefused");
        bench.connect(
            {QUrl::fromEncoded(closed), QStringLiteral("id"), std::make_shared<Secret>(QByteArray("secret"))});
        QCOMPARE(outcome(bench.run()), "ConnectionRefused");
    }
};

QTEST_GUILESS_MAIN(TestExporterFaults)
#include "test_exporterfaults.moc"
