#include "models/items/suggestionmodel.h"
#include "tests/gui/leaks.h"
#include "tests/gui/rig.h"
#include "tests/gui/secretexports.h"
#include "tests/support/outputs.h"
#include "tests/support/scriptedservice.h"
#include "views/connect/connectdialog.h"
#include "views/dialogs/secretsdialog.h"
#include "views/dialogs/viewnamedialog.h"
#include "views/facets/facetchooser.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/facets/valuespopup.h"
#include "views/filter/columnfilterfield.h"
#include "views/filter/completer.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/inspector/comparisonpane.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/rawview.h"
#include "views/mainwindow/mainwindow.h"
#include "views/notices/noticespanel.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// R3 in the finished program: what is secret in an export, the secret of the key and the signatures of links are
/// nowhere in the window, in what it says and hands on, or in a file, but in the copies of the exports themselves.
class TestCanaries : public QObject {
    Q_OBJECT
    std::unique_ptr<Outputs> outputs_;
    std::unique_ptr<ScriptedService> service_;
    std::unique_ptr<Rig> rig_;
    Leaks leaks_{
        {keySecret, "X-Sig", "x-sig", "canary%2Fsignature", "canary/signature", "canary-data", "canary-words"}};

    [[nodiscard]] MainWindow& window() const { return rig_->desk->window(); }
    [[nodiscard]] ResourcePage& page() const { return *rig_->page(); }
    void connectTenant();
    void fetchAll();
    void goTo(int row, const char* column) const {
        const auto id = page().session().table()->find(column);
        page().table().setCurrentIndex(page().table().model()->index(row, static_cast<int>(id->value)));
        page().table().setFocus();
    }
    [[nodiscard]] bool inspect(int row, const char* column) const;
    [[nodiscard]] QModelIndex secret() const;
    /// The clipboard after an action that may change it.
    [[nodiscard]] QString copiedBy(const QString& action) const;
    [[nodiscard]] QString savedAs(const QString& action, const QString& answer);
    /// The exports as they were sent, kept on purpose.
    [[nodiscard]] QStringList copies() const;
    [[nodiscard]] QStringList otherFiles() const;

private Q_SLOTS:
    void init();
    void cleanup();

    void inspecting();
    void asking();
    void takingAlong();
    void drawing();
    void comingBack();
};

void TestCanaries::init() {
    outputs_ = std::make_unique<Outputs>(u"qt.network.*=true"_s);
    service_ = std::make_unique<ScriptedService>();
    service_->serve("integrations", secretIntegrations());
    service_->serveRelations({{"1", secretRelations()}, {"2", secretRelations()}});
    service_->serve("entity-rules", secretRules());
    // Two that fail, with words of the server's and with a link of which nothing may be said.
    service_->api.on("POST", ScriptedService::postPath("apps"), {Answer{.status = 500, .body = "canary-words"}});
    service_->serve("labels", {});
    service_->store.on("GET", "/file/labels", {Answer::redirect(307, "/elsewhere/canary-words?" + signature)});
    rig_ = std::make_unique<Rig>(Theme::Light, SampleService::Options{},
                                 ExportSettings{.retries = 0, .forbiddenGrace = 0ms});
    QApplication::clipboard()->setText(u"before"_s);
    connectTenant();
    if (QTest::currentTestFailed()) return;
    fetchAll();
}

void TestCanaries::cleanup() {
    const bool used = service_->api.received().contains(keySecret) && service_->store.received().contains("X-Sig");
    rig_.reset();
    service_.reset();
    const QByteArray said = outputs_->text();
    outputs_.reset();
    QVERIFY2(!leaks_.areIn(said), said);
    QVERIFY(used);
}

void TestCanaries::connectTenant() {
    Q_EMIT window().startPage().connectRequested();
    QTRY_VERIFY(window().findChild<ConnectDialog*>() != nullptr);
    const auto fields = window().findChild<ConnectDialog*>()->findChildren<QLineEdit*>();
    fields[0]->setText(u"Acme"_s);
    fields[1]->setText(service_->api.base().toString());
    fields[2]->setText(QString::fromLatin1(keyId));
    fields[3]->setText(QString::fromLatin1(keySecret));
    fields[3]->selectAll();
    fields[3]->copy();
    QCOMPARE(leaks_.shown(), QString());
    QCOMPARE(leaks_.onClipboard(), QString());
    QTest::keyClick(fields[3], Qt::Key_Return);
    QTRY_VERIFY(window().findChild<ConnectDialog*>() == nullptr);
}

