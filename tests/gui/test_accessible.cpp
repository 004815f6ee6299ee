#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/transfer/retention.h"
#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/connect/connectdialog.h"
#include "views/connect/removedialog.h"
#include "views/dialogs/aboutdialog.h"
#include "views/dialogs/keepingdialog.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/dialogs/removesnapshotdialog.h"
#include "views/dialogs/secretsdialog.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterfield.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphpainting.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/questionbar.h"
#include "views/help/filterhelp.h"
#include "views/help/helpdialog.h"
#include "views/inspector/fieldsview.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/documenttabs.h"
#include "views/mainwindow/mainwindow.h"
#include "views/mainwindow/statusline.h"
#include "views/notices/noticespanel.h"
#include "views/parts/focusring.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"
#include "views/transfers/transferspanel.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// What people press, choose or type into, or read as a list.
bool needsName(QAccessible::Role role) {
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::Dialog:
        return true;
    default:
        return false;
    }
}

/// A path of roles and names, to find what is meant.
QString placeOf(QAccessibleInterface& item) {
    QString place;
    for (QAccessibleInterface* at = &item; at != nullptr && at->object() != qApp; at = at->parent()) {
        const QString cls = at->object() != nullptr ? QString::fromLatin1(at->object()->metaObject()->className())
                                                    : QString::number(at->role(), 16);
        place.prepend(u'/' + cls + u'(' + at->text(QAccessible::Name).left(20) + u')');
    }
    return place;
}

/// What a screen reader can't tell: one line for each control without a name, and each view without a current item.
class Walk {
public:
    explicit Walk(QWidget& root) { visit(QAccessible::queryAccessibleInterface(&root), 0); }

    [[nodiscard]] QString faults() const { return faults_.join(u'\n'); }
    [[nodiscard]] int controls() const { return controls_; }

private:
    static constexpr int deepest = 40;
    static constexpr int mostChildren = 400; ///< of one parent: rows and cells are alike

    void visit(QAccessibleInterface* item, int depth) {
        if (item == nullptr || !item->isValid() || depth > deepest) return;
        if (item->state().invisible && item->role() != QAccessible::MenuItem) return;
        if (needsName(item->role())) {
            ++controls_;
            if (item->text(QAccessible::Name).trimmed().isEmpty()) faults_.append(u"no name: "_s + placeOf(*item));
        }
        if (auto* view = qobject_cast<QAbstractItemView*>(item->object())) visitView(*view, *item);
        for (int i = 0; i < std::min(item->childCount(), mostChildren); ++i)
            visit(item->child(i), depth + 1);
    }

    void visitView(const QAbstractItemView& view, QAccessibleInterface& item) {
        if (view.model() == nullptr || view.model()->rowCount(view.rootIndex()) == 0) return;
        if (!view.currentIndex().isValid()) return faults_.append(u"nothing current: "_s + placeOf(item));
        QAccessibleTableInterface* table = item.tableInterface();
        if (table == nullptr || !view.inherits("QTableView")) return;
        const QModelIndex current = view.currentIndex();
        if (table->cellAt(current.row(), current.column()) == nullptr)
            faults_.append(u"no current cell: "_s + placeOf(item));
    }

    QStringList faults_;
    int controls_ = 0;
};

void compareFaults(QWidget& root, int atLeast) {
    const Walk walk(root);
    QCOMPARE(walk.faults(), QString());
    QVERIFY2(walk.controls() >= atLeast, qPrintable(QString::number(walk.controls())));
}

/// The widgets that Tab reaches, from where the focus is and round.
QList<QWidget*> reachedByTab(QWidget& window) {
    QList<QWidget*> reached;
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || now->window() != &window || reached.contains(now)) break;
        reached.append(now);
    }
    return reached;
}

using Parts = std::vector<std::pair<QString, const QWidget*>>; ///< by name, those within others before them

