#include "tests/gui/rig.h"
#include "views/facets/facetspanel.h"
#include "views/filter/chip.h"
#include "views/filter/chiprow.h"
#include "views/filter/filterbar.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Where the keyboard is after something that has it, or once had it, has changed or gone.
class TestFocus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->openTable(u"table.csv"_s, "ID,Name,Status\n1,Okta,on\n2,AWS,off\n3,GitHub,on\n"));
    }
    void cleanup() { rig_.reset(); }

    void staysInAFilterThatCannotBeRead();
    void goesFromWhatTheMessageReplacesToTheField();
    void isNotCalledBackByAFacetThatGoes();
    void isSeenInATableWithoutRows();
    void goesToTheRowsThatComeBack();

private:
    [[nodiscard]] ResourcePage& page() const { return *rig_->page(); }
    [[nodiscard]] FilterBar& bar() const { return page().filterBar(); }
    [[nodiscard]] FilterChip& chip() const { return *bar().chips().chips().at(0); }
    [[nodiscard]] bool isWrong() const { return page().session().filterStatus().error.has_value(); }
    [[nodiscard]] QPushButton* button(const QString& text) const {
        const auto buttons = page().findChildren<QPushButton*>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton* each) { return each->isVisible() && each->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    static QWidget* focus() { return QApplication::focusWidget(); }

    std::unique_ptr<Rig> rig_;
};

/// Chips that once had the keyboard don't take it again when they change.
void TestFocus::staysInAFilterThatCannotBeRead() {
    QVERIFY(rig_->filter(page(), u"status = on"_s));
    chip().setFocus(Qt::TabFocusReason);
    QWidget* field = bar().focusField();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, u" and ("_s);
    QTRY_VERIFY(isWrong());
    QCOMPARE(focus(), field);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(focus(), field);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(bar().text(), u"status = on"_s);
    QCOMPARE(focus(), field);
}

void TestFocus::goesFromWhatTheMessageReplacesToTheField() {
    QVERIFY(rig_->filter(page(), u"status = on"_s));
    QWidget* field = bar().focusField();
    chip().setFocus(Qt::TabFocusReason);
    page().session().setFilter(u"status = on and name = ="_s);
    QVERIFY(isWrong());
    QCOMPARE(focus(), field);
    QPushButton* back = button(u"Go back to it"_s);
    QVERIFY(back != nullptr);
    back->setFocus(Qt::TabFocusReason);
    QTest::keyClick(back, Qt::Key_Space);
    QCOMPARE(bar().text(), u"status = on"_s);
    QCOMPARE(focus(), field);
}

void TestFocus::isNotCalledBackByAFacetThatGoes() {
    page().openColumnFacet(2);
    QTRY_VERIFY(page().facets().isAncestorOf(focus()));
    page().table().setFocus();
    page().facets().board().setNames({});
    QCOMPARE(focus(), &page().table());
}

void TestFocus::isSeenInATableWithoutRows() {
    QWidget& cells = *page().table().viewport();
    const auto isRinged = [&cells] {
        const QImage image = cells.grab().toImage();
        return image.pixelColor(image.width() / 2, 0) == lightTokens.accent;
    };
    QVERIFY(rig_->filter(page(), u"nowhere"_s));
    QTRY_COMPARE(focus(), &page().table());
    QVERIFY(isRinged());
    bar().focusField();
    QVERIFY(!isRinged());
    page().session().setFilter({});
    page().table().setFocus();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    QVERIFY(!isRinged()); // the current cell shows it
}

void TestFocus::goesToTheRowsThatComeBack() {
    QVERIFY(rig_->filter(page(), u"nowhere"_s));
    QPushButton* clear = button(u"Clear the filter"_s);
    QVERIFY(clear != nullptr);
    clear->setFocus(Qt::TabFocusReason);
    QTest::keyClick(clear, Qt::Key_Space);
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    QCOMPARE(focus(), &page().table());
}

QTEST_MAIN(TestFocus)
#include "test_focus.moc"
