#include "tests/gui/rig.h"
#include "tests/query/naive.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/valuespopup.h"
#include "views/filter/columnfilterfield.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray csv = "ID,Name,Status,Reviewer Count,Message\n"
                       "1,Okta,on,1,\n"
                       "2,AWS,off,2,failed\n"
                       "3,\"Okta & Co\",on,10,empty\n"
                       "4,,,,\n";

} // namespace

/// The fields below the names of the columns: another way to write the filter, and to read it.
class TestFilterRow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->openTable(u"integrations.csv"_s, csv));
    }
    void cleanup() { rig_.reset(); }

    void writesTheFilter() {
        type(2, u"=on"_s);
        QCOMPARE(filter(), u"status = on"_s);
        QTRY_COMPARE(shown(), 2);
        type(3, u">5"_s);
        QCOMPARE(filter(), u"status = on and reviewer_count > 5"_s);
        QTRY_COMPARE(shown(), 1);
        type(2, u"!on"_s);
        QCOMPARE(filter(), u"not status ~ on and reviewer_count > 5"_s);
        type(3, {});
        QCOMPARE(filter(), u"not status ~ on"_s);
        QTRY_COMPARE(shown(), 2);
        type(4, u"empty"_s);
        QCOMPARE(filter(), u"not status ~ on and message is empty"_s);
        type(4, u"\"empty\""_s);
        QCOMPARE(filter(), u"not status ~ on and message ~ \"empty\""_s);
    }

    void isFilledFromTheFilter() {
        QVERIFY(rig_->filter(*rig_->page(), u"name ~ okta and status in (on, off) and reviewer_count >= 2"_s));
        QCOMPARE(field(1)->text(), u"okta"_s);
        QCOMPARE(field(2)->text(), u"=on, off"_s);
        QCOMPARE(field(3)->text(), u">=2"_s);
        QCOMPARE(field(4)->text(), QString());
        rig_->page()->session().filter().setParts(toggled(rig_->page()->session().filter().parts(), 0));
        QCOMPARE(field(1)->text(), QString()); // switched off
        rig_->page()->session().filter().undo();
        QCOMPARE(field(1)->text(), u"okta"_s);
    }

    void appliesWhileTyping() {
        rig_->page()->filterRow().focusColumn(1);
        QTest::keyClicks(QApplication::focusWidget(), u"ok"_s);
        QTRY_COMPARE(filter(), u"name ~ ok"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"ta &"_s);
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(field(1)->text(), u"okta &"_s);
        rig_->page()->session().filter().undo(); // one step
        QCOMPARE(filter(), QString());
    }

    void tellsWhatIsWrong() {
        type(3, u">many"_s);
        QCOMPARE(filter(), QString());
        QCOMPARE(field(3)->text(), u">many"_s);
        QVERIFY(!field(3)->accessibleDescription().isEmpty());
        QTest::keyClick(field(3), Qt::Key_Escape);
        QCOMPARE(field(3)->text(), QString());
        QVERIFY(field(3)->accessibleDescription().isEmpty());
    }

    void isReachedByKeyboard() {
        rig_->page()->table().setFocus();
        rig_->page()->table().setCurrentIndex(rig_->page()->table().model()->index(0, 1));
        QTest::keyClick(&rig_->page()->table(), Qt::Key_F7);
        QCOMPARE(QApplication::focusWidget(), field(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field(2));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Filter of Status"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), field(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), &rig_->page()->table());
    }

    void staysWithItsColumn() {
        TableView& table = rig_->page()->table();
        const auto aligned = [&](int column) {
            const ColumnHeader& header = table.columns();
            const int left = header.viewport()->mapToGlobal(QPoint(header.sectionViewportPosition(column), 0)).x();
            const QRect place(field(column)->mapToGlobal(QPoint()), field(column)->size());
            return place.left() >= left && place.right() <= left + header.sectionSize(column);
        };
        QVERIFY(aligned(0) && aligned(2));
        table.columns().resizeSection(0, 400);
        QVERIFY(aligned(0) && aligned(2));
        table.columns().moveSection(table.columns().visualIndex(2), 0);
        QVERIFY(aligned(0) && aligned(2));
        table.arrangement().setShown(2, false);
        QVERIFY(field(2) == nullptr);
        QVERIFY(aligned(0));
        table.columns().resizeSection(1, 1500);
        table.horizontalScrollBar()->setValue(120);
        QVERIFY(aligned(1));
        table.arrangement().freeze(1);
        table.horizontalScrollBar()->setValue(200);
        QCOMPARE(field(0)->mapToGlobal(QPoint()).x() - table.viewport()->mapToGlobal(QPoint()).x(), 3);
        rig_->page()->filterRow().setShown(false);
        QVERIFY(field(0) == nullptr);
    }

    void ticksValues() {
        TableView& table = rig_->page()->table();
        table.setFocus();
        table.setCurrentIndex(table.model()->index(0, 2));
        QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
        auto* popup = rig_->page()->findChild<ValuesPopup*>();
        QVERIFY(popup != nullptr && popup->isVisible());
        FacetModel& values = popup->section().facet().model();
        QTRY_COMPARE(values.rowCount(), 3); // on, off, no value
        QTest::keyClick(&popup->section().list(), Qt::Key_Space);
        QCOMPARE(filter(), u"status = on"_s);
        QCOMPARE(field(2)->text(), u"=on"_s);
        QTRY_COMPARE(shown(), 2);
        QTRY_COMPARE(values.rowCount(), 3); // unticked values keep their counts
        QTest::keyClicks(&popup->section().searchField(), u"o"_s);
        QTRY_COMPARE(values.rowCount(), 2);
        for (QPushButton* button : popup->findChildren<QPushButton*>())
            if (button->text() == u"All of these"_s) QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(filter(), u"status in (on, off)"_s);
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(rig_->page()->findChild<ValuesPopup*>() == nullptr);
    }

    /// Whatever is typed: the rows are those of the expression shown.
    void showsWhatTheExpressionSelects() {
        std::mt19937 random(23);
        const char* words[] = {"",   "ok",   "=on",   "=on, off", "!o",     "!=on",
                               ">1", "<=10", "/^o/i", "empty",    "!empty", "="};
        for (int round = 0; round < 120; ++round) {
            type(static_cast<int>(random() % 5), QString::fromLatin1(words[random() % std::size(words)]));
            TableSession& session = rig_->page()->session();
            QTRY_VERIFY(!session.filterStatus().evaluating);
            const auto expression = parseExpression(filter().toStdString());
            QVERIFY(expression.has_value());
            QStringList expected;
            const Naive naive(*session.table(), Instant{});
            for (std::uint32_t row = 0; row < session.table()->rowCount(); ++row)
                if (*expression == nullptr || naive.holds(**expression, RowId{row}))
                    expected << QString::number(row + 1);
            QStringList seen;
            for (int row = 0; row < shown(); ++row)
                seen << rig_->page()->table().model()->index(row, 0).data().toString();
            QCOMPARE(seen, expected);
        }
    }

private:
    ColumnFilterField* field(int column) { return rig_->page()->filterRow().field(column); }
    QString filter() { return rig_->page()->filterBar().text(); }
    int shown() { return rig_->page()->table().model()->rowCount(); }
    void type(int column, const QString& text) {
        rig_->page()->filterRow().focusColumn(column);
        field(column)->selectAll();
        QTest::keyClick(field(column), Qt::Key_Delete);
        QTest::keyClicks(field(column), text);
        QTest::keyClick(field(column), Qt::Key_Return);
    }

    std::unique_ptr<Rig> rig_;
};

QTEST_MAIN(TestFilterRow)
#include "test_filterrow.moc"
