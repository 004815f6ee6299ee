#include "models/items/backgroundjob.h"
#include "tests/support/wantofthreads.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <semaphore>
#include <stdexcept>
#include <system_error>

using namespace idscope;
using namespace std::chrono_literals;

namespace {

/// Owns a job as the classes of models/items do, and notes what was handed over, and where.
class Receiver : public QObject {
    Q_OBJECT
public:
    Receiver() = default;
    QStringList seen;
    BackgroundJob job{[this] { seen << QStringLiteral("no memory"); }};

    BackgroundJob::Call note(const QString& what) {
        return [this, what] {
            Q_ASSERT(QThread::currentThread() == thread());
            seen << what;
        };
    }
};

BackgroundJob::Call untilStopped(const std::stop_token& stop) {
    while (!stop.stop_requested())
        std::this_thread::sleep_for(1ms);
    return {};
}

} // namespace

class TestBackgroundJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handsOverInOrder() {
        Receiver receiver;
        receiver.job.start([&](const std::stop_token&, const BackgroundJob::Deliver& deliver) {
            deliver(receiver.note(QStringLiteral("first")));
            deliver(receiver.note(QStringLiteral("second")));
            return
                [&] { receiver.seen << (receiver.job.isActive() ? QStringLiteral("active") : QStringLiteral("done")); };
        });
        QVERIFY(receiver.job.isActive());
        QTRY_VERIFY(!receiver.job.isActive());
        QCOMPARE(receiver.seen.join(u' '), QStringLiteral("first second done"));
    }

    void memoryMayEnd() {
        Receiver receiver;
        receiver.job.start([](const std::stop_token&, const auto&) -> BackgroundJob::Call { throw std::bad_alloc(); });
        QTRY_VERIFY(!receiver.job.isActive());
        QCOMPARE(receiver.seen.join(u' '), QStringLiteral("no memory"));
        receiver.job.start([&](const std::stop_token&, const auto&) { return receiver.note(QStringLiteral("more")); });
        QTRY_COMPARE(receiver.seen.join(u' '), QStringLiteral("no memory more"));
        receiver.job.start([](const std::stop_token&, const auto&) -> BackgroundJob::Call {
            throw std::length_error("larger than any memory");
        });
        QTRY_COMPARE(receiver.seen.join(u' '), QStringLiteral("no memory more no memory"));
        receiver.seen.clear();
        receiver.job.start([](const std::stop_token&, const auto&) -> BackgroundJob::Call { // for a thread of its own
            throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        });
        QTRY_COMPARE(receiver.seen.join(u' '), QStringLiteral("no memory"));
    }

    void threadsMayBeWanting() {
        Receiver receiver;
        const auto work = [&](const std::stop_token&, const auto&) { return receiver.note(QStringLiteral("done")); };
        {
            const test::WantOfThreads none;
            receiver.job.start(work);
            receiver.job.start(work); // in its place
        }
        QVERIFY(receiver.job.isActive());
        QTRY_VERIFY(!receiver.job.isActive());
        QCOMPARE(receiver.seen.join(u' '), QStringLiteral("no memory"));
        receiver.job.start(work);
        QTRY_COMPARE(receiver.seen.join(u' '), QStringLiteral("no memory done"));
    }

    void newestWins() {
        Receiver receiver;
        std::atomic<int> stopped = 0;
        for (int i = 0; i < 200; ++i)
            receiver.job.start([&, i](const std::stop_token& stop, const BackgroundJob::Deliver& deliver) {
                deliver(receiver.note(QStringLiteral("stale %1").arg(i)));
                untilStopped(stop);
                ++stopped;
                return receiver.note(QStringLiteral("stale result %1").arg(i));
            });
        receiver.job.start([&](const std::stop_token&, const BackgroundJob::Deliver&) {
            return receiver.note(QStringLiteral("newest"));
        });
        QTRY_VERIFY(!receiver.job.isActive());
        QTest::qWait(20);
        QCOMPARE(receiver.seen.join(u' '), QStringLiteral("newest"));
    }

    void cancelDropsWhatIsOnItsWay() {
        Receiver receiver;
        std::binary_semaphore delivered{0};
        receiver.job.start([&](const std::stop_token& stop, const BackgroundJob::Deliver& deliver) {
            deliver(receiver.note(QStringLiteral("stale")));
            delivered.release();
            return untilStopped(stop);
        });
        delivered.acquire(); // queued, not yet called
        receiver.job.cancel();
        QVERIFY(!receiver.job.isActive());
        QTest::qWait(20);
        QCOMPARE(receiver.seen, QStringList());
    }

    void stopKeepsTheResult() {
        Receiver receiver;
        for (int i = 0; i < 100; ++i) { // in time for some to be stopped before they begin
            receiver.job.start([&](const std::stop_token& stop, const BackgroundJob::Deliver&) {
                untilStopped(stop);
                return receiver.note(QStringLiteral("stopped"));
            });
            if (i % 2 == 0) std::this_thread::sleep_for(1ms);
            receiver.job.stop();
            QVERIFY(receiver.job.isActive());
            while (receiver.job.isActive())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QCOMPARE(receiver.seen.size(), i + 1);
        }
    }

    void dyingReceiverWaitsAndHearsNothing() {
        for (int i = 0; i < 50; ++i) {
            std::atomic<bool> ended = false;
            auto receiver = std::make_unique<Receiver>();
            std::binary_semaphore running{0};
            receiver->job.start([&, at = receiver.get()](const std::stop_token& stop, const auto& deliver) {
                deliver(at->note(QStringLiteral("into the void")));
                running.release();
                untilStopped(stop);
                deliver(at->note(QStringLiteral("into the void")));
                ended = true;
                return at->note(QStringLiteral("into the void"));
            });
            if (i % 2 == 0) running.acquire();
            const bool started = i % 2 == 0;
            receiver.reset();
            QVERIFY(ended || !started);
            QCoreApplication::processEvents();
        }
    }
};

QTEST_GUILESS_MAIN(TestBackgroundJob)
#include "test_backgroundjob.moc"
