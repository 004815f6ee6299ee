#include "tests/gui/rig.h"
#include "views/dialogs/viewnamedialog.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermessage.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/questionbar.h"
#include "views/graph/relationfilter.h"
#include "views/mainwindow/mainwindow.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
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

constexpr auto header = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                        "Version,Metadata\n";

QByteArray brn(const QByteArray& type, const QByteArray& name) {
    return "brn:bid:balkanid:::T:" + type + ':' + name;
}

QByteArray relation(const QByteArray& parent, const QByteArray& child, const QByteArray& privilege = "member") {
    return "okta,2024-01-01T00:00:00Z,okta," + parent + ',' + child + ',' + child.split(':').value(6) +
           ",okta,1,\"{\"\"privilegeName\"\":\"\"" + privilege + "\"\"}\"\n";
}

/// Ada is in a hub with 500 others, which has 40 pages; a chain of 400 groups begins at its first; and a web of groups
/// and pages to expand in.
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
    return csv;
}

QByteArray entities() {
    return "BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,Source Type,Metadata "
           "Version,Metadata\n" +
           brn("identity", "ada") + ",2024-01-01T00:00:00Z,okta,okta,Ada Lovelace,identity,okta,1,user,1,{}\n" +
           brn("connection", "hub") + ",2024-01-01T00:00:00Z,okta,okta,everyone,connection,okta,2,group,1,{}\n";
}

} // namespace

/// What people do with a graph once it answers: list, expand and fold, filter, keep, go back.
class TestGraphWork : public QObject {
    Q_OBJECT

    std::unique_ptr<Rig> rig_;
    GraphPage* page_ = nullptr;

