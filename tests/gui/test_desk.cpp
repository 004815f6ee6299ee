#include "app/session/viewstore.h"
#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/filter/filterbar.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/unfetchedpage.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const ExportTarget apps{.resource = "apps", .integration = {}, .integrationName = {}};

} // namespace

/// What lasts from one run to the next, and what does not: a tenant of one's own over the sample service.
class TestDesk : public QObject {
    Q_OBJECT
    SampleService service_{{.readyAfterMs = 50}};

    /// Fills the dialog that is open and presses Connect.
    void connectWith(MainWindow& window, const QString& name, bool secretOnly = false);

private Q_SLOTS:
    void initTestCase() { QVERIFY2(service_.start(), qPrintable(service_.error())); }
    void anOwnTenantIsKeptWithoutItsSecret();
    void openTabsAreRestored();
    void tabsAreAskedAgain();
    void keptTabsOutlastWhatCameBetween();
    void keptTabsOutlastRunsAboutOtherThings();
    void preferencesHoldAtOnce();
    void filesAreOpenedByDrop();
    void whatWasNotFetchedIsOffered();
    void aViewWaitsForItsTable();
    void tenantsWaitForTheirOwnTransfers();
    void fetchingWithoutTenantAsksForOne();
};

void TestDesk::connectWith(MainWindow& window, const QString& name, bool secretOnly) {
    QTRY_VERIFY(window.findChild<ConnectDialog*>() != nullptr);
    auto* dialog = window.findChild<ConnectDialog*>();
    const auto fields = dialog->findChildren<QLineEdit*>();
    const Connection connection = service_.connection();
    if (!secretOnly) {
        fields[0]->setText(name);
        fields[1]->setText(connection.base.toString());
        fields[2]->setText(connection.keyId);
    }
    QCOMPARE(fields[0]->text(), name);
    QCOMPARE(fields[2]->text(), connection.keyId);
    QCOMPARE(fields[3]->echoMode(), QLineEdit::Password);
    QVERIFY(fields[3]->text().isEmpty());
    connection.keySecret->use([&](const QByteArray& secret) { fields[3]->setText(QString::fromUtf8(secret)); });
    QTest::keyClick(fields[3], Qt::Key_Return);
    QTRY_VERIFY(window.findChild<ConnectDialog*>() == nullptr);
}

void TestDesk::anOwnTenantIsKeptWithoutItsSecret() {
    Rig rig;
    Q_EMIT rig.desk->window().startPage().connectRequested();
    connectWith(rig.desk->window(), u"Halden & <b>Sons</b>"_s);
    Q_EMIT rig.desk->window().sideBar().fetchRequested(apps);
    QTRY_COMPARE_WITH_TIMEOUT(rig.desk->transfers().counts().done, 1, 20'000);

    // The next run: the profile and the export are there, the secret is nowhere.
    rig.restart();
    QByteArray kept;
    service_.connection().keySecret->use([&](const QByteArray& secret) {
        for (const QString& file : rig.files()) {
            QFile each(file);
            QVERIFY(each.open(QIODevice::ReadOnly));
            kept = each.readAll();
            QVERIFY2(!kept.contains(secret), qPrintable(file));
        }
    });
    QVERIFY(rig.desk->window().onStartPage());
    const auto recent = [&rig]() -> QAbstractButton* {
        for (auto* button : rig.desk->window().startPage().findChildren<QAbstractButton*>())
            if (button->accessibleName() == u"Apps"_s) return button;
        return nullptr;
    };
    QTRY_VERIFY(recent() != nullptr);
    QTest::mouseClick(recent(), Qt::LeftButton);
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 25);

    // Fetching again asks for the secret alone.
    Q_EMIT rig.desk->window().sideBar().profileChosen(u"Halden & <b>Sons</b>"_s);
    Q_EMIT rig.desk->window().sideBar().fetchRequested(apps);
    connectWith(rig.desk->window(), u"Halden & <b>Sons</b>"_s, true);
    QTRY_COMPARE_WITH_TIMEOUT(rig.desk->transfers().counts().done, 1, 20'000);
}

void TestDesk::openTabsAreRestored() {
    Rig rig;
    const auto titles = [&rig] {
        QStringList found;
        const auto* widget = rig.desk->window().findChild<QTabWidget*>();
        for (int i = 0; i < widget->count(); ++i)
            found.append(widget->tabText(i));
        return found;
    };
    const QStringList files{rig.write(u"a.csv"_s, "id,name\n1,a\n"), rig.write(u"b.csv"_s, "id\n1\n2\n"),
                            rig.write(u"c.csv"_s, "x,y\n1,2\n")};
    rig.desk->openFiles(files);
    QTRY_COMPARE(titles().size(), 3);
    // They are found again by their copies in the library.
    const auto copied = [](const ResourcePage* page) { return page->facts().source.contains(u", copied "_s); };
    QTRY_VERIFY(std::ranges::all_of(rig.desk->window().findChildren<ResourcePage*>(), copied));
    auto* tabs = rig.desk->window().findChild<QTabWidget*>();
    tabs->tabBar()->moveTab(2, 0);
    tabs->setCurrentIndex(1);

    rig.restart();
    QVERIFY(rig.desk->window().onStartPage()); // until asked for
    rig.desk->reopenTabs();
    QTRY_COMPARE(titles(), QStringList({u"c.csv"_s, u"a.csv"_s, u"b.csv"_s}));
    QCOMPARE(rig.desk->window().findChild<QTabWidget*>()->currentIndex(), 1);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 1);

    SettingsFile settings(rig.setup.settings);
    DesktopSettings unwanted = settings.load();
    unwanted.reopenTabs = false;
    QVERIFY(settings.save(unwanted));
    rig.restart();
    QVERIFY(settings.load().tabs.empty()); // nor is anything of them kept
    rig.desk->reopenTabs();
    QTest::qWait(300);
    QVERIFY(!rig.desk->window().hasPages());
}

