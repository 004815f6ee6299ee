#include "models/items/labelgallerymodel.h"
#include "models/items/qualitymodel.h"
#include "models/json/secrets.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/inspector/comparisonpane.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/recordpane.h"
#include "views/labels/labeldock.h"
#include "views/labels/labelgallery.h"
#include "views/mainwindow/mainwindow.h"
#include "views/notices/noticespanel.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// Somebody with a mouse, who counts.
struct Hand {
    int clicks = 0;

    void click(QAbstractItemView& view, const QModelIndex& index) {
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
        ++clicks;
    }
    void click(QWidget& widget) {
        QTest::mouseClick(&widget, Qt::LeftButton);
        ++clicks;
    }
};

QPushButton* buttonWith(QWidget& parent, const QString& words) {
    for (auto* button : parent.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().remove(u'&').contains(words)) return button;
    return nullptr;
}

/// The item of a view that is called so, at any depth.
QModelIndex itemCalled(const QAbstractItemModel& model, const QString& name, const QModelIndex& parent = {}) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == name) return index;
        if (const QModelIndex below = itemCalled(model, name, index); below.isValid()) return below;
    }
    return {};
}

} // namespace

/// Questions of people, from the start page to the answer, with every click counted; and what else is found by looking.
class TestWalks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void privilegedLabelsOfPoorContrastAndWhoUsesThem();
    void oldAdminGrantsOfOkta();
    void severalRowsSideBySide();
    void manyRowsAreCutAndSaidSo();
    void everyCheckLeadsToItsRows();
    void theFilterRowIsRemembered();
    void theFacetsAreRemembered();
};

/// Which privileged entitlement labels have poor contrast on dark, and which insights use them?
void TestWalks::privilegedLabelsOfPoorContrastAndWhoUsesThem() {
    Rig rig;
    Hand hand;
    MainWindow& window = rig.desk->window();
    hand.click(*buttonWith(window.startPage(), u"sample"_s));
    QTRY_VERIFY_WITH_TIMEOUT(rig.desk->transfers().counts().done > 5 && rig.desk->transfers().counts().running == 0 &&
                                 rig.desk->transfers().counts().queued == 0,
                             patienceMs);
    auto* tree = window.sideBar().findChild<QTreeView*>();
    hand.click(*tree, itemCalled(*tree->model(), u"Labels"_s));
    QTRY_VERIFY_WITH_TIMEOUT(rig.page() != nullptr && rig.page()->session().table() != nullptr &&
                                 rig.page()->session().table()->schema() == &schemas::labels,
                             patienceMs);
    ResourcePage& page = *rig.page();
    QVERIFY(rig.waitForLoad(page));
    QTRY_VERIFY_WITH_TIMEOUT(buttonWith(page, u"below 4.5 on dark"_s) != nullptr, patienceMs);
    hand.click(*buttonWith(page, u"below 4.5 on dark"_s));
    QTRY_COMPARE(page.session().filterStatus().appliedText, u"contrast_dark < 4.5"_s);
    QTRY_VERIFY(!page.session().filterStatus().evaluating);
    auto* gallery = page.findChild<LabelGallery*>();
    QVERIFY(gallery != nullptr && gallery->isVisible());
    const QModelIndex entitlements = gallery->model()->index(0, 0); // the first of the groups
    QCOMPARE(entitlements.data().toString(), u"Entitlement"_s);
    const QModelIndex label = itemCalled(*gallery->model(), u"Break-glass"_s, entitlements);
    QVERIFY(label.isValid());
    hand.click(*gallery, label);
    auto* uses = page.dock()->findChild<QListWidget*>();
    QTRY_COMPARE_WITH_TIMEOUT(uses->count(), 2, patienceMs);
    QCOMPARE(uses->item(0)->text(), u"Break-glass grants nobody reviewed"_s);
    QVERIFY2(hand.clicks <= 6, qPrintable(QString::number(hand.clicks)));
}

