#include "models/items/noticemodel.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

class TestNoticeModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leadsToTheCell() {
        NoticeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.total(), 0U);
        const TablePtr table = tableOf("ID,Name,Status,Metadata\n1,Okta,active,{}\n2,Box,active,{\n3,short\n");
        model.setTable(table);
        QCOMPARE(model.total(), table->notices().total());
        QStringList seen;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            QVERIFY(!index.data().toString().isEmpty());
            const auto kind = static_cast<NoticeKind>(index.data(NoticeKindRole).toInt());
            QCOMPARE(kind, model.at(index).kind);
            seen << u"%1: %2 %3"_s.arg(kind == NoticeKind::BrokenJson ? u"JSON"_s
                                       : kind == NoticeKind::ShortRow ? u"short"_s
                                                                      : u"other"_s,
                                       index.data(NoticeRowRole).toString(), index.data(NoticeColumnRole).toString());
        }
        seen.sort();
        QCOMPARE(seen.join(u", "_s), u"JSON: 1 3, short: 2 "_s);
        model.setTable(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void notesAboutTheHeaderLeadNowhere() {
        NoticeModel model;
        model.setTable(tableOf("ID,Status\n1,active\n", &schemas::integrations));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(static_cast<NoticeKind>(model.index(0).data(NoticeKindRole).toInt()),
                 NoticeKind::MissingRequiredColumn);
        QVERIFY(model.index(0).data().toString().contains(u"Name"_s));
        QVERIFY(!model.index(0).data(NoticeRowRole).isValid());
        QVERIFY(!model.index(0).data(NoticeColumnRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestNoticeModel)
#include "test_noticemodel.moc"
