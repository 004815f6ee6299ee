#include "app/library/library.h"
#include "app/library/retention.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

const QByteArray csv = "ID,Name\n1,a\n2,b\n";

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList everything(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// A file as somebody has just opened it.
OpenedFile opened(const QString& path, const QByteArray& bytes = csv) {
    if (!writeFile(path, bytes)) qFatal("cannot write");
    const QFileInfo info(path);
    return {.path = path,
            .resource = "labels",
            .rows = 2,
            .bytes = static_cast<std::uint64_t>(info.size()),
            .modified = info.lastModified()};
}

Snapshot fetchedAt(const QDateTime& time, const std::string& integration) {
    Snapshot snapshot;
    snapshot.id = time.toString(Qt::ISODate) + QString::fromStdString(integration);
    snapshot.target = {"entity-relations", integration, {}};
    snapshot.fetched = time;
    return snapshot;
}

/// Somebody who, as soon as the first file goes, puts a link to `elsewhere` in the place of its folder.
class SwappingFiles : public FileSystem {
public:
    explicit SwappingFiles(QString root) : root_(std::move(root)) {}
    [[nodiscard]] bool swapped() const { return swapped_; }
    int removeAt(int folder, const char* name, int flags) const override {
        if (!std::exchange(swapped_, true)) {
            const QString deep = root_ + u"/going/deep"_s;
            if (!QDir().rename(deep, root_ + u"/away"_s) || !QFile::link(root_ + u"/elsewhere"_s, deep))
                qFatal("cannot swap");
        }
        return FileSystem::removeAt(folder, name, flags);
    }

private:
    QString root_;
    mutable bool swapped_ = false;
};

} // namespace