/// The parts that Tab comes through on its way round, from the first of `parts` that is named `start`.
QString readByTab(QWidget& window, const Parts& parts, const QString& start) {
    QStringList names;
    for (const QWidget* stop : reachedByTab(window)) {
        const auto part = std::ranges::find_if(
            parts, [stop](const auto& each) { return each.second == stop || each.second->isAncestorOf(stop); });
        const QString name = part == parts.end() ? QString::fromLatin1(stop->metaObject()->className()) : part->first;
        if (names.isEmpty() || names.back() != name) names.append(name);
    }
    if (names.size() > 1 && names.front() == names.back()) names.removeLast(); // it began within
    std::ranges::rotate(names, std::ranges::find(names, start));
    return names.join(u", "_s);
}

} // namespace

/// What screen readers are told: every control has a name and every view a current item, in every state of the window.
class TestAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startPage() {
        Rig rig;
        compareFaults(rig.desk->window(), 8);
    }

    void workSpace() {
        Rig rig;
        rig.desk->openFiles({rig.write(u"integrations.csv"_s, integrations()), rig.write(u"b.csv"_s, "x,y\n1,2\n")});
        QTRY_COMPARE(rig.desk->window().findChildren<ResourcePage*>().size(), 2);
        MainWindow& window = rig.desk->window();
        for (auto* page : window.findChildren<ResourcePage*>()) {
            window.showPage(page);
            QVERIFY(rig.waitForLoad(*page));
        }
        window.showPage(window.findChildren<ResourcePage*>().front());
        compareFaults(window, 15);

        // Each form of the inspector.
        QAbstractItemModel& model = *rig.page()->table().model();
        for (int column = 0; column < model.columnCount(); ++column) {
            rig.page()->table().setCurrentIndex(model.index(0, column));
            QTest::qWait(50);
            compareFaults(window.inspector(), 1);
        }
        for (auto* form : window.inspector().findChildren<QPushButton*>())
            if (form->isCheckable() && form->isVisible()) {
                form->click();
                compareFaults(window.inspector(), 1);
            }

        rig.page()->filterBar().setText(u"nam = x"_s);
        window.setTransfersShown(true);
        rig.desk->transfers().update(transfer(1, TransferPhase::Downloading));
        rig.desk->transfers().update(transfer(2, TransferPhase::Failed));
        QTest::qWait(150);
        compareFaults(window, 25);
        rig.page()->table().openColumnList();
        compareFaults(*QApplication::activePopupWidget(), 2);
        QApplication::activePopupWidget()->close();
    }

    void dialogs() {
        Rig rig;
        QWidget& window = rig.desk->window();
        const std::unique_ptr<QDialog> all[] = {std::make_unique<ConnectDialog>(Profile{}, &window),
                                                std::make_unique<RemoveDialog>(u"Halden"_s, &window),
                                                std::make_unique<AboutDialog>(&window),
                                                std::make_unique<HelpDialog>(u"Help"_s, filterHelp(), &window),
                                                std::make_unique<KeepingDialog>(Retention{}, &window),
                                                std::make_unique<PreferencesDialog>(Preferences{}, &window),
                                                std::make_unique<RemoveSnapshotDialog>(u"Okta"_s, true, &window),
                                                std::make_unique<SecretsDialog>(&window)};
        for (const auto& dialog : all) {
            dialog->open();
            compareFaults(*dialog, 2);
            QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
            QVERIFY2(dialog->isAncestorOf(QApplication::focusWidget()), dialog->metaObject()->className());
            dialog->close();
        }
    }

    /// Wherever F6 leads, people see that the keys go there.
    void focusIsSeenInEveryPane() {
        Rig rig;
        QVERIFY(rig.openTable(
            u"integrations.csv"_s,
            "ID,Name,Status,Metadata,Provisioning Options,Extraction Options\n1,Okta,active,"
            "\"[{\"\"name\"\":\"\"Domain\"\",\"\"key\"\":\"\"d\"\",\"\"type\"\":\"\"text\"\",\"\"value\"\":"
            "\"\"acme\"\"}]\",,\n"));
        MainWindow& window = rig.desk->window();
        const auto metadata = rig.page()->session().table()->find("metadata");
        rig.page()->table().setCurrentIndex(rig.page()->table().model()->index(0, static_cast<int>(metadata->value)));
        window.setTransfersShown(true);
        const QList<FieldsView*> settings = window.findChildren<FieldsView*>();
        QTRY_VERIFY(std::ranges::any_of(settings, [](const FieldsView* each) { return each->isVisible(); }));
        QStringList ringed;
        for (int step = 0; step < 12; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QWidget* pane = QApplication::focusWidget();
            const auto* ring = pane->findChild<FocusRing*>(QString(), Qt::FindDirectChildrenOnly);
            if (ring == nullptr) continue; // the table marks its cell, a field its frame
            QVERIFY(ring->isVisible());
            QTRY_VERIFY2(!pane->size().isEmpty(), pane->metaObject()->className()); // facets that are still counted
            const QImage seen = pane->grab().toImage();
            const QColor edge = seen.pixelColor(seen.width() / 2, 0);
            QVERIFY2(edge == tokensOf(pane->palette()).accent,
                     qPrintable(pane->accessibleName() + u": "_s + edge.name()));
            if (!ringed.contains(pane->accessibleName())) ringed << pane->accessibleName();
        }
        for (const QString& name : {u"Resources"_s, u"Settings of the cell"_s, u"Values of the row"_s, u"Notices"_s})
            QVERIFY2(ringed.contains(name), qPrintable(name + u" not in "_s + ringed.join(u", "_s)));
        rig.page()->table().setFocus();
        for (const auto* ring : window.findChildren<FocusRing*>())
            QVERIFY(!ring->isVisible());
    }

    /// Whatever can be pressed can be reached without a mouse.
    void tabReachesEveryControl() {
        Rig rig;
        MainWindow& window = rig.desk->window();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto unreached = [&window](const QList<QWidget*>& reached) {
            QStringList names;
            for (auto* button : window.findChildren<QAbstractButton*>()) {
                const bool inBar =
                    button->parentWidget()->inherits("QTabBar") || button->inherits("QTableCornerButton") ||
                    button->parentWidget()->inherits("idscope::ColumnFilterField"); // Alt+Down does the same
                if (button->isVisible() && button->isEnabled() && !inBar && !reached.contains(button))
                    names.append(button->accessibleName() + button->text());
            }
            return names;
        };
        QCOMPARE(unreached(reachedByTab(window)).join(u", "_s), QString());

        rig.desk->openFiles({rig.write(u"integrations.csv"_s, integrations())});
        QTRY_VERIFY(rig.page() != nullptr);
        QVERIFY(rig.waitForLoad(*rig.page()));
        rig.page()->table().setFocus();
        window.setTransfersShown(true);
        rig.desk->transfers().update(transfer(2, TransferPhase::Failed));
        QTest::qWait(150);
        const QList<QWidget*> reached = reachedByTab(window);
        QCOMPARE(unreached(reached).join(u", "_s), QString());
        for (const auto* field : window.findChildren<FilterField*>())
            QVERIFY(!field->isVisible() || std::ranges::find(reached, field) != reached.end());
    }

    /// Part after part, whatever was made first and what came later.
    void tabGoesAsOneReads() {
        Rig rig;
        MainWindow& window = rig.desk->window();
        QVERIFY(rig.openTable(u"integrations.csv"_s, integrations() + "3\n")); // a row to be noticed
        const ResourcePage& page = *rig.page();
        Q_EMIT page.table().facetRequested(1);
        QTRY_VERIFY(!page.facets().sections().empty());
        QVERIFY(rig.filter(*rig.page(), u"name ~ k"_s)); // there is a chip
        window.setTransfersShown(true);
        rig.desk->transfers().update(transfer(2, TransferPhase::Failed));
        QTRY_VERIFY(!page.facets().board().isCounting());
        page.table().setFocus();
        const auto* tabs = window.findChild<DocumentTabs*>();
        QCOMPARE(readByTab(window,
                           {{u"side bar"_s, &window.sideBar()},
                            {u"filter"_s, &page.filterBar()},
                            {u"facets"_s, &page.facets()},
                            {u"rows"_s, &page.table()},
                            {u"tabs"_s, tabs},
                            {u"inspector"_s, &window.inspector()},
                            {u"transfers"_s, window.findChild<TransfersPanel*>()},
                            {u"notices"_s, &window.notices()},
                            {u"status"_s, window.findChild<StatusLine*>()}},
                           u"side bar"_s),
                 u"side bar, tabs, filter, facets, rows, inspector, transfers, notices, status"_s);
    }
    void tabGoesThroughTheGraphAsOneReads() {
        Rig rig;
        MainWindow& window = rig.desk->window();
        const QByteArray ada = brn("identity", "ada");
        QVERIFY(rig.openTable(u"relations.csv"_s, header + relation(ada, brn("connection", "hub"))));
        rig.action(u"Open the graph"_s).trigger();
        QTRY_VERIFY(qobject_cast<GraphPage*>(window.currentPage()) != nullptr);
        auto& graph = static_cast<GraphPage&>(*window.currentPage());
        graph.askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(ada));
        QTRY_VERIFY(graph.view().drawing() != nullptr);
        QCOMPARE(readGraph(window, graph), graphAsOneReads);
        // What is chosen stands before the field in which more is.
        const QWidget& field = graph.questions().from().edit();
        QWidget* before = field.previousInFocusChain();
        while ((before->focusPolicy() & Qt::TabFocus) == 0)
            before = before->previousInFocusChain();
        QCOMPARE(before->accessibleName(), u"Take ada out"_s);
    }
    /// It has its dock before other pages could have made room for one.
    void tabGoesThroughAnOnlyGraphAsOneReads() {
        const QByteArray ada = brn("identity", "ada");
        const QByteArray csv = header + relation(ada, brn("connection", "hub"));
        const auto table = loadTableFromMemory(csv.toStdString(), "relations.csv", {.schemas = resources()});
        QVERIFY(table);
        GraphSession session(*table, graphMeasure());
        Rig rig;
        MainWindow& window = rig.desk->window();
        auto& graph = *new GraphPage(session);
        window.addPage(&graph, u"Graph"_s, u"graph"_s, true);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        graph.askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(ada));
        QTRY_VERIFY(graph.view().drawing() != nullptr);
        QCOMPARE(readGraph(window, graph), graphAsOneReads);
    }

