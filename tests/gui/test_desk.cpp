#include "tests/gui/rig.h"
#include "views/inspector/inspector.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What lasts from one run to the next, and what does not: a tenant of one's own over the sample service.
class TestDesk : public QObject {
    Q_OBJECT
    SampleService service_{{.readyAfterMs = 50}};

    /// Fills the dialog that is open and presses Connect.
    void connectWith(MainWindow& window, const QString& name, bool secretOnly = false);

private Q_SLOTS:
    void initTestCase() { QVERIFY2(service_.start(), qPrintable(service_.error())); }
    void anOwnTenantIsKeptWithoutItsSecret();
    void theLayoutIsRestored();
    void filesAreOpenedByDrop();
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
    const ExportTarget apps{.resource = "apps", .integration = {}, .integrationName = {}};
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

void TestDesk::theLayoutIsRestored() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"a.csv"_s, "id,name\n1,a\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.desk->window().inspector().isVisible());
    rig.desk->window().resize(1000, 700);
    rig.action(u"Inspector"_s).trigger();
    QTRY_VERIFY(!rig.desk->window().inspector().isVisible());
    rig.themes.setTheme(Theme::Dark);
    const QString settings = rig.path(u"settings.conf"_s);
    rig.restart();
    QCOMPARE(SettingsFile(settings).load().theme, Theme::Dark);
    rig.desk->openFiles({rig.path(u"a.csv"_s)});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(!rig.desk->window().inspector().isVisible());
    QCOMPARE(rig.desk->window().size(), QSize(1000, 700));
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