void TestDesk::tabsAreAskedAgain() {
    Rig rig;
    QVERIFY(rig.openTable(u"a.csv"_s, "id,name\n1,ada\n2,bo\n3,adam\n"));
    QTRY_VERIFY(rig.page()->facts().source.contains(u", copied "_s));
    QVERIFY(rig.filter(*rig.page(), u"name ~ ada and id != 2"_s));
    FilterState& filter = rig.page()->session().filter();
    filter.setParts(toggled(filter.parts(), 1));
    const auto id = rig.page()->session().table()->find("id");
    rig.page()->session().setSort({SortKey{*id, true}});

    rig.restart();
    rig.desk->reopenTabs();
    QTRY_VERIFY(rig.page() != nullptr);
    TableSession& session = rig.page()->session();
    QTRY_COMPARE(rig.page()->filterBar().text(), u"name ~ ada"_s);
    QTRY_COMPARE(session.filterStatus().shown, 2U);
    QCOMPARE(session.filter().parts().size(), std::size_t{2});
    QCOMPARE(std::ranges::count(session.filter().parts(), false, &FilterPart::on), 1);
    QCOMPARE(session.sort(), (std::vector{SortKey{*id, true}}));
    QTRY_COMPARE(rig.page()->table().model()->index(0, 0).data(RawTextRole).toString(), u"3"_s);
    QCOMPARE(QFile::permissions(rig.setup.settings) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());

    // What does not fit any more is seen in its place, and kept until people change it.
    rig.desk.reset();
    const SettingsFile settings(rig.setup.settings);
    DesktopSettings changed = settings.load();
    QCOMPARE(changed.tabs.size(), std::size_t{1});
    changed.tabs.front().view.filter = u"nam = ada"_s;
    changed.tabs.front().view.sort = {{u"gone"_s, false}};
    QVERIFY(settings.save(changed));
    for (int run = 0; run < 2; ++run) {
        rig.restart();
        rig.desk->reopenTabs();
        QTRY_VERIFY(rig.page() != nullptr);
        QTRY_COMPARE(rig.page()->filterBar().verdict().state, FilterVerdict::State::Wrong);
        QCOMPARE(rig.page()->filterBar().text(), u"nam = ada"_s);
        QVERIFY(rig.waitForLoad(*rig.page()));
        QCOMPARE(rig.page()->table().model()->rowCount(), 3);
    }
}