private:
    static inline const QString graphAsOneReads =
        u"side bar, tabs, questions, sentence, drawing, result, dock, transfers, notices"_s;

    /// With what is at the bottom: all that Tab comes through from the drawing on.
    static QString readGraph(MainWindow& window, GraphPage& graph) {
        window.setTransfersShown(true);
        graph.view().setFocus();
        return readByTab(window,
                         {{u"side bar"_s, &window.sideBar()},
                          {u"questions"_s, &graph.questions()},
                          {u"sentence"_s, &graph.sentence()},
                          {u"drawing"_s, &graph.view()},
                          {u"result"_s, graph.tablePage()->parentWidget()},
                          {u"tabs"_s, window.findChild<DocumentTabs*>()},
                          {u"dock"_s, &graph.graphDock()},
                          {u"transfers"_s, window.findChild<TransfersPanel*>()},
                          {u"notices"_s, &window.notices()}},
                         u"side bar"_s);
    }
    static QByteArray integrations() {
        return "ID,Name,Metadata\n1,Okta,\"[{\"\"name\"\":\"\"Token\"\",\"\"key\"\":\"\"t\"\",\"\"type\"\":"
               "\"\"secret\"\",\"\"value\"\":\"\"s\"\"}]\"\n2,AWS,{\n";
    }
    static TransferStatus transfer(std::uint64_t id, TransferPhase phase) {
        TransferStatus status{
            .id = id, .target = {.resource = "apps", .integration = {}, .integrationName = {}}, .phase = phase};
        if (phase == TransferPhase::Failed) status.error = ExportError{.kind = ExportErrorKind::NotAllowed};
        return status;
    }
};

QTEST_MAIN(TestAccessible)
#include "test_accessible.moc"
