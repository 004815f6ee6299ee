#include "tests/gui/rig.h"
#include "views/dialogs/keepingdialog.h"
#include "views/dialogs/removesnapshotdialog.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/snapshotbutton.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray csv = "ID,Name\n1,a\n2,b\n";

QString snapshotFolder(const Rig& rig) {
    return rig.path(u"snapshots"_s);
}

int snapshotsIn(const Rig& rig) {
    return static_cast<int>(QDir(snapshotFolder(rig)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

/// Puts an export of labels into the library that was fetched so many days ago.
Snapshot seed(const Rig& rig, int daysAgo, bool unverifiable = false) {
    const QByteArray bytes = csv + QByteArray::number(daysAgo) + ",day\n";
    DownloadedExport download;
    download.target = {"labels", {}, {}};
    download.file = rig.write(u"download.part"_s, bytes);
    download.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    download.bytes = static_cast<std::uint64_t>(bytes.size());
    download.rows = 3;
    download.finished = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    download.requested = download.finished;
    download.unverifiable = unverifiable;
    return Library(snapshotFolder(rig)).adopt(download, u"Acme"_s).value();
}

QList<SnapshotButton*> startRows(const Rig& rig) {
    return rig.desk->window().startPage().findChildren<SnapshotButton*>();
}

/// The side bar's list: titles of its snapshots, without the days.
QStringList listed(const QListView& list) {
    QStringList titles;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        if (const QModelIndex index = list.model()->index(row, 0); !index.data(DayRole).toBool())
            titles.append(index.data().toString());
    return titles;
}

QListView& listOf(const Desk& desk) {
    const auto lists = const_cast<Desk&>(desk).window().sideBar().findChildren<QListView*>();
    return **std::ranges::find(lists, u"Snapshots"_s, &QWidget::accessibleName);
}

/// Opens the context menu of a side bar's snapshot and chooses from it by the keyboard.
void choose(QListView& list, const QString& title, const QString& action) {
    for (int row = 0; row < list.model()->rowCount(); ++row)
        if (list.model()->index(row, 0).data().toString() == title) list.setCurrentIndex(list.model()->index(row, 0));
    list.setFocus();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), list.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&list, &asked);
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr);
    for (QAction* each : menu->actions())
        if (each->text() == action) menu->setActiveAction(each);
    QTest::keyClick(menu, Qt::Key_Return);
}

template <class Dialog>
Dialog* dialogOf(const Rig& rig) {
    return rig.desk->window().template findChild<Dialog*>();
}

void press(QDialog& dialog, const QString& text) {
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->text().remove(u'&') == text) return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("there is no such button");
}

} // namespace

/// Files that people open become snapshots; snapshots are listed, opened, checked, found and removed, by mouse and
/// keyboard, in two windows at once.
class TestLibraryWindow : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void showFolder(const QUrl& url) { shown_ = url.toLocalFile(); }

private Q_SLOTS:
    void openedFilesAreKept();
    void theSameFileIsOneSnapshot();
    void aChangedFileIsSaid();
    void twoWindowsSeeEachOther();
    void removingIsAsked();
    void damagedOnesAreSaid();
    void alteredBytesAreSaid();
    void downloadsOfUnknownLengthAreSaid();
    void whereItIs();
    void whatIsRemovedIsShownBefore();
    void theStartPageKeepsItsButtons();

private:
    QString shown_;
};

void TestLibraryWindow::openedFilesAreKept() {
    Rig rig;
    const QString file = rig.write(u"mine.csv"_s, csv);
    rig.desk->openFiles({file});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QTRY_COMPARE(listed(listOf(*rig.desk)), QStringList{u"mine.csv"_s});
    QTRY_VERIFY(rig.page()->facts().source.startsWith(file + u','));
    QCOMPARE(snapshotsIn(rig), 1);
    // The copy is what is open from now on: it opens again without the file.
    QVERIFY(QFile::remove(file));
    QTRY_VERIFY(rig.page()->warning().contains(u"mine.csv"));
    rig.restart();
    QTRY_COMPARE(startRows(rig).size(), 1);
    QCOMPARE(startRows(rig)[0]->accessibleName(), u"mine.csv"_s);
    QTest::mouseClick(startRows(rig)[0], Qt::LeftButton);
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 2);
    QVERIFY(rig.page()->warning().isEmpty());
}