/// Which admin grants of Okta are older than 90 days? One line.
void TestWalks::oldAdminGrantsOfOkta() {
    Rig rig;
    Hand hand;
    hand.click(*buttonWith(rig.desk->window().startPage(), u"sample"_s));
    QTRY_VERIFY_WITH_TIMEOUT(rig.page() != nullptr && rig.waitForLoad(*rig.page()), patienceMs); // Okta's, by itself
    const QString line = u"metadata.privilegeName = admin and timestamp < -90d"_s;
    QTest::keyClick(&rig.desk->window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(rig.filter(*rig.page(), line));
    const FilterStatus status = rig.page()->session().filterStatus();
    QCOMPARE(status.appliedText, line);
    QVERIFY(status.shown > 0 && status.shown < status.total);
    QCOMPARE(hand.clicks, 1);
    // The rows say so themselves.
    const Table& table = *rig.page()->session().table();
    const TableModel& model = *rig.page()->session().model();
    const ColumnId metadata = *table.find("metadata");
    for (int row = 0; row < model.rowCount(); row += 1 + model.rowCount() / 100)
        QVERIFY(QByteArray::fromStdString(std::string(table.cell(model.row(model.index(row, 0)), metadata)))
                    .contains("\"admin\""));
}

void TestWalks::severalRowsSideBySide() {
    Rig rig;
    const QByteArray csv = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                           "Version,Metadata\n"
                           "okta,2024-01-01,i,a,b,identity,s,1,\"{\"\"role\"\":\"\"admin\"\",\"\"n\"\":1}\"\n"
                           "okta,2024-01-02,i,a,c,identity,s,1,\"{\"\"role\"\":\"\"owner\"\",\"\"n\"\":1}\"\n"
                           "okta,2024-01-03,i,a,d,identity,s,1,\"[{\"\"key\"\":\"\"t\"\",\"\"type\"\":\"\"secret\"\","
                           "\"\"value\"\":\"\"hunter2\"\"}]\"\n";
    QVERIFY(rig.openTable(u"relations.csv"_s, csv));
    Inspector& inspector = rig.desk->window().inspector();
    ComparisonPane& pane = inspector.comparison();
    QVERIFY(!pane.isVisible());
    TableView& table = rig.page()->table();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier); // by keyboard alone
    QTRY_VERIFY(pane.isVisible());
    QTRY_COMPARE(textOf(*pane.view().model()), uR"(role|"admin"|"owner" / n|1|1)"_s);
    QVERIFY(inspector.record().isVisible()); // of the current row
    pane.view().setFocus();
    QTest::keyClick(&pane.view(), Qt::Key_Right);
    QTest::keyClick(&pane.view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"admin"_s);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&pane.view());
    QVERIFY(access != nullptr && !access->text(QAccessible::Name).isEmpty());
    QTest::mouseClick(&pane.onlyDifferences(), Qt::LeftButton);
    QCOMPARE(pane.view().model()->rowCount(), 1);
    QTest::mouseClick(&pane.onlyDifferences(), Qt::LeftButton);
    // Secrets are dots, and are not copied.
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(pane.view().model()->columnCount(), 4);
    QTRY_VERIFY(textOf(*pane.view().model())
                    .contains(QString::fromUtf8(secretDots.data(), static_cast<qsizetype>(secretDots.size()))));
    QVERIFY(!textOf(*pane.view().model()).contains(u"hunter"_s));
    // One row alone is looked at as ever.
    QTest::keyClick(&table, Qt::Key_Up);
    QTRY_VERIFY(!pane.isVisible());
    // Copying is about what has the keyboard.
    JsonView& tree = inspector.tree();
    QTRY_VERIFY(itemCalled(*tree.model(), u"role"_s).isValid());
    tree.setFocus();
    tree.setCurrentIndex(itemCalled(*tree.model(), u"role"_s));
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"owner"_s);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"okta"_s);
}

void TestWalks::manyRowsAreCutAndSaidSo() {
    Rig rig;
    QVERIFY(rig.openTable(u"relations.csv"_s, QByteArray::fromStdString(relationsCsv(50))));
    rig.page()->table().selectAll();
    ComparisonPane& pane = rig.desk->window().inspector().comparison();
    QTRY_VERIFY(pane.isVisible());
    QTRY_COMPARE(pane.view().model()->columnCount(), 1 + ComparisonPane::mostRows);
    QCOMPARE(pane.note(), u"The first 8 of the 50 chosen rows."_s);
}

