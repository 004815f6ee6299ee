#include "models/items/cellroles.h"
#include "models/words/words.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "tests/support/gapmeter.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Selecting and copying in the real window, by mouse and by keyboard alone.
class TestCopying : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { rig_.reset(); }

    void aCellIsCopiedAsItIs();
    void rowsAreCopiedAsShown();
    void cellsAndColumnsAreSelectedByKeys();
    void copiesInEveryFormat();
    void countsMoreCellsThanAnInt();
    void largeSelectionsStallNothing();

private:
    void open(const QByteArray& csv) {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->openTable(u"table.csv"_s, csv));
    }
    [[nodiscard]] TableView& view() const { return rig_->page()->table(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {}) const {
        const QRect place = view().visualRect(view().model()->index(row, column));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, place.center());
    }
    /// What the clipboard gets from an action.
    template <class Act>
    QString copiedBy(Act act) {
        QApplication::clipboard()->setText(u"before"_s);
        act();
        const auto taken = [] { return QApplication::clipboard()->text() != u"before"_s; };
        return QTest::qWaitFor(taken, 10'000) ? QApplication::clipboard()->text() : u"(nothing)"_s;
    }

    std::unique_ptr<Rig> rig_;
};

namespace {

const QByteArray small = "a,b,c\n1,\"x\ny\",\xE2\x80\xAEz\n2,p,q\n3,r,s\n4,t,u\n";

} // namespace

void TestCopying::aCellIsCopiedAsItIs() {
    open(small);
    click(0, 1);
    QCOMPARE(copiedBy([&] { key(Qt::Key_C, Qt::ControlModifier); }), u"x\ny"_s);
    click(0, 2);
    QCOMPARE(copiedBy([&] { key(Qt::Key_C, Qt::ControlModifier); }), u"\u202Ez"_s);
}

void TestCopying::rowsAreCopiedAsShown() {
    open(small);
    click(1, 0);
    click(3, 0, Qt::ShiftModifier);
    click(2, 0, Qt::ControlModifier);
    QCOMPARE(view().selectedRanges(), (std::vector<RowRange>{{.first = 1, .count = 1}, {.first = 3, .count = 1}}));
    QVERIFY(rig_->page()->facts().selected.startsWith(u'2'));
    view().horizontalHeader()->moveSection(2, 0);
    view().setColumnHidden(1, true);
    QCOMPARE(copiedBy([&] { key(Qt::Key_C, Qt::ControlModifier); }), u"q\t2\nu\t4\n"_s);
    QCOMPARE(copiedBy([&] { key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier); }), u"c\ta\nq\t2\nu\t4\n"_s);
}

void TestCopying::cellsAndColumnsAreSelectedByKeys() {
    open(small);
    view().setCurrentIndex(view().model()->index(1, 1));
    key(Qt::Key_E, Qt::AltModifier | Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(rig_->page()->facts().selected.startsWith(u"4 "_s));
    QCOMPARE(copiedBy([&] { key(Qt::Key_C, Qt::ControlModifier); }), u"p\tq\nr\ts\n"_s);
    key(Qt::Key_C, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(copiedBy([&] { rig_->action(u"CSV with headers"_s).trigger(); }), u"c\n\u202Ez\nq\ns\nu\n"_s);
    key(Qt::Key_R, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(view().selectedRows(), 1);
    QCOMPARE(view().selectedColumns().size(), 3U);
}

void TestCopying::copiesInEveryFormat() {
    open(small);
    click(1, 0);
    const auto copiedAs = [&](const QString& entry) { return copiedBy([&] { rig_->action(entry).trigger(); }); };
    QCOMPARE(copiedAs(u"TSV without headers"_s), u"2\tp\tq\n"_s);
    QCOMPARE(copiedAs(u"CSV without headers"_s), u"2,p,q\n"_s);
    QCOMPARE(copiedAs(u"JSON with headers"_s), u"[\n{\"a\": \"2\", \"b\": \"p\", \"c\": \"q\"}\n]\n"_s);
    QCOMPARE(copiedAs(u"Markdown with headers"_s), u"| a | b | c |\n| --- | --- | --- |\n| 2 | p | q |\n"_s);
}

void TestCopying::countsMoreCellsThanAnInt() {
    QVERIFY(ResourcePage::cellsSelected(500'000'000'000).startsWith(words::number(500'000'000'000)));
    QVERIFY(ResourcePage::cellsSelected(4).startsWith(u"4 "_s));
}

void TestCopying::largeSelectionsStallNothing() {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("IDSCOPE_TEST_ROWS", &given);
    const int rows = given ? asked : 200'000;
    open(QByteArray::fromStdString(relationsCsv(static_cast<std::uint32_t>(rows))));
    QSignalSpy said(rig_->page(), &ResourcePage::said);
    GapMeter meter;
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view().selectedRows(), rows);
    QCoreApplication::processEvents();
    // With their names, 200,000 relations are more text than a clipboard is given.
    QApplication::clipboard()->setText(u"before"_s);
    meter.restart();
    rig_->action(u"JSON with headers"_s).trigger();
    QVERIFY(said.wait(60'000));
    QVERIFY(said[0][0].toString().contains(u"67 MB"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QVERIFY(meter.restart() < longestGapOfWindow);
    // One column of them is not.
    view().setCurrentIndex(view().model()->index(0, 1));
    key(Qt::Key_C, Qt::AltModifier | Qt::ShiftModifier);
    QCoreApplication::processEvents();
    meter.restart();
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(said.wait(60'000));
    QVERIFY(meter.restart() < longestGapOfWindow);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), rows);
}

QTEST_MAIN(TestCopying)
#include "test_copying.moc"
