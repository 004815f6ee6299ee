#include "app/credentials/keychainstore.h"
#include "tests/gui/rig.h"
#include "tests/support/keyring.h"
#include "tests/support/scriptedservice.h"
#include "views/connect/connectdialog.h"
#include "views/connect/removedialog.h"
#include "views/parts/iconnote.h"
#include "views/sidebar/profilebutton.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto canary = u"canary-key-secret"_s;
const QByteArray apps = "Tenant ID,Tenant Name,ID,Name\n1,Halden Freight,1,Okta\n1,Halden Freight,2,AWS\n";

QByteArrayList logged; ///< every message of the run

void remember(QtMsgType, const QMessageLogContext&, const QString& message) {
    logged += message.toUtf8();
}

/// The dialog as people see it.
struct Form {
    explicit Form(ConnectDialog* open) : dialog(open), fields(open->findChildren<QLineEdit*>()) {}
    ConnectDialog* dialog;
    QList<QLineEdit*> fields;
    [[nodiscard]] QLineEdit& field(const QString& name) const {
        for (QLineEdit* each : fields)
            if (each->accessibleName() == name) return *each;
        qFatal("there is no such field");
    }
    void type(const QString& name, const QString& text) const {
        field(name).setFocus();
        field(name).selectAll();
        QTest::keyClick(&field(name), Qt::Key_Delete);
        QTest::keyClicks(&field(name), text);
    }
    [[nodiscard]] QPushButton& button(const QString& text) const {
        for (auto* each : dialog->findChildren<QPushButton*>())
            if (each->text().remove(u'&') == text) return *each;
        qFatal("there is no such button");
    }
    /// Every note that is shown, one per line.
    [[nodiscard]] QString notes() const {
        QStringList words;
        for (auto* note : dialog->findChildren<IconNote*>())
            if (note->isVisibleTo(dialog)) words += note->words();
        return words.join(u'\n');
    }
    [[nodiscard]] QString said(const QString& name) const { return field(name).accessibleDescription(); }
};

} // namespace

/// From a key to a connection: the real dialog over a scripted service, with a real keychain in each of its states.
class TestConnect : public QObject {
    Q_OBJECT
    Keyring keyring_;
    ScriptedService service_;

