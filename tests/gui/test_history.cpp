#include "models/table/loader.h"
#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/filter/filterbar.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/documenttabs.h"
#include "views/mainwindow/mainwindow.h"
#include "views/sidebar/sidebar.h"
#include "views/style/metrics.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A page of words, with something of its own at the right, and places that are numbers.
class WordsPage final : public Page {
public:
    WordsPage() : dock_(new QWidget(this)) {}
    [[nodiscard]] PageFacts facts() const override { return {}; }
    [[nodiscard]] QWidget* dock() override { return dock_; }
    [[nodiscard]] QVariant place() const override { return number; }
    void goToPlace(const QVariant& place) override { number = place.toInt(); }
    void step(int to) {
        Q_EMIT leaving();
        number = to;
        Q_EMIT arrived();
    }
    int number = 0;

private:
    QWidget* dock_;
};

} // namespace

/// Tabs of any kind, and the way back to where people were on them.
class TestHistory : public QObject {
    Q_OBJECT

    Rig rig_;
    MainWindow& window() { return rig_.desk->window(); }

private Q_SLOTS:
    void cleanup() {
        while (window().hasPages())
            window().closePage(window().currentPage());
    }

    void cutTitlesDiffer() {
        const QFontMetrics fm(QApplication::font());
        const int width = fm.horizontalAdvance(u"Custom In…"_s);
        const QString alone = cutTitle(u"Custom Insights"_s, {u"Labels"_s}, fm, width);
        QVERIFY(alone.startsWith(u"Cust"_s) && alone.endsWith(u'…'));
        const QString alike = cutTitle(u"Relations, Okta"_s, {u"Labels"_s, u"Relations, Jira"_s}, fm, width);
        QVERIFY(alike.startsWith(u'R') && alike.contains(u'…') && alike.endsWith(u'a'));
    }

