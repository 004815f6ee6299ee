#include "models/schema/entityrelations.h"
#include "models/schema/integrations.h"
#include "tests/gui/rig.h"
#include "views/parts/page.h"
#include "views/sidebar/navigation.h"
#include "views/sidebar/sidebar.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Several snapshots as one table.
class TestTogether : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->fetchSample()); // once for all
    }
    void init() {
        rig_->closePages();
        QVERIFY(rig_->openResource("entity-relations", "Okta"));
    }
    void cleanupTestCase() { rig_.reset(); }

    void theResourceOpensAllOfIt();
    void selectedSnapshotsOpenAsOne();
    void cellsLeadToTheirOwnTenant();

private:
    [[nodiscard]] SideBar& side() const { return rig_->desk->window().sideBar(); }
    [[nodiscard]] const Table& table() const { return *rig_->page()->session().table(); }
    [[nodiscard]] QTreeView& tree() const { return *side().findChild<QTreeView*>(); }

    std::unique_ptr<Rig> rig_;
};

void TestTogether::theResourceOpensAllOfIt() {
    const std::uint32_t one = table().rowCount();
    const QString resource = u"Entity Relations"_s;
    const auto found = tree().model()->match(tree().model()->index(0, 0), Qt::DisplayRole, resource);
    QVERIFY(!found.isEmpty());
    const QModelIndex line = found.front();
    QVERIFY(tree().isExpanded(line));
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(line).center());
    QTRY_VERIFY_WITH_TIMEOUT(rig_->page()->session().table() != nullptr && table().sources().size() > 1, 60'000);
    QVERIFY(rig_->waitForLoad(*rig_->page()));
    QVERIFY(tree().isExpanded(line));
    QCOMPARE(table().sources().size(), static_cast<std::size_t>(tree().model()->rowCount(line)));
    QVERIFY(table().rowCount() > one);
    QVERIFY(rig_->page()->facts().source.contains(QString::number(table().sources().size())));
    // Where a row comes from is a column, hidden at first.
    const auto source = table().find("source");
    QVERIFY(source && table().column(*source).isDerived());
    QVERIFY(!rig_->page()->table().arrangement().isShown(static_cast<int>(source->value)));
    const auto last = RowId{table().rowCount() - 1};
    const std::string name(table().cell(last, *source));
    QCOMPARE(name, table().sources().back().name);
    QVERIFY2(!name.contains('/'), name.c_str()); // of the library's folders nobody needs to know
    QVERIFY(rig_->filter(*rig_->page(), u"source = \"%1\""_s.arg(QString::fromStdString(name))));
    QTRY_COMPARE(rig_->page()->session().filterStatus().shown, table().rowCount() - table().sources().back().firstRow);
    // The row's number is that of its file.
    const QModelIndex first = rig_->page()->session().model()->index(0, 0);
    const QVariant tip = first.model()->headerData(0, Qt::Vertical, Qt::ToolTipRole);
    QVERIFY2(tip.toString().contains(QString::fromStdString(name)), qPrintable(tip.toString()));

    // Its chevron folds, and opens nothing.
    const QSignalSpy activated(&side(), &SideBar::resourceActivated);
    const QRect place = tree().visualRect(line);
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {},
                      QPoint(tree().viewport()->width() - 16, place.center().y()));
    QVERIFY(!tree().isExpanded(line));
    QCOMPARE(activated.count(), 0);
    tree().setCurrentIndex(line);
    QTest::keyClick(&tree(), Qt::Key_Right);
    QVERIFY(tree().isExpanded(line));
}

void TestTogether::selectedSnapshotsOpenAsOne() {
    auto* list = side().findChildren<QListView*>().back();
    for (QListView* each : side().findChildren<QListView*>())
        if (each->accessibleName() == u"Snapshots"_s) list = each;
    QList<QModelIndex> relations;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (const QModelIndex index = list->model()->index(row, 0);
            index.data(IconNameRole).toString() == u"relations"_s)
            relations << index;
    QVERIFY(relations.size() >= 2);
    QVERIFY(relations[0].data(Qt::AccessibleTextRole).toString().startsWith(u"Relations, "_s));
    for (const QModelIndex& index : relations) // they can be told apart at their beginnings
        QVERIFY(!index.data().toString().startsWith(u"Relations"_s));
    const QSignalSpy single(&side(), &SideBar::snapshotActivated);
    list->selectionModel()->select(relations[0], QItemSelectionModel::ClearAndSelect);
    list->scrollTo(relations[1]);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier, list->visualRect(relations[1]).center());
    QCOMPARE(single.count(), 0); // selecting opens nothing
    QCOMPARE(list->selectionModel()->selectedRows().size(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(rig_->page()->session().table() != nullptr && table().sources().size() == 2, 60'000);
    QVERIFY(rig_->waitForLoad(*rig_->page()));
    QCOMPARE(table().schema(), &schemas::entityRelations);

    // Different resources are no one table.
    QSignalSpy together(&side(), &SideBar::snapshotsActivated);
    ResourcePage* before = rig_->page();
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(together.count(), 1);
    QCOMPARE(rig_->page(), before);
}

/// What a cell of several exports names is looked for beside these exports, not among files that were opened.
void TestTogether::cellsLeadToTheirOwnTenant() {
    QVERIFY(rig_->openResource("entity-relations"));
    QTRY_VERIFY_WITH_TIMEOUT(rig_->page()->session().table() != nullptr && table().sources().size() > 1, 60'000);
    QVERIFY(rig_->waitForLoad(*rig_->page()));
    ResourcePage* relations = rig_->page();
    Q_EMIT relations->referenceRequested(RowId{0}, *table().find("integration"));
    QTRY_VERIFY_WITH_TIMEOUT(rig_->page() != nullptr && rig_->page() != relations, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig_->page()->session().table() != nullptr, 60'000);
    QCOMPARE(table().schema(), &schemas::integrations);
}

QTEST_MAIN(TestTogether)
#include "test_together.moc"
