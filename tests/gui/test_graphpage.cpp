#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/gui/relationscsv.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermessage.h"
#include "views/graph/columnheads.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphpainting.h"
#include "views/graph/graphview.h"
#include "views/graph/minimap.h"
#include "views/graph/nodemenu.h"
#include "views/graph/pathpanel.h"
#include "views/graph/questionbar.h"
#include "views/graph/relationfilter.h"
#include "views/parts/label.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/metrics.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Ada is in a hub with 500 others, which has 40 pages; a chain of 400 groups begins at its first; a web of groups and
/// pages to expand in; and Cleo is in a den with two whose names are long.
QByteArray town() {
    QByteArray csv = header;
    const QByteArray hub = brn("connection", "hub");
    csv += relation(brn("identity", "ada"), hub);
    for (int i = 0; i < 500; ++i)
        csv += relation(brn("identity", "person" + QByteArray::number(i)), hub);
    for (int i = 0; i < 40; ++i)
        csv += relation(hub, brn("resource", "page" + QByteArray::number(i)), "viewer");
    csv += relation(hub, brn("resource", "vault"), "admin");
    const auto link = [](int i) { return brn("connection", "link" + QByteArray::number(i)); };
    for (int i = 0; i < 400; ++i)
        csv += relation(link(i), link(i + 1));
    std::mt19937 random(11);
    const auto group = [](unsigned long i) { return brn("connection", "web" + QByteArray::number(quint64(i))); };
    for (unsigned long i = 0; i < 60; ++i) {
        for (int k = 0; k < 3; ++k)
            csv += relation(group(i), group(i + 1 + random() % 12));
        csv += relation(group(i), brn("resource", "item" + QByteArray::number(quint64(random() % 90))), "viewer");
        csv += relation(brn("identity", "user" + QByteArray::number(quint64(random() % 200))), group(i));
    }
    for (const char* name : {"cleo", "somebody-with-a-long-name-1", "somebody-with-a-long-name-2"})
        csv += relation(brn("identity", name), brn("connection", "den"));
    return csv;
}

} // namespace

/// What people do with a graph once it answers: list, expand and fold, filter; on the page alone.
class TestGraphPage : public QObject {
    Q_OBJECT

    std::unique_ptr<GraphSession> session_;
    std::unique_ptr<GraphPage> page_;