    void manyTabsAreScrolled() {
        constexpr int many = 12;
        QStringList files;
        for (int i = 0; i < many; ++i)
            files << rig_.write(u"relations-of-integration-%1.csv"_s.arg(i, 2, 10, QChar(u'0')), "id\n1\n");
        rig_.desk->openFiles(files);
        auto& bar = *window().findChild<QTabBar*>();
        QTRY_COMPARE(bar.count(), many);
        QCOMPARE(bar.elideMode(), Qt::ElideMiddle); // they differ at their ends
        for (int tab = 0; tab < many; ++tab) {
            QVERIFY(bar.tabRect(tab).width() >= metrics::narrowestTab);
            QVERIFY(bar.tabToolTip(tab).contains(bar.tabText(tab)));
        }
        const auto scroll = bar.findChildren<QToolButton*>();
        QVERIFY(!scroll.isEmpty());
        QTRY_VERIFY(std::ranges::all_of(scroll, &QWidget::isVisible));

        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        bar.setCurrentIndex(many - 1);
        QTest::keyClick(&window(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(bar.currentIndex(), 0);
        QTest::keyClick(&window(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bar.currentIndex(), many - 1);
        QVERIFY(bar.rect().intersects(bar.tabRect(many - 1)));
    }

    void placesOfTables() {
        rig_.desk->openFiles({rig_.write(u"people.csv"_s, "id,name\n1,Ada\n2,Grace\n3,Edsger\n")});
        QTRY_VERIFY(rig_.page() != nullptr && rig_.waitForLoad(*rig_.page()));
        ResourcePage& page = *rig_.page();
        QVERIFY(!rig_.action(u"Back"_s).isEnabled());
        page.table().setCurrentIndex(page.table().model()->index(1, 1));
        page.goTo(RowId{2}, ColumnId{0});
        QCOMPARE(page.table().currentIndex().row(), 2);
        rig_.action(u"Back"_s).trigger();
        QCOMPARE(page.table().currentIndex(), page.table().model()->index(1, 1));
        QVERIFY(!rig_.action(u"Back"_s).isEnabled());
        rig_.action(u"Forward"_s).trigger();
        QCOMPARE(page.table().currentIndex(), page.table().model()->index(2, 0));
        QVERIFY(!rig_.action(u"Forward"_s).isEnabled());
    }

    void pagesWithoutATable() {
        rig_.desk->openFiles({rig_.write(u"people.csv"_s, "id,name\n1,Ada\n")});
        QTRY_VERIFY(rig_.page() != nullptr && rig_.waitForLoad(*rig_.page()));
        auto* words = new WordsPage;
        window().addPage(words, u"Words & more"_s, u"info"_s, true);
        QCOMPARE(rig_.page(), nullptr);
        QVERIFY(words->dock()->isVisible());
        QVERIFY(!window().inspector().isVisible());
        QVERIFY(!rig_.action(u"Save view as CSV…"_s).isEnabled());
        QVERIFY(!rig_.action(u"Filter by this value"_s).isEnabled());
        QVERIFY(rig_.action(u"Close tab"_s).isEnabled());
        rig_.action(u"Save view as CSV…"_s).trigger();

        words->step(1);
        words->step(2);
        rig_.action(u"Previous tab"_s).trigger();
        QVERIFY(window().inspector().isVisible());
        QVERIFY(rig_.action(u"Save view as CSV…"_s).isEnabled());
        rig_.action(u"Back"_s).trigger();
        QCOMPARE(window().currentPage(), words);
        QCOMPARE(words->number, 2);
        rig_.action(u"Back"_s).trigger();
        QCOMPARE(words->number, 1);
        words->step(5); // what lay ahead is forgotten
        QVERIFY(!rig_.action(u"Forward"_s).isEnabled());
        rig_.action(u"Back"_s).trigger();
        QCOMPARE(words->number, 1);
    }

    void closedPagesAreForgotten() {
        auto* first = new WordsPage;
        auto* second = new WordsPage;
        window().addPage(first, u"1"_s, u"info"_s, true);
        window().addPage(second, u"2"_s, u"info"_s, true);
        second->step(7);
        window().closePage(second);
        QCOMPARE(window().currentPage(), first);
        rig_.action(u"Back"_s).trigger();
        QCOMPARE(window().currentPage(), first);
    }

    void theKeysGoToWhatOpens() {
        QVERIFY(
            rig_.openTable(u"relations.csv"_s, header + relation(brn("identity", "ada"), brn("connection", "team"))));
        TableView& table = rig_.page()->table();
        constexpr int parent = 3;
        table.setCurrentIndex(table.model()->index(0, parent));
        QTest::keyClick(&table, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        const auto graph = [this] { return qobject_cast<GraphPage*>(window().currentPage()); };
        QTRY_VERIFY(graph() != nullptr);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&graph()->view()));
        QTRY_VERIFY(graph()->view().drawing() != nullptr);

        Page* first = graph();
        QVERIFY(rig_.openTable(u"people.csv"_s, "id,name\n1,Ada\n"));
        rig_.page()->filterBar().focusField();
        window().showPage(rig_.page()); // where people are already
        QVERIFY(QApplication::focusWidget() != &rig_.page()->table());
        window().sideBar().setFocus();
        rig_.action(u"Next tab"_s).trigger();
        QVERIFY(window().currentPage()->isAncestorOf(QApplication::focusWidget()));
        window().sideBar().setFocus();
        window().showPage(first);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&graph()->view()));
    }

    void theKeysStayWithTabsWhenOneCloses() {
        QVERIFY(rig_.openTable(u"first.csv"_s, "id,name\n1,Ada\n"));
        const TableView& first = rig_.page()->table();
        QVERIFY(rig_.openTable(u"second.csv"_s, "id,name\n1,Ada\n"));
        QTest::keyClick(&rig_.page()->table(), Qt::Key_W, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<const QWidget*>(&first));

        // Those of people who are elsewhere stay there.
        QVERIFY(rig_.openTable(u"third.csv"_s, "id,name\n1,Ada\n"));
        auto& bar = *window().findChild<QTabBar*>();
        bar.setFocus();
        window().closePage(window().currentPage());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&bar));
    }
};

QTEST_MAIN(TestHistory)
#include "test_history.moc"