/// Copies of opened files, how long snapshots are kept, and who is at work on them.
class TestCopies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesIn() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const QString path = root.filePath(u"mine.csv"_s);
        const auto snapshot = library.copyIn(opened(path), {});
        QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(sentence(snapshot.error())));
        QCOMPARE(contentOf(path), csv);
        QCOMPARE(contentOf(snapshot->file), csv);
        QCOMPARE(snapshot->openedFrom, path);
        QCOMPARE(snapshot->rows, std::uint64_t{2});
        QCOMPARE(snapshot->target.resource, "labels");
        QVERIFY(snapshot->profile.isEmpty());
        QVERIFY(library.list().snapshots == std::vector{*snapshot});
        QVERIFY(Library::verify(*snapshot, {}).value());
        QCOMPARE(QFileInfo(snapshot->file).permissions() & 0x0077, QFile::Permissions());
        QCOMPARE(everything(library.workFolder().value()), QStringList());
    }
    void theSameBytesAreOneSnapshot() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto first = library.copyIn(opened(root.filePath(u"a.csv"_s)), {});
        const auto again = library.copyIn(opened(root.filePath(u"a.csv"_s)), {});
        const auto elsewhere = library.copyIn(opened(root.filePath(u"b.csv"_s)), {});
        QVERIFY(first && again && elsewhere);
        QCOMPARE(again->id, first->id);
        QCOMPARE(elsewhere->id, first->id);
        QCOMPARE(library.list().snapshots.size(), std::size_t{1});
        QCOMPARE(everything(library.workFolder().value()), QStringList());
    }
    void whatChangedSinceIsNotCopied() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        OpenedFile file = opened(root.filePath(u"a.csv"_s));
        file.modified = file.modified.addSecs(-1);
        QCOMPARE(library.copyIn(file, {}).error().kind, LibraryErrorKind::Changed);
        file = opened(file.path);
        ++file.bytes;
        QCOMPARE(library.copyIn(file, {}).error().kind, LibraryErrorKind::Changed);
        QVERIFY(QFile::remove(file.path));
        QCOMPARE(library.copyIn(file, {}).error().systemError, ENOENT);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(library.copyIn(opened(file.path), stop.get_token()).error().kind, LibraryErrorKind::Stopped);
        QVERIFY(library.list().snapshots.empty());
        QCOMPARE(everything(library.workFolder().value()), QStringList());
    }
    void onlyFilesAreCopied() {
        const QTemporaryDir root;
        QVERIFY(!copyFile(root.path(), root.filePath(u"x"_s), {}));
        QVERIFY(!copyFile(u"/dev/zero"_s, root.filePath(u"x"_s), {}));
        QCOMPARE(everything(root.path()), QStringList());
    }

    void keepsTheNewest() {
        const QDateTime now(QDate(2026, 7, 31), QTime(12, 0), Qt::UTC);
        std::vector<Snapshot> snapshots;
        for (int days = 0; days < 10; ++days) {
            snapshots.push_back(fetchedAt(now.addDays(-days), "okta"));
            snapshots.push_back(fetchedAt(now.addDays(-days), "aws"));
        }
        snapshots.back().openedFrom = u"by hand"_s;
        const auto away = [&](Retention::Kind kind, int count) {
            return notKept(snapshots, {.kind = kind, .count = count}, now);
        };
        QCOMPARE(away(Retention::Kind::Everything, 0).size(), std::size_t{0});
        QCOMPARE(away(Retention::Kind::Newest, 10).size(), std::size_t{0});
        QCOMPARE(away(Retention::Kind::Newest, 8).size(), std::size_t{3}); // not the one opened by hand
        QCOMPARE(away(Retention::Kind::Newest, 0).size(), std::size_t{19});
        QCOMPARE(away(Retention::Kind::Days, 9).size(), std::size_t{0});
        QCOMPARE(away(Retention::Kind::Days, 8).size(), std::size_t{1});
        for (const Snapshot& snapshot : away(Retention::Kind::Newest, 1))
            QVERIFY(snapshot.fetched < now);
    }
    void aHeldSnapshotIsSeenByOthers() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const Library other(root.filePath(u"snapshots"_s));
        const QString id = library.copyIn(opened(root.filePath(u"a.csv"_s)), {})->id;
        QVERIFY(!other.isHeld(id));
        {
            const auto here = library.hold(id);
            const auto there = other.hold(id);
            QVERIFY(here && there);
            QVERIFY(library.isHeld(id));
        }
        QVERIFY(!other.isHeld(id));
        QVERIFY(!other.isHeld(u"none"_s));
        QVERIFY(!library.hold(u".."_s));
    }

    void workFoldersAreTheirOwners() {
        const QTemporaryDir root;
        const QString parent = root.filePath(u"incoming"_s);
        QString path;
        {
            const WorkFolder one(parent);
            path = one.path();
            QVERIFY(one.isThere());
            QVERIFY(writeFile(path + u"/a.part"_s, "x"));
            const WorkFolder other(parent); // as another window's
            QVERIFY(other.path() != path);
            QCOMPARE(contentOf(path + u"/a.part"_s), "x");
            QCOMPARE(everything(parent).size(), 2);
            struct stat facts{};
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &facts), 0);
            QCOMPARE(facts.st_mode & 0777U, 0700U);
        }
        QCOMPARE(everything(parent), QStringList());
    }
    void whatDeadProcessesLeaveIsRemoved() {
        const QTemporaryDir root;
        const QString parent = root.filePath(u"incoming"_s);
        const WorkFolder living(parent);
        const pid_t child = ::fork();
        if (child == 0) {
            const WorkFolder dying(parent);
            (void)writeFile(dying.path() + u"/a.part"_s, "x");
            (void)makeFolder(dying.path() + u"/new/deep"_s);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(everything(parent).size(), 2);
        QDir(root.path()).mkdir(u"elsewhere"_s);
        QVERIFY(QFile::link(root.filePath(u"elsewhere"_s), parent + u"/link.work"_s));
        const WorkFolder next(parent);
        QCOMPARE(everything(parent).size(), 3); // this, the living one, and the link, which is nobody's
        QVERIFY(QFileInfo::exists(root.filePath(u"elsewhere"_s)));
    }
    void leftoversOfOtherPeopleStay() {
        if (::geteuid() != 0) QSKIP("only root can make a folder of somebody else");
        const QTemporaryDir root;
        const QString theirs = root.filePath(u"theirs.work"_s);
        QVERIFY(writeFile(root.filePath(u"a"_s), "x"));
        QVERIFY(makeFolder(theirs));
        QVERIFY(writeFile(theirs + u"/a.part"_s, "x"));
        QCOMPARE(::chown(QFile::encodeName(theirs).constData(), 12345, 12345), 0);
        const WorkFolder mine(root.path());
        QVERIFY(mine.isThere());
        QCOMPARE(contentOf(theirs + u"/a.part"_s), "x");
    }
    void removingFollowsNoLinkThatComesMeanwhile() {
        const QTemporaryDir root;
        for (const auto* folder : {"going/deep", "elsewhere"})
            for (const auto* name : {"/a", "/b"}) {
                QVERIFY(makeFolder(root.filePath(QLatin1StringView(folder))));
                QVERIFY(writeFile(root.filePath(QLatin1StringView(folder) + QLatin1StringView(name)), "x"));
            }
        const SwappingFiles files(root.path());
        (void)removeFolder(root.filePath(u"going"_s), files);
        QVERIFY(files.swapped());
        QCOMPARE(everything(root.filePath(u"elsewhere"_s)), QStringList({u"a"_s, u"b"_s}));
    }
    void theWorkFolderIsMadeWhenThatIsPossible() {
        const QTemporaryDir root;
        const QString blocked = root.filePath(u"incoming"_s);
        QVERIFY(writeFile(blocked, "a file in its place"));
        Library library(root.filePath(u"snapshots"_s));
        const auto refused = library.workFolder();
        QVERIFY(!refused);
        QCOMPARE(refused.error().place, blocked);
        QVERIFY(sentence(refused.error()).startsWith(blocked));
        QVERIFY(QFile::remove(blocked));
        const auto made = library.workFolder();
        QVERIFY(made.has_value());
        QVERIFY(QFileInfo(*made).isDir());
        QCOMPARE(library.workFolder().value(), *made);
        QVERIFY(removeFolder(*made)); // by somebody who tidies up
        QVERIFY(QFileInfo(library.workFolder().value()).isDir());
    }
    void leftoversOfOthersKeepTheirPrefix() {
        const QTemporaryDir root;
        QDir(root.path()).mkdir(u"theirs.work"_s);
        const WorkFolder mine(root.path(), u".idscope-"_s);
        QVERIFY(mine.isThere());
        QVERIFY(QFileInfo::exists(root.filePath(u"theirs.work"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCopies)
#include "test_copies.moc"
