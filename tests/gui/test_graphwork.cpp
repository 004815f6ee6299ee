#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/dialogs/viewnamedialog.h"
#include "views/filter/filterbar.h"
#include "views/graph/edgelayer.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/hitdelegate.h"
#include "views/graph/nodefield.h"
#include "views/graph/questionbar.h"
#include "views/mainwindow/mainwindow.h"
#include "views/sidebar/sidebar.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Ada is in a hub with 500 others, which has 40 pages and a vault.
QByteArray town() {
    QByteArray csv = header;
    const QByteArray hub = brn("connection", "hub");
    csv += relation(brn("identity", "ada"), hub);
    for (int i = 0; i < 500; ++i)
        csv += relation(brn("identity", "person" + QByteArray::number(i)), hub);
    for (int i = 0; i < 40; ++i)
        csv += relation(hub, brn("resource", "page" + QByteArray::number(i)), "viewer");
    csv += relation(hub, brn("resource", "vault"), "admin");
    return csv;
}

QByteArray entities() {
    return "BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,Source Type,Metadata "
           "Version,Metadata\n" +
           brn("identity", "ada") + ",2024-01-01T00:00:00Z,okta,okta,Ada Lovelace,identity,okta,1,user,1,{}\n" +
           brn("connection", "hub") + ",2024-01-01T00:00:00Z,okta,okta,everyone,connection,okta,2,group,1,{}\n";
}

} // namespace