void TestCanaries::fetchAll() {
    window().showWorkspace();
    rig_->action(u"Fetch all"_s).trigger();
    const TransferModel& transfers = rig_->desk->transfers();
    QTRY_VERIFY_WITH_TIMEOUT(transfers.counts().failed == 2 && transfers.counts().done == 4, patienceMs);
    window().setTransfersShown(true);
    QVERIFY(rig_->openResource("integrations"));
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QCOMPARE(leaks_.shown(), QString()); // among it why two have failed
}

bool TestCanaries::inspect(int row, const char* column) const {
    goTo(row, column);
    const QAbstractItemModel& tree = *window().inspector().tree().model();
    return QTest::qWaitFor([&] {
        const QString path = tree.index(0, 0).data(JsonPathRole).toString();
        return tree.rowCount() > 0 && path.startsWith(QLatin1StringView(column));
    });
}

QModelIndex TestCanaries::secret() const {
    const QAbstractItemModel& tree = *window().inspector().tree().model();
    const auto found = tree.match(tree.index(0, 0), JsonSecretRole, true, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.front();
}

QString TestCanaries::copiedBy(const QString& action) const {
    QApplication::clipboard()->setText(u"before"_s);
    rig_->action(action).trigger();
    const auto taken = [] { return QApplication::clipboard()->text() != u"before"_s; };
    return QTest::qWaitFor(taken, patienceMs) ? QApplication::clipboard()->text() : u"(nothing)"_s;
}

QString TestCanaries::savedAs(const QString& action, const QString& answer) {
    rig_->picker.saveTo = rig_->path(u"saved.csv"_s);
    QSignalSpy ended(&page().session(), &TableSession::saveEnded);
    rig_->action(action).trigger();
    const auto dialog = [this] { return window().findChild<SecretsDialog*>(); };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, patienceMs)) return u"nobody asked"_s;
    for (auto* button : dialog()->findChildren<QPushButton*>())
        if (button->text() == answer) button->click();
    if (ended.isEmpty() && !ended.wait(patienceMs)) return u"not saved"_s;
    return leaks_.in({rig_->picker.saveTo});
}

QStringList TestCanaries::copies() const {
    QStringList files;
    for (const Snapshot& snapshot : Library(rig_->setup.library).list().snapshots)
        files += snapshot.file;
    return files;
}

QStringList TestCanaries::otherFiles() const {
    QStringList files = rig_->files();
    for (const QString& copy : copies())
        files.removeAll(copy);
    return files;
}

/// Every cell, every form of the inspector, records, rows side by side, notices; one secret is revealed on purpose.
void TestCanaries::inspecting() {
    for (const char* column : {"metadata", "provisioning_options", "extraction_options"})
        for (const int row : {0, 1}) {
            QVERIFY2(inspect(row, column), column);
            QCOMPARE(leaks_.shown(), QString());
            for (auto* form : window().inspector().findChildren<QPushButton*>())
                if (form->isCheckable() && form->isVisible() && form->isEnabled()) {
                    form->click();
                    QCOMPARE(leaks_.shown(), QString());
                }
            window().inspector().raw().selectAll();
            window().inspector().raw().copy();
            QCOMPARE(leaks_.onClipboard(), QString());
            if (row == 0) QVERIFY(inspect(1, "metadata")); // so that the next cell is known by its path
        }

    QVERIFY(inspect(0, "metadata"));
    JsonView& tree = window().inspector().tree();
    QVERIFY(secret().isValid());
    QApplication::clipboard()->setText(u"before"_s);
    tree.toggleReveal(secret());
    QVERIFY(leaks_.shown().contains(u"canary-data-hunter2"_s)); // the search finds what there is to be found
    tree.copyValue(secret());
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QVERIFY(!leaks_.areIn(copiedBy(u"Copy"_s).toUtf8()));
    tree.toggleReveal(secret());
    QCOMPARE(leaks_.shown(), QString());

    page().table().selectAll();
    QTRY_VERIFY(window().inspector().comparison().isVisible());
    QTRY_VERIFY(window().inspector().comparison().view().model()->rowCount() > 0);
    QCOMPARE(leaks_.shown(), QString());
    QTRY_VERIFY(window().notices().list().model()->rowCount() > 0); // of broken JSON, and of transfers
    for (auto* button : window().notices().findChildren<QPushButton*>())
        if (button->text() == u"Copy all"_s) button->click();
    QVERIFY(QApplication::clipboard()->text().contains(u"Apps"_s));
    QCOMPARE(leaks_.onClipboard(), QString());

    QVERIFY(rig_->openResource("entity-rules"));
    QCOMPARE(page().table().model()->rowCount(), 1);
    goTo(0, "entity_filter");
    QTRY_VERIFY(page().dock() != nullptr && page().dock()->isVisible());
    QTRY_VERIFY(page().dock()->findChild<QTreeView*>()->model()->rowCount() > 0); // its conditions
    QCOMPARE(leaks_.shown(), QString());
}

