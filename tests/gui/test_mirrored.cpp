#include "tests/gui/rig.h"
#include "views/inspector/inspector.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QImage>
#include <QPushButton>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether something is drawn on the ground between two x.
bool isInked(const QImage& image, int from, int to) {
    const QRgb ground = image.pixel(image.width() / 2, 2);
    for (int y = 2; y < image.height() - 2; ++y)
        for (int x = from; x < to; ++x)
            if (image.pixel(x, y) != ground) return true;
    return false;
}

} // namespace

/// The window from right to left, for languages that are written so.
class TestMirrored : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setLayoutDirection(Qt::RightToLeft); }
    void cleanupTestCase() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void panesChangeSides();
    void iconsLead();
    void keysFollowTheEye();
    void wideTablesBeginAtTheirFirstColumn();
    void buttonsTurnRound();
};

void TestMirrored::panesChangeSides() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"data.csv"_s, "id,name,note\n1,a,b\n2,c,d\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    MainWindow& window = rig.desk->window();
    const auto left = [&](const QWidget& widget) { return widget.mapTo(&window, QPoint(0, 0)).x(); };
    QVERIFY(left(window.sideBar()) > left(*rig.page()));
    QVERIFY(left(window.inspector()) < left(*rig.page()));
    const TableView& table = rig.page()->table();
    QVERIFY(table.columnViewportPosition(0) > table.columnViewportPosition(1));
    QVERIFY(!window.grab().isNull());
}

void TestMirrored::iconsLead() {
    Strip strip(u"info"_s, Ink::Accent, &Tokens::accentSoft);
    strip.setWords(u"."_s, {});
    strip.resize(600, strip.height());
    const QImage image = strip.grab().toImage();
    QVERIFY(isInked(image, 600 - 30, 600 - 10));
    QVERIFY(!isInked(image, 10, 40));
}

void TestMirrored::keysFollowTheEye() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"data.csv"_s, "id,name,note\n1,a,b\n2,c,d\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    TableView& table = rig.page()->table();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Left);
    QCOMPARE(table.currentIndex().column(), 1);
}

void TestMirrored::wideTablesBeginAtTheirFirstColumn() {
    Rig rig;
    QByteArray wide = "id";
    for (int i = 0; i < 40; ++i)
        wide += ",column" + QByteArray::number(i);
    rig.desk->openFiles({rig.write(u"wide.csv"_s, wide + '\n' + QByteArray(40, ',') + '\n')});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    const TableView& table = rig.page()->table();
    QCOMPARE(table.currentIndex().column(), 0);
    QCOMPARE(table.columnViewportPosition(0) + table.columnWidth(0), table.viewport()->width());
}

void TestMirrored::buttonsTurnRound() {
    QPushButton button(bundledIcon(u"warning"_s, Ink::Text), u"|"_s);
    QPushButton turned(bundledIcon(u"warning"_s, Ink::Text), u"|"_s);
    button.setLayoutDirection(Qt::LeftToRight);
    for (QPushButton* each : {&button, &turned})
        each->resize(100, 28);
    const QImage before = button.grab().toImage();
    const QImage after = turned.grab().toImage();
    // The icon is 16 px wide, the text two or three.
    QVERIFY(isInked(before, 40, 50) && !isInked(before, 62, 96));
    QVERIFY(isInked(after, 50, 60) && !isInked(after, 4, 38));
}

QTEST_MAIN(TestMirrored)
#include "test_mirrored.moc"
