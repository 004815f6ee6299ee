#include "tests/gui/rig.h"
#include "tests/support/wantofthreads.h"
#include "views/connect/connectdialog.h"
#include "views/filter/filterrow.h"
#include "views/mainwindow/statusline.h"
#include "views/notices/noticespanel.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"
#include "views/transfers/transferspanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// The notices of the real window, each with the way to its place: by mouse, and by keyboard alone.
class TestNotices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { rig_.reset(); }

    void leadToRowAndCell();
    void leadToTheTransfer();
    void leadToTheConnection();
    void areCountedInTheStatusBar();
    void sayThatThereAreNone();
    void sayThatNothingWasSorted();
    void sayThatNothingWasChecked();
    void sayThatNothingWasCounted();

private:
    [[nodiscard]] MainWindow& window() const { return rig_->desk->window(); }
    [[nodiscard]] QListView& list() const { return window().notices().list(); }
    [[nodiscard]] QModelIndex notice(const QString& part) const {
        const auto found =
            list().model()->match(list().model()->index(0, 0), Qt::DisplayRole, part, 1, Qt::MatchContains);
        return found.isEmpty() ? QModelIndex() : found.front();
    }
    void click(const QModelIndex& index) const {
        list().scrollTo(index);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(index).center());
    }

    std::unique_ptr<Rig> rig_;
};

void TestNotices::init() {
    rig_ = std::make_unique<Rig>();
}

void TestNotices::leadToRowAndCell() {
    QVERIFY(rig_->openTable(u"integrations.csv"_s, "ID,Name,Status,Metadata\n1,Okta,active,{}\n2,Box,active,{\n"));
    window().setTransfersShown(true);
    QTRY_VERIFY(notice(u"is not JSON"_s).isValid()); // the table is checked
    click(notice(u"Row 2"_s));
    const QModelIndex current = rig_->page()->table().currentIndex();
    QCOMPARE(current.row(), 1);
    QCOMPARE(current.column(), 3);

    // By keyboard, and out of a filter that hides the row.
    QVERIFY(rig_->filter(*rig_->page(), u"name = Okta"_s));
    list().setFocus();
    list().setCurrentIndex(notice(u"Row 2"_s));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(rig_->page()->table().currentIndex().row(), 1);
    QCOMPARE(rig_->page()->session().filterStatus().text, QString());

    // A check of the whole table becomes a filter, seen as one.
    click(notice(u"is not JSON"_s));
    QTRY_COMPARE(rig_->page()->session().filterStatus().text, u"metadata is invalid"_s);

    auto* copy = window().notices().findChild<QPushButton*>();
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), list().model()->rowCount());
}

void TestNotices::leadToTheTransfer() {
    window().showWorkspace();
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().setTransfersShown(true);
    for (std::uint64_t id = 1; id <= 30; ++id)
        rig_->desk->transfers().update({.id = id, .target = {"apps", {}, {}}, .phase = TransferPhase::Done});
    QCOMPARE(list().model()->rowCount(), 0);
    TransferStatus failed{.id = 31, .target = {"labels", {}, {}}, .phase = TransferPhase::Failed};
    failed.error = ExportError{.kind = ExportErrorKind::KeyRefused, .httpStatus = 403};
    rig_->desk->transfers().update(failed);
    rig_->desk->transfers().update(
        {.id = 1, .target = {"apps", {}, {}}, .phase = TransferPhase::Loading, .unverifiable = true});
    rig_->desk->transfers().update(
        {.id = 1, .target = {"apps", {}, {}}, .phase = TransferPhase::Done, .unverifiable = true});
    QCOMPARE(list().model()->rowCount(), 2);
    const QModelIndex refused = notice(u"Labels: not fetched."_s);
    QVERIFY2(refused.data().toString().contains(u"(403)"_s), qPrintable(refused.data().toString()));
    QVERIFY(notice(u"no length"_s).isValid());
    QCoreApplication::processEvents(); // the rows are laid out
    click(refused);
    QTRY_VERIFY(qobject_cast<QPushButton*>(window().focusWidget()) != nullptr); // once the window is active
    const auto* button = static_cast<QPushButton*>(window().focusWidget());
    QCOMPARE(button->text(), u"Retry"_s);
    QVERIFY(!button->visibleRegion().isEmpty()); // scrolled to
}

