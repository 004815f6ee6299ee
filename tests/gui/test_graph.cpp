#include "app/sample/stories.h"
#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/facets/facetspanel.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/pathpanel.h"
#include "views/graph/questionbar.h"
#include "views/mainwindow/mainwindow.h"
#include "views/parts/strip.h"
#include "views/resourcepage/emptynote.h"
#include "views/table/tableview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Ada is in a team, which is in a crew, which has a vault; a hub with 500 members; three groups in a circle.
QByteArray village() {
    QByteArray csv = header;
    csv += relation(brn("identity", "ada"), brn("connection", "team"));
    csv += relation(brn("connection", "team"), brn("connection", "crew"));
    csv += relation(brn("connection", "crew"), brn("resource", "vault"), "admin");
    csv += relation(brn("identity", "ada"), brn("connection", "hub"));
    for (int i = 0; i < 500; ++i)
        csv += relation(brn("identity", "person" + QByteArray::number(i)), brn("connection", "hub"));
    for (int i = 0; i < 40; ++i)
        csv += relation(brn("connection", "hub"), brn("resource", "page" + QByteArray::number(i)), "viewer");
    csv += relation(brn("connection", "red"), brn("connection", "green"));
    csv += relation(brn("connection", "green"), brn("connection", "blue"));
    csv += relation(brn("connection", "blue"), brn("connection", "red"));
    return csv;
}

} // namespace

/// The graph in the window, as people use it.
class TestGraph : public QObject {
    Q_OBJECT

    Rig rig_;
    GraphPage* page_ = nullptr;

