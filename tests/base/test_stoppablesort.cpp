#include "models/base/stoppablesort.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <utility>
#include <vector>

using namespace idscope;

namespace {

/// More than are sorted in one piece, many of them the same.
std::vector<int> someNumbers() {
    std::mt19937 random(1);
    std::vector<int> numbers(300'001);
    for (int& number : numbers)
        number = static_cast<int>(random() % 100'000);
    return numbers;
}

} // namespace

class TestStoppableSort : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sorts() {
        std::vector<int> numbers = someNumbers();
        std::vector<int> expected = numbers;
        std::ranges::sort(expected);
        sortUntilStopped(std::span(numbers), {});
        QVERIFY(numbers == expected);
        std::ranges::reverse(expected);
        sortUntilStopped(std::span(numbers), {}, std::ranges::greater());
        QVERIFY(numbers == expected);
    }
    void stopsAtOnce() {
        std::stop_source source;
        source.request_stop();
        std::vector<int> numbers = someNumbers();
        const std::vector<int> before = numbers;
        int compared = 0;
        sortUntilStopped(std::span(numbers), source.get_token(), [&](int a, int b) {
            ++compared;
            return a < b;
        });
        QCOMPARE(compared, 0);
        QVERIFY(numbers == before);
    }
    void stopsInBetween() {
        std::stop_source source;
        std::vector<int> numbers = someNumbers();
        const std::vector<int> before = numbers;
        sortUntilStopped(std::span(numbers), source.get_token(), [&](int a, int b) {
            source.request_stop();
            return a < b;
        });
        QVERIFY(!std::ranges::is_sorted(numbers));
        QVERIFY(std::ranges::equal(std::span(numbers).last(1000), std::span(before).last(1000)));
    }
    void stopsWhileMerging() {
        std::stop_source source;
        std::vector<int> numbers = someNumbers();
        std::vector<int> expected = numbers;
        std::vector<int> again = numbers;
        int compared = 0;
        int last = std::numeric_limits<int>::max();
        const auto less = [&](int a, int b) {
            if (++compared == last) source.request_stop();
            return a < b;
        };
        sortUntilStopped(std::span(numbers), source.get_token(), less);
        const int all = std::exchange(compared, 0);
        last = all - 200'000; // within the last merge
        sortUntilStopped(std::span(again), source.get_token(), less);
        QVERIFY(compared < all - 100'000);
        QVERIFY(!std::ranges::is_sorted(again));
        std::ranges::sort(again);
        std::ranges::sort(expected);
        QVERIFY(again == expected); // none is lost
    }
};

QTEST_APPLESS_MAIN(TestStoppableSort)
#include "test_stoppablesort.moc"
