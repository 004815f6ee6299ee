#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "tests/query/naive.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/valuespopup.h"
#include "views/filter/columnfilterfield.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/resourcepage/emptynote.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
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

    /// Whatever the filter does to the rows: nobody has asked to see other columns.
    void filteringDoesNotScrollSideways() {
        TableView& table = widened();
        QScrollBar& bar = *table.horizontalScrollBar();
        table.setCurrentIndex(table.model()->index(0, 4));
        rig_->page()->filterRow().focusColumn(4);
        const int before = bar.value();
        QVERIFY(before > 0);
        QTest::keyClicks(QApplication::focusWidget(), u"failed"_s); // the current row has nothing of this
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(bar.value(), before);
        QCOMPARE(table.currentIndex(), table.model()->index(0, 4));
        QCOMPARE(QApplication::focusWidget(), field(4));
        QTest::keyClicks(QApplication::focusWidget(), u" nowhere"_s);
        QTRY_COMPARE(shown(), 0);
        const auto* note = table.findChild<EmptyNote*>();
        QTRY_VERIFY(note != nullptr && note->isVisible());
        bar.setValue(before - 50); // people scroll: what is said stays in its place
        QCOMPARE(note->pos(), QPoint());
        bar.setValue(before);
        rig_->page()->session().setFilter({});
        QTRY_COMPARE(shown(), 4);
        QCOMPARE(bar.value(), before);
        QCOMPARE(table.currentIndex(), table.model()->index(0, 4));
    }

    /// A field with the keyboard is never drawn where its column is not.
    void fieldsOutOfSightComeBackToBeTypedIn() {
        TableView& table = widened();
        QScrollBar& bar = *table.horizontalScrollBar();
        rig_->page()->filterRow().focusColumn(4);
        bar.setValue(0);
        QTRY_VERIFY(field(4)->visibleRegion().isEmpty());
        QCOMPARE(QApplication::focusWidget(), field(4));
        QTest::keyClicks(QApplication::focusWidget(), u"f"_s);
        QVERIFY(!field(4)->visibleRegion().isEmpty());
        QCOMPARE(QApplication::focusWidget(), field(4));
        bar.setValue(table.columnWidth(0) / 2);
        QTRY_VERIFY(field(0) != nullptr);
        field(0)->setFocus(Qt::MouseFocusReason);
        QTRY_COMPARE(bar.value(), 0);
    }

    /// Nothing that runs for each column may look at all the others.
    void bearsManyColumns() {
        constexpr int many = 10'000;
        constexpr int patienceMs = 10'000; // generous: what it is about took minutes
        QByteArrayList names;
        for (int column = 0; column < many; ++column)
            names << "c" + QByteArray::number(column);
        const QByteArray wide = names.join(',') + '\n' + QByteArrayList(many, "x").join(',') + '\n' +
                                QByteArrayList(many, "y").join(',') + '\n';
        QElapsedTimer time;
        time.start();
        QVERIFY(rig_->openTable(u"wide.csv"_s, wide));
        TableView& table = rig_->page()->table();
        ColumnArrangement& columns = table.arrangement();
        QCOMPARE(table.model()->columnCount(), many);
        QScrollBar& bar = *table.horizontalScrollBar();
        QTRY_VERIFY(bar.maximum() > 100 * many);
        bar.setValue(bar.maximum());
        QVERIFY(field(many - 1) != nullptr);
        QVERIFY(field(0) == nullptr);
        columns.freeze(1);
        QVERIFY(field(0) != nullptr);
        QVERIFY(columns.isFrozen(0) && !columns.isFrozen(1));
        type(many - 1, u"=x"_s);
        QCOMPARE(filter(), u"c9999 = x"_s);
        QTRY_COMPARE(shown(), 1);
        // Those that have left the screen are gone.
        QTRY_VERIFY(table.findChildren<ColumnFilterField*>().size() < 100);
        ColumnLayout layout = columns.layout();
        std::ranges::rotate(layout.columns, layout.columns.end() - 1);
        columns.setLayout(layout);
        QCOMPARE(columns.shown().front(), many - 1);
        QCOMPARE(columns.shown().back(), many - 2);
        QVERIFY(columns.isFrozen(many - 1) && !columns.isFrozen(0));
        columns.reset();
        QCOMPARE(columns.shown().front(), 0);
        QVERIFY(time.elapsed() < patienceMs);
    }

    /// Paths and parts of BRNs that have become columns are filtered as any other column.
    void writesTheFilterOfAddedColumns() {
        QVERIFY(rig_->openTable(u"relations.csv"_s, QByteArray::fromStdString(relationsCsv(3))));
        TableView& table = rig_->page()->table();
        Q_EMIT table.columnRequested(u"metadata.privilegeName"_s);
        const int path = table.currentIndex().column();
        QVERIFY(table.arrangement().isAdded(path));
        const QString value = table.currentIndex().data().toString();
        type(path, u'=' + value);
        QCOMPARE(filter(), u"metadata.privilegeName = "_s + value);
        QTRY_VERIFY(shown() > 0 && !rig_->page()->session().filterStatus().evaluating);
        type(path, {});
        QVERIFY(rig_->filter(*rig_->page(), u"metadata.privilegeName is not empty"_s));
        QCOMPARE(field(path)->text(), u"!empty"_s);
        Q_EMIT table.columnRequested(u"entity_brn.type"_s);
        const int part = table.currentIndex().column();
        type(part, u"=connection"_s);
        QCOMPARE(filter(), u"metadata.privilegeName is not empty and entity_brn.type = connection"_s);
        // The number of one that has gone is another's now, and so is its field.
        table.arrangement().remove(path);
        QCOMPARE(field(path)->text(), u"=connection"_s);
        QVERIFY(field(part) == nullptr);
    }

    void stepsToAddedColumns() {
        QVERIFY(rig_->openTable(u"relations.csv"_s, QByteArray::fromStdString(relationsCsv(3))));
        TableView& table = rig_->page()->table();
        Q_EMIT table.columnRequested(u"metadata.privilegeName"_s);
        const std::vector<int> columns = table.arrangement().shown();
        QVERIFY(columns.size() > 3);
        const int behind = columns.back(); // it stands before what it is read from
        const int added = columns[columns.size() - 2];
        QVERIFY(table.arrangement().isAdded(added));
        rig_->page()->filterRow().focusColumn(added);
        QCOMPARE(QApplication::focusWidget(), field(added));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field(behind));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), field(added));
    }

    /// Columns that the frozen ones cover are brought back, and frozen ones without room are passed by.
    void stepsBesideFrozenColumns() {
        TableView& table = rig_->page()->table();
        for (int column = 1; column < 5; ++column)
            table.columns().resizeSection(column, 2000);
        table.arrangement().freeze(1);
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 6000);
        rig_->page()->filterRow().focusColumn(4);
        QVERIFY(table.horizontalScrollBar()->value() > 0);
        for (int column = 4; column > 0; --column) {
            QCOMPARE(QApplication::focusWidget(), field(column));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        }
        QCOMPARE(QApplication::focusWidget(), field(0));
        table.arrangement().freeze(3); // the second fills what they may have
        QVERIFY(field(1) != nullptr && field(2) == nullptr);
        rig_->page()->filterRow().focusColumn(1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field(3));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), field(1));
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

    void escapeClosesTheListOfValues() {
        TableView& table = rig_->page()->table();
        table.setFocus();
        table.setCurrentIndex(table.model()->index(0, 2));
        QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
        auto* popup = rig_->page()->findChild<ValuesPopup*>();
        QVERIFY(popup != nullptr);
        QTest::keyClicks(&popup->section().searchField(), u"o"_s);
        QTest::keyClick(&popup->section().searchField(), Qt::Key_Escape); // what is searched for, first
        QVERIFY(popup->isVisible());
        popup->section().openSearch();
        QTest::keyClick(&popup->section().searchField(), Qt::Key_Escape);
        QTRY_VERIFY(rig_->page()->findChild<ValuesPopup*>() == nullptr);
    }

    /// With a list of values open: what shows facets goes before them.
    void facetsOutliveWhatShowsThem() {
        ResourcePage& page = *rig_->page();
        page.openColumnFacet(1);
        page.table().setFocus();
        page.table().setCurrentIndex(page.table().model()->index(0, 2));
        QTest::keyClick(&page.table(), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(page.findChild<ValuesPopup*>() != nullptr);
        int shown = 0;
        int lived = 0;
        for (const FacetSection* section : page.findChildren<FacetSection*>()) {
            ++shown;
            connect(section, &QObject::destroyed, this,
                    [&lived, facet = QPointer<Facet>(&section->facet())] { lived += facet.isNull() ? 0 : 1; });
        }
        QVERIFY(shown >= 2);
        rig_.reset();
        QCOMPARE(lived, shown);
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
    /// The table with columns of which there is only room for some.
    TableView& widened() {
        TableView& table = rig_->page()->table();
        for (int column = 0; column < 5; ++column)
            table.columns().resizeSection(column, 600);
        (void)QTest::qWaitFor([&] { return table.horizontalScrollBar()->maximum() > 600; });
        return table;
    }
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
