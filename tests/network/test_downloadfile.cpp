#include "app/network/downloadfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace idscope;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray hashOf(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestDownloadFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasWritten() {
        const QTemporaryDir folder;
        const QString target = folder.path();
        QString path;
        {
            DownloadFile file;
            QVERIFY(file.startAt(0, target));
            QVERIFY(file.write("hello "));
            QVERIFY(file.startAt(6, target)); // resumed
            QVERIFY(file.write("world"));
            QCOMPARE(file.size(), std::uint64_t{11});
            QCOMPARE(file.sha256(), hashOf("hello world"));
            QVERIFY(file.close());
            path = file.release();
        }
        QCOMPARE(contentOf(path), "hello world");
        struct stat facts{};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
    }
    void tellsWhoeverFollowsIt() {
        const QTemporaryDir folder;
        std::array<char, 16> buffer{};
        const auto next = [&buffer](GrowingFile& growing) {
            const auto count = growing.next(buffer, {});
            return count ? QByteArray(buffer.data(), static_cast<qsizetype>(*count))
                         : "error " + QByteArray::number(count.error());
        };
        DownloadFile file;
        QVERIFY(file.startAt(0, folder.path()));
        const auto first = file.growing();
        QVERIFY(file.write("hello "));
        QCOMPARE(next(*first), "hello ");
        QVERIFY(file.startAt(6, folder.path())); // resumed: it goes on
        QVERIFY(file.growing() == first);
        QVERIFY(file.write("world"));
        QVERIFY(file.startAt(0, folder.path())); // anew: that one was cut
        QVERIFY(file.write("again"));
        const auto second = file.growing();
        QVERIFY(second != first);
        QCOMPARE(next(*second), "again");
        QVERIFY(file.close());
        const QString path = file.release();
        QCOMPARE(next(*second), "");
        QFile::remove(path);
        DownloadFile removed;
        QVERIFY(removed.startAt(0, folder.path()));
        QVERIFY(removed.write("half"));
        const auto third = removed.growing();
        removed.remove();
        QCOMPARE(next(*third), "half"); // it can still be read
        QCOMPARE(next(*third), "error " + QByteArray::number(ENODATA));
    }
    void countsRows_data() {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("rows");
        const auto row = [](const char* csv, int rows) { QTest::newRow(csv) << QByteArray(csv) << rows; };
        row("", 0);
        row("ID", 0);
        row("ID\n", 0);
        row("ID\n1", 1);
        row("ID\n1\n", 1);
        row("ID\r\n\"a\nb\"\r\n2\r\n", 2);
        row("ID\n\n1\n", 2);
        row("ID\n\"open\n1\n", 1);
    }
    void countsRows() {
        QFETCH(QByteArray, csv);
        QFETCH(int, rows);
        const QTemporaryDir folder;
        DownloadFile file;
        QVERIFY(file.startAt(0, folder.path()));
        for (qsizetype i = 0; i < csv.size(); ++i)
            QVERIFY(file.write(csv.mid(i, 1)));
        QVERIFY(file.close());
        QCOMPARE(file.rows(), static_cast<std::uint64_t>(rows));
    }
    void startsAnew() {
        const QTemporaryDir folder;
        DownloadFile file;
        QVERIFY(file.startAt(0, folder.path()));
        QVERIFY(file.write("a first attempt"));
        QVERIFY(file.startAt(0, folder.path()));
        QVERIFY(file.write("second"));
        QCOMPARE(file.sha256(), hashOf("second"));
        QVERIFY(file.close());
        QCOMPARE(contentOf(file.release()), "second");
    }
    void leavesNothing() {
        const QTemporaryDir folder;
        {
            DownloadFile file;
            QVERIFY(file.startAt(0, folder.path()));
            QVERIFY(file.write("x"));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        DownloadFile file;
        QVERIFY(file.startAt(0, folder.path()));
        file.remove();
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(file.startAt(0, folder.path())); // and may begin again
        QVERIFY(file.write("y"));
        QCOMPARE(file.sha256(), hashOf("y"));
    }
    void saysWhyItCannotWrite() {
        const QTemporaryDir folder;
        const QString blocked = folder.filePath(QStringLiteral("file"));
        QFile plain(blocked);
        QVERIFY(plain.open(QIODevice::WriteOnly));
        DownloadFile file;
        const auto started = file.startAt(0, blocked);
        QVERIFY(!started);
        QCOMPARE(started.error(), ENOTDIR);
    }
    void makesNoFolder() {
        const QTemporaryDir folder;
        const QString absent = folder.filePath(QStringLiteral("incoming/1.work"));
        DownloadFile file;
        const auto started = file.startAt(0, absent);
        QVERIFY(!started);
        QCOMPARE(started.error(), ENOENT);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void saysWhenThereIsNoRoom() {
        const QTemporaryDir folder;
        DownloadFile file;
        QVERIFY(file.startAt(0, folder.path()));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        const rlimit small{1000, old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto written = file.write(QByteArray(5000, 'x'));
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!written);
        QCOMPARE(written.error(), EFBIG);
    }
};

QTEST_GUILESS_MAIN(TestDownloadFile)
#include "test_downloadfile.moc"