void TestDesk::keptTabsOutlastWhatCameBetween() {
    Rig rig;
    const auto kept = [&rig] { return SettingsFile(rig.setup.settings).load().tabs.size(); };
    QVERIFY(rig.openTable(u"a.csv"_s, "id\n1\n"));
    QTRY_VERIFY(rig.page()->facts().source.contains(u", copied "_s));
    rig.restart();
    rig.desk->reopenTabs();
    rig.desk.reset(); // before it is known what there is
    QCOMPARE(kept(), std::size_t{1});

    // The library can't be read this once.
    QVERIFY(QDir().rename(rig.setup.library, rig.path(u"away"_s)));
    QCOMPARE(rig.write(u"snapshots"_s, "no folder"), rig.setup.library);
    rig.restart();
    rig.desk->reopenTabs();
    QTRY_VERIFY(rig.desk->window().startPage().findChild<Strip*>() != nullptr);
    QVERIFY(!rig.desk->window().hasPages());
    rig.desk.reset();
    QCOMPARE(kept(), std::size_t{1});
    QVERIFY(QFile::remove(rig.setup.library) && QDir().rename(rig.path(u"away"_s), rig.setup.library));

    // People ask for something that is not there, before the tabs are.
    rig.restart();
    rig.desk->reopenTabs();
    Q_EMIT rig.desk->window().sideBar().resourceActivated(apps);
    QVERIFY(qobject_cast<UnfetchedPage*>(rig.desk->window().currentPage()) != nullptr);
    QTRY_VERIFY(rig.desk->window().findChild<ResourcePage*>() != nullptr);
}

void TestDesk::keptTabsOutlastRunsAboutOtherThings() {
    Rig rig;
    const SettingsFile settings(rig.setup.settings);
    QVERIFY(rig.openTable(u"a.csv"_s, "id\n1\n"));
    QTRY_VERIFY(rig.page()->facts().source.contains(u", copied "_s));
    rig.desk.reset();
    const DesktopSettings before = settings.load();
    QCOMPARE(before.tabs.size(), std::size_t{1});

    // As with files on the command line.
    rig.setup.keepsTabs = false;
    rig.restart();
    QVERIFY(rig.openTable(u"b.csv"_s, "id\n1\n2\n"));
    QTRY_VERIFY(rig.page()->facts().source.contains(u", copied "_s));
    rig.desk.reset();
    QCOMPARE(settings.load().tabs.size(), std::size_t{1});
    QCOMPARE(settings.load().tabs.front().key, before.tabs.front().key);
    QCOMPARE(settings.load().frontTab, before.frontTab);

    // Those who want none kept have none kept, whatever the run is about.
    DesktopSettings unwanted = settings.load();
    unwanted.reopenTabs = false;
    QVERIFY(settings.save(unwanted));
    rig.restart();
    rig.desk.reset();
    QVERIFY(settings.load().tabs.empty());
}