void TestNotices::leadToTheConnection() {
    SampleService service{{.readyAfterMs = 50}};
    QVERIFY2(service.start(), qPrintable(service.error()));
    Q_EMIT window().startPage().connectRequested();
    QTRY_VERIFY(window().findChild<ConnectDialog*>() != nullptr);
    const auto fields = window().findChild<ConnectDialog*>()->findChildren<QLineEdit*>();
    const Connection connection = service.connection();
    fields[0]->setText(u"Halden"_s);
    fields[1]->setText(connection.base.toString());
    fields[2]->setText(connection.keyId);
    connection.keySecret->use([&](const QByteArray& secret) { fields[3]->setText(QString::fromUtf8(secret)); });
    QTest::keyClick(fields[3], Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window().findChild<ConnectDialog*>() == nullptr, 20'000);
    window().setTransfersShown(true);
    QTRY_VERIFY(notice(u"Halden: the secret of the key is kept in memory only"_s).isValid());
    click(notice(u"Halden"_s));
    QTRY_VERIFY(window().findChild<ConnectDialog*>() != nullptr);
    QCOMPARE(window().findChild<ConnectDialog*>()->findChildren<QLineEdit*>().front()->text(), u"Halden"_s);
}

void TestNotices::areCountedInTheStatusBar() {
    QVERIFY(rig_->openTable(u"sound.csv"_s, "Shade,Size\nred,1\n"));
    auto* button = window().findChild<StatusLine*>()->findChild<QPushButton*>();
    QVERIFY(button->isHidden());
    QVERIFY(rig_->openTable(u"ragged.csv"_s, "Shade,Size\nred\nblue,2,3\n"));
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"2 notices"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(list().isVisible());
    QVERIFY(list().hasFocus());
    QVERIFY(notice(u"Row 2"_s).isValid());
}

void TestNotices::sayThatThereAreNone() {
    window().showWorkspace();
    window().setTransfersShown(true);
    QCOMPARE(list().model()->rowCount(), 0);
    QVERIFY(!window().notices().findChild<QPushButton*>()->isEnabled());
}

void TestNotices::sayThatNothingWasSorted() {
    QVERIFY(rig_->openTable(u"integrations.csv"_s, "ID,Name\n1,Okta\n2,Box\n"));
    ResourcePage& page = *rig_->page();
    const QSignalSpy said(&page, &ResourcePage::said);
    {
        const WantOfThreads none; // or of memory, which can't be had that surely
        page.session().setSort({{.operand = ColumnId{1}}});
    }
    QTRY_COMPARE(said.count(), 1);
    QVERIFY(said[0][0].toString().startsWith(u"Not sorted: there is not enough memory."_s));
    QVERIFY(page.table().columns().sortMarks().empty());
}

void TestNotices::sayThatNothingWasChecked() {
    QVERIFY(rig_->openTable(u"integrations.csv"_s, "ID,Name\n1,Okta\n2,Box\n"));
    {
        const WantOfThreads none;
        window().setTransfersShown(true);
    }
    QTRY_VERIFY(notice(u"there is not enough memory"_s).isValid());
    click(notice(u"there is not enough memory"_s)); // leads nowhere
    QVERIFY(rig_->openTable(u"b.csv"_s, "ID,Name\n1,Okta\n"));
    QTRY_VERIFY(!notice(u"there is not enough memory"_s).isValid());
}

void TestNotices::sayThatNothingWasCounted() {
    QVERIFY(rig_->openTable(u"integrations.csv"_s, "ID,Name\n1,Okta\n2,Box\n"));
    ResourcePage& page = *rig_->page();
    const QSignalSpy said(&page, &ResourcePage::said);
    {
        const WantOfThreads none;
        page.filterRow().openValues(1);
    }
    QTRY_VERIFY(said.count() > 0);
    QVERIFY(said.back()[0].toString().startsWith(u"Values are not counted: there is not enough memory."_s));
}

QTEST_MAIN(TestNotices)
#include "test_notices.moc"
