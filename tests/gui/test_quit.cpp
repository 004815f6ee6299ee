#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The window's process, ended from outside.
class TestQuit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onSignals_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
    }
    void onSignals() {
        QFETCH(int, signal);
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
        environment.insert(u"TMPDIR"_s, home.path());
        QProcess window;
        window.setProcessEnvironment(environment);
        window.start(QStringLiteral(IDSCOPE_BINARY), {u"--sample"_s});
        // In the middle of things: the sample is being fetched.
        const auto downloads = [&] {
            const QStringList samples = QDir(home.path()).entryList({u"idscope-sample-*"_s}, QDir::Dirs);
            return !samples.isEmpty() && QDir(home.filePath(samples[0] + u"/incoming"_s)).exists();
        };
        QTRY_VERIFY_WITH_TIMEOUT(downloads(), 30'000);
        ::kill(static_cast<pid_t>(window.processId()), signal);
        QVERIFY(window.waitForFinished(30'000));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.exitCode(), 128 + signal);
        QVERIFY(QFile::exists(home.filePath(u"config/idscope/settings.json"_s))); // as when it is closed
        QCOMPARE(QDir(home.filePath(u"data/idscope/incoming"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList());
        QCOMPARE(QDir(home.path()).entryList({u"idscope-sample-*"_s}, QDir::AllEntries), QStringList());
    }
};

QTEST_MAIN(TestQuit)
#include "test_quit.moc"
