#include "app/sample/stories.h"
#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/pathpanel.h"
#include "views/graph/questionbar.h"
#include "views/mainwindow/mainwindow.h"
#include "views/notices/noticespanel.h"
#include "views/parts/strip.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostClicks = 5;

QString human(const stories::Entity& entity) {
    return QString::fromUtf8(entity.human.data(), static_cast<qsizetype>(entity.human.size()));
}

} // namespace

/// What is planted in the sample tenant, found as people find it: by clicks, which are counted, and by typing.
class TestGraphStories : public QObject {
    Q_OBJECT

    std::unique_ptr<Rig> rig_;
    int clicks_ = 0;

    GraphPage* graph() { return qobject_cast<GraphPage*>(rig_->desk->window().currentPage()); }

    void click(QWidget& widget, QPoint place) {
        QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
        ++clicks_;
    }
    void choose(const QString& title, const QString& text) {
        QMenuBar* bar = rig_->desk->window().menuBar();
        for (QAction* menu : bar->actions()) {
            if (menu->text().remove(u'&') != title) continue;
            click(*bar, bar->actionGeometry(menu).center());
            QVERIFY(QTest::qWaitFor([&] { return menu->menu()->isVisible(); }));
            for (QAction* action : menu->menu()->actions())
                if (action->text().remove(u'&') == text)
                    return click(*menu->menu(), menu->menu()->actionGeometry(action).center());
        }
        QFAIL(qPrintable(u"no menu "_s + title + u", "_s + text));
    }
    void clickButton(const QString& text) {
        for (QPushButton* button : graph()->questions().findChildren<QPushButton*>())
            if (button->text() == text) return click(*button, button->rect().center());
        QFAIL(qPrintable(u"no button "_s + text));
    }
    void openGraph() {
        choose(u"Graph"_s, u"Open the graph"_s);
        QVERIFY(QTest::qWaitFor([this] { return graph() != nullptr && graph()->session().hasNames(); }, 60'000));
    }
    /// Types into the field that has the keyboard.
    void type(const QString& text) {
        QVERIFY(QTest::qWaitFor([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    void waitForAnswer(const QString& about) {
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         return graph() != nullptr && !graph()->session().isAsking() && graph()->session().answer() &&
                                graph()->session().drawing() && graph()->sentence().words().contains(about);
                     },
                     60'000),
                 qPrintable(about + u" / "_s + (graph() != nullptr ? graph()->sentence().words() : QString())));
    }
    [[nodiscard]] std::optional<std::uint32_t> drawn(const QString& title) {
        const GraphDrawingPtr& drawing = graph()->view().drawing();
        for (std::uint32_t i = 0; i < drawing->nodes.size(); ++i)
            if (drawing->nodes[i].title == title) return i;
        return std::nullopt;
    }
    /// Only what is in view can be clicked.
    void clickNode(const QString& title) {
        const auto at = drawn(title);
        QVERIFY2(at, qPrintable(title));
        GraphView& view = graph()->view();
        const NodeItem* item = view.nodes()[*at];
        QVERIFY(QTest::qWaitFor([&] { return item->pos() == item->target(); }));
        const QPoint place = view.mapFromScene(item->mapToScene(item->box().center()));
        QVERIFY2(view.viewport()->rect().contains(place), qPrintable(title));
        click(*view.viewport(), place);
        QCOMPARE(view.current(), at);
    }
    /// The path panel from top to bottom: nodes and, between them, privileges.
    [[nodiscard]] QString path() {
        QStringList steps;
        const QListWidget& list = graph()->graphDock().path().list();
        for (int i = 0; i < list.count(); ++i)
            steps.append(list.item(i)->text());
        return steps.join(u" > "_s);
    }
    [[nodiscard]] QString metadata() {
        const auto row = graph()->graphDock().relation();
        const TablePtr& table = graph()->session().relations();
        return row ? QString::fromUtf8(std::string(table->cell(*row, *table->find("metadata")))) : QString();
    }

private Q_SLOTS:
    void initTestCase() {
        rig_ = std::make_unique<Rig>();
        rig_->desk->window().activateWindow();
        QVERIFY(rig_->fetchSample());
    }
    void init() {
        clicks_ = 0;
        rig_->desk->window().setTransfersShown(false);
        while (rig_->desk->window().currentPage() != nullptr && graph() != nullptr)
            rig_->desk->window().closePage(rig_->desk->window().currentPage());
    }
    void cleanup() {
        if (QTest::currentTestFailed()) return;
        QVERIFY2(clicks_ <= mostClicks, qPrintable(QString::number(clicks_)));
        qInfo("%s: %d clicks", QTest::currentTestFunction(), clicks_);
    }
    void cleanupTestCase() { rig_.reset(); }

    void aContractorReachesTheProductionDatabase() {
        openGraph();
        type(human(stories::tomaszWren));
        waitForAnswer(human(stories::tomaszWren));
        clickNode(human(stories::paymentsProd));
        QTRY_COMPARE(path(),
                     u"Tomasz Wren > member > contractors-emea > member > platform-eng > member > sre-escalation > "
                     "admin > payments-prod"_s);
        QTRY_VERIFY(metadata().contains(u"\"privilegeName\":\"admin\""_s));
    }

    void groupsInACircle() {
        choose(u"Graph"_s, u"Find cycles"_s);
        waitForAnswer(u"1 cycle"_s);
        for (const stories::Entity& each : {stories::warehouseLeads, stories::shiftPlanners, stories::depotAdmins})
            QTRY_VERIFY(drawn(human(each))); // once their names have come
        clickNode(human(stories::shiftPlanners));
        QTRY_COMPARE(path(), u"shift-planners > member > depot-admins > member > warehouse-leads > member > "
                             "shift-planners"_s);
    }

    void aGroupAndALedgerOfNobody() {
        choose(u"View"_s, u"Transfers and notices"_s);
        NoticesPanel* notices = rig_->desk->window().findChild<NoticesPanel*>();
        QListView& checks = notices->list();
        const auto find = [&] {
            for (int row = 0; row < checks.model()->rowCount(); ++row)
                if (checks.model()->index(row, 0).data().toString().contains(u"no identity reaches"_s))
                    return checks.model()->index(row, 0);
            return QModelIndex();
        };
        QVERIFY(QTest::qWaitFor([&] { return find().isValid() && !notices->quality().isChecking(); }, 30'000));
        QTest::qWait(100); // where it is laid out
        // Each click goes to the next of its rows.
        const ColumnId entity = *rig_->page()->session().table()->find("entity brn");
        const auto atLedger = [&] {
            const QModelIndex current = rig_->page()->table().currentIndex();
            return current.isValid() &&
                   current.siblingAtColumn(static_cast<int>(entity.value)).data(RawTextRole) ==
                       QString::fromUtf8(stories::coldStorageLedger.brn.data(),
                                         static_cast<qsizetype>(stories::coldStorageLedger.brn.size()));
        };
        while (!atLedger() && clicks_ < mostClicks) {
            checks.scrollTo(find());
            click(*checks.viewport(), checks.visualRect(find()).center());
            (void)QTest::qWaitFor(atLedger, 500);
        }
        QVERIFY(atLedger());
    }

    void aLeaverIsStillAdmin() {
        openGraph();
        type(human(stories::martaQuill));
        waitForAnswer(human(stories::martaQuill));
        clickNode(human(stories::prodSecrets));
        QTRY_COMPARE(path(), u"Marta Quill > member > vault-admins > admin > prod-secrets"_s);
        clickNode(human(stories::vaultAdmins));
        QTRY_VERIFY(metadata().contains(u"\"terminatedAt\":\"2023-11-30\""_s));
    }

    void oneMayCreateAndApprove() {
        openGraph();
        type(human(stories::inesPark));
        waitForAnswer(human(stories::inesPark));
        QVERIFY(drawn(human(stories::invoiceCreators)));
        QVERIFY(drawn(human(stories::invoiceApprovers)));
        clickNode(human(stories::invoices));
        // Both ways are asked for with two more clicks and a name.
        clickButton(u"Paths from … to …"_s);
        type(human(stories::invoices));
        waitForAnswer(u"2 shortest paths"_s);
        QStringList privileges(graph()->view().drawing()->edges.begin(), graph()->view().drawing()->edges.end());
        QVERIFY(privileges.contains(u"creator"_s));
        QVERIFY(privileges.contains(u"approver"_s));
    }

    void aGrantThatShouldHaveExpired() {
        openGraph();
        type(human(stories::aaronLindqvist));
        waitForAnswer(human(stories::aaronLindqvist));
        clickNode(human(stories::transportProd));
        QTRY_COMPARE(path(), u"Aaron Lindqvist > owner > transport-prod"_s);
        QTRY_VERIFY(metadata().contains(u"\"expiresAt\":\"2024-02-01T12:00:00Z\""_s));
    }

    void nearlyEveryoneReachesTheGateway() {
        openGraph();
        clickButton(u"Who can reach …"_s);
        type(human(stories::vpnGateway));
        waitForAnswer(human(stories::vpnGateway));
        const auto folds = std::ranges::count_if(graph()->view().drawing()->picture.nodes,
                                                 [](const PictureNode& node) { return node.key.isFold(); });
        QVERIFY(folds > 0);
        clickNode(human(stories::vpnUsers));
        QVERIFY(graph()->session().findings().nodes.size() > 4'000);
    }
};

QTEST_MAIN(TestGraphStories)
#include "test_graphstories.moc"