    void useKeychain(Rig& rig, KeychainLimits limits = {}) const {
        rig.setup.keychain = std::make_shared<KeychainStore>(limits);
        rig.restart();
    }
    static Form open(Rig& rig) {
        Q_EMIT rig.desk->window().startPage().connectRequested();
        return waitForForm(rig);
    }
    static Form waitForForm(Rig& rig) {
        const auto find = [&] { return rig.desk->window().findChild<ConnectDialog*>(); };
        if (!QTest::qWaitFor([&] { return find() != nullptr && find()->isVisible(); }, 10'000)) qFatal("no dialog");
        return Form(find());
    }
    void fill(const Form& form, const QString& name = u"Halden"_s) const {
        form.type(u"Name"_s, name);
        form.type(u"Address"_s, QString::fromLatin1(service_.api.origin()));
        form.type(u"Key ID"_s, u"the-id"_s);
        form.type(u"Key secret"_s, canary);
    }
    static bool isGone(Rig& rig) {
        return QTest::qWaitFor([&] { return rig.desk->window().findChild<ConnectDialog*>() == nullptr; }, 10'000);
    }
    static QString address(Rig& rig) {
        return rig.desk->window().sideBar().findChild<ProfileButton*>()->accessibleName();
    }
    static QAction* menuAction(Rig& rig, const QString& begin) {
        for (auto* menu : rig.desk->window().sideBar().findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (action->text().startsWith(begin)) return action;
        return nullptr;
    }
    /// The secret is in no file, no message, and nothing that a screen reader is told.
    static QString leaks(Rig& rig) {
        for (const QString& path : rig.files()) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains("canary-key")) return path;
        }
        for (const QByteArray& message : logged)
            if (message.contains("canary-key")) return QString::fromUtf8(message);
        for (QWidget* widget : QApplication::allWidgets()) {
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            if (face == nullptr) continue;
            for (const auto part : {QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help})
                if (face->text(part).contains(u"canary-key"_s)) return face->text(part);
            if (widget->windowTitle().contains(u"canary-key"_s) || widget->toolTip().contains(u"canary-key"_s))
                return u"title or tooltip"_s;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        qInstallMessageHandler(remember);
        if (!Keyring::isInstalled()) QSKIP("dbus-daemon and gnome-keyring-daemon are not installed");
        QVERIFY(keyring_.startBus());
        keyring_.adopt();
        service_.serve("apps", apps);
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void whatIsTypedIsChecked() {
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        form.type(u"Address"_s, u"http://example.org"_s);
        QTest::keyClick(&form.field(u"Address"_s), Qt::Key_Return);
        QVERIFY(form.said(u"Address"_s).startsWith(u"This is no address of a tenant"_s));
        QVERIFY(form.said(u"Key ID"_s).contains(u"type both"_s));
        QCOMPARE(form.dialog->focusWidget(), &form.field(u"Address"_s));
        QVERIFY(form.notes().contains(form.said(u"Address"_s)));
        form.type(u"Address"_s, u"127.0.0.1"_s);
        QVERIFY(form.said(u"Key ID"_s).isEmpty());
        form.type(u"Key ID"_s, u"id with blanks"_s);
        form.type(u"Key secret"_s, u"s s"_s);
        form.button(u"Try it"_s).click();
        QVERIFY(form.said(u"Key ID"_s).contains(u"no blanks"_s));
        QVERIFY(form.said(u"Key secret"_s).contains(u"no blanks"_s));
        QTest::keyClick(form.dialog, Qt::Key_Escape);
        QVERIFY(isGone(rig));
        QCOMPARE(service_.api.requests().size(), std::size_t{0});
    }

    void byKeyboardAlone() {
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        QTRY_VERIFY(form.field(u"Key ID"_s).hasFocus()); // as soon as the window is active
        QStringList order;
        for (int i = 0; i < 9; ++i) {
            auto* now = QApplication::focusWidget();
            auto* push = qobject_cast<QPushButton*>(now);
            order += push != nullptr ? push->text().remove(u'&') : now->accessibleName();
            QTest::keyClick(now, Qt::Key_Tab);
        }
        QCOMPARE(order, (QStringList{u"Key ID"_s, u"Key secret"_s, u"Certificate authority, proxy…"_s, u"Try it"_s,
                                     u"Cancel"_s, u"Connect"_s, u"Name"_s, u"Address"_s, u"Key ID"_s}));
        QTest::keyClick(form.dialog, Qt::Key_Escape);
    }

    void aTrialThatWorks() {
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        fill(form, {});
        const int before = service_.api.count("POST");
        form.button(u"Try it"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(form.notes().contains(u"The key works: 2 apps of “Halden Freight”."_s), 10'000);
        QCOMPARE(service_.api.count("POST"), before + 1);
        QCOMPARE(form.field(u"Name"_s).text(), u"Halden Freight"_s);
        QCOMPARE(service_.api.requests().back().header("X-Api-Key-Secret"), canary.toLatin1());
        QCOMPARE(leaks(rig), QString());
        QTest::keyClick(form.dialog, Qt::Key_Escape);
        QVERIFY(rig.desk->window().onStartPage());
    }

    void trialsThatFail_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("wrong key") << 401 << QByteArray("canary-key-secret") << u"Key secret"_s
                                   << u"The server refused this key"_s;
        QTest::newRow("no right") << 403 << QByteArray() << u"Key ID"_s << u"it may not export"_s;
        QTest::newRow("not there") << 404 << QByteArray() << u"Address"_s << u"is not the export API"_s;
        QTest::newRow("another service") << 200 << QByteArray("<html>") << u"Address"_s << u"is not the export API"_s;
        QTest::newRow("a fault") << 500 << QByteArray() << QString() << u"fault of its own"_s;
    }
    void trialsThatFail() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(QString, sentence);
        HttpScript api;
        api.on("POST", ScriptedService::postPath("apps"), {Answer{.status = status, .body = body}});
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        fill(form);
        form.type(u"Address"_s, QString::fromLatin1(api.origin()));
        form.button(u"Try it"_s).click();
        QTRY_VERIFY2_WITH_TIMEOUT(form.notes().contains(sentence), qPrintable(form.notes()), 10'000);
        if (!field.isEmpty()) {
            QVERIFY(form.said(field).contains(sentence));
            QCOMPARE(form.dialog->focusWidget(), &form.field(field));
        }
        QCOMPARE(leaks(rig), QString());
    }

    /// The API answers as it should, but behind its link is something else.
    void whatIsNoExport_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("page") << "<html>\n<body>\n" + QByteArray("<p>Sign in, please</p>\n").repeated(14);
        QTest::newRow("long page") << "<html>\n" + QByteArray("<p>Sign in, please</p>\n").repeated(200'000);
        QTest::newRow("another export") << QByteArray("ID,Name,Colour\n1,a,red\n");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatIsNoExport() {
        QFETCH(QByteArray, file);
        ScriptedService other;
        other.serve("apps", file);
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        fill(form);
        form.type(u"Address"_s, QString::fromLatin1(other.api.origin()));
        form.button(u"Try it"_s).click();
        QTRY_VERIFY2_WITH_TIMEOUT(!form.dialog->isTrying(), qPrintable(form.notes()), 20'000);
        QVERIFY2(!form.notes().contains(u"The key works"_s), qPrintable(form.notes()));
        QVERIFY2(form.said(u"Address"_s).contains(u"is not the export API"_s), qPrintable(form.notes()));
    }

    void aServerThatIsNotTrusted() {
        HttpScript api{Tls::Good};
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        fill(form);
        form.type(u"Address"_s, QString::fromLatin1(api.origin()));
        form.button(u"Try it"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(form.said(u"Authority"_s).contains(u"an authority that is not known here"_s), 10'000);
        QVERIFY(form.field(u"Authority"_s).isVisible());
        // Its own authority cures it: what comes then is about something else.
        rig.picker.certificate = rig.write(u"ca.pem"_s, testAuthority().toPem());
        form.button(u"Choose…"_s).click();
        QTRY_COMPARE(form.field(u"Authority"_s).text(), rig.picker.certificate);
        form.button(u"Try it"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(!form.notes().contains(u"authority that"_s) && !form.dialog->isTrying(), 10'000);
        QVERIFY(!api.received().isEmpty());
        form.type(u"Authority"_s, rig.path(u"gone.pem"_s));
        form.button(u"Connect"_s).click();
        QVERIFY(form.said(u"Authority"_s).contains(u"there is no such file"_s));
    }

    void aTrialCanBeStopped() {
        HttpScript api;
        api.on("POST", ScriptedService::postPath("apps"), {Answer{.delayMs = 60'000}});
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        fill(form);
        form.type(u"Address"_s, QString::fromLatin1(api.origin()));
        form.button(u"Try it"_s).click();
        QVERIFY(form.dialog->isTrying());
        QTRY_COMPARE(api.count("POST"), 1);
        form.button(u"Stop"_s).click();
        QVERIFY(!form.dialog->isTrying());
        form.button(u"Try it"_s).click();
        QTRY_COMPARE(api.count("POST"), 2);
        QTest::keyClick(form.dialog, Qt::Key_Escape); // with one under way
        QVERIFY(isGone(rig));
    }

    void withoutAKeychainTheSecretIsInMemory() {
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        QTRY_VERIFY(form.notes().contains(u"There is no system keychain here. The secret stays in memory"_s));
        fill(form);
        QTest::keyClick(&form.field(u"Key secret"_s), Qt::Key_Return);
        QVERIFY(isGone(rig));
        QTRY_VERIFY2(address(rig).contains(u"key not kept"_s), qPrintable(address(rig)));
        QPushButton* fetch = nullptr;
        for (auto* button : rig.desk->window().findChildren<QPushButton*>())
            if (button->text() == u"Fetch all"_s) fetch = button;
        QVERIFY(fetch != nullptr && fetch->isVisible() && fetch->isDefault()); // what to do next
        fetch->click();
        QTRY_COMPARE_WITH_TIMEOUT(rig.desk->transfers().counts().done, 1, 20'000);
        QCOMPARE(leaks(rig), QString());
    }

    void theKeychainKeepsIt() {
        QVERIFY(keyring_.start());
        Rig rig;
        useKeychain(rig);
        const Form form = open(rig);
        QTRY_VERIFY(form.notes().contains(u"It is kept in the system keychain"_s));
        fill(form);
        QTest::keyClick(&form.field(u"Key secret"_s), Qt::Key_Return);
        QVERIFY(isGone(rig));
        QTRY_VERIFY_WITH_TIMEOUT(!address(rig).contains(u"key not kept"_s), 20'000);
        QCOMPARE(leaks(rig), QString());

        // The next run asks for nothing: on the start page, one press leads there.
        useKeychain(rig);
        QPushButton* go = nullptr;
        for (auto* button : rig.desk->window().startPage().findChildren<QPushButton*>())
            if (button->text() == u"Open Halden"_s) go = button;
        QVERIFY(go != nullptr && go->isVisible() && go->isDefault());
        QTest::mouseClick(go, Qt::LeftButton);
        Q_EMIT rig.desk->window().sideBar().fetchRequested(
            {.resource = "apps", .integration = {}, .integrationName = {}});
        QTRY_COMPARE_WITH_TIMEOUT(rig.desk->transfers().counts().done, 1, 20'000);
        QCOMPARE(service_.api.requests().back().header("X-Api-Key-Secret"), canary.toLatin1());

        // Renamed, it keeps its secret and its snapshots.
        QTRY_VERIFY(menuAction(rig, u"Edit Halden…"_s) != nullptr);
        menuAction(rig, u"Edit Halden…"_s)->trigger();
        {
            const Form edit = waitForForm(rig);
            QVERIFY(edit.field(u"Key secret"_s).text().isEmpty());
            edit.type(u"Name"_s, u"Halden & Sons"_s);
            edit.button(u"Save"_s).click();
            QVERIFY(isGone(rig));
        }
        QTRY_VERIFY(address(rig).contains(u"Halden & Sons"_s));
        QVERIFY(rig.openResource("apps"));
        QCOMPARE(leaks(rig), QString());

        // Another address wants the secret anew.
        QTRY_VERIFY(menuAction(rig, u"Edit Halden"_s) != nullptr);
        menuAction(rig, u"Edit Halden"_s)->trigger();
        {
            const Form edit = waitForForm(rig);
            edit.type(u"Address"_s, u"https://elsewhere.example"_s);
            edit.button(u"Save"_s).click();
            QVERIFY(edit.said(u"Key secret"_s).contains(u"type the new one"_s));
            QTest::keyClick(edit.dialog, Qt::Key_Escape);
            QVERIFY(isGone(rig));
        }

        // Removed, its secret goes too.
        menuAction(rig, u"Remove Halden"_s)->trigger();
        QTRY_VERIFY(rig.desk->window().findChild<RemoveDialog*>() != nullptr);
        for (auto* button : rig.desk->window().findChild<RemoveDialog*>()->findChildren<QPushButton*>())
            if (button->text() == u"Remove"_s) button->click();
        QTRY_VERIFY(address(rig).contains(u"Not connected"_s));
        QVERIFY(Profiles(rig.setup.profiles).list().empty());
        KeychainStore store;
        std::optional<KeychainFault> fault;
        store.read(secretName({.base = service_.api.base(), .keyId = u"the-id"_s, .id = u"Halden"_s}),
                   [&](const auto& result) {
                       QVERIFY(!result);
                       fault = result.error();
                   });
        QTRY_COMPARE_WITH_TIMEOUT(fault, std::optional(KeychainFault::NoSecret), 20'000);
        QCOMPARE(leaks(rig), QString());
    }

    void aHangingKeychainHangsNothing() {
        Rig rig;
        QVERIFY(Profiles(rig.setup.profiles)
                    .save({.name = u"Slow"_s, .base = service_.api.base(), .keyId = u"k"_s, .id = u"Slow"_s}));
        keyring_.hang();
        useKeychain(rig, {.answer = 800ms, .people = 1500ms});
        Q_EMIT rig.desk->window().sideBar().profileChosen(u"Slow"_s);
        const int before = rig.desk->transfers().counts().done;
        Q_EMIT rig.desk->window().sideBar().fetchRequested(
            {.resource = "apps", .integration = {}, .integrationName = {}});
        QTRY_VERIFY(address(rig).contains(u"asking the keychain"_s));
        const Form form = waitForForm(rig);
        QVERIFY(form.said(u"Key secret"_s).contains(u"does not answer"_s));
        form.type(u"Key secret"_s, canary);
        form.button(u"Save"_s).click();
        QVERIFY(isGone(rig));
        // What was asked for goes on by itself.
        QTRY_COMPARE_WITH_TIMEOUT(rig.desk->transfers().counts().done, before + 1, 20'000);
        QTRY_VERIFY(address(rig).contains(u"key not kept"_s));
        keyring_.wake();
        QCOMPARE(leaks(rig), QString());
    }
};

QTEST_MAIN(TestConnect)
#include "test_connect.moc"
