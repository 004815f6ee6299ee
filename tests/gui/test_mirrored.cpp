#include "tests/gui/rig.h"
#include "views/inspector/inspector.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QImage>
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

QTEST_MAIN(TestMirrored)
#include "test_mirrored.moc"
