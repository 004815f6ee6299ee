#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/types.h>

using namespace Qt::StringLiterals;

/// R3: what is in memory, keys among it, is not left in a core file.
class TestCoreFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noneIsWritten_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command line") << QStringList{u"serve-sample"_s, u"--port"_s, u"0"_s};
        QTest::newRow("window") << QStringList();
    }
    void noneIsWritten() {
        QFETCH(QStringList, arguments);
        const QTemporaryDir folder;
        QProcess process;
        process.setWorkingDirectory(folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* place : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(place), folder.path());
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] { // who allows core files must get none either
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            ::setrlimit(RLIMIT_CORE, &limit);
        });
        process.start(QStringLiteral(IDSCOPE_BINARY), arguments);
        QVERIFY(process.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(coreLimit(process.processId()), atMostOne(), 20'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGQUIT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(QDir(folder.path()).entryList({u"core*"_s}, QDir::Files), QStringList());
    }

private:
    /// Soft and hard limit, in bytes.
    static QByteArray coreLimit(qint64 process) {
        QFile limits(u"/proc/%1/limits"_s.arg(process));
        if (!limits.open(QIODevice::ReadOnly)) return {};
        const auto all = QString::fromLatin1(limits.readAll());
        const auto found = QRegularExpression(u"Max core file size +(\\S+) +(\\S+)"_s).match(all);
        return found.captured(1).toLatin1() + ' ' + found.captured(2).toLatin1();
    }
    static QByteArray atMostOne() {
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        return limit.rlim_max == 0 ? "0 0" : "1 1";
    }
};

QTEST_GUILESS_MAIN(TestCoreFiles)
#include "test_corefiles.moc"
