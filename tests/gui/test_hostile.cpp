#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "tests/gui/rig.h"
#include "views/filter/filterbar.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Data that would be markup, controls or mnemonics, through every widget that shows it.
class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dataIsNeverMarkup();
    void oddNamesAreVisible();
    void hugeCellsPaintQuickly();
};

void TestHostile::dataIsNeverMarkup() {
    Rig rig;
    const QByteArray image = "<img src=/dev/zero>";
    const QByteArray csv = "id,name," + image + "\n1," + image + ",\"{\"\"<b>k</b>\"\": \"\"" + image + "\"\"}\"\n";
    rig.desk->openFiles({rig.write(u"<b>hostile & [*]<img src=x>.csv"_s.remove(u'/'), csv)});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    rig.page()->filterBar().setText(QString::fromLatin1(image) + u" = <b>"_s);
    rig.desk->window().setTransfersShown(true);
    rig.desk->window().say(QString::fromLatin1(image));
    QTest::qWait(300);
    for (const QLabel* label : rig.desk->window().findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    for (const QWidget* widget : rig.desk->window().findChildren<QWidget*>())
        QVERIFY2(!widget->toolTip().contains(u"<img"_s), qPrintable(widget->toolTip()));
    const QAbstractItemModel& model = *rig.page()->table().model();
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.index(0, column).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
    QVERIFY(!rig.desk->window().grab().isNull());
}

void TestHostile::oddNamesAreVisible() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"odd.csv"_s, "id,name\n1,evil\xE2\x80\xAEtxt.exe\n2,a\nb\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    const QModelIndex cell = rig.page()->table().model()->index(0, 1);
    QVERIFY(cell.data().toString().contains(u"[U+202E]"_s));
    QVERIFY(!cell.data(MarksRole).value<QList<DisplayMark>>().isEmpty());
    QCOMPARE(cell.data(RawTextRole).toString(), u"evil\u202Etxt.exe"_s);
    QVERIFY(!rig.desk->window().grab().isNull());
}

void TestHostile::hugeCellsPaintQuickly() {
    Rig rig;
    const QByteArray huge = "{\"\"k\"\":\"\"" + QByteArray(1'000'000, 'x') + "\"\"}";
    rig.desk->openFiles({rig.write(u"huge.csv"_s, "id,entity_filter,name,created_at,updated_at\n1,\"" + huge +
                                                      "\",n,2024-01-01,2024-01-01\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    (void)rig.page()->table().viewport()->grab(); // fonts and caches are warm now
    QElapsedTimer clock;
    clock.start();
    (void)rig.page()->table().viewport()->grab();
    QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
}

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"
