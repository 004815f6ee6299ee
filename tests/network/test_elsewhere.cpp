#include "app/network/elsewhere.h"
#include "tests/support/wantofthreads.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <semaphore>
#include <stdexcept>

using namespace idscope;

namespace {

constexpr int instead = -1;

} // namespace

/// What may take its time is done in another thread, or said to have failed.
class TestElsewhere : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isDoneInAnotherThread() {
        std::optional<Qt::HANDLE> worker;
        doElsewhere(this, &QThread::currentThreadId, Qt::HANDLE(), [&](Qt::HANDLE thread) {
            QCOMPARE(QThread::currentThread(), this->thread());
            worker = thread;
        });
        QVERIFY(!worker);
        QTRY_VERIFY(worker);
        QVERIFY(*worker && *worker != QThread::currentThreadId());
    }
    void nobodyWaits() {
        std::binary_semaphore go(0);
        std::atomic<int> ended = 0;
        bool told = false;
        const auto work = [&] {
            go.acquire();
            go.release();
            return ++ended;
        };
        auto gone = std::make_unique<QObject>();
        doElsewhere(gone.get(), work, instead, [&](int) { told = true; });
        gone.reset();
        std::optional<int> next;
        doElsewhere(this, work, instead, [&](int number) { next = number; });
        go.release();
        QTRY_VERIFY(next && ended == 2);
        QVERIFY(!told);
    }
    void threadsMayBeWanting() {
        bool worked = false;
        std::optional<int> got;
        const auto ask = [&] {
            const auto work = [&] {
                worked = true;
                return 1;
            };
            doElsewhere(this, work, instead, [&](int result) { got = result; });
        };
        {
            const test::WantOfThreads none;
            ask();
        }
        QVERIFY(!got); // as always, later
        QTRY_VERIFY(got);
        QCOMPARE(*got, instead);
        QVERIFY(!worked);
        got.reset();
        ask();
        QTRY_VERIFY(got);
        QCOMPARE(*got, 1);
    }
    void workMayThrow() {
        const auto noMemory = []() -> int { throw std::bad_alloc(); };
        const auto other = []() -> int { throw std::runtime_error("something else"); };
        for (const std::function<int()>& work : {std::function<int()>(noMemory), std::function<int()>(other)}) {
            std::optional<int> got;
            doElsewhere(this, work, instead, [&](int result) { got = result; });
            QTRY_VERIFY(got);
            QCOMPARE(*got, instead);
        }
    }
    void whatWorkHoldsGoesWithIt() {
        const auto held = std::make_shared<int>(1);
        std::optional<int> got;
        doElsewhere(this, [held] { return *held; }, instead, [&](int result) { got = result; });
        QTRY_VERIFY(got);
        QTRY_COMPARE(held.use_count(), 1); // no other work has begun since
    }
};

QTEST_GUILESS_MAIN(TestElsewhere)
#include "test_elsewhere.moc"