    GraphView& view() { return page_->view(); }
    const Picture& picture() { return view().drawing()->picture; }
    bool answered() {
        return QTest::qWaitFor(
            [this] { return !page_->session().isAsking() && page_->session().drawing() != nullptr; });
    }
    std::optional<std::uint32_t> find(const QString& title) {
        for (std::uint32_t i = 0; i < view().drawing()->nodes.size(); ++i)
            if (view().drawing()->nodes[i].title == title) return i;
        return std::nullopt;
    }
    void search(QLineEdit& edit, const QString& text) {
        edit.setFocus();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    bool changed(const std::function<void()>& act) {
        QSignalSpy drawn(&page_->session(), &GraphSession::drawn);
        act();
        return drawn.count() > 0 || drawn.wait();
    }

private Q_SLOTS:
    void init() {
        rig_.desk->openFiles({rig_.write(u"relations.csv"_s, village())});
        QVERIFY(QTest::qWaitFor([this] { return rig_.page() != nullptr && rig_.waitForLoad(*rig_.page()); }));
        rig_.action(u"Open the graph"_s).trigger();
        QVERIFY(QTest::qWaitFor(
            [this] { return (page_ = qobject_cast<GraphPage*>(rig_.desk->window().currentPage())) != nullptr; }));
    }
    void cleanup() {
        while (rig_.desk->window().hasPages())
            rig_.desk->window().closePage(rig_.desk->window().currentPage());
        page_ = nullptr;
    }

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

    /// The keyboard goes where the question is to be completed, and the strip says what it lacks.
    void anUnfinishedQuestionLeadsOn() {
        QuestionBar& bar = page_->questions();
        rig_.desk->window().resize(1440, 900);
        rig_.desk->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig_.desk->window()));
        QTRY_VERIFY(bar.findChild<QPushButton*>(QString(), Qt::FindDirectChildrenOnly)->isHidden()); // no menu
        QStringList kinds;
        for (auto* button : bar.findChildren<QPushButton*>()) {
            if (!button->isCheckable() || !button->isVisible() || button->text() == u"Cycles"_s) continue;
            kinds.append(button->text());
            page_->view().setFocus();
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_VERIFY2(bar.from().edit().hasFocus(), qPrintable(button->text()));
            QCOMPARE(page_->sentence().words(), u"Search for a name, a BRN or a key, or ask for cycles."_s);
        }
        QCOMPARE(kinds.size(), 4);
        bar.show({.kind = GraphQuestionKind::Paths, .from = {}, .to = {}, .only = {}});
        search(bar.from().edit(), u"ada"_s);
        QTRY_VERIFY(bar.to().edit().hasFocus());
        QCOMPARE(page_->sentence().words(), u"Where to?"_s);
        bar.from().edit().setFocus();
        QTest::keyClick(&bar.from().edit(), Qt::Key_Return); // nothing more: on again
        QVERIFY(bar.to().edit().hasFocus());
        bar.show({.kind = GraphQuestionKind::Shared, .from = bar.from().nodes(), .to = {}, .only = {}});
        QCOMPARE(page_->sentence().words(), u"Shared with which other node?"_s);
        bar.from().edit().setFocus();
        QTest::keyClick(&bar.from().edit(), Qt::Key_Backspace);
        QVERIFY(bar.from().nodes().empty());
        QVERIFY(bar.from().edit().hasFocus());
        QCOMPARE(page_->sentence().words(), u"Search for a name, a BRN or a key, or ask for cycles."_s);
        QVERIFY(page_->session().drawing() == nullptr);
    }

    /// Where there are no rows it is said why, and nothing is offered that would be done with them.
    void withoutRowsIsSaidWhy() {
        const auto* note = page_->findChild<EmptyNote*>();
        QVERIFY(note != nullptr);
        const auto said = [note] { return note->isVisible() ? note->findChild<QLabel*>()->text() : QString(); };
        const auto offered = [this] {
            QStringList texts;
            for (const auto* button : rig_.desk->window().findChildren<QPushButton*>())
                if (button->isVisible() && (page_->isAncestorOf(button) || page_->graphDock().isAncestorOf(button)))
                    texts.append(button->text());
            return texts;
        };
        const QStringList tools{u"Show in table"_s, u"Save as CSV…"_s, u"List what is left out"_s,
                                u"List all that was found"_s};
        const auto offersAny = [&] {
            const QStringList texts = offered();
            return std::ranges::any_of(tools, [&](const QString& tool) { return texts.contains(tool); });
        };
        QTRY_COMPARE(said(), u"Ask a question above."_s);
        QVERIFY(!offersAny());
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(answered());
        QTRY_COMPARE(said(), QString());
        QVERIFY(offered().contains(u"Save as CSV…"_s));
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("resource", "vault")));
        QTRY_COMPARE(said(), u"Nothing found."_s);
        QTRY_VERIFY(!offersAny());
    }

    void cyclesAreFound() {
        rig_.action(u"Find cycles"_s).trigger();
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        QCOMPARE(picture().drawn, 3U);
        QCOMPARE(picture().edges.size(), 3U);
    }

    void onlyOverAPrivilege() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        GraphQuestion question = page_->session().answer()->question;
        question.only = "metadata.privilegeName = member";
        QVERIFY(changed([&] { page_->ask(question); }));
        QCOMPARE(page_->session().result().model()->rowCount(), 3);
        question.only = "metadata.privilegeName =";
        QSignalSpy failed(&page_->session(), &GraphSession::failed);
        page_->ask(question);
        QVERIFY(failed.wait());
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

    /// A question that takes its time on a large table: the button ends it, and the next one is answered.
    void aLongQuestionIsCancelled() {
        QByteArray csv = header;
        for (int i = 0; i < 60'000; ++i)
            csv += relation(brn("connection", QByteArray::number(i)), brn("connection", QByteArray::number(i + 1)));
        csv += relation(brn("connection", "60000"), brn("connection", "0")); // all of it is one circle
        rig_.desk->openFiles({rig_.write(u"long.csv"_s, csv)});
        QVERIFY(QTest::qWaitFor(
            [this] {
                return rig_.page() != nullptr && rig_.page()->session().table() != nullptr &&
                       rig_.page()->session().table()->rowCount() > 60'000 && rig_.waitForLoad(*rig_.page());
            },
            60'000));
        rig_.action(u"Find cycles"_s).trigger();
        QVERIFY(QTest::qWaitFor([this] {
            page_ = qobject_cast<GraphPage*>(rig_.desk->window().currentPage());
            return page_ != nullptr && page_->session().isAsking();
        }));
        QSignalSpy failed(&page_->session(), &GraphSession::failed);
        QPushButton* cancel = nullptr;
        for (QPushButton* button : page_->questions().findChildren<QPushButton*>())
            if (button->text() == u"Cancel"_s) cancel = button;
        QVERIFY(cancel != nullptr);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!page_->session().isAsking());
        QVERIFY(page_->session().drawing() == nullptr);
        QTest::qWait(300);
        QVERIFY(page_->session().drawing() == nullptr); // what was dropped does not come later
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("connection", "59990")));
        QVERIFY(QTest::qWaitFor([this] { return page_->session().drawing() != nullptr; }, 60'000));
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

    /// The questions have room, beside what they are about or above it.
    void questionsAreReadable() {
        QuestionBar& bar = page_->questions();
        MainWindow& window = rig_.desk->window();
        const auto cut = [&bar] {
            QStringList words;
            for (const auto* button : bar.findChildren<QPushButton*>())
                if (button->isVisible() && button->width() < button->minimumSizeHint().width()) words << button->text();
            return words.join(u", "_s);
        };
        for (const int width : {1100, 1440, 1900}) {
            window.resize(width, 900);
            for (auto* button : bar.findChildren<QPushButton*>()) {
                if (!button->isCheckable()) continue;
                button->click();
                QTest::qWait(20);
                QCOMPARE(window.width(), width);
                QVERIFY(bar.visibleRegion().boundingRect().width() == bar.width());
                QCOMPARE(cut(), QString());
            }
        }
        window.resize(1440, 900);
    }
};

QTEST_MAIN(TestGraph)
#include "test_graph.moc"