void TestLibraryWindow::theSameFileIsOneSnapshot() {
    Rig rig;
    const QString one = rig.write(u"one.csv"_s, csv);
    rig.desk->openFiles({one});
    QTRY_COMPARE(snapshotsIn(rig), 1);
    QTRY_VERIFY(rig.page()->facts().source.startsWith(one + u','));
    ResourcePage* page = rig.page();
    rig.desk->openFiles({one}); // already open: its tab comes to the front
    QCOMPARE(rig.page(), page);
    rig.desk->openFiles({rig.write(u"two.csv"_s, csv)});
    QVERIFY(rig.page() != page);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QTest::qWait(300);
    QCOMPARE(snapshotsIn(rig), 1);
}

void TestLibraryWindow::aChangedFileIsSaid() {
    Rig rig;
    const QString file = rig.write(u"mine.csv"_s, csv);
    rig.desk->openFiles({file});
    QTRY_COMPARE(snapshotsIn(rig), 1);
    QTRY_VERIFY(rig.page()->facts().source.startsWith(file + u','));
    ResourcePage* page = rig.page();
    QVERIFY(!rig.write(u"mine.csv"_s, csv + "3,c\n").isEmpty());
    QTRY_VERIFY(page->warning().contains(u"mine.csv"));
    rig.desk->openFiles({file}); // what it holds now, beside what it held
    QVERIFY(rig.page() != page);
    QVERIFY(rig.waitForLoad(*rig.page()));
    QCOMPARE(rig.page()->table().model()->rowCount(), 3);
    QVERIFY(rig.page()->warning().isEmpty());
    QTRY_COMPARE(snapshotsIn(rig), 2);
}

void TestLibraryWindow::twoWindowsSeeEachOther() {
    Rig rig;
    Desk other(rig.setup, rig.themes, rig.picker);
    other.window().show();
    rig.desk->openFiles({rig.write(u"mine.csv"_s, csv)});
    QTRY_COMPARE(listed(listOf(*rig.desk)).size(), 1);
    QTRY_COMPARE(other.window().startPage().findChildren<SnapshotButton*>().size(), 1);
    const Snapshot fetched = seed(rig, 1);
    QTRY_COMPARE(listed(listOf(*rig.desk)).size(), 2);
    // What the other window removes goes from the list; what is shown stays, and it is said.
    QVERIFY(Library(snapshotFolder(rig)).remove(Library(snapshotFolder(rig)).list().snapshots[0].id));
    QTRY_COMPARE(listed(listOf(*rig.desk)), QStringList{u"Labels"_s});
    QTRY_VERIFY(!rig.page()->warning().isEmpty());
    QCOMPARE(rig.page()->table().model()->rowCount(), 2);
    QTRY_COMPARE(other.window().startPage().findChildren<SnapshotButton*>().size(), 1);
}

void TestLibraryWindow::removingIsAsked() {
    Rig rig;
    seed(rig, 0);
    rig.desk->window().showWorkspace();
    QListView& list = listOf(*rig.desk);
    QTRY_COMPARE(listed(list), QStringList{u"Labels"_s});
    list.setCurrentIndex(list.model()->index(1, 0));
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Return);
    QTRY_VERIFY(rig.page() != nullptr);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Delete);
    QTRY_VERIFY(dialogOf<RemoveSnapshotDialog>(rig) != nullptr);
    QTest::keyClick(dialogOf<RemoveSnapshotDialog>(rig), Qt::Key_Return); // Cancel is the default
    QTRY_VERIFY(dialogOf<RemoveSnapshotDialog>(rig) == nullptr);
    QCOMPARE(snapshotsIn(rig), 1);
    choose(list, u"Labels"_s, u"Remove…"_s);
    QTRY_VERIFY(dialogOf<RemoveSnapshotDialog>(rig) != nullptr);
    press(*dialogOf<RemoveSnapshotDialog>(rig), u"Remove"_s);
    QTRY_COMPARE(snapshotsIn(rig), 0);
    QTRY_VERIFY(!rig.desk->window().hasPages());
    QTRY_COMPARE(listed(list), QStringList());
}

