#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "views/inspector/inspector.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/recordview.h"
#include "views/mainwindow/mainwindow.h"
#include "views/table/tableview.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What BRNs of a table are called, where the tenant's entities are there.
class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsLookedAtHaveNames() {
        Rig rig;
        QVERIFY(rig.fetchSample());
        ResourcePage& page = *rig.page();
        TableModel& model = *page.session().model();
        const auto column = model.table()->find("parent_entity_brn");
        QVERIFY(column);
        const QModelIndex brn = model.find(RowId{0}, *column);
        page.table().setCurrentIndex(brn);
        QTRY_VERIFY_WITH_TIMEOUT(brn.data(BrnNameRole).isValid(), 20'000);
        const QString name = brn.data(BrnNameRole).toString();
        QVERIFY(brn.data(Qt::ToolTipRole).toString().contains(name.toHtmlEscaped()));
        QVERIFY(!brn.data().toString().contains(name)); // the cell stays the file's
    }
    /// Files that were opened are looked at as those of one tenant are, once they are copied.
    void filesNameEachOther() {
        Rig rig;
        QVERIFY(rig.openTable(u"entities.csv"_s, "BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source "
                                                 "ID,Source Type,Metadata Version,Metadata\n"
                                                 "brn:bid:balkanid:::T1:identity:a,2024-01-01,okta,okta/1,Ada,identity,"
                                                 "okta,1,user,v1,{}\n"));
        QVERIFY(rig.openTable(u"relations.csv"_s, "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,"
                                                  "Source System,Metadata Version,Metadata\n"
                                                  "okta,2024-01-01,okta/1,brn:bid:balkanid:::T1:identity:a,"
                                                  "brn:bid:balkanid:::T1:resource:r,resource,okta,v1,{}\n"));
        TableView& table = rig.page()->table();
        const TableModel& model = *rig.page()->session().model();
        const QModelIndex named = model.find(RowId{0}, ColumnId{3});
        const QModelIndex nameless = model.find(RowId{0}, ColumnId{4});
        const auto isNamed = [&] {
            for (const QModelIndex& cell : {nameless, named})
                table.setCurrentIndex(cell); // people move about until then
            return named.data(BrnNameRole).isValid();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isNamed(), 20'000);
        QCOMPARE(named.data(BrnNameRole).toString(), u"Ada"_s);
        QVERIFY(!nameless.data(BrnNameRole).isValid());
    }
};

QTEST_MAIN(TestNames)
#include "test_names.moc"
