#include "tests/network/exportbench.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace idscope;
using namespace idscope::test;

namespace {

const QByteArray whole = "ID,Name\n1,one\n2,two\n3,three\n4,four\n";

Answer file(const QByteArray& body = whole) {
    Answer answer{.body = body};
    return answer.with("ETag", "\"v1\"");
}

/// An answer that is cut differently for each export, the next ones as a store gives them.
struct Cuts {
    Answer first;
    std::function<Answer(const Request&)> later;
    bool reset = false;
};

struct Outcome {
    QByteArray said;
    QByteArray content;
    bool isWhole = false; ///< as was promised
    bool isSure = false;
};

void awaitAll(const Bench& bench, qsizetype count) {
    const auto isOver = [](const TransferStatus& status) { return Bench::isOver(status.phase); };
    QVERIFY(waitFor([&] { return std::cmp_equal(std::ranges::count_if(bench.statuses, isOver), count); }, 20'000));
}

/// Exports of which number N gets the first N bytes of the answer, all at the same time.
std::vector<Outcome> cutEverywhere(Bench& bench, const Cuts& cuts) {
    const auto length = cuts.first.bytes(false).size();
    bench.settings.atOnce = static_cast<int>(length);
    std::vector<std::uint64_t> ids;
    for (qsizetype end = 0; end < length; ++end) {
        const QByteArray name = "cut" + QByteArray::number(end);
        bench.serve(name, {});
        bench.store.on("GET", "/file/" + name, [&cuts, end, asked = 0](const Request& request) mutable {
            if (asked++ > 0) return cuts.later(request);
            Answer cut = cuts.first;
            cut.cutAfter = end;
            cut.reset = cuts.reset;
            return cut;
        });
        ids.push_back(bench.make().start({.resource = name.toStdString()}));
    }
    awaitAll(bench, length);
    std::vector<Outcome> outcomes;
    for (const std::uint64_t id : ids) {
        Outcome outcome{.said = test::outcome(bench.last(id).value())};
        if (const auto found = bench.downloads.find(id); found != bench.downloads.end()) {
            const DownloadedExport& result = found->second;
            outcome.content = contentOf(result.file);
            outcome.isWhole = outcome.content == whole && result.bytes == static_cast<std::uint64_t>(whole.size()) &&
                              result.sha256 == QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
            outcome.isSure = !result.unverifiable;
            QFile::remove(result.file);
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

} // namespace

/// Connections that end too early, after every byte there is.
class TestExporterCuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R4: wherever the answer to POST is cut, one POST was sent; never half an answer is believed.
    void answerToPost_data() {
        QTest::addColumn<bool>("reset");
        QTest::addColumn<int>("length");
        QTest::newRow("with a length") << false << static_cast<int>(Answer::Length::Right);
        QTest::newRow("with a length, by reset") << true << static_cast<int>(Answer::Length::Right);
        QTest::newRow("in chunks") << false << static_cast<int>(Answer::Length::Chunked);
        QTest::newRow("without length") << false << static_cast<int>(Answer::Length::None);
    }
    void answerToPost() {
        QFETCH(bool, reset);
        QFETCH(int, length);
        Bench bench;
        Answer answer = bench.links("apps");
        answer.length = Answer::Length(length);
        answer.reset = reset;
        const auto bytes = answer.bytes(false).size();
        bench.settings.atOnce = static_cast<int>(bytes);
        for (answer.cutAfter = 0; answer.cutAfter < bytes; ++answer.cutAfter) {
            const QByteArray name = "cut" + QByteArray::number(answer.cutAfter);
            bench.api.on("POST", Bench::postPath(name), {answer});
            bench.make().start({.resource = name.toStdString()});
        }
        awaitAll(bench, bytes);
        QCOMPARE(bench.api.count("POST"), static_cast<int>(bytes));
        for (const TransferStatus& status : bench.statuses) {
            if (!Bench::isOver(status.phase)) continue;
            const QByteArray said = outcome(status);
            QVERIFY2(said == "AnswerLost" || (answer.length == Answer::Length::None && said.endsWith("notJson")),
                     said + " of " + QByteArray::fromStdString(status.target.resource));
        }
        QCOMPARE(bench.store.connections(), 0);
    }

    void file_data() {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<QByteArray>("later");
        const auto row = [](const char* name, Answer::Length length, const char* later) {
            QTest::addRow("%s, then %s", name, later) << static_cast<int>(length) << false << QByteArray(later);
        };
        for (const char* later : {"the rest", "the whole", "another file", "nothing", "again cut"})
            row("with a length", Answer::Length::Right, later);
        for (const char* later : {"the whole", "nothing"})
            row("in chunks", Answer::Length::Chunked, later);
        QTest::newRow("with a length, by reset")
            << static_cast<int>(Answer::Length::Right) << true << QByteArray("the rest");
    }
    /// R5: a file that was cut is made whole, or the export fails; it is never taken as it is.
    void file() {
        QFETCH(int, length);
        QFETCH(bool, reset);
        QFETCH(QByteArray, later);
        Bench bench;
        bench.settings.retries = 1;
        Cuts cuts{.first = ::file(), .later = {}, .reset = reset};
        cuts.first.length = Answer::Length(length);
        cuts.later = [&](const Request& request) {
            if (later == "the rest") return Answer::stored(request, whole, "\"v1\"");
            if (later == "the whole") return ::file();
            if (later == "another file") return Answer::stored(request, "ID\n9\n", "\"v2\"");
            Answer none = ::file();
            none.cutAfter = later == "nothing" ? 0 : none.bytes(false).size() - 1;
            return none;
        };
        const auto outcomes = cutEverywhere(bench, cuts);
        for (std::size_t end = 0; end < outcomes.size(); ++end) {
            const auto& [said, content, isWhole, isSure] = outcomes[end];
            const QByteArray where = said + " after " + QByteArray::number(static_cast<int>(end));
            if (later == "the rest" || later == "the whole")
                QVERIFY2(said == "done" && isWhole && isSure, where);
            else if (later == "another file")
                QVERIFY2(said == "done" && content == "ID\n9\n" && isSure, where);
            else
                QVERIFY2(content.isNull() && (said == "Truncated" || said == "ConnectionLost"), where);
        }
        QCOMPARE(bench.files(), QStringList());
        QVERIFY(bench.isClean());
    }
    /// What can't be checked is said to be so.
    void fileWithoutLength() {
        Bench bench;
        bench.settings.retries = 0;
        Cuts cuts{.first = ::file(), .later = {}};
        cuts.first.length = Answer::Length::None;
        const qsizetype head = cuts.first.bytes(true).size();
        const auto outcomes = cutEverywhere(bench, cuts);
        for (std::size_t end = 0; end < outcomes.size(); ++end) {
            const bool inHead = std::cmp_less(end, head);
            QCOMPARE(outcomes[end].said, inHead ? "ConnectionLost" : "done");
            QVERIFY(!outcomes[end].isSure);
            if (!inHead) QCOMPARE(outcomes[end].content, whole.first(static_cast<qsizetype>(end) - head));
        }
    }
    /// Compressed though it was asked not to: whole or cut, it is refused.
    void compressed_data() {
        QTest::addColumn<int>("length");
        QTest::newRow("with a length") << static_cast<int>(Answer::Length::Right);
        QTest::newRow("in chunks") << static_cast<int>(Answer::Length::Chunked);
        QTest::newRow("without length") << static_cast<int>(Answer::Length::None);
    }
    void compressed() {
        QFETCH(int, length);
        Bench bench;
        bench.settings.retries = 0;
        Cuts cuts{.first = Answer{.body = gzip(whole)}.with("Content-Encoding", "gzip"), .later = {}};
        cuts.first.length = Answer::Length(length);
        for (const Outcome& outcome : cutEverywhere(bench, cuts))
            QVERIFY2(outcome.said == "WrongEncoding" || outcome.said == "ConnectionLost", outcome.said);
        bench.store.on("GET", "/file/apps", {cuts.first});
        QCOMPARE(outcome(bench.run()), "WrongEncoding");
        QCOMPARE(bench.files(), QStringList());
    }

    void wrongLengths() {
        Bench bench;
        bench.settings.retries = 0;
        Answer tooShort = ::file();
        tooShort.saidLength = whole.size() + 1;
        bench.store.on("GET", "/file/apps", {tooShort});
        const auto cut = bench.run();
        QCOMPARE(outcome(cut), "Truncated");
        QCOMPARE(cut.error->received, static_cast<std::uint64_t>(whole.size()));
        QCOMPARE(cut.error->promised, static_cast<std::uint64_t>(whole.size()) + 1);

        Answer tooLong = ::file();
        tooLong.saidLength = 8;
        bench.store.on("GET", "/file/apps", {tooLong});
        const auto rest = bench.run();
        QCOMPARE(outcome(rest), "done"); // what follows the promised end is no part of it
        QCOMPARE(contentOf(bench.downloads.at(rest.id).file), "ID,Name\n");

        for (const char* nonsense : {"-1", "8, 9", "8x", "0x8", "99999999999999999999", ""}) {
            Answer odd = ::file().with("Content-Length", nonsense);
            odd.length = Answer::Length::None;
            bench.store.on("GET", "/file/apps", {odd});
            QCOMPARE(outcome(bench.run()), "UnexpectedReply notHttp");
        }
    }
    /// The link expires between two parts: a new one, then on where it was cut.
    void expiresBetweenParts() {
        Bench bench;
        Answer cut = ::file();
        cut.cutAfter = cut.bytes(true).size() + 9;
        bench.store.on("GET", "/file/apps", [&cut, asked = 0](const Request& request) mutable {
            ++asked;
            return asked == 1 ? cut : asked == 2 ? Answer::refusedLink() : Answer::stored(request, whole, "\"v1\"");
        });
        const auto result = bench.run();
        QCOMPARE(outcome(result), "done");
        QCOMPARE(contentOf(bench.downloads.at(result.id).file), whole);
        QCOMPARE(bench.api.count("POST"), 2);
        QCOMPARE(bench.store.requests().back().header("Range"), "bytes=9-");
        QCOMPARE(bench.store.requests().back().header("If-Range"), "\"v1\"");
    }
};

QTEST_GUILESS_MAIN(TestExporterCuts)
#include "test_exportercuts.moc"
