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
    /// A copy of a file has no tenant: nothing beside it is asked.
    void filesAloneHaveNone() {
        Rig rig;
        QVERIFY(rig.openTable(u"relations.csv"_s, "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,"
                                                  "Source System,Metadata Version,Metadata\n"
                                                  "okta,2024-01-01,okta/1,brn:bid:balkanid:::T1:identity:a,"
                                                  "brn:bid:balkanid:::T1:resource:r,resource,okta,v1,{}\n"));
        const QModelIndex brn = rig.page()->session().model()->find(RowId{0}, ColumnId{3});
        rig.page()->table().setCurrentIndex(brn);
        QCOMPARE(brn.data().toString(), u"a"_s);
        QVERIFY(!brn.data(BrnNameRole).isValid());
    }
};

QTEST_MAIN(TestNames)
#include "test_names.moc"
