#include "models/items/cellline.h"
#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "tests/support/gapmeter.h"
#include "views/filter/filterbar.h"
#include "views/parts/label.h"
#include "views/style/tokens.h"
#include "views/table/celltext.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Why rows are here: texts marked, counted, gone to by keys and buttons; and filters of before.
class TestMatches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { rig_.reset(); }

    void textsAreMarkedAndCounted();
    void rowsWithoutAMatchAreLeftOut();
    void farMatchesAreSeen();
    void aMatchInTheLastMarkIsSeen();
    void earlierFiltersComeBack();
    void countingStallsNothing();

private:
    void open(const QByteArray& csv) {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->openTable(u"table.csv"_s, csv));
    }
    [[nodiscard]] TableView& view() const { return rig_->page()->table(); }
    [[nodiscard]] FilterBar& bar() const { return rig_->page()->filterBar(); }
    /// What is said about matches; empty when nothing is.
    [[nodiscard]] QString said() const {
        for (const PlainLabel* label : bar().findChildren<PlainLabel*>())
            if (label->isVisible() && (label->text().contains(u" of "_s) || label->text().contains(u"match"_s)))
                return label->text();
        return {};
    }
    [[nodiscard]] CellLinePtr line(int row, int column) const {
        return view().model()->index(row, column).data(LineRole).value<CellLinePtr>();
    }
    [[nodiscard]] QAbstractButton* button(const QString& name) const {
        for (auto* button : bar().findChildren<QToolButton*>())
            if (button->accessibleName() == name) return button;
        return nullptr;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<Rig> rig_;
};

namespace {

const QByteArray small = "a,b\n1,halden-prod\n2,x\nprod,Prod\n4,y\n";

} // namespace

void TestMatches::textsAreMarkedAndCounted() {
    open(small);
    QCOMPARE(said(), QString());
    QVERIFY(rig_->filter(*rig_->page(), u"prod"_s));
    QTRY_COMPARE(said(), u"1 of 2"_s);
    QCOMPARE(line(0, 1)->matches, (QList<DisplayMark>{{.begin = 7, .length = 4}}));
    QVERIFY(line(0, 0)->matches.isEmpty());
    // The mark is drawn.
    const QRect cell = view().visualRect(view().model()->index(0, 1));
    const QImage image = view().viewport()->grab(cell).toImage();
    int marked = 0;
    for (int x = 0; x < image.width(); ++x)
        marked += image.pixelColor(x, image.height() / 2) == lightTokens.match ? 1 : 0;
    QVERIFY(marked > 5);
    view().setFocus();
    QCOMPARE(view().currentIndex(), view().model()->index(0, 0));
    key(Qt::Key_F3); // nobody has seen the first yet
    QCOMPARE(view().currentIndex(), view().model()->index(0, 1));
    QCOMPARE(said(), u"1 of 2"_s);
    key(Qt::Key_F3);
    QCOMPARE(view().currentIndex(), view().model()->index(1, 0));
    QCOMPARE(said(), u"2 of 2"_s);
    key(Qt::Key_F3); // round the end
    QCOMPARE(view().currentIndex(), view().model()->index(0, 1));
    key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(view().currentIndex().row(), 1);
    QTest::mouseClick(button(u"Next match"_s), Qt::LeftButton);
    QCOMPARE(view().currentIndex().row(), 0);
    // Equality is no text to look for.
    QVERIFY(rig_->filter(*rig_->page(), u"b = x"_s));
    QTRY_COMPARE(said(), QString());
    QVERIFY(line(0, 1)->matches.isEmpty());
}

