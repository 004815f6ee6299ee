#include "models/table/memo.h"
#include "tests/support/printing.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <new>
#include <stop_token>
#include <thread>
#include <vector>

using namespace idscope;

namespace {

class TestMemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsKept();
    void forgetsWhatWasUsedLongestAgo();
    void takesNothingTooLarge();
    void makesOnceWhatManyAskFor();
    void triesAgainWhatWasNotMade();
};

void TestMemo::findsWhatIsKept() {
    Memo memo;
    QVERIFY(memo.find<int>("one") == nullptr);
    memo.keep("one", std::make_shared<const int>(1), 10);
    memo.keep("one", std::make_shared<const int>(2), 10); // another thread was slower
    QCOMPARE(*memo.find<int>("one"), 1);
}

void TestMemo::forgetsWhatWasUsedLongestAgo() {
    Memo memo;
    memo.keep("a", std::make_shared<const int>(1), Memo::mostBytes / 2);
    memo.keep("b", std::make_shared<const int>(2), Memo::mostBytes / 2);
    const auto held = memo.find<int>("b");
    QVERIFY(memo.find<int>("a") != nullptr);
    memo.keep("c", std::make_shared<const int>(3), 1);
    QVERIFY(memo.find<int>("b") == nullptr);
    QCOMPARE(*held, 2); // whoever uses it keeps it
    QVERIFY(memo.find<int>("a") != nullptr);
    QVERIFY(memo.find<int>("c") != nullptr);
}

void TestMemo::takesNothingTooLarge() {
    Memo memo;
    memo.keep("a", std::make_shared<const int>(1), 1);
    memo.keep("huge", std::make_shared<const int>(2), Memo::mostBytes + 1);
    QVERIFY(memo.find<int>("huge") == nullptr);
    QVERIFY(memo.find<int>("a") != nullptr);
}

void TestMemo::makesOnceWhatManyAskFor() {
    Memo memo;
    std::atomic<int> made = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                const auto value = memo.once<int>("one", {}, [&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                    return std::make_shared<const int>(++made);
                });
                if (*value != 1) qFatal("made twice");
            });
    }
    QCOMPARE(made.load(), 1);
    // It stays, whatever the budget has to hold.
    memo.keep("huge", std::make_shared<const int>(2), Memo::mostBytes);
    QCOMPARE(*memo.once<int>("one", {}, [] { return std::shared_ptr<const int>(); }), 1);
}

void TestMemo::triesAgainWhatWasNotMade() {
    Memo memo;
    QVERIFY(memo.once<int>("one", {}, [] { return std::shared_ptr<const int>(); }) == nullptr);
    const auto fails = []() -> std::shared_ptr<const int> { throw std::bad_alloc(); };
    QVERIFY_THROWS_EXCEPTION(std::bad_alloc, (void)memo.once<int>("one", {}, fails));
    QCOMPARE(*memo.once<int>("one", {}, [] { return std::make_shared<const int>(3); }), 3);
    // Who is told to stop doesn't wait for another.
    std::atomic<bool> go = false;
    std::jthread slow([&] {
        (void)memo.once<int>("slow", {}, [&] {
            go.wait(false);
            return std::make_shared<const int>(4);
        });
    });
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(memo.once<int>("slow", stopped.get_token(), [] { return std::shared_ptr<const int>(); }) == nullptr);
    go = true;
    go.notify_all();
}

} // namespace

QTEST_APPLESS_MAIN(TestMemo)
#include "test_memo.moc"
