#include "app/library/files.h"
#include "tests/support/faultyfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

unsigned rights(const QString& path) {
    struct stat facts{};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 0777U : 0;
}

/// Files may grow to so many bytes only, while it lives: writing fails as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit before_{};
};

QStringList everything(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesPrivateFolders() {
        const QTemporaryDir root;
        QVERIFY(makeFolder(root.filePath(u"a/b/../c"_s)));
        QCOMPARE(rights(root.filePath(u"a"_s)), 0700U);
        QCOMPARE(rights(root.filePath(u"a/c"_s)), 0700U);
        QVERIFY(makeFolder(root.filePath(u"a/c"_s)));
        QVERIFY(writeFile(root.filePath(u"file"_s), "x"));
        const auto made = makeFolder(root.filePath(u"file/d"_s));
        QVERIFY(!made);
        QCOMPARE(made.error().systemError, EEXIST);
    }
    void writesWholeFiles() {
        const QTemporaryDir root;
        const QString path = root.filePath(u"file"_s);
        QVERIFY(writeFile(path, "first"));
        QVERIFY(writeFile(path, "second"));
        QCOMPARE(contentOf(path), "second");
        QCOMPARE(rights(path), 0600U);
        QCOMPARE(everything(root.path()), QStringList{u"file"_s});
    }
    void keepsTheOldFileWhenItFails() {
        const QTemporaryDir root;
        const QString path = root.filePath(u"file"_s);
        QVERIFY(writeFile(path, "old"));
        for (const rlim_t room : {0U, 1U, 999U, 5000U}) {
            const SmallDisk disk(room);
            const auto written = writeFile(path, QByteArray(5001, 'x'));
            QVERIFY(!written);
            QCOMPARE(written.error().systemError, EFBIG);
            QCOMPARE(written.error().place, path);
        }
        QCOMPARE(contentOf(path), "old");
        QCOMPARE(everything(root.path()), QStringList{u"file"_s});
        const auto nowhere = writeFile(root.filePath(u"none/file"_s), "x");
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().systemError, ENOENT);
    }
    void moves() {
        const QTemporaryDir root;
        QVERIFY(writeFile(root.filePath(u"a"_s), "new"));
        QVERIFY(writeFile(root.filePath(u"b"_s), "old"));
        QVERIFY(moveFile(root.filePath(u"a"_s), root.filePath(u"b"_s)));
        QCOMPARE(contentOf(root.filePath(u"b"_s)), "new");
        QCOMPARE(everything(root.path()), QStringList{u"b"_s});
        const auto missing = moveFile(root.filePath(u"a"_s), root.filePath(u"b"_s));
        QVERIFY(!missing);
        QCOMPARE(contentOf(root.filePath(u"b"_s)), "new");
    }
    /// Whoever hears that it failed may take the file for one that is not there.
    void saysWhetherAFileIsInItsPlace() {
        int unconfirmed = 0;
        for (int step = 1;; ++step) {
            const QTemporaryDir root;
            const QString from = root.filePath(u"a"_s), to = root.filePath(u"b"_s);
            QVERIFY(writeFile(from, "new"));
            const test::FaultyFiles files(step, test::FaultyFiles::Fault::InputOutput);
            const auto moved = moveFile(from, to, files);
            if (files.steps() < step) break;
            const bool isThere = moved || moved.error().kind == LibraryErrorKind::Unconfirmed;
            QCOMPARE(QFile::exists(to), isThere);
            QCOMPARE(QFile::exists(from), !isThere);
            if (!moved) QVERIFY(!sentence(moved.error()).isEmpty());
            if (!moved && isThere) ++unconfirmed;
        }
        QVERIFY(unconfirmed > 0);
    }
    void movesBetweenFileSystems() {
        const QTemporaryDir root;
        const QTemporaryDir other(u"/dev/shm/idscope-XXXXXX"_s);
        struct stat here{}, there{};
        if (!other.isValid() || ::stat(QFile::encodeName(root.path()).constData(), &here) != 0 ||
            ::stat(QFile::encodeName(other.path()).constData(), &there) != 0 || here.st_dev == there.st_dev)
            QSKIP("there is no second file system");
        const QByteArray large(700'000, 'y');
        QVERIFY(writeFile(other.filePath(u"a"_s), large));
        {
            const SmallDisk disk(1000);
            QVERIFY(!moveFile(other.filePath(u"a"_s), root.filePath(u"b"_s)));
            QCOMPARE(everything(root.path()), QStringList());
        }
        QVERIFY(moveFile(other.filePath(u"a"_s), root.filePath(u"b"_s)));
        QCOMPARE(contentOf(root.filePath(u"b"_s)), large);
        QCOMPARE(rights(root.filePath(u"b"_s)), 0600U);
        QCOMPARE(everything(other.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
