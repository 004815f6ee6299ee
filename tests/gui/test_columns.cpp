#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "views/inspector/inspector.h"
#include "views/table/columnarrangement.h"
#include "views/table/columnspopup.h"
#include "views/table/frozencolumns.h"
#include "views/table/tableview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Arranging columns, by mouse and by keyboard alone, in the real window.
class TestColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        openTable();
    }
    void cleanup() { rig_.reset(); }

    void hidesAndShowsByTheList();
    void findsAColumnByName();
    void theLastColumnStays();
    void movesByKeys();
    void frozenColumnsStay();
    void clicksOnFrozenColumnsAreClicksOnTheTable();
    void lettersLeadNowhere();
    void withoutRowsNothingFreezes();
    void drawsAgainAfterUpdatesWereOff();
    void fitsByDoubleClick();
    void headerMenuArranges();
    void sortsByKeys();
    void layoutIsKeptPerResource();
    void aPathIsFoundByItsLastName();
    void aPathBecomesAColumnByKeys();
    void aPartOfABrnBecomesAColumn();
    void anAddedColumnIsOneOfThem();
    void selectedRowsHaveAddedColumns();

private:
    void openTable() {
        rig_->desk->window().resize(900, 600);
        QVERIFY(rig_->openTable(u"relations.csv"_s, QByteArray::fromStdString(relationsCsv(300))));
    }
    [[nodiscard]] TableView& view() const { return rig_->page()->table(); }
    [[nodiscard]] ColumnArrangement& columns() const { return view().arrangement(); }
    /// The names of the shown columns, from left to right.
    [[nodiscard]] QString shown() const {
        QStringList names;
        for (const int column : columns().shown())
            names << columns().name(column);
        return names.join(u'|');
    }
    [[nodiscard]] int named(const QString& name) const {
        for (const int column : columns().all())
            if (columns().name(column) == name) return column;
        return -1;
    }
    void goTo(const QString& column) const { view().setCurrentIndex(view().model()->index(0, named(column))); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] ColumnsPopup* openList() const {
        (void)QTest::qWaitFor([this] { return view().findChild<ColumnsPopup*>() == nullptr; }); // the one before
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        return view().findChild<ColumnsPopup*>();
    }
    /// A click into the header of a column.
    void chooseInHeaderMenu(const QString& column, const QString& entry) const {
        Q_EMIT view().columns().menuRequested(named(column), view().mapToGlobal(QPoint(50, 50)));
        auto* menu = view().findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        const auto actions = menu->actions();
        const auto found =
            std::ranges::find_if(actions, [&](const QAction* action) { return action->text().remove(u'&') == entry; });
        QVERIFY(found != actions.end());
        (*found)->trigger();
        menu->close();
        QTRY_VERIFY(view().findChild<QMenu*>() == nullptr);
    }

    std::unique_ptr<Rig> rig_;
};

namespace {

const auto allColumns =
    u"App|Timestamp|Integration|Parent Entity BRN|Entity BRN|Entity Type|Source System|Metadata Version|Metadata"_s;

} // namespace

void TestColumns::hidesAndShowsByTheList() {
    QCOMPARE(shown(), allColumns); // what is computed is hidden at first
    ColumnsPopup* list = openList();
    QVERIFY(list != nullptr);
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"vers"_s);
    QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!shown().contains(u"Metadata Version"_s));
    QVERIFY(rig_->page()->facts().hidden.startsWith(u'2')); // and parent_type
    auto* items = list->findChild<QListWidget*>();
    items->currentItem()->setCheckState(Qt::Checked); // as a click does
    QCOMPARE(shown(), allColumns);
    list->close();
}

void TestColumns::findsAColumnByName() {
    ColumnsPopup* list = openList();
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"PARENT_"_s); // a hidden one, in other letters
    QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(view().currentIndex().column(), named(u"parent_type"_s));
    QVERIFY(columns().isShown(named(u"parent_type"_s)));
    QVERIFY(view().viewport()->rect().contains(view().visualRect(view().currentIndex()).center()));
    QTRY_VERIFY(view().hasFocus());
    QVERIFY(view().findChild<ColumnsPopup*>() == nullptr || !view().findChild<ColumnsPopup*>()->isVisible());
}