    GraphView& view() { return page_->view(); }
    const Picture& picture() { return view().drawing()->picture; }
    TableSession& table() { return page_->session().result(); }
    bool changed(const std::function<void()>& act) {
        QSignalSpy drawn(&page_->session(), &GraphSession::drawn);
        act();
        return drawn.count() > 0 || drawn.wait(20'000);
    }
    bool ask(GraphQuestionKind kind, const QByteArray& name) {
        return changed([&] { page_->askAbout(kind, QString::fromUtf8(name)); });
    }
    bool filter(const QString& text) {
        page_->tablePage()->filterBar().setText(text);
        return QTest::qWaitFor([&] {
            const FilterStatus status = table().filterStatus();
            return status.appliedText == text && !status.evaluating;
        });
    }
    std::optional<std::uint32_t> find(const QString& title) {
        for (std::uint32_t i = 0; i < view().drawing()->nodes.size(); ++i)
            if (view().drawing()->nodes[i].title == title) return i;
        return std::nullopt;
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* each : page_->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }
    bool listed(const std::function<void()>& act) {
        QSignalSpy changes(&page_->session(), &GraphSession::listingChanged);
        act();
        return changes.count() > 0 || changes.wait(20'000);
    }
    QPoint placeOf(std::uint32_t index) {
        const NodeItem* item = view().nodes()[index];
        return view().mapFromScene(item->mapToScene(item->box().center()));
    }

private Q_SLOTS:
    void init() {
        const auto table = loadTableFromMemory(town().toStdString(), "relations.csv", {.schemas = resources()});
        QVERIFY(table);
        session_ = std::make_unique<GraphSession>(*table, graphMeasure());
        page_ = std::make_unique<GraphPage>(*session_);
        page_->resize(1200, 820);
        page_->show();
        page_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    }
    void cleanup() {
        page_.reset();
        session_.reset();
    }

    void theCapIsSaidAndListed() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "link0")));
        QCOMPARE(picture().nodes.size(), Picture::cap);
        QCOMPARE(page_->session().drawing()->leftOut.size(), 401 - Picture::cap);
        QPushButton* leftOut = button(u"List what is left out"_s);
        QVERIFY(leftOut != nullptr && leftOut->isVisible());
        QVERIFY(!button(u"List all that was found"_s)->isVisible());
        QVERIFY(filter(u"distance >= 300"_s));
        QCOMPARE(table().model()->rowCount(), 101);
        QVERIFY(listed([&] { QTest::mouseClick(leftOut, Qt::LeftButton); }));
        QCOMPARE(table().model()->rowCount(), static_cast<int>(401 - Picture::cap));
        QCOMPARE(table().model()->index(0, 0).data().toString(), u"link300"_s);
        QVERIFY(filter(u"name ends with 9"_s)); // filtered like any table
        QCOMPARE(table().model()->rowCount(), 10);
        QVERIFY(!leftOut->isVisible());
        QVERIFY(listed([&] { QTest::mouseClick(button(u"List all that was found"_s), Qt::LeftButton); }));
        QTRY_COMPARE(table().model()->rowCount(), 101); // its own filter is back
    }

    void aCountedNodeOpensAsTable() {
        QVERIFY(ask(GraphQuestionKind::Reaching, brn("connection", "hub")));
        std::optional<std::uint32_t> fold;
        for (std::uint32_t i = 0; i < picture().nodes.size(); ++i)
            if (picture().nodes[i].key.isFold()) fold = i;
        QVERIFY(fold);
        const auto members = picture().nodes[*fold].members;
        QVERIFY(members.size() > 400);
        view().setCurrent(*fold);
        QVERIFY(listed([&] { QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, placeOf(*fold)); }));
        QCOMPARE(table().model()->rowCount(), static_cast<int>(members.size()));
        QCOMPARE(page_->session().listed().nodes, members);
        QCOMPARE(view().current(), fold); // to list is not to go away

        // A row of it comes out of the counted node when people stay there.
        const NodeId node = page_->session().listed().nodes[123];
        page_->tablePage()->table().setCurrentIndex(table().model()->index(123, 0));
        QVERIFY(QTest::qWaitFor([&] { return picture().find({.node = node}).has_value(); }));
        QCOMPARE(view().current(), picture().find({.node = node}));
    }

    /// What is listed stays what it was, wherever the drawing has it now.
    void aListingKeepsItsTitle() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        const auto fold = std::ranges::find_if(picture().nodes, [](const PictureNode& n) { return n.key.isFold(); });
        QVERIFY(fold != picture().nodes.end());
        view().setCurrent(static_cast<std::uint32_t>(fold - picture().nodes.begin()));
        QVERIFY(listed([this] { page_->openFold(); }));
        const PlainLabel* title = nullptr;
        for (const auto* label : page_->findChildren<PlainLabel*>())
            if (label->text().endsWith(u"that hub has access to"_s)) title = label;
        QVERIFY(title != nullptr);
        const QString before = title->text();
        view().setCurrent(*find(u"ada"_s));
        QVERIFY(changed([this] { page_->collapse(); }));
        QVERIFY(!find(u"hub"_s)); // counted itself now
        QCOMPARE(title->text(), before);
    }

    void whatIsNoRowSelectsNone() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        TableView& rows = page_->tablePage()->table();
        const auto name = [&rows] { return rows.currentIndex().siblingAtColumn(0).data().toString(); };
        view().setCurrent(*find(u"hub"_s));
        QCOMPARE(rows.selectedRows(), 1);
        QCOMPARE(name(), u"hub"_s);
        const auto fold = std::ranges::find_if(picture().nodes, [](const PictureNode& n) { return n.key.isFold(); });
        QVERIFY(fold != picture().nodes.end());
        const auto counted = static_cast<std::uint32_t>(fold - picture().nodes.begin());
        view().setCurrent(counted);
        QCOMPARE(rows.selectedRows(), 0);
        QCOMPARE(name(), u"hub"_s); // a current row always
        const GraphDock& dock = page_->graphDock();
        QCOMPARE(dock.path().list().count(), 1); // what it stands for, instead of the path of one of them
        QVERIFY(dock.path().list().item(0)->text().endsWith(u"that hub has access to"_s));
        QVERIFY(!dock.path().findChild<QAbstractButton*>()->isEnabled()); // it is no path to be copied
        QVERIFY(!dock.relation());
        QVERIFY(filter(u"name ~ u"_s));
        QCOMPARE(table().model()->rowCount(), 2); // hub and vault
        QCOMPARE(view().current(), std::optional(counted));
        QCOMPARE(rows.selectedRows(), 0);
        // To choose the row that is current already is to choose one.
        QCoreApplication::processEvents();
        rows.scrollTo(rows.currentIndex());
        QTest::mouseClick(rows.viewport(), Qt::LeftButton, {}, rows.visualRect(rows.currentIndex()).center());
        QCOMPARE(rows.selectedRows(), 1);
        QCOMPARE(view().current(), find(name()));
        // One that the filter leaves out is selected again when it is back.
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(filter(u"name = vault"_s));
        QCOMPARE(view().current(), find(u"hub"_s));
        QCOMPARE(rows.selectedRows(), 0);
        QVERIFY(filter(u"name ~ u"_s));
        QCOMPARE(rows.selectedRows(), 1);
        QCOMPARE(name(), u"hub"_s);
    }

    void nothingLiesOverWhatIsLookedAt() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "web0")));
        const QWidget* buttons = button(u"Fit"_s)->parentWidget();
        const auto* map = view().findChild<Minimap*>();
        const auto isCovered = [&](const NodeItem& item) {
            const QRect place = view().mapFromScene(item.mapToScene(item.box()).boundingRect()).boundingRect();
            const QRect seen = place.translated(view().viewport()->pos());
            return buttons->geometry().intersects(seen) || (!map->isHidden() && map->geometry().intersects(seen));
        };
        view().fit();
        QVERIFY(view().zoom() < 1); // it has to be made smaller
        QVERIFY(map->isHidden());
        for (const NodeItem* item : view().nodes())
            QVERIFY2(!isCovered(*item), qPrintable(item->look().title));
        view().setZoom(2);
        for (std::uint32_t i = 0; i < view().nodes().size(); ++i) {
            view().setCurrent(i);
            QVERIFY2(!isCovered(*view().nodes()[i]), qPrintable(view().drawing()->nodes[i].title));
        }
    }

    /// A drawing that is only too high.
    void theMapStandsBesideTheDrawing() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "hub")));
        const auto fold = std::ranges::find_if(picture().nodes, [](const PictureNode& n) { return n.key.isFold(); });
        QVERIFY(fold != picture().nodes.end());
        const auto counted = static_cast<std::uint32_t>(fold - picture().nodes.begin());
        QVERIFY(changed([&] { Q_EMIT view().activated(counted); }));
        const auto* map = view().findChild<Minimap*>();
        const int room = view().maximumViewportSize().width() - view().verticalScrollBar()->sizeHint().width();
        const int beside = map->width() + 2 * metrics::padding;
        view().setZoom((room - beside) / (view().extent().width() + 4 * metrics::padding)); // and some air
        QVERIFY(!map->isHidden());
        // In the middle of the view it would lie below the map.
        const QSizeF drawn = view().extent().size() * view().zoom();
        QVERIFY(drawn.height() > view().height() && (room + drawn.width()) / 2 > map->x());
        for (const NodeItem* item : view().nodes()) {
            const QRect seen = view().mapFromScene(item->box().translated(item->target())).boundingRect();
            QVERIFY2(seen.right() < map->x(), qPrintable(item->look().title));
        }
    }

    void columnsHaveRoomForWhatComes() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "cleo")));
        view().setCurrent(*find(u"den"_s));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        QVERIFY(find(u"somebody-with-a-long-name-1"_s));
        const GraphMeasure measure = graphMeasure();
        const GraphDrawing& drawing = *view().drawing();
        const auto& columns = drawing.layout.columns;
        for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
            QVERIFY(columns[picture().nodes[i].column].width >= measure.node(drawing.nodes[i]));
        QCOMPARE(drawing.heads.size(), columns.size());
        for (std::size_t c = 1; c < columns.size(); ++c)
            QVERIFY(columns[c].x - columns[c - 1].x >= measure.head(drawing.heads[c - 1]));
    }

    /// The heads say what stands below them now; how far it is only of what was found.
    void headsFollowTheDrawing() {
        const auto heads = [this] { return view().findChild<ColumnHeads*>()->accessibleName(); };
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "link390")));
        QVERIFY2(heads().startsWith(u"Columns: Start groups, Through groups, 1 hop"_s), qPrintable(heads()));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        QVERIFY2(heads().startsWith(u"Columns: Through groups, Start groups, Through groups, 1 hop"_s),
                 qPrintable(heads()));
    }

    void aMenuOutlivesItsDrawing() {
        QVERIFY(ask(GraphQuestionKind::Reaching, brn("connection", "hub")));
        const auto fold = std::ranges::find_if(picture().nodes, [](const PictureNode& n) { return n.key.isFold(); });
        QVERIFY(fold != picture().nodes.end());
        const PictureKey key = fold->key;
        const std::unique_ptr<QMenu> menu(nodeMenu(*page_, static_cast<std::uint32_t>(fold - picture().nodes.begin())));
        QAction* draw = menu->actions().at(1);
        QSignalSpy activated(&view(), &GraphView::activated);
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "link399")));
        QVERIFY(!picture().find(key));
        draw->trigger();
        QCOMPARE(activated.count(), 0);
        Q_EMIT view().activated(4'711); // no such node: nothing happens
        QVERIFY(ask(GraphQuestionKind::Reaching, brn("connection", "hub")));
        const auto at = picture().find(key);
        QVERIFY(at);
        QVERIFY(changed([&] { draw->trigger(); }));
        QCOMPARE(activated.last().first().toUInt(), *at);
    }

    /// Measured in the real view, over many expansions and foldings.
    void nodesStayWhereTheyAre() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "web0")));
        std::mt19937 random(5);
        double worst = 0;
        int compared = 0;
        for (int round = 0; round < 24; ++round) {
            std::map<PictureKey, QPointF> before;
            std::map<PictureKey, int> layer;
            for (std::uint32_t i = 0; i < picture().nodes.size(); ++i) {
                before[picture().nodes[i].key] = view().nodes()[i]->target();
                layer[picture().nodes[i].key] = static_cast<int>(picture().nodes[i].column) + picture().firstLayer;
            }
            std::vector<std::uint32_t> open;
            for (std::uint32_t i = 0; i < picture().nodes.size(); ++i)
                if (!picture().nodes[i].key.isFold() && (round % 3 == 2 || picture().nodes[i].hidden[round % 2] > 0))
                    open.push_back(i);
            if (open.empty()) continue;
            view().setCurrent(open[random() % open.size()]);
            QVERIFY(changed([&] {
                if (round % 3 == 2)
                    page_->collapse();
                else
                    page_->expand(round % 2 == 0 ? Direction::Down : Direction::Up);
            }));
            std::vector<double> moves;
            std::vector<std::pair<std::uint32_t, QPointF>> stayed;
            for (std::uint32_t i = 0; i < picture().nodes.size(); ++i) {
                const auto was = before.find(picture().nodes[i].key);
                if (was == before.end()) continue;
                const QPointF move = view().nodes()[i]->target() - was->second;
                moves.push_back(std::hypot(move.x(), move.y()));
                stayed.emplace_back(i, was->second);
            }
            QVERIFY(!moves.empty());
            std::ranges::sort(moves);
            worst = std::max(worst, moves[moves.size() / 2]);
            for (const auto& [i, y] : stayed)
                for (const auto& [k, other] : stayed) {
                    const PictureKey& one = picture().nodes[i].key;
                    const PictureKey& two = picture().nodes[k].key;
                    if (i <= k || layer[one] != layer[two] || picture().nodes[i].column != picture().nodes[k].column)
                        continue;
                    ++compared;
                    QCOMPARE(view().nodes()[i]->target().y() < view().nodes()[k]->target().y(), y.y() < other.y());
                }
        }
        qInfo("the largest median move is %.1f px, over %d pairs in one layer", worst, compared);
        QVERIFY(compared > 1'000);
        QVERIFY2(worst <= Layout::nodeHeight, qPrintable(QString::number(worst)));
    }

    void theFilterOfRelationsIsJudged() {
        RelationFilter& only = page_->questions().only();
        FilterMessage* message = page_->questions().findChild<FilterMessage*>();
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        QCOMPARE(table().model()->rowCount(), 42);
        QVERIFY(!message->isVisible());
        only.field().setFocus();
        QTest::keyClicks(&only.field(), u"metadat.privilegeName = admin"_s);
        QTRY_COMPARE(only.verdict().state, FilterVerdict::State::Wrong);
        QVERIFY(message->isVisible());
        QCOMPARE(only.verdict().cure, u"metadata.privilegeName"_s);
        QSignalSpy asked(&page_->questions(), &QuestionBar::asked);
        QTest::keyClick(&only.field(), Qt::Key_Return);
        QTest::mouseClick(button(u"Ask"_s), Qt::LeftButton);
        QCOMPARE(asked.count(), 0); // what can't be read is not asked
        QCOMPARE(table().model()->rowCount(), 42);
        QVERIFY(changed([&] { QTest::keyClick(&only.field(), Qt::Key_Return, Qt::AltModifier); }));
        QCOMPARE(only.text(), u"metadata.privilegeName = admin"_s);
        QCOMPARE(only.verdict().state, FilterVerdict::State::Valid);
        QVERIFY(!message->isVisible());
        QCOMPARE(table().model()->rowCount(), 0); // she is a member before anything else
        QTest::keyClicks(&only.field(), u"("_s);
        QTest::keyClick(&only.field(), Qt::Key_Escape);
        QCOMPARE(only.text(), u"metadata.privilegeName = admin"_s);
        QVERIFY(only.field().textCursor().atEnd());
        QTest::keyClick(&only.field(), Qt::Key_Escape);
        QCOMPARE(only.text(), u"metadata.privilegeName = admin"_s);
        QVERIFY(view().hasFocus()); // nothing to take back
    }
};

QTEST_MAIN(TestGraphPage)
#include "test_graphpage.moc"