/// Columns, facets, checklists, completion, the words searched for, filters of cells, and the filters before.
void TestCanaries::asking() {
    const QString below = u"metadata..value"_s;
    Q_EMIT page().table().columnRequested(below);
    FacetsPanel& facets = page().facets();
    for (const char* name : {"metadata", "metadata..value", "provisioning_options.value"}) {
        facets.open(*parseOperand(name));
        QTRY_VERIFY(facets.isVisible() && !facets.board().isCounting());
    }
    const FacetModel& values = facets.board().find(*parseOperand("metadata..value"))->model();
    QTRY_VERIFY(values.rowCount() > 1); // acme.example, and secrets as dots
    QCOMPARE(leaks_.shown(), QString());

    goTo(0, "provisioning_options");
    QTRY_VERIFY(page().filterRow().field(page().table().currentIndex().column()) != nullptr);
    rig_->action(u"Values of the current column…"_s).trigger();
    auto* checklist = page().findChild<ValuesPopup*>();
    QVERIFY(checklist != nullptr);
    QTRY_VERIFY(checklist->section().list().model()->rowCount() > 0);
    QCOMPARE(leaks_.shown(), QString());
    checklist->close();

    rig_->action(u"Add a facet…"_s).trigger();
    auto* chooser = window().findChild<FacetChooser*>();
    QVERIFY(chooser != nullptr);
    const QAbstractItemModel& choices = *chooser->findChild<QListView*>()->model();
    const auto offered = [&](const QString& path) {
        return !choices.match(choices.index(0, 0), Qt::DisplayRole, path, 1, Qt::MatchExactly).isEmpty();
    };
    QTRY_VERIFY(offered(u"provisioning_options.n"_s)); // so have all keys been looked at
    QCOMPARE(leaks_.shown(), QString());
    chooser->close();

    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    FilterBar& bar = page().filterBar();
    for (const QString& typed : {u"provisioning_options."_s, below + u" = "_s}) {
        QWidget* field = bar.focusField();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, typed);
        const QString title = typed.endsWith(u'.') ? u"In "_s : u"Values of "_s;
        QTRY_VERIFY(bar.completer().isOpen() && bar.completer().model().title().startsWith(title));
        QCOMPARE(leaks_.shown(), QString());
        QTest::keyClick(field, Qt::Key_Escape);
    }
    for (const QString& words : {u"hunter2"_s, u"metadata ~ other"_s, u"metadata..value = 1"_s}) {
        QVERIFY(rig_->filter(page(), words));
        QCOMPARE(page().session().filterStatus().shown, 0U);
    }
    QVERIFY(rig_->filter(page(), u"metadata ~ acme"_s));
    QCOMPARE(page().session().filterStatus().shown, 1U);
    rig_->action(u"Next match"_s).trigger();
    QCOMPARE(leaks_.shown(), QString());

    goTo(0, "metadata");
    for (const QString& action : {u"Filter by this value"_s, u"Exclude this value"_s, u"Copy as filter"_s})
        rig_->action(action).trigger();
    QVERIFY(!leaks_.areIn(bar.text().toUtf8()));
    for (auto* button : bar.findChildren<QToolButton*>())
        if (button->accessibleName() == u"Earlier filters"_s) button->click();
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    QCOMPARE(leaks_.shown(), QString());
    QCOMPARE(leaks_.onClipboard(), QString());
    QApplication::activePopupWidget()->close();
}

