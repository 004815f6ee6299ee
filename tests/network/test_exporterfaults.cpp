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
    /// R4: wherever the answer to POST is cut, one POST was sent; never half an answer is believed.
    void cutAnswerToPost() {
        Bench whole;
        const auto length = whole.links("apps").bytes(false).size();
        for (qint64 end = 0; end < length; end += end < 40 ? 1 : 7) {
            for (const bool reset : {false, true}) {
                Bench bench;
                Answer answer = bench.links("apps");
                answer.cutAfter = end;
                answer.reset = reset;
                bench.api.on("POST", Bench::postPath("apps"), {answer});
                const QByteArray said = outcome(bench.run());
                QVERIFY2(said == "AnswerLost" || said == "UnexpectedReply notHttp" || said == "UnexpectedReply notJson",
                         said + " after " + QByteArray::number(end));
                QCOMPARE(bench.api.count("POST"), 1);
                QVERIFY(bench.store.received().isEmpty());
            }
        }
    }
    void postToAnOpenConnectionIsStillOne() {
        Bench bench;
        bench.api.on("POST", Bench::postPath("apps"), {bench.links("apps"), Answer{.cutAfter = 0}});
        QCOMPARE(outcome(bench.run()), "done");
        QCOMPARE(outcome(bench.run()), "AnswerLost");
        QCOMPARE(bench.api.count("POST"), 2);
    }

    void cutFile_data() {
        QTest::addColumn<int>("length");
        QTest::newRow("with a length") << static_cast<int>(Answer::Length::Right);
        QTest::newRow("in chunks") << static_cast<int>(Answer::Length::Chunked);
    }
    /// R5: a file that is cut is never taken for a whole one.
    void cutFile() {
        QFETCH(int, length);
        Answer answer = file("ID\n1\n2\n");
        answer.length = Answer::Length(length);
        const auto whole = answer.bytes(false).size();
        Bench bench;
        bench.settings.retries = 0;
        for (qint64 end = 0; end < whole; ++end) {
            answer.cutAfter = end;
            bench.store.on("GET", "/file/apps", {answer});
            const auto result = bench.run();
            QVERIFY2(outcome(result) == "Truncated" || outcome(result) == "ConnectionLost",
                     outcome(result) + " after " + QByteArray::number(end));
        }
        QCOMPARE(bench.files(), QStringList());
    }
    void lengthIsTooShort() {
        Bench bench;
        bench.settings.retries = 0;
        Answer answer = file("ID\n1\n");
        answer.saidLength = 6;
        bench.store.on("GET", "/file/apps", {answer});
        const auto result = bench.run();
        QCOMPARE(outcome(result), "Truncated");
        QCOMPARE(result.error->received, std::uint64_t{5});
        QCOMPARE(result.error->promised, std::uint64_t{6});
    }
    void moreThanPromisedIsNotTaken() {
        Bench bench;
        Answer answer = file("ID\n1\n2\n");
        answer.saidLength = 5;
        bench.store.on("GET", "/file/apps", {answer});
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), "ID\n1\n");
    }
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

    void resumes() {
        const QByteArray whole = csv(3000);
        Bench bench;
        Answer cut = file(whole);
        cut.cutAfter = 20'000;
        bench.store.on("GET", "/file/apps", [&](const Request& request) {
            const QByteArray range = request.header("Range");
            if (range.isNull()) return cut;
            const qint64 from = range.mid(6).chopped(1).toLongLong();
            Answer rest = file(whole.mid(from));
            rest.status = request.header("If-Range") == "\"v1\"" ? 206 : 412;
            return rest.with("Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                                  QByteArray::number(whole.size() - 1) + '/' +
                                                  QByteArray::number(whole.size()));
        });
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), whole);
        QCOMPARE(bench.downloads.at(result.id).sha256,
                 QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex());
        QCOMPARE(bench.store.count("GET"), 2);
        QVERIFY(bench.store.requests().back().header("Range").startsWith("bytes=19"));
    }
    void changesBetweenParts() {
        Bench bench;
        Answer cut = file(csv(3000));
        cut.cutAfter = 20'000;
        Answer other{.body = csv(100)};
        other.with("ETag", "\"v2\"");
        bench.store.on("GET", "/file/apps", {cut, other});
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), csv(100));
        QCOMPARE(bench.downloads.at(result.id).sha256,
                 QCryptographicHash::hash(csv(100), QCryptographicHash::Sha256).toHex());
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