void TestDesk::preferencesHoldAtOnce() {
    Rig rig;
    QCOMPARE(rig.action(u"Preferences…"_s).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    rig.action(u"Preferences…"_s).trigger();
    auto* dialog = rig.desk->window().findChild<PreferencesDialog*>();
    QVERIFY(dialog != nullptr && QTest::qWaitForWindowActive(dialog));
    const SettingsFile settings(rig.setup.settings);
    // By keys alone: the theme in force has the focus.
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
    QCOMPARE(rig.themes.theme(), Theme::Dark);
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(settings.load().theme, Theme::Dark);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    QVERIFY(!settings.load().reopenTabs);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(rig.desk->window().findChild<PreferencesDialog*>() == nullptr);
    rig.restart();
    QVERIFY(!settings.load().reopenTabs); // closing takes nothing back
    QCOMPARE(settings.load().theme, Theme::Dark);
}

void TestDesk::filesAreOpenedByDrop() {
    Rig rig;
    const QString file = rig.write(u"dropped.csv"_s, "x\n1\n2\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file), QUrl(u"https://example.org/no.csv"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&rig.desk->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&rig.desk->window(), &drop);
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 2);
    QVERIFY(rig.page()->facts().source.startsWith(file));
}

void TestDesk::whatWasNotFetchedIsOffered() {
    Rig rig;
    MainWindow& window = rig.desk->window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Q_EMIT window.startPage().connectRequested();
    connectWith(window, u"Halden"_s);
    const auto trees = window.sideBar().findChildren<QTreeView*>();
    QTreeView& tree = **std::ranges::find(trees, u"Resources"_s, &QWidget::accessibleName);
    const auto line = [&tree](const QString& title) {
        for (int row = 0; row < tree.model()->rowCount(); ++row)
            if (const QModelIndex index = tree.model()->index(row, 0); index.data().toString() == title) return index;
        return QModelIndex();
    };
    const auto click = [&](const QString& title) {
        tree.scrollTo(line(title));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(line(title)).center());
    };
    const auto page = [&window] { return qobject_cast<UnfetchedPage*>(window.currentPage()); };
    const auto* tabs = window.findChild<QTabWidget*>();
    click(u"Labels"_s);
    QVERIFY(page() != nullptr);
    click(u"Apps"_s); // in its place: one such page is enough
    QCOMPARE(tabs->count(), 1);
    QCOMPARE(tabs->tabText(0), u"Apps"_s);
    QTRY_VERIFY(line(u"Apps"_s).data(CurrentRole).toBool() && !line(u"Labels"_s).data(CurrentRole).toBool());
    auto* fetch = page()->findChild<QPushButton*>();
    QCOMPARE(fetch->text(), u"Fetch Apps"_s);
    QTRY_VERIFY(fetch->isVisible() && window.focusWidget() == fetch); // once the window is active

    QTest::mouseClick(fetch, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(rig.page() != nullptr, 20'000);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 25);
    QCOMPARE(tabs->count(), 1);
    QCOMPARE(rig.desk->transfers().rowCount(), 1); // nothing else was asked for
}

void TestDesk::aViewWaitsForItsTable() {
    Rig rig;
    SavedView view;
    view.name = u"Some"_s;
    view.resource = u"apps"_s;
    view.filter = u"name ~ a"_s;
    const auto id = ViewStore(rig.path(u"views"_s)).save(view);
    QVERIFY(id.has_value());
    rig.restart();
    MainWindow& window = rig.desk->window();
    Q_EMIT window.startPage().connectRequested();
    connectWith(window, u"Halden"_s);
    Q_EMIT window.sideBar().views().actionRequested(*id, ViewAction::Open);
    auto* page = qobject_cast<UnfetchedPage*>(window.currentPage());
    QVERIFY(page != nullptr);
    Q_EMIT page->fetchRequested();
    QTRY_VERIFY_WITH_TIMEOUT(rig.page() != nullptr, 20'000);
    QTRY_COMPARE(rig.page()->filterBar().text(), view.filter);
}

void TestDesk::tenantsWaitForTheirOwnTransfers() {
    Rig rig(Theme::Light, {.readyAfterMs = 600'000});
    MainWindow& window = rig.desk->window();
    const auto offer = [&window]() -> const QPushButton* {
        const auto* page = qobject_cast<UnfetchedPage*>(window.currentPage());
        return page != nullptr ? page->findChild<QPushButton*>() : nullptr;
    };
    rig.desk->openSample();
    QTRY_COMPARE(rig.transferOf("apps").target.resource, apps.resource);
    Q_EMIT window.sideBar().resourceActivated(apps);
    QVERIFY(offer() != nullptr && offer()->isHidden()); // it is on its way

    // F6 goes past a page on which nothing can be done.
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto trees = window.sideBar().findChildren<QTreeView*>();
    QTreeView& tree = **std::ranges::find(trees, u"Resources"_s, &QWidget::accessibleName);
    const auto factOfApps = [&tree] { return tree.model()->index(0, 0).data(FactRole).toString(); };
    QTRY_VERIFY(!factOfApps().isEmpty());
    tree.setFocus();
    rig.action(u"Next pane"_s).trigger();
    QVERIFY(window.inspector().isAncestorOf(window.focusWidget()));

    Q_EMIT window.startPage().connectRequested();
    connectWith(window, u"Halden"_s);
    QTRY_VERIFY(!window.hasPages()); // the page was of the other tenant
    QTRY_COMPARE(factOfApps(), QString());
    Q_EMIT window.sideBar().resourceActivated(apps);
    QVERIFY(offer() != nullptr && offer()->isVisible());
}

void TestDesk::fetchingWithoutTenantAsksForOne() {
    Rig rig;
    rig.desk->window().showWorkspace();
    Q_EMIT rig.desk->window().sideBar().fetchAllRequested();
    QTRY_VERIFY(rig.desk->window().findChild<ConnectDialog*>() != nullptr);
    QTest::keyClick(rig.desk->window().findChild<ConnectDialog*>(), Qt::Key_Escape);
    QTRY_VERIFY(rig.desk->window().findChild<ConnectDialog*>() == nullptr);
    QCOMPARE(rig.desk->transfers().rowCount(), 0);
}

QTEST_MAIN(TestDesk)
#include "test_desk.moc"
