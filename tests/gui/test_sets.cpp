#include "app/session/fetcher.h"
#include "models/schema/resources.h"
#include "tests/gui/rig.h"
#include "tests/support/scriptedservice.h"
#include "views/table/tableview.h"
#include "views/transfers/transferspanel.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

ExportTarget relations(const std::string& integration) {
    return {.resource = "entity-relations", .integration = integration, .integrationName = {}};
}

/// Relations of many integrations from a service that can be spoilt, as far as the library.
struct Set {
    QTemporaryDir folder;
    ScriptedService service;
    Shelf shelf{folder.filePath(u"snapshots"_s)};
    TransferModel model{resources()};
    Fetcher fetcher;

    Set()
        : fetcher({QUrl(QString::fromLatin1(service.api.origin())), QString::fromLatin1(keyId),
                   std::make_shared<const Secret>(QByteArray(keySecret))},
                  {}, shelf, u"Acme"_s, 1, model, resources()) {
        QObject::connect(&fetcher, &Fetcher::kept, &fetcher, [this](quint64 transfer, const Snapshot& snapshot) {
            fetcher.setLoaded(transfer, snapshot.rows, 0);
        });
    }
    [[nodiscard]] bool wait(int done, int failed) {
        return waitFor([&] { return model.counts().done == done && model.counts().failed == failed; }, 20'000);
    }
    [[nodiscard]] std::multiset<QByteArray> askedFor() const {
        std::multiset<QByteArray> ids;
        for (const Request& request : service.api.requests())
            ids.insert(QJsonDocument::fromJson(request.body).object().value(u"integrationID").toString().toUtf8());
        return ids;
    }
};

} // namespace

/// Relations of many integrations in one go.
class TestSets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownAnyMoreIsNoMatter() {
        Set set;
        const quint64 gone = (quint64{1} << 32U) | 99U;
        set.fetcher.setLoading(gone, 1, 2);
        set.fetcher.setLoaded(gone, 1, 0);
        set.fetcher.setLoadingCancelled(gone);
        set.fetcher.setLoadingFailed(gone, {.kind = ExportErrorKind::NotATable});
        QCOMPARE(set.model.rowCount(), 0);
    }
    void oneFailureStopsNoOther();
    void retryFailedRetriesOnlyWhatFailed();
    void whatWaitsForTheListIsRetriedWithIt();
    void nothingIsAskedForTwiceAtOnce();
    void rowsOfTheTableAreFetched();
    void aNewerLibraryIsSaidBeforeAnythingIsAskedFor();
};

void TestSets::oneFailureStopsNoOther() {
    Set set;
    set.service.serveRelations({{"1", "App\n"}, {"3", "App\n"}, {"4", "App\n"}});
    for (const char* id : {"1", "2", "3", "4"}) // the service knows no 2
        set.fetcher.fetch(relations(id));
    QVERIFY(set.wait(3, 1));
    QCOMPARE(set.shelf.snapshots().size(), std::size_t{3});
}

void TestSets::retryFailedRetriesOnlyWhatFailed() {
    Set set;
    TransfersPanel panel(set.model);
    panel.resize(900, 400);
    panel.show();
    QObject::connect(&panel, &TransfersPanel::retryFailedRequested, &set.fetcher, &Fetcher::retryFailed);
    QPushButton* retry = nullptr;
    for (auto* button : panel.findChildren<QPushButton*>())
        if (button->text() == u"Retry failed") retry = button;
    QVERIFY(retry != nullptr);
    QVERIFY(!retry->isVisible()); // nothing to retry
    set.service.serveRelations({{"1", "App\n"}});
    for (const char* id : {"1", "2", "3"})
        set.fetcher.fetch(relations(id));
    QVERIFY(set.wait(1, 2));
    set.service.serveRelations({{"1", "App\n"}, {"2", "App\n"}, {"3", "App\n"}});
    QVERIFY(retry->isVisible());
    QTest::mouseClick(retry, Qt::LeftButton);
    QVERIFY(set.wait(3, 0));
    QVERIFY(!retry->isVisible());
    QVERIFY((set.askedFor() == std::multiset<QByteArray>{"1", "2", "2", "3", "3"}));
    QCOMPARE(set.shelf.snapshots().size(), std::size_t{3});
}

