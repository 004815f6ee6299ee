#include "tests/gui/graphtest.h"
#include "views/facets/facetspanel.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/pathpanel.h"
#include "views/graph/questionbar.h"
#include "views/mainwindow/mainwindow.h"
#include "views/parts/strip.h"
#include "views/table/tableview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// The graph in the window, as people use it.
class TestGraph : public GraphTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void searchAndReach() {
        search(page_->questions().from().edit(), u"ada"_s);
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        QVERIFY(page_->sentence().words().contains(u"2 hops"_s) || page_->sentence().words().contains(u"3 hops"_s));
        QVERIFY(find(u"vault"_s));
        QVERIFY(find(u"team"_s));
        QVERIFY(view().drawing()->leftOut.empty());
        // Everything is there: drawn or counted.
        QCOMPARE(picture().drawn + picture().folded, 45U);
        QCOMPARE(page_->session().result().model()->rowCount(), 44);
        const QAbstractItemModelTester tester(page_->session().result().model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    /// Although the menu's command of the same keys is about the table.
    void copiesTheNodeTheKeysGoTo() {
        rig_.desk->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig_.desk->window()));
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        view().setCurrent(*find(u"vault"_s));
        view().setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8(brn("resource", "vault")));
        const auto fold = std::ranges::find_if(picture().nodes, [](const auto& node) { return node.key.isFold(); });
        QVERIFY(fold != picture().nodes.end());
        const auto index = static_cast<std::uint32_t>(fold - picture().nodes.begin());
        view().setCurrent(index);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), view().drawing()->nodes[index].title);
    }

    void selectBothWays() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        const auto vault = find(u"vault"_s);
        QVERIFY(vault);
        view().setCurrent(*vault);
        TableView& table = page_->tablePage()->table();
        QCOMPARE(table.currentIndex().siblingAtColumn(0).data().toString(), u"vault"_s);
        QTRY_COMPARE(page_->graphDock().path().list().count(), 7); // four nodes, three relations
        QVERIFY(page_->graphDock().relation());

        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->index(row, 0).data() == u"team"_s) table.setCurrentIndex(table.model()->index(row, 0));
        QCOMPARE(view().current(), find(u"team"_s));

        // One that is counted comes out when people stay at it.
        const QString hidden = u"page39"_s;
        QVERIFY(!find(hidden));
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->index(row, 0).data() == hidden) table.setCurrentIndex(table.model()->index(row, 0));
        QVERIFY(QTest::qWaitFor([&] { return find(hidden).has_value(); }));
        QCOMPARE(view().current(), find(hidden));
    }

    void walkExpandAndFold() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        view().setFocus();
        view().setCurrent(*find(u"ada"_s));
        QTest::keyClick(&view(), Qt::Key_Right);
        QVERIFY(view().current() == find(u"team"_s) || view().current() == find(u"hub"_s));
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(view().current(), find(u"ada"_s));

        view().setCurrent(*find(u"hub"_s));
        const std::size_t before = picture().nodes.size();
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        QVERIFY(picture().nodes.size() > before);
        std::size_t counted = 0; // the five hundred are there, most of them in one node
        for (const PictureNode& node : picture().nodes)
            if (node.key.kind == PictureKey::Kind::FoldUp) counted += node.members.size();
        QVERIFY(counted > 400);
        QVERIFY(picture().nodes.size() <= Picture::cap);

        QVERIFY(changed([this] { page_->collapse(); }));
        QVERIFY(!find(u"page0"_s));
        // Back, to where it was expanded.
        QVERIFY(changed([this] { rig_.action(u"Back"_s).trigger(); }));
        QVERIFY(find(u"page0"_s));
    }

    /// People beside the answer are in no row: none is selected, and the dock shows how they come in.
    void walkingOutOfTheAnswerSelectsNoRow() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        const TableView& rows = page_->tablePage()->table();
        const QListWidget& path = page_->graphDock().path().list();
        QCOMPARE(rows.selectedRows(), 1);
        const auto title = [this] { return view().drawing()->nodes[*view().current()].title; };
        QTest::keyClick(&view(), Qt::Key_Left);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Up})
            if (!title().startsWith(u"person"_s)) QTest::keyClick(&view(), key);
        QVERIFY(title().startsWith(u"person"_s));
        QCOMPARE(rows.selectedRows(), 0);
        QTRY_VERIFY(path.count() == 3 && path.item(0)->text() == title());
        QCOMPARE(path.item(2)->text(), u"hub"_s);
        QVERIFY(page_->graphDock().relation());
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(rows.currentIndex().siblingAtColumn(0).data().toString(), u"hub"_s);
        QCOMPARE(rows.selectedRows(), 1);
    }

    void readToScreenReaders() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(list != nullptr);
        QCOMPARE(list->childCount(), static_cast<int>(picture().nodes.size()));
        view().setCurrent(*find(u"team"_s));
        QAccessibleInterface* team = list->child(static_cast<int>(*find(u"team"_s)));
        QCOMPARE(team->text(QAccessible::Name), u"team"_s);
        QVERIFY(team->text(QAccessible::Description).contains(u"ada"_s));
        QVERIFY(team->state().selected);
        QCOMPARE(list->indexOfChild(team), static_cast<int>(*find(u"team"_s)));
    }

    void pathBetweenTwo() {
        page_->questions().show({.kind = GraphQuestionKind::Paths, .from = {}, .to = {}, .only = {}});
        search(page_->questions().from().edit(), u"ada"_s);
        QVERIFY(QTest::qWaitFor([this] { return !page_->questions().from().nodes().empty(); }));
        search(page_->questions().to().edit(), u"vault"_s);
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        QCOMPARE(picture().drawn, 4U);
        QCOMPARE(page_->session().result().model()->rowCount(), 4);
    }

    void cyclesAreFound() {
        rig_.action(u"Find cycles"_s).trigger();
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        QCOMPARE(picture().drawn, 3U);
        QCOMPARE(picture().edges.size(), 3U);
    }

    void savedAsSvgWithEveryName() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        rig_.picker.saveTo = rig_.path(u"graph.svg"_s);
        Q_EMIT page_->saveRequested(GraphFormat::Svg);
        QVERIFY(QTest::qWaitFor([this] { return QFile::exists(rig_.picker.saveTo); }));
        QFile file(rig_.picker.saveTo);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text;
        QXmlStreamReader xml(&file);
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters) text += xml.text().toString() + u'\n';
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const NodeWords& words : view().drawing()->nodes)
            QVERIFY2(text.contains(words.title), qPrintable(words.title));
        for (const GraphFormat format :
             {GraphFormat::Png, GraphFormat::Pdf, GraphFormat::Dot, GraphFormat::NodesCsv, GraphFormat::EdgesCsv})
            QVERIFY(!page_->saved(format).isEmpty());
    }

    void noTwoCommandsShareAKey() {
        QMap<QString, QStringList> commands;
        for (const QAction* action : rig_.desk->window().menuBar()->findChildren<QAction*>())
            for (const QKeySequence& keys : action->shortcuts())
                commands[keys.toString()].append(action->text());
        for (auto each = commands.begin(); each != commands.end(); ++each)
            QVERIFY2(each->size() == 1, qPrintable(each.key() + u": "_s + each->join(u", "_s)));
    }

    void aStateIsFoundAgainByNames() {
        const auto ask = [this](GraphQuestionKind kind, const QByteArray& name) {
            page_->askAbout(kind, QString::fromUtf8(name));
        };
        QVERIFY(changed([&] { ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")); }));
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        const GraphState kept = page_->state();
        QCOMPARE(kept.expanded.size(), 1U);
        QVERIFY(GraphState::fromJson(kept.toJson()) == kept);
        QVERIFY(!GraphState::fromJson({{u"question"_s, u"nonsense"_s}}));
        QVERIFY(!GraphState::fromJson({{u"question"_s, u"cycles"_s}, {u"from"_s, 7}}));
        QVERIFY(changed([&] { ask(GraphQuestionKind::Reaching, brn("resource", "vault")); }));
        QVERIFY(page_->state() != kept);
        QVERIFY(changed([&] { page_->restore(kept); }));
        QVERIFY(page_->state() == kept);
        GraphState lost = kept;
        lost.from = {u"nobody"_s};
        page_->restore(lost);
        QVERIFY(QTest::qWaitFor([this] { return !page_->session().isAsking(); }));
        QVERIFY(page_->state() == kept); // what was shown stays
    }

    void facetsStayAwayUntilTheyAreAskedFor() {
        FacetsPanel& facets = page_->tablePage()->facets();
        QVERIFY(facets.isHidden());
        rig_.action(u"Facets"_s).trigger(); // F8: here too
        QVERIFY(!facets.isHidden());
        QVERIFY(rig_.action(u"Facets"_s).isChecked());
        rig_.action(u"Facets"_s).trigger();
        QVERIFY(facets.isHidden());
        rig_.action(u"Facets"_s).trigger();
        QVERIFY(!facets.isHidden());
    }
};

QTEST_MAIN(TestGraph)
#include "test_graph.moc"
