#include "app/session/settings.h"
#include "tests/gui/rig.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/docksplitter.h"
#include "views/style/metrics.h"

#include <QAction>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// How the window was arranged: with the next run, and after there was no room for it.
class TestWindowLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLayoutIsRestored();
    void wantOfRoomLeavesTheDockItsWidth();
};

void TestWindowLayout::theLayoutIsRestored() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"a.csv"_s, "id,name\n1,a\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.desk->window().inspector().isVisible());
    rig.desk->window().resize(1000, 700);
    rig.action(u"Inspector"_s).trigger();
    QTRY_VERIFY(!rig.desk->window().inspector().isVisible());
    rig.themes.setTheme(Theme::Dark);
    const QString settings = rig.path(u"settings.conf"_s);
    rig.restart();
    QCOMPARE(SettingsFile(settings).load().theme, Theme::Dark);
    rig.desk->openFiles({rig.path(u"a.csv"_s)});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(!rig.desk->window().inspector().isVisible());
    QCOMPARE(rig.desk->window().size(), QSize(1000, 700));
}

void TestWindowLayout::wantOfRoomLeavesTheDockItsWidth() {
    Rig rig;
    const auto width = [&rig] { return rig.desk->window().inspector().width(); };
    rig.desk->openFiles({rig.write(u"a.csv"_s, "id,name\n1,a\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    rig.desk->window().resize(1440, 900);
    QTRY_COMPARE(width(), metrics::rightDock);
    rig.page()->setMinimumWidth(960);
    rig.desk->window().resize(1380, 900);
    QTRY_VERIFY(width() < metrics::rightDock);
    rig.page()->setMinimumWidth(0);
    rig.desk->window().resize(1440, 900);
    QTRY_COMPARE(width(), metrics::rightDock);

    constexpr int wanted = 400;
    rig.desk->window().findChild<DockSplitter*>()->choose({.narrow = wanted, .wide = {}});
    QTRY_COMPARE(width(), wanted);
    rig.restart();
    rig.desk->openFiles({rig.path(u"a.csv"_s)});
    QTRY_VERIFY(rig.page() != nullptr);
    QTRY_COMPARE(width(), wanted);
}

QTEST_MAIN(TestWindowLayout)
#include "test_windowlayout.moc"
