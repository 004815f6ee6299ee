#include "app/session/settings.h"
#include "models/schema/resources.h"
#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/docksplitter.h"
#include "views/mainwindow/panelssplitter.h"
#include "views/style/metrics.h"
#include "views/transfers/transferspanel.h"
#include "views/transfers/transfersstrip.h"

#include <QAction>
#include <QScreen>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// How the window was arranged: with the next run, and after there was no room for it.
class TestWindowLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensWithinTheScreen();
    void theLayoutIsRestored();
    void wantOfRoomLeavesTheDockItsWidth();
    void panelsBelowLeaveRoomForThePage();
};

void TestWindowLayout::opensWithinTheScreen() {
    TransferModel transfers(resources());
    MainWindow window(transfers);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QSize room = window.screen()->availableSize();
    QVERIFY(window.width() <= room.width());
    QVERIFY(window.height() <= room.height());
}

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

void TestWindowLayout::panelsBelowLeaveRoomForThePage() {
    Rig rig;
    const auto window = [&rig]() -> MainWindow& { return rig.desk->window(); };
    window().resize(1440, 900);
    const QString relations =
        rig.write(u"relations.csv"_s, header + relation(brn("identity", "ada"), brn("connection", "team")));
    rig.desk->openFiles({relations});
    QTRY_VERIFY(rig.page() != nullptr && rig.waitForLoad(*rig.page()));
    rig.action(u"Open the graph"_s).trigger();
    const auto graph = [&] { return qobject_cast<GraphPage*>(window().currentPage()); };
    QTRY_VERIFY(graph() != nullptr);
    const GraphView& drawing = graph()->view();
    QTRY_VERIFY(drawing.isVisible());
    const int before = drawing.height();

    window().setTransfersShown(true);
    QTRY_VERIFY(window().transfers().height() > 100);
    for (std::uint64_t id = 1; id <= 30; ++id)
        rig.desk->transfers().update({.id = id, .target = {"apps", {}, {}}, .phase = TransferPhase::Done});
    constexpr int aThird = 300;
    constexpr int enough = 180;
    QTRY_VERIFY(window().transfers().height() > aThird - 40); // all they get: they need more
    QVERIFY(window().transfers().height() <= aThird);
    QTRY_VERIFY(drawing.height() >= enough);
    window().setTransfersShown(false);
    QTRY_VERIFY(drawing.height() + window().findChild<TransfersStrip*>()->height() >= before);

    constexpr int wanted = 350;
    window().setTransfersShown(true);
    window().findChild<PanelsSplitter*>()->choose(wanted);
    QTRY_COMPARE(window().transfers().height(), wanted);
    rig.restart();
    rig.desk->openFiles({relations});
    QTRY_VERIFY(rig.page() != nullptr);
    window().setTransfersShown(true);
    QTRY_COMPARE(window().transfers().height(), wanted);
}

QTEST_MAIN(TestWindowLayout)
#include "test_windowlayout.moc"
