#include "app/credentials/keychainstore.h"
#include "app/credentials/profiles.h"
#include "tests/support/keyring.h"
#include "tests/support/scriptedservice.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

} // namespace

/// Where `idscope fetch` takes its key from: the environment, or the keychain in each of its states.
class TestFetchKey : public QObject {
    Q_OBJECT
    Keyring keyring_;
    ScriptedService service_;
    QTemporaryDir root_;
    QProcessEnvironment environment_;
    QByteArray said_; ///< all that was ever printed

    Outcome fetch(const QProcessEnvironment& environment, const QStringList& more = {}) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(IDSCOPE_BINARY),
                      QStringList{u"fetch"_s, u"apps"_s, u"--out"_s, root_.filePath(u"out"_s)} + more);
        waitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
        const Outcome outcome{ended ? process.exitCode() : -1, process.readAllStandardOutput(),
                              process.readAllStandardError()};
        said_ += outcome.out + outcome.err;
        return outcome;
    }
    /// The key of the last POST.
    [[nodiscard]] QByteArray key() const {
        const auto& requests = service_.api.requests();
        return requests.empty()
                   ? QByteArray()
                   : requests.back().header("X-Api-Key-ID") + ' ' + requests.back().header("X-Api-Key-Secret");
    }
    [[nodiscard]] Profile lab() const {
        return {.name = u"Lab"_s, .base = service_.api.base(), .keyId = u"lab-id"_s, .id = u"first"_s};
    }
    [[nodiscard]] int posts() const { return service_.api.count("POST"); }

private Q_SLOTS:
    void initTestCase() {
        if (!Keyring::isInstalled()) QSKIP("dbus-daemon and gnome-keyring-daemon are not installed");
        QVERIFY(keyring_.startBus());
        keyring_.adopt();
        service_.serve("apps", "ID,Name\n1,Okta\n");
        environment_ = keyring_.environment();
        environment_.remove(u"QT_QPA_PLATFORM"_s);
        environment_.insert(u"XDG_CONFIG_HOME"_s, root_.filePath(u"config"_s));
        Profiles profiles(root_.filePath(u"config/idscope/profiles.conf"_s));
        QVERIFY(profiles.save(lab()));
        QVERIFY(profiles.save({.name = u"Other"_s, .base = service_.api.base(), .keyId = u"x"_s, .id = u"Other"_s}));
        QVERIFY(profiles.setLastUsed(u"first"_s));
    }
    void noBus() {
        QProcessEnvironment none = environment_;
        none.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
        const Outcome outcome = fetch(none);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.startsWith("idscope: There is no system keychain here. Set IDSCOPE_API_KEY_ID"),
                 outcome.err);
    }
    void noKeychain() {
        QCOMPARE(fetch(environment_).code, 2);
        QCOMPARE(posts(), 0);
    }
    void theProfilesKey() {
        QVERIFY(keyring_.start());
        const Outcome before = fetch(environment_, {u"--profile"_s, u"Lab"_s});
        QCOMPARE(before.code, 2);
        QVERIFY2(before.err.startsWith("idscope: The system keychain holds no secret for this profile."), before.err);
        KeychainStore store;
        bool written = false;
        store.write(secretName(lab()), Secret(QByteArray("canary-kept")),
                    [&](auto result) { written = result.has_value(); });
        QTRY_VERIFY(written);

        const Outcome named = fetch(environment_, {u"--profile"_s, u"Lab"_s});
        QCOMPARE(named.err, "");
        QCOMPARE(named.code, 0);
        QCOMPARE(key(), "lab-id canary-kept");
        QCOMPARE(fetch(environment_).code, 0); // the last used one
        QCOMPARE(posts(), 2);
        QCOMPARE(key(), "lab-id canary-kept");
        QCOMPARE(fetch(environment_, {u"--profile"_s, u"Other"_s}).code, 2);
        QCOMPARE(fetch(environment_, {u"--base-url"_s, QString::fromLatin1(service_.api.origin())}).code, 2);
        QCOMPARE(posts(), 2);
    }
    void theSecretGoesToItsOriginAlone() {
        HttpScript elsewhere;
        Profile moved = lab();
        moved.base = elsewhere.base();
        Profiles profiles(root_.filePath(u"config/idscope/profiles.conf"_s));
        QVERIFY(profiles.save(moved)); // and the keychain could not be told
        QCOMPARE(fetch(environment_, {u"--profile"_s, u"Lab"_s}).code, 2);
        QVERIFY(elsewhere.received().isEmpty());
        QVERIFY(profiles.save(lab()));
        QCOMPARE(posts(), 2);
    }
    void theEnvironmentComesFirst() {
        QProcessEnvironment set = environment_;
        set.insert(u"IDSCOPE_API_KEY_ID"_s, u"own-id"_s);
        set.insert(u"IDSCOPE_API_KEY_SECRET"_s, u"canary-own"_s);
        QCOMPARE(fetch(set, {u"--profile"_s, u"Lab"_s}).code, 0);
        QCOMPARE(key(), "own-id canary-own");
        set.remove(u"IDSCOPE_API_KEY_ID"_s); // half a key is none
        QCOMPARE(fetch(set, {u"--profile"_s, u"Lab"_s}).code, 0);
        QCOMPARE(key(), "lab-id canary-kept");
    }
    void aLockedKeychain() {
        QVERIFY(keyring_.lock());
        const Outcome outcome = fetch(environment_);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.startsWith("idscope: The system keychain is locked. Unlock it"), outcome.err);
    }
    void aHangingKeychain() {
        keyring_.hang();
        QElapsedTimer time;
        time.start();
        const Outcome outcome = fetch(environment_);
        keyring_.wake();
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.startsWith("idscope: The system keychain does not answer."), outcome.err);
        QVERIFY(time.elapsed() < 20'000);
        QCOMPARE(posts(), 4);
    }
    void anAuthorityFileThatIsGone() {
        Profiles profiles(root_.filePath(u"config/idscope/profiles.conf"_s));
        QVERIFY(profiles.save({.name = u"Lab"_s,
                               .base = service_.api.base(),
                               .keyId = u"lab-id"_s,
                               .authorityFile = root_.filePath(u"gone.pem"_s),
                               .id = u"first"_s}));
        const Outcome outcome = fetch(environment_);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("your own certificate authority can't be read: there is no such file"),
                 outcome.err);
    }
    void noSecretIsLeftAnywhere() {
        QVERIFY(!said_.contains("canary"));
        QDirIterator all(root_.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary-"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 3);
    }
};

QTEST_GUILESS_MAIN(TestFetchKey)
#include "test_fetchkey.moc"