void TestMatches::rowsWithoutAMatchAreLeftOut() {
    open(small);
    QVERIFY(rig_->filter(*rig_->page(), u"b ~ prod or a = 2 or a = 4"_s));
    QCOMPARE(view().model()->rowCount(), 4);
    QTRY_VERIFY(said().endsWith(u" of 2"_s) || said().startsWith(u"2 "_s));
    view().setCurrentIndex(view().model()->index(0, 1));
    view().setFocus();
    key(Qt::Key_F3);
    QCOMPARE(view().currentIndex(), view().model()->index(2, 1));
    QCOMPARE(said(), u"2 of 2"_s);
    view().setCurrentIndex(view().model()->index(3, 1));
    QCOMPARE(said(), u"2 matches"_s);
    key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(view().currentIndex().row(), 2);
}

void TestMatches::farMatchesAreSeen() {
    open("a,b\n1," + QByteArray(5'000, 'x') + "needle" + QByteArray(5'000, 'y') + "\n");
    QVERIFY(rig_->filter(*rig_->page(), u"needle"_s));
    const CellLinePtr found = line(0, 1);
    QCOMPARE(found->matches.size(), 1);
    const QImage image = view().viewport()->grab(view().visualRect(view().model()->index(0, 1))).toImage();
    int marked = 0;
    for (int x = 0; x < image.width(); ++x)
        marked += image.pixelColor(x, image.height() / 2) == lightTokens.match ? 1 : 0;
    QVERIFY(marked > 5);
}

/// What is cut before a match is not cut within a mark, even where nothing stands behind it.
void TestMatches::aMatchInTheLastMarkIsSeen() {
    const QFont font;
    const QFontMetrics metrics(font);
    const QString text = QString(200, u'm') + u"U+202E"_s;
    for (qsizetype at = 190; at <= text.size() + 1; ++at)
        for (const int width : {0, 20, 60, 120, 400}) {
            const LaidOutLine line(
                {.text = text, .marks = {{.begin = 200, .length = 6}}, .matches = {{.begin = at, .length = 3}}}, font,
                metrics, width, lightTokens);
            if (width > 100) QVERIFY2(line.text().contains(u'\u2026'), qPrintable(line.text()));
        }
}

void TestMatches::earlierFiltersComeBack() {
    open(small);
    QVERIFY(rig_->filter(*rig_->page(), u"a = 2"_s));
    QTRY_COMPARE(bar().verdict().state, FilterVerdict::State::Valid);
    QVERIFY(rig_->filter(*rig_->page(), u"prod"_s));
    QTRY_COMPARE(bar().verdict().state, FilterVerdict::State::Valid);
    QWidget* field = bar().focusField();
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(bar().text(), u"a = 2"_s);
    QTest::keyClick(field, Qt::Key_Up); // there is no older one
    QCOMPARE(bar().text(), u"a = 2"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(bar().text(), u"prod"_s);
    QTest::mouseClick(button(u"Earlier filters"_s), Qt::LeftButton);
    auto* menu = bar().findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    QStringList entries;
    for (const QAction* action : menu->actions())
        entries << action->text();
    QCOMPARE(entries, (QStringList{u"prod"_s, u"a = 2"_s}));
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(bar().text(), u"a = 2"_s);
}

void TestMatches::countingStallsNothing() {
    bool given = false;
    const int rows = qEnvironmentVariableIntValue("IDSCOPE_TEST_ROWS", &given);
    open(QByteArray::fromStdString(relationsCsv(given ? static_cast<std::uint32_t>(rows) : 100'000)));
    GapMeter meter;
    QCoreApplication::processEvents();
    meter.restart();
    bar().setText(u"metadata ~ role3 or source_system = okta"_s);
    QVERIFY(QTest::qWaitFor([&] { return rig_->page()->session().matches().count().has_value(); }, 60'000));
    QCoreApplication::processEvents();
    const double counting = meter.restart();
    QVERIFY2(counting < 50, qPrintable(QString::number(counting)));
    QVERIFY(*rig_->page()->session().matches().count() > 10'000);
    view().setFocus();
    for (int i = 0; i < 20; ++i)
        key(Qt::Key_F3);
    QVERIFY2(meter.restart() < 50 * 20, "while stepping");
}

QTEST_MAIN(TestMatches)
#include "test_matches.moc"