void TestColumns::theLastColumnStays() {
    for (int i = 0; i < 20; ++i)
        key(Qt::Key_H, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(columns().shown().size(), 1U);
    QVERIFY(!view().isColumnHidden(view().currentIndex().column()));
    rig_->action(u"As at first"_s).trigger();
    QCOMPARE(shown(), allColumns);
}

void TestColumns::movesByKeys() {
    goTo(u"Timestamp"_s);
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(shown().startsWith(u"Timestamp|App|"_s));
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier); // no further
    QVERIFY(shown().startsWith(u"Timestamp|App|"_s));
    key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), allColumns);
}

void TestColumns::frozenColumnsStay() {
    goTo(u"Timestamp"_s);
    key(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(columns().frozen(), 2);
    auto* frozen = view().findChild<FrozenColumns*>();
    QVERIFY(frozen != nullptr && frozen->isVisible());
    const int width = view().columnWidth(0) + view().columnWidth(1);
    QCOMPARE(frozen->width(), width);
    // To the last column and the last row: both views go together, and nothing current lies below the frozen ones.
    key(Qt::Key_End);
    QVERIFY(view().horizontalScrollBar()->value() > 0);
    key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(frozen->verticalScrollBar()->value(), view().verticalScrollBar()->value());
    QVERIFY(view().verticalScrollBar()->value() > 0);
    for (int i = 0; i < 5; ++i) {
        key(Qt::Key_Left);
        QVERIFY(view().visualRect(view().currentIndex()).left() >= width);
    }
    // Among the frozen ones nothing scrolls.
    goTo(u"Integration"_s);
    view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->maximum());
    const int before = view().horizontalScrollBar()->value();
    goTo(u"App"_s);
    QCOMPARE(view().horizontalScrollBar()->value(), before);
    QVERIFY(frozen->visualRect(view().currentIndex()).isValid());
    // Sorted, resized and hidden columns go on.
    rig_->page()->session().setSort({{.operand = ColumnId{0}, .descending = true}});
    QTRY_COMPARE(static_cast<ColumnHeader*>(frozen->horizontalHeader())->sortMarks().size(), 1U);
    frozen->horizontalHeader()->resizeSection(0, 200);
    QCOMPARE(view().columnWidth(0), 200);
    goTo(u"Timestamp"_s);
    key(Qt::Key_H, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(columns().frozen(), 1);
    goTo(u"App"_s);
    key(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(columns().frozen(), 0);
    QVERIFY(view().findChild<FrozenColumns*>() == nullptr);
}

void TestColumns::clicksOnFrozenColumnsAreClicksOnTheTable() {
    columns().freeze(1);
    auto* frozen = view().findChild<FrozenColumns*>();
    const QModelIndex cell = view().model()->index(3, 0);
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, frozen->visualRect(cell).center());
    QCOMPARE(view().currentIndex(), cell);
    QCOMPARE(view().selectedRows(), 1);
    QTRY_VERIFY(view().hasFocus());
    const QPoint head(20, frozen->horizontalHeader()->height() / 2);
    QTest::mouseClick(frozen->horizontalHeader()->viewport(), Qt::LeftButton, {}, head);
    QTRY_COMPARE(rig_->page()->session().sort().size(), 1U);
}

void TestColumns::lettersLeadNowhere() {
    goTo(u"App"_s); // okta in each row
    const QModelIndex before = view().currentIndex();
    QTest::keyClicks(&view(), u"okta"_s);
    QCOMPARE(view().currentIndex(), before);
}

void TestColumns::withoutRowsNothingFreezes() {
    QVERIFY(rig_->openTable(u"none.csv"_s, "a,b,c\n"));
    QVERIFY(!view().currentIndex().isValid());
    for (const auto& command : {u"Freeze up to it, or none"_s, u"Hide the current column"_s, u"Fit its width"_s})
        rig_->action(command).trigger();
    columns().toggleFrozenUpTo(-1);
    QCOMPARE(columns().frozen(), 0);
    QCOMPARE(shown(), u"a|b|c"_s);
}

/// As they are while a stack of pages shows another one.
void TestColumns::drawsAgainAfterUpdatesWereOff() {
    view().setUpdatesEnabled(false);
    columns().reset();
    columns().freeze(1);
    view().setUpdatesEnabled(true);
    QVERIFY(view().columns().updatesEnabled());
    QVERIFY(view().findChild<FrozenColumns*>()->horizontalHeader()->updatesEnabled());
}

void TestColumns::fitsByDoubleClick() {
    const int column = named(u"Metadata"_s);
    view().setColumnWidth(column, 60);
    view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->maximum());
    const QHeaderView& header = *view().horizontalHeader();
    const QPoint edge(header.sectionViewportPosition(column) + header.sectionSize(column) - 2, header.height() / 2);
    QTest::mouseDClick(header.viewport(), Qt::LeftButton, {}, edge);
    QVERIFY(view().columnWidth(column) > 200);
    goTo(u"Metadata Version"_s);
    const int wide = view().columnWidth(named(u"Metadata Version"_s));
    key(Qt::Key_W, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(view().columnWidth(named(u"Metadata Version"_s)) < wide + 60);
}

void TestColumns::headerMenuArranges() {
    chooseInHeaderMenu(u"App"_s, u"Hide"_s);
    QVERIFY(!shown().contains(u"App|"_s));
    chooseInHeaderMenu(u"Integration"_s, u"Move left"_s);
    QVERIFY(shown().startsWith(u"Integration|Timestamp|"_s));
    chooseInHeaderMenu(u"Integration"_s, u"Freeze up to here"_s);
    QCOMPARE(columns().frozen(), 1);
    chooseInHeaderMenu(u"Integration"_s, u"Sort descending"_s);
    chooseInHeaderMenu(u"Timestamp"_s, u"Then by this, ascending"_s);
    const std::vector<SortMark> expected{{named(u"Integration"_s), true}, {named(u"Timestamp"_s), false}};
    QTRY_COMPARE(view().columns().sortMarks(), expected);
    chooseInHeaderMenu(u"Timestamp"_s, u"File order"_s);
    QTRY_VERIFY(view().columns().sortMarks().empty());
    chooseInHeaderMenu(u"Integration"_s, u"All columns as at first"_s);
    QCOMPARE(shown(), allColumns);
    QCOMPARE(columns().frozen(), 0);
}

void TestColumns::sortsByKeys() {
    const auto order = [this] {
        QStringList keys;
        for (const SortMark& mark : view().columns().sortMarks())
            keys << columns().name(mark.column) + (mark.descending ? u" down"_s : u" up"_s);
        return keys.join(u", "_s);
    };
    goTo(u"Entity Type"_s);
    key(Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(order(), u"Entity Type up"_s);
    goTo(u"Timestamp"_s);
    key(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(order(), u"Entity Type up, Timestamp up"_s);
    key(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(order(), u"Entity Type up, Timestamp down"_s);
    QCOMPARE(rig_->page()->facts().sorted, u"Sorted by Entity Type, then Timestamp"_s);
    key(Qt::Key_Period, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(order(), QString());
    QTRY_COMPARE(view().model()->index(0, 0).data(RowNumberRole).toInt(), 1);
}

void TestColumns::layoutIsKeptPerResource() {
    columns().setShown(named(u"App"_s), false);
    columns().move(named(u"Entity Type"_s), -9);
    columns().freeze(1);
    view().setColumnWidth(named(u"Metadata"_s), 333);
    const QString arranged = shown();
    QTest::qWait(600); // it is kept when people pause
    rig_->restart();
    openTable();
    QCOMPARE(shown(), arranged);
    QCOMPARE(columns().frozen(), 1);
    QCOMPARE(view().columnWidth(named(u"Metadata"_s)), 333);
    // Another resource has its own.
    rig_->desk->openFiles({rig_->write(u"labels.csv"_s, "ID,Name,Color,Icon,Type\n1,n,red,,t\n")});
    QTRY_VERIFY(rig_->waitForLoad(*rig_->page()) && columns().all().size() < 9);
    QCOMPARE(columns().frozen(), 0);
}

void TestColumns::aPathIsFoundByItsLastName() {
    ColumnsPopup* list = openList();
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"privilegen"_s);
    QTRY_VERIFY(!list->findChild<QPushButton*>()->isHidden()); // once paths are found
    key(Qt::Key_Return);
    QTRY_VERIFY(shown().endsWith(u"|privilegeName|Metadata"_s));
}

void TestColumns::aPathBecomesAColumnByKeys() {
    ColumnsPopup* list = openList();
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"metadata.privilegeName"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(shown().endsWith(u"|privilegeName|Metadata"_s)); // before what it is read from
    const int column = named(u"privilegeName"_s);
    QCOMPARE(view().currentIndex().column(), column);
    QCOMPARE(view().currentIndex().data().toString(), u"role0"_s);
    QVERIFY(view().hasFocus());
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&view());
    QCOMPARE(table->child(1 + column)->text(QAccessible::Name), u"metadata.privilegeName"_s); // of the header

    key(Qt::Key_Return, Qt::ControlModifier); // filter by its value
    QTRY_COMPARE(rig_->page()->session().filterStatus().appliedText, u"metadata.privilegeName = role0"_s);
    QTRY_COMPARE(rig_->page()->session().filterStatus().shown, 43U);

    rig_->page()->table().setFocus();
    list = openList(); // once more: there is one already
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"metadata.privilegeName"_s);
    key(Qt::Key_Return);
    QCOMPARE(shown().count(u"privilegeName"_s), 1);

    list = openList(); // what can't be one is said
    QSignalSpy said(rig_->page(), &ResourcePage::said);
    QTest::keyClicks(list->findChild<QLineEdit*>(), u"app.x"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(shown().count(u'|'), 9);
}

void TestColumns::aPartOfABrnBecomesAColumn() {
    chooseInHeaderMenu(u"Entity BRN"_s, u"Add its type as a column"_s);
    QVERIFY(shown().contains(u"|Entity BRN type|Entity BRN|"_s));
    QCOMPARE(view().currentIndex().data().toString(), u"connection"_s);
    chooseInHeaderMenu(u"Entity BRN type"_s, u"Remove this column"_s);
    QCOMPARE(shown(), allColumns);
    QVERIFY(view().currentIndex().isValid());
}

void TestColumns::anAddedColumnIsOneOfThem() {
    Q_EMIT view().columnRequested(u"metadata.privilegeName"_s);
    Q_EMIT view().columnRequested(u"metadata.privilegeValue"_s);
    const auto marks = [this] { return view().columns().sortMarks().size(); };
    const int column = named(u"privilegeName"_s);
    goTo(u"privilegeName"_s);
    key(Qt::Key_Period, Qt::ControlModifier);
    key(Qt::Key_Period, Qt::ControlModifier); // descending
    QTRY_COMPARE(view().model()->index(0, column).data().toString(), u"role6"_s);
    QCOMPARE(rig_->page()->facts().sorted, u"Sorted by privilegeName"_s);
    columns().move(column, -8);
    QVERIFY(shown().startsWith(u"privilegeName|App"_s));
    columns().freeze(1);
    view().setColumnWidth(column, 222);
    columns().setShown(named(u"privilegeValue"_s), false);
    const QString arranged = shown();
    QTest::qWait(600); // it is kept when people pause
    rig_->restart();
    openTable();
    QCOMPARE(shown(), arranged);
    QCOMPARE(columns().frozen(), 1);
    QCOMPARE(view().columnWidth(named(u"privilegeName"_s)), 222);
    QVERIFY(!columns().isShown(named(u"privilegeValue"_s)));

    goTo(u"privilegeName"_s);
    key(Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(marks(), std::size_t{1});
    columns().remove(named(u"privilegeName"_s)); // and with it the order by it
    QTRY_COMPARE(marks(), std::size_t{0});
    QCOMPARE(columns().frozen(), 0);
    columns().reset();
    QCOMPARE(shown(), allColumns);
    QCOMPARE(named(u"privilegeValue"_s), -1);
}

void TestColumns::selectedRowsHaveAddedColumns() {
    view().selectRow(2);
    Q_EMIT view().columnRequested(u"metadata.privilegeName"_s);
    const QModelIndex added = view().model()->index(2, named(u"privilegeName"_s));
    QVERIFY(added.isValid());
    QVERIFY(view().selectionModel()->isSelected(added));
    QVERIFY(!view().selectionModel()->isSelected(added.siblingAtRow(1)));
    QCOMPARE(view().selectedRows(), 1);
}

QTEST_MAIN(TestColumns)
#include "test_columns.moc"