void TestSets::whatWaitsForTheListIsRetriedWithIt() {
    Set set;
    set.service.api.on("POST", ScriptedService::postPath("integrations"), {Answer{.status = 500}});
    set.service.serveRelations({{"7", "App\n"}});
    connect(&set.fetcher, &Fetcher::kept, &set.fetcher, [&set](quint64, const Snapshot& snapshot) {
        if (snapshot.target.resource == "integrations") set.fetcher.setIntegrations({relations("7")});
    });
    set.fetcher.fetch(relations({})); // of all: the list first
    QVERIFY(set.wait(0, 1));
    set.service.serve("integrations", "ID\n7\n");
    set.fetcher.retryFailed();
    QVERIFY(set.wait(2, 0));
}

void TestSets::nothingIsAskedForTwiceAtOnce() {
    Set set;
    set.service.serveRelations({{"1", "App\n"}});
    set.fetcher.fetch(relations("1"));
    set.fetcher.fetch(relations("1"));
    QVERIFY(set.wait(1, 0));
    QCOMPARE(set.askedFor().size(), std::size_t{1});
    set.fetcher.fetch(relations("1")); // again, later, is asked for
    QVERIFY(set.wait(2, 0));
}

void TestSets::aNewerLibraryIsSaidBeforeAnythingIsAskedFor() {
    Set set;
    QTRY_VERIFY(set.shelf.isListed());
    QVERIFY(set.shelf.warning().isEmpty());
    QVERIFY(writeFile(set.shelf.folder() + u"/library.json"_s, R"({"idscopeLibrary":2})"));
    set.service.serveRelations({{"1", "App\n"}});
    QString said;
    connect(&set.fetcher, &Fetcher::refused, this, [&said](const LibraryError& error) { said = sentence(error); });
    set.fetcher.fetch(relations("1"));
    QTRY_VERIFY(said.contains(u"newer version"_s));
    QCOMPARE(set.model.rowCount(), 0);
    QVERIFY(set.askedFor().empty());
    QTRY_VERIFY(set.shelf.warning().contains(said)); // and where snapshots are listed
    // As soon as it can be used, it is.
    QVERIFY(writeFile(set.shelf.folder() + u"/library.json"_s, R"({"idscopeLibrary":1})"));
    set.fetcher.fetch(relations("1"));
    QVERIFY(set.wait(1, 0));
}

void TestSets::rowsOfTheTableAreFetched() {
    Rig rig(Theme::Light, {.readyAfterMs = 10});
    rig.desk->openSample();
    TransferModel& model = rig.desk->transfers();
    const auto ended = [&model] { return model.counts().running + model.counts().queued == 0; };
    QVERIFY(waitFor([&] { return model.counts().done > 5 && ended(); }, 60'000));
    QAction& action = rig.action(u"Fetch relations of the selected integrations"_s);
    QVERIFY(!action.isEnabled()); // relations are in front
    QVERIFY(rig.openResource("integrations"));
    QTRY_VERIFY(action.isEnabled());
    TableView& table = rig.page()->table();
    const auto select = [&table](int one, int other) {
        table.setFocus();
        table.selectRow(one);
        table.selectionModel()->select(table.model()->index(other, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    const auto idOf = [&](int row) {
        const TablePtr& integrations = rig.page()->session().table();
        const RowId id = rig.page()->session().model()->row(table.model()->index(row, 0));
        return std::string(integrations->cell(id, *integrations->find("id")));
    };
    const auto askedSince = [&model](int row) {
        std::set<std::string> asked;
        for (; row < model.rowCount(); ++row)
            asked.insert(model.at(model.index(row)).target.integration);
        return asked;
    };

    int before = model.rowCount();
    select(1, 3);
    const QPoint place = table.visualRect(table.model()->index(3, table.columns().logicalIndexAt(5))).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, table.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table.viewport(), &asked);
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr);
    QAction* fetch = menu->actions().constLast();
    QVERIFY(fetch->text().startsWith(u"Fetch relations of 2 "));
    QVERIFY(!fetch->toolTip().isEmpty());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(fetch).center());
    QTRY_COMPARE(model.rowCount(), before + 2);
    QVERIFY(rig.desk->window().transfers().isVisible());
    QVERIFY((askedSince(before) == std::set{idOf(1), idOf(3)}));
    QVERIFY(waitFor(ended, 60'000));

    before = model.rowCount();
    select(2, 4);
    QCOMPARE(action.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
    action.trigger();
    QTRY_COMPARE(model.rowCount(), before + 2);
    QVERIFY((askedSince(before) == std::set{idOf(2), idOf(4)}));
    QVERIFY(waitFor(ended, 60'000));
    QCOMPARE(model.counts().failed, 0);
}

QTEST_MAIN(TestSets)
#include "test_sets.moc"
