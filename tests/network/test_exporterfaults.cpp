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
    /// Each status, at each step: one POST, one end, and never a file but for 200.
    void everyStatus_data() {
        QTest::addColumn<QByteArray>("step");
        for (const char* step : {"POST", "HEAD", "GET"})
            QTest::newRow(step) << QByteArray(step);
    }
    void everyStatus() {
        QFETCH(QByteArray, step);
        Bench bench;
        bench.settings = {.deadline = 300ms, .retries = 0, .stall = 5s, .forbiddenGrace = 0ms};
        const std::map<int, QByteArray> refusals{{400, "NoSuchExport"},
                                                 {401, "KeyRefused"},
                                                 {403, "NotAllowed"},
                                                 {404, "NoSuchExport"},
                                                 {429, "TooManyRequests"}};
        for (int status = 200; status <= 599; ++status) {
            if (status % 100 > 31 && status % 100 != 51 && status % 100 != 99) continue; // nobody has defined those
            if (step == "HEAD" && status == 404) continue;                               // not ready: to be asked again
            const Answer answer{.status = status, .body = "<Error>Request has expired</Error>"};
            if (step == "POST") bench.api.on("POST", Bench::postPath("apps"), {answer});
            if (step == "HEAD") bench.store.on("HEAD", "/poll/apps", {answer});
            if (step == "GET") bench.store.on("GET", "/file/apps", {answer});
            const int before = bench.api.count("POST");
            const auto result = bench.run();
            const QByteArray said = outcome(result);
            QCOMPARE(bench.ends(result.id), 1);
            const QByteArray number = ' ' + QByteArray::number(status);
            const bool expires = step != "POST" && (status == 400 || status == 403);
            QCOMPARE(bench.api.count("POST") - before, expires ? 2 : 1);
            if (status == 200) {
                QCOMPARE(said, step == "POST" ? "UnexpectedReply notJson" : "done");
            } else if (const bool redirects = status >= 301 && status <= 308 && (status <= 303 || status >= 307);
                       redirects) {
                QCOMPARE(said, "Redirected" + number);
            } else if (expires) {
                QCOMPARE(said, "Expired" + number);
            } else if (const auto known = refusals.find(status);
                       known != refusals.end() && (step == "POST" || status == 429)) {
                QCOMPARE(said, known->second + number);
            } else {
                QCOMPARE(said, (status >= 500 ? "ServerError" : "UnexpectedStatus") + number);
            }
            if (said == "done") QFile::remove(bench.downloads.at(result.id).file);
        }
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
