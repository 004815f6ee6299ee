#include "models/table/memo.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;

namespace {

class TestMemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsKept();
    void forgetsWhatWasUsedLongestAgo();
    void takesNothingTooLarge();
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

} // namespace

QTEST_APPLESS_MAIN(TestMemo)
#include "test_memo.moc"