/// What a graph has to do with the rest of the window: history, saved views, entities.
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
    bool step(const QString& action) {
        return changed([&] { rig_->action(action).trigger(); });
    }

    /// Pixels of edges that are not as when all is painted anew; without nodes, which Qt keeps on whole pixels.
    int stalePixels() {
        const QImage shown = view().viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        QImage anew(shown.size(), QImage::Format_ARGB32_Premultiplied);
        anew.fill(view().viewport()->palette().color(QPalette::Base));
        QPainter painter(&anew);
        painter.setWorldTransform(view().viewportTransform());
        for (QGraphicsItem* item : view().items())
            if (const auto* edges = dynamic_cast<EdgeLayer*>(item)) edges->paintWhole(painter);
        painter.end();
        int stale = 0;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x) {
                const QColor was = shown.pixelColor(x, y), is = anew.pixelColor(x, y);
                const int most = std::max({std::abs(was.red() - is.red()), std::abs(was.green() - is.green()),
                                           std::abs(was.blue() - is.blue())});
                if (most > 8) ++stale;
            }
        return stale;
    }

    /// Many edges at 150 %, without nodes.
    bool showEdgesAlone() {
        if (!ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada"))) return false;
        view().setCurrent(*find(u"hub"_s));
        if (!changed([this] { page_->expand(Direction::Up); })) return false;
        for (int counted = 497; view().drawing()->nodes.size() < 60; counted -= 12) { // so many are drawn in a step
            const auto rest = find(QString::number(counted) + u" identities"_s);
            if (rest) view().setCurrent(*rest);
            if (!rest || !changed([this] { QTest::keyClick(&view(), Qt::Key_Return); })) return false;
        }
        for (NodeItem* node : view().nodes())
            node->setVisible(false);
        view().setZoom(1.5);
        return true;
    }
    /// As seen from afar: means of squares of the drawing.
    QImage blurred() {
        const QImage shown = view().viewport()->grab().toImage();
        return shown.scaled(shown.width() / 16, shown.height() / 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    }
    static int mostDifferent(const QImage& a, const QImage& b) {
        int most = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                most = std::max(most, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
        return most;
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

    void movedIsPaintedAsAtRest() {
        QVERIFY(showEdgesAlone());
        QTRY_COMPARE(stalePixels(), 0);
        QScrollBar& bar = *view().horizontalScrollBar();
        QVERIFY(bar.maximum() > bar.minimum() + 40);
        bar.setValue(bar.minimum());
        QTRY_COMPARE(stalePixels(), 0);
        for (int i = 0; i < 20; ++i) {
            bar.setValue(bar.value() + 9);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(stalePixels(), 0);
        view().setCurrent(find(u"page0"_s).value()); // the way there is marked
        view().setZoom(0.8);
        QTRY_COMPARE(stalePixels(), 0);
    }
    void zoomedIsNearlyAsAtRest() {
        QVERIFY(showEdgesAlone());
        QTRY_COMPARE(stalePixels(), 0);
        for (const double zoom : {1.7, 1.4, 1.6}) {
            view().setZoom(zoom);
            const QImage moving = blurred();
            QTRY_COMPARE(stalePixels(), 0);
            const QImage resting = blurred();
            QImage blank(resting.size(), resting.format());
            blank.fill(view().viewport()->palette().color(QPalette::Base));
            QVERIFY(mostDifferent(resting, blank) > 20);
            QVERIFY2(mostDifferent(moving, resting) <= 8, qPrintable(QString::number(mostDifferent(moving, resting))));
        }
    }
    /// The second line of a node is there from 75 % on, however many pixels the screen has.
    void secondLinesFollowTheZoomAlone() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        NodeItem& item = *view().nodes()[*find(u"hub"_s)];
        QVERIFY(!item.look().kind.isEmpty());
        const auto painted = [](int ratio, double zoom, const auto& paint) {
            QImage image(QSize(300, 100) * ratio, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.translate(20, 50);
            painter.scale(zoom, zoom);
            paint(painter);
            return image;
        };
        for (const int ratio : {1, 2})
            for (const double zoom : {0.7, 0.76, 1.0, 1.2}) {
                const QImage whole = painted(ratio, zoom, [&](QPainter& painter) { item.paintWhole(painter); });
                const QImage seen =
                    painted(ratio, zoom, [&](QPainter& painter) { item.paint(&painter, nullptr, nullptr); });
                QVERIFY2((seen == whole) == (zoom >= 0.75), qPrintable(u"%1 at %2"_s.arg(ratio).arg(zoom)));
            }
    }
    /// A drawing that is a little too high is made smaller at first sight, so that none of it is below the buttons.
    void atFirstSightNothingIsBelowTheButtons() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        GraphView fresh;
        const QSizeF whole = view().extent().size();
        fresh.resize(qRound(whole.width()) + 200, qRound(whole.height() * 0.66) + 110);
        static_cast<QWidget&>(fresh).show();
        QVERIFY(QTest::qWaitForWindowExposed(&fresh));
        fresh.show(view().drawing(), true);
        QVERIFY2(fresh.zoom() >= 0.6 && fresh.zoom() < 0.75, qPrintable(QString::number(fresh.zoom())));
        const QRect buttons = fresh.findChild<QPushButton*>()->parentWidget()->geometry();
        for (const NodeItem* item : fresh.nodes()) {
            const QRect place = fresh.mapFromScene(item->mapToScene(item->box()).boundingRect()).boundingRect();
            QVERIFY2(!buttons.intersects(place.translated(fresh.viewport()->pos())), qPrintable(item->look().title));
            QVERIFY(fresh.viewport()->rect().contains(place));
        }
    }
    /// What is found is told by keys, not by what all BRNs begin with, in a list with an edge.
    void foundNodesAreTold() {
        const QByteArray csv = entities();
        const auto table =
            loadTableFromMemory({csv.data(), std::size_t(csv.size())}, "entities", {.schemas = resources()});
        page_->session().setNames(EntityNames::make(*table));
        QLineEdit& edit = page_->questions().from().edit();
        edit.setFocus();
        QTest::keyClicks(&edit, u"everyone"_s);
        const auto list = [] { return qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget()); };
        QTRY_VERIFY(list() != nullptr && list()->model()->rowCount() == 2); // and how many there are
        const QModelIndex hub = list()->model()->index(0, 0);
        QCOMPARE(hub.data().toString(), u"everyone"_s);
        QCOMPARE(hub.data(HitDelegate::KeyRole).toString(), u"hub"_s);
        QVERIFY(hub.data(Qt::ToolTipRole).toString().contains(QString::fromUtf8(brn("connection", "hub"))));
        const QImage seen = list()->grab().toImage();
        const QColor border = tokensOf(list()->palette()).border;
        QCOMPARE(seen.pixelColor(0, seen.height() / 2), border);
        QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() - 1), border);
        // One that no entity names is called by its key: that is not said twice.
        edit.clear();
        QTest::keyClicks(&edit, u"vault"_s);
        QTRY_VERIFY(list() != nullptr && list()->model()->index(0, 0).data().toString() == u"vault"_s);
        QVERIFY(list()->model()->index(0, 0).data(HitDelegate::KeyRole).toString().isEmpty());
        list()->hide();
    }
    /// Who works by keyboard sees that the keys go to the drawing, wherever its current node is.
    void focusIsSeenOnTheDrawing() {
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, brn("identity", "ada")));
        page_->questions().from().edit().setFocus();
        for (int step = 0; step < 12 && !view().hasFocus(); ++step)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(view().hasFocus());
        const auto edge = [this] {
            const QImage seen = view().grab().toImage();
            return seen.pixelColor(seen.width() / 2, 0);
        };
        const QColor accent = tokensOf(view().palette()).accent;
        QCOMPARE(edge(), accent);
        view().setZoom(3);
        QTRY_VERIFY(view().verticalScrollBar()->isVisible()); // the ring stays above it
        QTRY_COMPARE(view().grab().toImage().pixelColor(view().width() - 1, view().height() / 2), accent);
        page_->tablePage()->table().setFocus();
        QVERIFY(edge() != accent);
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

    /// A name that no saved view may hold: nothing is written that could not be read again.
    void aNameTooLongIsNoPartOfASavedView() {
        const QByteArray name = brn("identity", QByteArray(GraphState::longestName + 1, 'x'));
        rig_->closePages();
        QVERIFY(openGraph(town() + relation(name, brn("connection", "hub"))));
        QVERIFY(ask(GraphQuestionKind::ReachedFrom, name));
        page_->tablePage()->table().setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor(
            [] { return qobject_cast<ViewNameDialog*>(QApplication::activeModalWidget()) != nullptr; }));
        auto* field = QApplication::activeModalWidget()->findChild<QLineEdit*>();
        field->setText(u"long"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(rig_->desk->window().sideBar().views().model()->rowCount(), 0);
        QVERIFY(QDir(rig_->path(u"views"_s)).entryList(QDir::Files).isEmpty());
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
        QVERIFY(QTest::qWaitFor([this] {
            return rig_->page()->session().table() != nullptr && rig_->page()->session().table()->rowCount() > 500;
        }));
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