/// The clipboard in every format, and saved rows; secrets are in the file only when that has been asked for.
void TestCanaries::takingAlong() {
    page().table().selectAll();
    for (const char* format : {"TSV", "CSV", "JSON", "Markdown"})
        for (const char* heads : {"with", "without"}) {
            const QString action = u"%1 %2 headers"_s.arg(QLatin1StringView(format), QLatin1StringView(heads));
            QVERIFY2(copiedBy(action).contains(u"••••••••"_s), qPrintable(action));
            QCOMPARE(leaks_.onClipboard(), QString());
        }
    goTo(0, "metadata");
    QVERIFY(copiedBy(u"Copy"_s).contains(u"••••••••"_s));
    QCOMPARE(leaks_.onClipboard(), QString());

    for (const QString& action : {u"Save view as CSV…"_s, u"Save view for spreadsheets…"_s}) {
        QCOMPARE(savedAs(action, u"Save with dots"_s), QString());
        QTRY_VERIFY(window().findChild<SecretsDialog*>() == nullptr);
        QCOMPARE(savedAs(action, u"Save with secrets"_s), rig_->picker.saveTo);
        QTRY_VERIFY(window().findChild<SecretsDialog*>() == nullptr);
    }
    QCOMPARE(leaks_.shown(), QString());
}

/// What relations are drawn with comes from their metadata. Pictures and PDF, of the same drawing, hold no letters that
/// could be searched.
void TestCanaries::drawing() {
    QVERIFY(rig_->openResource("entity-relations", "Okta"));
    rig_->action(u"Open the graph"_s).trigger();
    QTRY_VERIFY(qobject_cast<GraphPage*>(window().currentPage()) != nullptr);
    auto& graph = *qobject_cast<GraphPage*>(window().currentPage());
    graph.askAbout(GraphQuestionKind::Reaching, QString::fromUtf8(brn("resource", "vault")));
    QTRY_VERIFY_WITH_TIMEOUT(graph.view().drawing() != nullptr, patienceMs);
    QTRY_COMPARE(graph.session().result().model()->rowCount(), 2);
    QCOMPARE(leaks_.shown(), QString());
    for (const GraphFormat format :
         {GraphFormat::Svg, GraphFormat::Dot, GraphFormat::NodesCsv, GraphFormat::EdgesCsv}) {
        QFile::remove(rig_->path(u"graph"_s));
        rig_->picker.saveTo = rig_->path(u"graph"_s);
        Q_EMIT graph.saveRequested(format);
        QTRY_VERIFY(QFile::exists(rig_->picker.saveTo));
        QCOMPARE(leaks_.in({rig_->picker.saveTo}), QString());
    }
    QVERIFY(graph.saved(GraphFormat::EdgesCsv).contains("admin")); // they are of that metadata
}

/// What one run leaves for the next: settings, views, manifests, tabs. The copies of the exports hold what they must.
void TestCanaries::comingBack() {
    const QString below = u"metadata..value"_s;
    Q_EMIT page().table().columnRequested(below);
    page().facets().open(*parseOperand("metadata..value"));
    QVERIFY(rig_->filter(page(), u"metadata..key = t"_s));
    Q_EMIT page().viewSaveRequested();
    QTRY_VERIFY(window().findChild<ViewNameDialog*>() != nullptr);
    auto* name = window().findChild<ViewNameDialog*>()->findChild<QLineEdit*>();
    name->setText(u"tokens"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(window().sideBar().views().model()->rowCount(), 1);
    goTo(0, "metadata");

    rig_->restart();
    rig_->desk->reopenTabs();
    QTRY_VERIFY(rig_->page() != nullptr);
    QVERIFY(rig_->waitForLoad(page()));
    QCOMPARE(page().table().model()->rowCount(), 2);
    QCOMPARE(leaks_.shown(), QString());
    QCOMPARE(leaks_.in(otherFiles()), QString());
    QVERIFY(otherFiles().size() > copies().size()); // a manifest for each, settings, a view
    QCOMPARE(copies().size(), 4);
    for (const QString& copy : copies())
        QCOMPARE(leaks_.in({copy}), copy);
}

QTEST_MAIN(TestCanaries)
#include "test_canaries.moc"
