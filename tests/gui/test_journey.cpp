#include "models/schema/entityrelations.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What somebody wants who opens the program for the first time: the admin grants in Okta as a file. From the start
/// page on, by keyboard alone and by mouse alone.
class TestJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { rig_.reset(); }

    void byKeyboard();
    void byMouse();

private:
    [[nodiscard]] MainWindow& window() const { return rig_->desk->window(); }
    [[nodiscard]] ResourcePage& page() const { return *rig_->page(); }
    /// To whatever has the keyboard.
    static void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    /// The sample has been opened: until Okta's relations are there.
    [[nodiscard]] bool awaitOkta() const;
    /// Whether the rows shown are the admin grants, and the file holds just them.
    void checkShown();
    void checkSaved(QSignalSpy& ended);

    std::unique_ptr<Rig> rig_;
};

void TestJourney::init() {
    rig_ = std::make_unique<Rig>();
    rig_->picker.saveTo = rig_->path(u"admins.csv"_s); // the desktop's own dialog
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

bool TestJourney::awaitOkta() const {
    constexpr int patienceMs = 90'000;
    const auto ended = [this] {
        const TransferModel::Counts counts = rig_->desk->transfers().counts();
        return rig_->page() != nullptr && counts.running + counts.queued == 0;
    };
    return QTest::qWaitFor(ended, patienceMs) && rig_->waitForLoad(page()) &&
           page().session().table()->schema() == &schemas::entityRelations;
}

void TestJourney::checkShown() {
    QTRY_COMPARE_WITH_TIMEOUT(page().session().filterStatus().appliedText, u"metadata.privilegeName = admin"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!page().session().filterStatus().evaluating, 20'000);
    QVERIFY(page().session().filterStatus().shown > 1'000);
    QVERIFY(page().session().filterStatus().shown < page().session().filterStatus().total);
}

void TestJourney::checkSaved(QSignalSpy& ended) {
    QVERIFY(ended.count() > 0 || ended.wait(20'000));
    QFile file(rig_->picker.saveTo);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const TablePtr saved = tableOf(file.readAll().toStdString(), &schemas::entityRelations);
    QCOMPARE(saved->rowCount(), page().session().filterStatus().shown);
    const auto app = saved->find("app");
    const auto metadata = saved->find("metadata");
    QVERIFY(app && metadata);
    for (std::uint32_t row = 0; row < saved->rowCount(); ++row) {
        QCOMPARE(saved->cell(RowId{row}, *app), std::string_view("okta"));
        QVERIFY(saved->cell(RowId{row}, *metadata).find(R"("privilegeName":"admin")") != std::string_view::npos);
    }
}

void TestJourney::byKeyboard() {
    for (int i = 0; i < 20; ++i) {
        const auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
        if (button != nullptr && button->text() == u"Open the sample"_s) break;
        if (QApplication::focusWidget() == nullptr) window().startPage().setFocus();
        press(Qt::Key_Tab);
    }
    QCOMPARE(qobject_cast<QPushButton*>(QApplication::focusWidget())->text(), u"Open the sample"_s);
    press(Qt::Key_Space);
    QVERIFY(awaitOkta());
    QTRY_VERIFY(page().isAncestorOf(QApplication::focusWidget())); // it has the keyboard by itself
    press(Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"metadata.privilegeName = admin"_s);
    press(Qt::Key_Return);
    checkShown();
    if (QTest::currentTestFailed()) return;
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page().table()));
    QSignalSpy ended(&page().session(), &TableSession::saveEnded);
    press(Qt::Key_S, Qt::ControlModifier);
    checkSaved(ended);
}

void TestJourney::byMouse() {
    for (auto* button : window().startPage().findChildren<QPushButton*>())
        if (button->text() == u"Open the sample"_s) QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(awaitOkta());
    FacetsPanel& facets = page().facets();
    QTRY_VERIFY_WITH_TIMEOUT(facets.isVisible() && !facets.board().isCounting() && facets.sections().size() > 1,
                             20'000);
    QModelIndex admin;
    FacetList* list = nullptr;
    for (FacetSection* section : facets.sections()) {
        const auto found = section->list().model()->match(section->list().model()->index(0, 0), Qt::DisplayRole,
                                                          u"admin"_s, 1, Qt::MatchExactly);
        if (!found.isEmpty() && section->list().isVisible()) {
            admin = found.front();
            list = &section->list();
        }
    }
    QVERIFY(list != nullptr);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(admin).center());
    checkShown();
    if (QTest::currentTestFailed()) return;
    QCOMPARE(page().session().filterStatus().text, u"metadata.privilegeName = admin"_s);
    QSignalSpy ended(&page().session(), &TableSession::saveEnded);
    QMenuBar& menus = *window().menuBar();
    QAction* file = menus.actions().front();
    QTest::mouseClick(&menus, Qt::LeftButton, {}, menus.actionGeometry(file).center());
    QTRY_VERIFY(file->menu()->isVisible());
    QTest::mouseClick(file->menu(), Qt::LeftButton, {},
                      file->menu()->actionGeometry(&rig_->action(u"Save view as CSV…"_s)).center());
    checkSaved(ended);
}

QTEST_MAIN(TestJourney)
#include "test_journey.moc"