    GraphView& view() { return page_->view(); }
    const Picture& picture() { return view().drawing()->picture; }
    TableSession& table() { return page_->session().result(); }
    bool changed(const std::function<void()>& act) {
        QSignalSpy drawn(&page_->session(), &GraphSession::drawn);
        act();
        return drawn.count() > 0 || drawn.wait();
    }
    bool ask(GraphQuestionKind kind, const QByteArray& name) {
        return changed([&] { page_->askAbout(kind, QString::fromUtf8(name)); });
    }
    bool openGraph(const QByteArray& csv) {
        rig_->desk->openFiles({rig_->write(u"relations.csv"_s, csv)});
        if (!QTest::qWaitFor([this] { return rig_->page() != nullptr && rig_->waitForLoad(*rig_->page()); }))
            return false;
        rig_->action(u"Open the graph"_s).trigger();
        return QTest::qWaitFor(
            [this] { return (page_ = qobject_cast<GraphPage*>(rig_->desk->window().currentPage())) != nullptr; });
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
        return changes.count() > 0 || changes.wait();
    }
    QPoint placeOf(std::uint32_t index) {
        const NodeItem* item = view().nodes()[index];
        return view().mapFromScene(item->mapToScene(item->box().center()));
    }
    /// The state, and the ones before, that a way back has to lead through.
    bool step(const QString& action) {
        return changed([&] { rig_->action(action).trigger(); });
    }

private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(openGraph(town()));
        rig_->desk->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig_->desk->window()));
    }
    void cleanup() {
        page_ = nullptr;
        rig_.reset();
    }

    void theCapIsSaidAndListed() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("connection", "link0")));
        QCOMPARE(picture().nodes.size(), Picture::cap);
        QCOMPARE(page_->session().drawing()->leftOut.size(), 401 - Picture::cap);
        QPushButton* leftOut = button(u"List what is left out"_s);
        QVERIFY(leftOut != nullptr && leftOut->isVisible());
        QVERIFY(!button(u"List all that was found"_s)->isVisible());
        QVERIFY(rig_->filter(*page_->tablePage(), u"distance >= 300"_s));
        QCOMPARE(table().model()->rowCount(), 101);
        QVERIFY(listed([&] { QTest::mouseClick(leftOut, Qt::LeftButton); }));
        QCOMPARE(table().model()->rowCount(), static_cast<int>(401 - Picture::cap));
        QCOMPARE(table().model()->index(0, 0).data().toString(), u"link300"_s);
        QVERIFY(rig_->filter(*page_->tablePage(), u"name ends with 9"_s)); // filtered like any table
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
        const QString name = table().model()->index(123, 0).data().toString();
        page_->tablePage()->table().setCurrentIndex(table().model()->index(123, 0));
        QVERIFY(QTest::qWaitFor([&] { return find(name).has_value(); }));
        QCOMPARE(view().current(), find(name));
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
        QVERIFY(only.verdict().message.contains(u"metadat"_s));
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
    }

    void backAndForwardThroughStates() {
        std::vector<GraphState> states;
        const auto keep = [&] { states.push_back(page_->state()); };
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        keep();
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        keep();
        QVERIFY(ask(GraphQuestionKind::Reaching, brn("resource", "vault")));
        keep();
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(changed([this] { page_->collapse(); }));
        keep();
        const auto same = [this](GraphState kept) {
            GraphState now = page_->state();
            kept.current = now.current; // going away notes where people were by then
            return now == kept;
        };
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            QVERIFY(step(u"Back"_s));
            QVERIFY2(same(states[i]), qPrintable(QString::number(i)));
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(step(u"Forward"_s));
            QVERIFY2(same(states[i]), qPrintable(QString::number(i)));
        }
    }

    void aStateIsPartOfASavedView() {
        GraphQuestion question;
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        question = page_->session().answer()->question;
        question.only = "metadata.privilegeName in (member, viewer)";
        QVERIFY(changed([&] { page_->ask(question); }));
        view().setCurrent(*find(u"hub"_s));
        QVERIFY(changed([this] { page_->expand(Direction::Up); }));
        QVERIFY(rig_->filter(*page_->tablePage(), u"name contains page1"_s));
        page_->tablePage()->session().setSort({{.operand = ColumnId{0}, .descending = true}});
        const GraphState kept = page_->state();
        QCOMPARE(GraphState::fromJson(kept.toJson()), std::optional(kept));
        page_->tablePage()->table().setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor(
            [] { return qobject_cast<ViewNameDialog*>(QApplication::activeModalWidget()) != nullptr; }));
        auto* field = QApplication::activeModalWidget()->findChild<QLineEdit*>();
        QVERIFY(field->text().contains(u"Graph"_s)); // a name is offered
        field->setText(u"What Ada reads"_s);
        QTest::keyClick(field, Qt::Key_Return);
        ViewList& list = rig_->desk->window().sideBar().views();
        QTRY_COMPARE(list.model()->rowCount(), 1);

        // Elsewhere, and back: in the same graph, and after it was closed.
        QVERIFY(ask(GraphQuestionKind::Reaching, brn("resource", "vault")));
        for (const bool closed : {false, true}) {
            if (closed) {
                rig_->desk->window().closePage(page_);
                QVERIFY(rig_->page() != nullptr);
            }
            list.setFocus();
            list.setCurrentIndex(list.model()->index(0, 0));
            QTest::keyClick(&list, Qt::Key_Return);
            const auto there = [&] {
                page_ = qobject_cast<GraphPage*>(rig_->desk->window().currentPage());
                return page_ != nullptr && page_->session().answer() && !page_->session().isAsking() &&
                       page_->tablePage()->filterBar().text() == u"name contains page1"_s &&
                       !table().filterStatus().evaluating;
            };
            QVERIFY(QTest::qWaitFor(there, 10'000));
            QCOMPARE(page_->state().toJson(), kept.toJson());
            QCOMPARE(table().model()->rowCount(), 11);
            QCOMPARE(table().model()->index(0, 0).data().toString(), u"page19"_s);
        }
    }

    void namesLeadToTheirEntities() {
        rig_->desk->openFiles({rig_->write(u"entities.csv"_s, entities())});
        const auto isEntities = [this] {
            return rig_->page() != nullptr && rig_->page()->session().table() != nullptr &&
                   rig_->page()->session().table()->find("source id").has_value();
        };
        QVERIFY(QTest::qWaitFor(isEntities));
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        // From a relation, and from a row of the answer.
        rig_->desk->window().showPage(page_);
        Q_EMIT page_->relationWanted(RowId{0});
        QVERIFY(QTest::qWaitFor([this] { return rig_->page()->session().table()->rowCount() > 500; }));
        ResourcePage* relations = rig_->page();
        const ColumnId child = *relations->session().table()->find("entity brn");
        relations->goTo(RowId{3}, child);
        QVERIFY(relations->refersToOthers());
        rig_->action(u"What the cell names"_s).trigger();
        QVERIFY(QTest::qWaitFor(isEntities));
        QCOMPARE(rig_->page()->session().model()->row(rig_->page()->table().currentIndex()), RowId{1});
        rig_->action(u"Back"_s).trigger();
        QTRY_COMPARE(rig_->page(), relations);
        QCOMPARE(relations->session().model()->row(relations->table().currentIndex()), RowId{3});

        rig_->desk->window().showPage(page_);
        page_->tablePage()->table().setCurrentIndex(table().model()->index(0, 1));
        QVERIFY(page_->tablePage()->refersToOthers());
        rig_->action(u"What the cell names"_s).trigger();
        QVERIFY(QTest::qWaitFor(isEntities));
        QCOMPARE(rig_->page()->session().model()->row(rig_->page()->table().currentIndex()), RowId{1});
    }
};

QTEST_MAIN(TestGraphWork)
#include "test_graphwork.moc"
