#include "tests/network/exportbench.h"
#include "tests/support/gapmeter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

/// Where an export is, or stays, when it is cancelled.
enum class Stage { Queued, Connecting, Handshake, Posting, Answer, Head, Pause, RetryPause, Get, Body, GetPause };

/// Stays at the stage once it is there; says when it is.
std::function<bool()> stayAt(Stage stage, Bench& bench) {
    const auto silent = test::Answer{.stallAfter = 0};
    switch (stage) {
    case Stage::Queued:
        bench.api.on("POST", Bench::postPath("first"), {silent});
        return [&] { return bench.api.count("POST") == 1; };
    case Stage::Connecting: // nobody accepts
    case Stage::Handshake:  // nobody answers the hello
        return [&] { return bench.last(1) && bench.last(1)->phase == TransferPhase::Requesting; };
    case Stage::Posting:
        bench.api.on("POST", Bench::postPath("apps"), {silent});
        return [&] { return bench.api.count("POST") == 1; };
    case Stage::Answer: {
        auto answer = bench.links("apps");
        answer.stallAfter = 30;
        bench.api.on("POST", Bench::postPath("apps"), {answer});
        return [&] { return bench.api.count("POST") == 1; };
    }
    case Stage::Head:
        bench.store.on("HEAD", "/poll/apps", {silent});
        return [&] { return bench.store.count("HEAD") == 1; };
    case Stage::Pause:
        bench.store.on("HEAD", "/poll/apps", {test::Answer{.status = 404}});
        return [&] { return bench.last(1) && bench.last(1)->nextPoll > 0ms; };
    case Stage::RetryPause:
        bench.store.on("HEAD", "/poll/apps", {test::Answer{.status = 503}.with("Retry-After", "60")});
        return [&] { return bench.last(1) && bench.last(1)->nextPoll > 1s; };
    case Stage::Get:
        bench.store.on("GET", "/file/apps", {silent});
        return [&] { return bench.store.count("GET") == 1; };
    case Stage::Body:
        bench.store.on("GET", "/file/apps", {test::Answer{.body = csv(90'000), .stallAfter = 700'000}});
        return [&] { return bench.last(1) && bench.last(1)->received > 500'000 && bench.files().size() == 1; };
    case Stage::GetPause:
        bench.store.on("GET", "/file/apps", {test::Answer{.body = csv(90'000), .cutAfter = 700'000}});
        return [&] { return bench.store.count("GET") == 1 && bench.last(1)->nextPoll > 0ms; };
    }
    Q_UNREACHABLE();
}

} // namespace

class TestExporterCancel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everywhere_data() {
        QTest::addColumn<int>("stage");
        static constexpr const char* names[] = {
            "queued", "connecting",           "handshake", "posting", "answer",           "head",
            "pause",  "pause before a retry", "get",       "body",    "pause within file"};
        for (int stage = 0; stage <= static_cast<int>(Stage::GetPause); ++stage)
            QTest::newRow(names[stage]) << stage;
    }
    /// R6: within 200 ms, once, and nothing is left.
    void everywhere() {
        QFETCH(int, stage);
        Bench bench;
        bench.settings.atOnce = 1;
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        if (Stage(stage) == Stage::Connecting) mute.pauseAccepting();
        const auto isThere = stayAt(Stage(stage), bench);
        if (Stage(stage) == Stage::Connecting || Stage(stage) == Stage::Handshake) {
            QUrl base = bench.api.base();
            base.setScheme(QStringLiteral("https"));
            base.setPort(mute.serverPort());
            bench.connect({base, QStringLiteral("id"), std::make_shared<Secret>(QByteArray("secret"))});
        }
        if (Stage(stage) == Stage::Queued) bench.make().start({.resource = "first"});
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor(isThere));
        waitFor([] { return false; }, 20);

        QElapsedTimer clock;
        clock.start();
        const qint64 waited = waitedForProcessor();
        bench.make().cancel(id);
        QVERIFY(waitFor([&] { return bench.last(id)->phase == TransferPhase::Cancelled; }));
        const qint64 taken = (clock.nsecsElapsed() - (waitedForProcessor() - waited)) / 1'000'000;
        QVERIFY2(taken < 200, QByteArray::number(taken).constData());
        QVERIFY(!bench.last(id)->error); // cancelled is not failed
        QCOMPARE(bench.files(), QStringList());
        bench.make().cancel(id);
        bench.make().cancelAll();
        waitFor([] { return false; }, 50);
        QCOMPARE(bench.ends(id), 1);
        QVERIFY(bench.downloads.empty());
    }
    /// Each way to run out of time is a failure, and none of them is a cancellation.
    void timeoutsAreFailures() {
        Bench bench;
        bench.settings.retries = 0;
        bench.settings.stall = 150ms;
        bench.store.on("GET", "/file/apps", {Answer{.body = csv(100), .stallAfter = 300}});
        const auto stalled = bench.run();
        QCOMPARE(stalled.phase, TransferPhase::Failed);
        QCOMPARE(outcome(stalled), "Stalled");
        bench.store.on("GET", "/file/apps",
                       {Answer{.body = csv(1000), .dripBytes = 1, .dripHead = false, .dripMs = 20}});
        const auto slow = bench.run();
        QCOMPARE(slow.phase, TransferPhase::Failed);
        QCOMPARE(outcome(slow), "TooSlow");
        bench.settings.stall = 5s;
        bench.settings.deadline = 300ms;
        bench.exporter.reset();
        const auto late = bench.run();
        QCOMPARE(late.phase, TransferPhase::Failed);
        QCOMPARE(outcome(late), "DeadlineExceeded");
        QCOMPARE(bench.files(), QStringList());
    }
    void beforeItBegan() {
        Bench bench;
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        bench.make().cancel(id);
        waitFor([] { return false; }, 50);
        QCOMPARE(bench.statuses.size(), std::size_t{1});
        QCOMPARE(bench.statuses[0].phase, TransferPhase::Cancelled);
        QCOMPARE(bench.api.connections(), 0);
    }
    void fromItsOwnSignals_data() {
        QTest::addColumn<int>("phase");
        for (const auto phase : {TransferPhase::Queued, TransferPhase::Requesting, TransferPhase::Waiting,
                                 TransferPhase::Downloading, TransferPhase::Loading})
            QTest::addRow("%d", static_cast<int>(phase)) << static_cast<int>(phase);
    }
    /// Who hears of a change may cancel at once; after the end it is too late.
    void fromItsOwnSignals() {
        QFETCH(int, phase);
        Bench bench;
        bench.store.on("HEAD", "/poll/apps", {Answer{.status = 404}, Answer{}});
        Exporter& exporter = bench.make();
        connect(&exporter, &Exporter::changed, &exporter, [&](const TransferStatus& status) {
            if (static_cast<int>(status.phase) == phase) exporter.cancel(status.id);
        });
        const auto result = bench.run();
        const bool isOver = TransferPhase(static_cast<std::uint8_t>(phase)) == TransferPhase::Loading;
        QCOMPARE(result.phase, isOver ? TransferPhase::Loading : TransferPhase::Cancelled);
        QCOMPARE(bench.ends(result.id), 1);
        QCOMPARE(bench.downloads.size(), isOver ? std::size_t{1} : std::size_t{0});
        QCOMPARE(bench.files().size(), isOver ? 1 : 0);
    }
    void destructionLeavesNothing() {
        Bench bench;
        bench.store.on("GET", "/file/apps", {Answer{.body = csv(90'000), .stallAfter = 700'000}});
        const std::uint64_t id = bench.make().start({.resource = "apps"});
        QVERIFY(waitFor([&] { return bench.last(id) && bench.last(id)->received > 0; }));
        bench.exporter.reset();
        QCOMPARE(bench.files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestExporterCancel)
#include "test_exportercancel.moc"