/// Each check of the quality panel: its rows are those it counted, or are visited one by one.
void TestWalks::everyCheckLeadsToItsRows() {
    Rig rig;
    QVERIFY(rig.fetchSample());
    ResourcePage& page = *rig.page();
    rig.action(u"Transfers and notices"_s).setChecked(true);
    auto* panel = rig.desk->window().findChild<NoticesPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->quality().rowCount() > 0, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->quality().isChecking(), patienceMs);
    const auto checks = checkQuality(*page.session().table());
    QCOMPARE(static_cast<std::size_t>(panel->quality().rowCount()), checks->size());
    const int before = panel->activity().rowCount(); // transfers and keys are listed first
    int filters = 0;
    for (std::size_t i = 0; i < checks->size(); ++i) {
        const QModelIndex check = panel->list().model()->index(before + static_cast<int>(i), 0);
        const QString filter = check.data(QualityFilterRole).toString();
        panel->list().setFocus();
        panel->list().setCurrentIndex(check);
        QTest::keyClick(&panel->list(), Qt::Key_Return);
        if (!filter.isEmpty()) {
            ++filters;
            QTRY_COMPARE_WITH_TIMEOUT(page.session().filterStatus().appliedText, filter, patienceMs);
            QTRY_VERIFY(!page.session().filterStatus().evaluating);
            QCOMPARE(std::uint64_t{page.session().filterStatus().shown}, (*checks)[i].count);
            QCOMPARE(page.filterBar().text(), filter); // it is seen
            page.filterBar().setText({});
            QTRY_COMPARE(page.session().filterStatus().shown, page.session().filterStatus().total);
        } else if (!(*checks)[i].rows.empty()) {
            const RowId row = (*checks)[i].rows.front();
            QTRY_COMPARE(page.session().model()->row(page.table().currentIndex()), row);
        }
    }
    QVERIFY(filters > 0);
}

void TestWalks::theFilterRowIsRemembered() {
    Rig rig;
    QVERIFY(rig.openTable(u"a.csv"_s, QByteArray::fromStdString(relationsCsv(5))));
    QAction& shown = rig.action(u"Filter row below the columns"_s);
    QVERIFY(shown.isCheckable() && shown.isChecked() && rig.page()->filterRow().isShown());
    shown.trigger();
    QVERIFY(!rig.page()->filterRow().isShown());
    rig.restart();
    QVERIFY(rig.openTable(u"b.csv"_s, QByteArray::fromStdString(relationsCsv(6))));
    QVERIFY(!rig.action(u"Filter row below the columns"_s).isChecked());
    QVERIFY(!rig.page()->filterRow().isShown());
    // Who wants to type into it has it again, and the menu says so.
    rig.page()->table().setCurrentIndex(rig.page()->table().model()->index(0, 0));
    rig.action(u"Filter under the current column"_s).trigger();
    QVERIFY(rig.page()->filterRow().isShown() && rig.action(u"Filter row below the columns"_s).isChecked());
}

void TestWalks::theFacetsAreRemembered() {
    Rig rig;
    QVERIFY(rig.openTable(u"a.csv"_s, QByteArray::fromStdString(relationsCsv(5))));
    QVERIFY(!rig.page()->facets().board().names().contains(u"app"_s));
    rig.page()->openFacet(*parseOperand("app"));
    const QStringList chosen = rig.page()->facets().board().names();
    QVERIFY(chosen.contains(u"app"_s));
    rig.restart();
    QVERIFY(rig.openTable(u"b.csv"_s, QByteArray::fromStdString(relationsCsv(6))));
    QCOMPARE(rig.page()->facets().board().names(), chosen);
    // What a table lacks is not forgotten.
    std::string other = relationsCsv(7);
    other.replace(other.find("Source System"), 13, "Origin Is Odd");
    rig.page()->openFacet(*parseOperand("source_system"));
    const QStringList more = rig.page()->facets().board().names();
    QVERIFY(rig.openTable(u"d.csv"_s, QByteArray::fromStdString(other)));
    QVERIFY(!rig.page()->facets().board().names().contains(u"source_system"_s));
    QVERIFY(rig.openTable(u"e.csv"_s, QByteArray::fromStdString(relationsCsv(8))));
    QCOMPARE(rig.page()->facets().board().names(), more);
    // Of this resource alone.
    QVERIFY(rig.openTable(u"c.csv"_s, "x,y\n1,2\n"));
    QVERIFY(!rig.page()->facets().board().names().contains(u"app"_s));
}

QTEST_MAIN(TestWalks)
#include "test_walks.moc"
