#include "models/base/handover.h"
#include "tests/support/wantofthreads.h"

#include <QTest>

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <vector>

using namespace idscope;

/// One thread makes, another uses; whatever ends first ends both.
class TestHandOver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOverInOrder() {
        int next = 0;
        std::vector<int> used;
        handOver<int>([&](int& item) { return (item = next++) < 1000; },
                      [&](int item) {
                          used.push_back(item);
                          return true;
                      });
        QCOMPARE(used.size(), std::size_t{1000});
        QVERIFY(std::ranges::is_sorted(used));
    }
    void endsWhenNoMoreIsWanted() {
        int used = 0;
        handOver<int>([](int&) { return true; }, [&](int) { return ++used < 3; });
        QCOMPARE(used, 3);
    }
    void endsWhenTheMakerThrows() {
        QVERIFY_THROWS_EXCEPTION(
            std::runtime_error,
            handOver<int>([](int&) -> bool { throw std::runtime_error("made"); }, [](int) { return true; }));
    }
    void endsWhenTheUserThrows() {
        QVERIFY_THROWS_EXCEPTION(
            std::runtime_error,
            handOver<int>([](int&) { return true; }, [](int) -> bool { throw std::runtime_error("used"); }));
    }
    void doesBothWhereThereIsNoThread() {
        int next = 0;
        std::vector<int> used;
        bool thrown = false;
        try {
            const test::WantOfThreads none;
            handOver<int>([&](int& item) { return (item = next++) < 10; },
                          [&](int item) {
                              used.push_back(item);
                              return true;
                          });
        } catch (const std::system_error&) {
            thrown = true;
        }
        QVERIFY(!thrown);
        QCOMPARE(used, (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }
};

QTEST_APPLESS_MAIN(TestHandOver)
#include "test_handover.moc"