void TestLibraryWindow::damagedOnesAreSaid() {
    Rig rig;
    const Snapshot cut = seed(rig, 0);
    seed(rig, 1);
    QVERIFY(QFile::resize(cut.file, 3));
    rig.restart();
    QTRY_COMPARE(startRows(rig).size(), 1);
    const auto* strip = rig.desk->window().startPage().findChild<Strip*>();
    QVERIFY(strip != nullptr);
    QVERIFY2(strip->words().contains(u"damaged"), qPrintable(strip->words()));
    QCOMPARE(QDir(rig.path(u"damaged"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    rig.desk->window().showWorkspace();
    QTRY_VERIFY(rig.desk->window().sideBar().findChild<Strip*>()->isVisible());
    QDesktopServices::setUrlHandler(u"file"_s, this, "showFolder");
    QTest::mouseClick(rig.desk->window().sideBar().findChild<Strip*>()->findChild<QPushButton*>(), Qt::LeftButton);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(shown_, rig.path(u"damaged"_s));
    rig.restart(); // said once
    QTRY_COMPARE(startRows(rig).size(), 1);
    QVERIFY(rig.desk->window().startPage().findChild<Strip*>() == nullptr);
}

void TestLibraryWindow::alteredBytesAreSaid() {
    Rig rig;
    const Snapshot snapshot = seed(rig, 0);
    rig.desk->window().showWorkspace();
    QListView& list = listOf(*rig.desk);
    QTRY_COMPARE(listed(list).size(), 1);
    choose(list, u"Labels"_s, u"Check SHA-256"_s);
    QTest::qWait(300);
    QVERIFY(!list.model()->index(1, 0).data(FailedRole).toBool());
    QFile file(snapshot.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(12));
    QCOMPARE(file.write("9"), 1);
    file.close();
    const QRect line = list.visualRect(list.model()->index(1, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, line.center());
    QTRY_VERIFY(rig.page() != nullptr);
    QTRY_VERIFY(rig.page()->warning().contains(u"SHA-256"));
    QTRY_VERIFY(list.model()->index(1, 0).data(FailedRole).toBool());
}

void TestLibraryWindow::downloadsOfUnknownLengthAreSaid() {
    Rig rig;
    seed(rig, 1);
    seed(rig, 0, true);
    rig.restart();
    QTRY_COMPARE(startRows(rig).size(), 2);
    QVERIFY(startRows(rig)[0]->toolTip().contains(u"no length was sent"_s));
    QVERIFY(startRows(rig)[0]->accessibleDescription().contains(u"no length was sent"_s));
    QVERIFY(!startRows(rig)[1]->toolTip().contains(u"no length was sent"_s));
    QTest::mouseClick(startRows(rig)[0], Qt::LeftButton);
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.page()->facts().source.contains(u"no length was sent"_s));
    const QAbstractItemModel& list = *listOf(*rig.desk).model();
    QTRY_VERIFY(list.rowCount() > 1); // under its day
    QVERIFY(list.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"no length was sent"_s));
    QVERIFY(list.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"no length was sent"_s));
}

void TestLibraryWindow::whereItIs() {
    Rig rig;
    const Snapshot snapshot = seed(rig, 0);
    rig.desk->window().showWorkspace();
    QListView& list = listOf(*rig.desk);
    QTRY_COMPARE(listed(list).size(), 1);
    QDesktopServices::setUrlHandler(u"file"_s, this, "showFolder");
    choose(list, u"Labels"_s, u"Show in folder"_s);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(shown_, QFileInfo(snapshot.file).path());
    choose(list, u"Labels"_s, u"Copy path"_s);
    QTRY_COMPARE(QApplication::clipboard()->text(), snapshot.file);
}

void TestLibraryWindow::whatIsRemovedIsShownBefore() {
    Rig rig;
    for (int days = 0; days < 4; ++days)
        seed(rig, days);
    rig.desk->openFiles({rig.write(u"mine.csv"_s, csv)});
    QListView& list = listOf(*rig.desk);
    QTRY_COMPARE(listed(list).size(), 5);
    list.setCurrentIndex(list.model()->index(list.model()->rowCount() - 1, 0)); // the oldest is open
    QTest::keyClick(&list, Qt::Key_Return);
    QTRY_VERIFY(rig.page() != nullptr);
    choose(list, u"mine.csv"_s, u"How long snapshots are kept…"_s);
    QTRY_VERIFY(dialogOf<KeepingDialog>(rig) != nullptr);
    auto* dialog = dialogOf<KeepingDialog>(rig);
    auto* plan = dialog->findChild<QPlainTextEdit*>();
    QVERIFY(!plan->isVisible()); // all are kept by default
    QTest::mouseClick(dialog->findChildren<QRadioButton*>()[1], Qt::LeftButton);
    dialog->findChildren<QSpinBox*>()[0]->setValue(1);
    // Neither the newest, nor the one that is open, nor the one opened by hand.
    QTRY_COMPARE(plan->toPlainText().count(u'\n'), 1);
    QVERIFY(plan->isVisible());
    QVERIFY(!plan->toPlainText().contains(u"mine.csv"));
    QCOMPARE(snapshotsIn(rig), 5);
    press(*dialog, u"Remove and keep so"_s);
    QTRY_COMPARE(snapshotsIn(rig), 3);
    QTRY_COMPARE(listed(list).size(), 3);
    const Retention kept = SettingsFile(rig.setup.settings).load().retention;
    QCOMPARE(kept.kind, Retention::Kind::Newest);
    QCOMPARE(kept.count, 1);
    rig.restart();
    QCOMPARE(SettingsFile(rig.setup.settings).load().retention, kept);
}

void TestLibraryWindow::theStartPageKeepsItsButtons() {
    const auto line = [](const QString& id) {
        SnapshotLine made;
        made.id = id;
        made.title = u"Labels of "_s + id;
        made.fetched = QDateTime(QDate(2024, 6, 18), QTime(9, 41), Qt::UTC);
        return made;
    };
    StartPage page;
    page.show();
    std::vector<SnapshotLine> lines{line(u"a"_s), line(u"b"_s)};
    page.showSnapshots(lines, u"folder"_s, {});
    const QPointer<SnapshotButton> second = page.findChildren<SnapshotButton*>().at(1);
    second->setFocus();
    page.showSnapshots(lines, u"folder"_s, {}); // as a refresh does
    QTest::qWait(50);
    QVERIFY(second != nullptr);
    QCOMPARE(page.focusWidget(), second.data());
    lines.insert(lines.begin(), line(u"c"_s));
    page.showSnapshots(lines, u"folder"_s, {});
    QTRY_VERIFY(second == nullptr);
    QCOMPARE(page.findChildren<SnapshotButton*>().size(), 3);
    const auto* focused = qobject_cast<SnapshotButton*>(page.focusWidget());
    QVERIFY(focused != nullptr);
    QCOMPARE(focused->id(), u"b"_s);
    page.showSnapshots(lines, u"folder"_s, u"damaged"_s); // another warning is shown
    QVERIFY(page.findChild<Strip*>() != nullptr);
}

QTEST_MAIN(TestLibraryWindow)
#include "test_library_window.moc"
