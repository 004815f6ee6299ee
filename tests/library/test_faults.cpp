#include "app/credentials/profiles.h"
#include "app/library/library.h"
#include "app/session/settings.h"
#include "app/session/viewstore.h"
#include "models/base/atomicfile.h"
#include "models/items/csvsave.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/support/faultyfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <sys/wait.h>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

using Fault = FaultyFiles::Fault;

const QDateTime noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
const QByteArray large = "ID,Name\n" + QByteArray("1,a\n2,b\n").repeated(35'000); // several writes
const Profile acme{.name = u"Acme"_s, .base = QUrl(u"https://app.balkan.id"_s), .id = u"Acme"_s};
const QByteArray small = "ID,Name\n3,c\n";

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

DownloadedExport download(const QString& file, const QByteArray& csv, int day) {
    put(file, csv);
    DownloadedExport result;
    result.target = {"labels", {}, {}};
    result.file = file;
    result.sha256 = QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex();
    result.bytes = static_cast<std::uint64_t>(csv.size());
    result.finished = noon.addDays(day);
    return result;
}

/// Everything people or another run of the program can come upon: name and content. What lies hidden, or in the work
/// folders, is not.
using Visible = std::map<QString, QByteArray>;
Visible visibleIn(const QString& root) {
    Visible all;
    QDirIterator files(root, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QString name = path.mid(root.size() + 1);
        if (name.startsWith(u"incoming/") || name.startsWith(u"input/")) continue;
        if (name == u"snapshots/library.json") continue;        // says a version, and comes before the first snapshot
        if (name.startsWith(u"damaged/")) name = name.left(30); // the rest is random
        all[name] = contentOf(path);
    }
    return all;
}

/// What is unfinished, or was.
QStringList hiddenIn(const QString& root) {
    QStringList hidden;
    QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext())
        if (files.next(); files.fileName().startsWith(u'.') || files.filePath().contains(u"/incoming/"))
            hidden += files.filePath();
    return hidden;
}

/// Whether all that is new in a place is for its owner alone.
bool isPrivate(const QString& root, const Visible& now, const Visible& before) {
    return std::ranges::all_of(now, [&](const auto& file) {
        const auto& [name, content] = file;
        const auto old = before.find(name);
        if ((old != before.end() && old->second == content) || name.startsWith(u"damaged/")) return true;
        return (QFile::permissions(root + u'/' + name) & 0x0077) == QFileDevice::Permissions();
    });
}

/// Something that changes files: what is there before, and the change itself.
struct Change {
    void (*prepare)(const QString& root);
    bool (*make)(const QString& root, const FileSystem& files);
};

void nothing(const QString&) {}

void oneFile(const QString& root) {
    put(root + u"/file.csv"_s, "old");
}

QString snapshots(const QString& root) {
    return root + u"/snapshots"_s;
}

void oneSnapshot(const QString& root) {
    if (!Library(snapshots(root)).adopt(download(root + u"/input/a"_s, small, 0), u"Acme"_s)) qFatal("cannot adopt");
}

Snapshot theSnapshot(const QString& root) {
    return Library(snapshots(root)).list().snapshots.at(0);
}

void setTime(const QString& path, const QDateTime& time) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(time, QFileDevice::FileModificationTime))
        qFatal("no other time");
}

void oneLargeSnapshot(const QString& root) {
    if (!Library(snapshots(root)).adopt(download(root + u"/input/a"_s, large, 0), u"Acme"_s)) qFatal("cannot adopt");
    setTime(theSnapshot(root).file, noon); // which its index tells
}

void oneIndex(const QString& root) {
    oneLargeSnapshot(root);
    put(QString::fromStdString(Library::indexOf(theSnapshot(root)).file), "old");
}

const TablePtr& largeTable() {
    static const TablePtr table = [] {
        const QTemporaryDir root;
        put(root.filePath(u"large.csv"_s), large);
        return loadTable({root.filePath(u"large.csv"_s).toStdString()}, {.schemas = resources()}).value();
    }();
    return table;
}

bool save(const QString& root, const FileSystem& files) {
    const SaveRequest request{.path = root + u"/file.csv"_s,
                              .table = largeTable(),
                              .rows = ShownRows::all(largeTable()->rowCount()),
                              .columns = {ColumnId{0}, ColumnId{1}}};
    const SaveResult result = saveCsv(request, {}, {}, files);
    return !result.error || result.error->kind == FileErrorKind::Unconfirmed;
}

bool keepIndex(const QString& root, const FileSystem& files) {
    return Library(snapshots(root), files).keepIndex(theSnapshot(root), *largeTable(), {}).has_value();
}

SavedView viewOf(const QString& filter) {
    SavedView view;
    view.name = u"mine"_s;
    view.resource = u"labels"_s;
    view.filter = filter;
    return view;
}

QString views(const QString& root) {
    return root + u"/views"_s;
}

bool saveView(const QString& root, const FileSystem& files) {
    return ViewStore(views(root), files).save(viewOf(u"name = new"_s)).has_value();
}

void oneView(const QString& root) {
    if (!ViewStore(views(root)).save(viewOf(u"name = old"_s))) qFatal("cannot save");
}

QString settings(const QString& root) {
    return root + u"/settings.json"_s;
}

void oldSettings(const QString& root) {
    SettingsFile(settings(root)).save({.layout = "old"});
}

void oneProfile(const QString& root) {
    Profiles(root + u"/profiles.conf"_s).save(acme);
}

const std::map<QByteArray, Change> changes{
    {"write a new file",
     {nothing, [](const QString& root,
                  const FileSystem& files) { return writeFile(root + u"/file.csv"_s, large, files).has_value(); }}},
    {"replace a file",
     {oneFile, [](const QString& root,
                  const FileSystem& files) { return writeFile(root + u"/file.csv"_s, large, files).has_value(); }}},
    {"make folders",
     {nothing,
      [](const QString& root, const FileSystem& files) { return makeFolder(root + u"/a/b/c"_s, files).has_value(); }}},
    {"move a file",
     {oneFile,
      [](const QString& root, const FileSystem& files) {
          put(root + u"/input/new"_s, large);
          return moveFile(root + u"/input/new"_s, root + u"/file.csv"_s, files).has_value();
      }}},
    {"copy a file",
     {oneFile,
      [](const QString& root, const FileSystem& files) {
          put(root + u"/input/new"_s, large);
          return copyFile(root + u"/input/new"_s, root + u"/file.csv"_s, {}, files).has_value();
      }}},
    {"save rows as CSV", {oneFile, save}},
    {"save the first view", {nothing, saveView}},
    {"save a view in place of the old one", {oneView, saveView}},
    {"save the first profile",
     {nothing, [](const QString& root,
                  const FileSystem& files) { return Profiles(root + u"/profiles.conf"_s, files).save(acme); }}},
    {"choose a profile",
     {oneProfile,
      [](const QString& root, const FileSystem& files) {
          return Profiles(root + u"/profiles.conf"_s, files).setLastUsed(acme.id);
      }}},
    {"remove a profile",
     {oneProfile, [](const QString& root,
                     const FileSystem& files) { return Profiles(root + u"/profiles.conf"_s, files).remove(acme.id); }}},
    {"save the settings",
     {oldSettings,
      [](const QString& root, const FileSystem& files) {
          return SettingsFile(settings(root), files)
              .save({.theme = Theme::Dark, .layout = "new", .pictureHosts = {u"a.example"_s}});
      }}},
    {"save the columns of a resource",
     {oldSettings,
      [](const QString& root, const FileSystem& files) {
          return SettingsFile(settings(root), files).saveColumns("apps", "c");
      }}},
    {"save the facets of a resource",
     {oldSettings,
      [](const QString& root, const FileSystem& files) {
          return SettingsFile(settings(root), files).saveFacets("apps", {u"name"_s});
      }}},
    {"keep the first index", {oneLargeSnapshot, keepIndex}},
    {"keep an index in place of another", {oneIndex, keepIndex}},
    {"keep the first export",
     {nothing,
      [](const QString& root, const FileSystem& files) {
          return Library(snapshots(root), files).adopt(download(root + u"/input/b"_s, large, 1), {}).has_value();
      }}},
    {"keep one more export",
     {oneSnapshot,
      [](const QString& root, const FileSystem& files) {
          return Library(snapshots(root), files).adopt(download(root + u"/input/b"_s, large, 1), {}).has_value();
      }}},
    {"remove a snapshot",
     {oneSnapshot,
      [](const QString& root, const FileSystem& files) {
          return Library(snapshots(root), files).remove(theSnapshot(root).id).has_value();
      }}},
    {"set a snapshot aside",
     {oneSnapshot,
      [](const QString& root, const FileSystem& files) {
          return Library(snapshots(root), files).setAside(theSnapshot(root).id).has_value();
      }}},
};

/// The next start, an hour later: what a killed process has left is nobody's.
void startAgain(const QString& root) {
    for (const QString& left : hiddenIn(root))
        setTime(left, QDateTime::currentDateTimeUtc().addSecs(-2 * 3600));
    Library(snapshots(root)).removeLeftovers();
    for (const QString& folder : {root, views(root)})
        removeUnfinished(folder);
}

} // namespace

/// One step of every change to files that last goes wrong, each in turn: the old state is there or the new one, and
/// never a part.
class TestFaults : public QObject {
    Q_OBJECT
    /// A fresh place with the change's old state.
    static std::unique_ptr<QTemporaryDir> placeFor(const Change& change) {
        // In memory where that can be: a disk takes its time to flush some ten thousand times.
        auto root = std::make_unique<QTemporaryDir>(u"/dev/shm/idscope-XXXXXX"_s);
        if (!root->isValid()) root = std::make_unique<QTemporaryDir>();
        QDir(root->path()).mkdir(u"input"_s);
        change.prepare(root->path());
        return root;
    }
    static Visible newStateOf(const Change& change) {
        const auto root = placeFor(change);
        if (!change.make(root->path(), fileSystem())) qFatal("the change fails by itself");
        return visibleIn(root->path());
    }

private Q_SLOTS:
    void everyStep_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("nameless");
        // What makes a difference where a file has a name before it is whole.
        const auto differs = [](Fault fault) { return fault == Fault::DiskFull || fault == Fault::Kill; };
        const std::pair<const char*, Fault> faults[] = {{"disk full", Fault::DiskFull},
                                                        {"disk stays full", Fault::StaysFull},
                                                        {"I/O error", Fault::InputOutput},
                                                        {"short write", Fault::ShortWrite},
                                                        {"killed", Fault::Kill}};
        for (const auto& [name, change] : changes)
            for (const auto& [word, fault] : faults)
                for (const bool nameless : {true, false})
                    if (nameless || differs(fault))
                        QTest::addRow("%s, %s%s", name.constData(), word, nameless ? "" : ", files have names")
                            << name << fault << nameless;
    }
    void everyStep() {
        QFETCH(QByteArray, name);
        QFETCH(Fault, fault);
        QFETCH(bool, nameless);
        const Change& change = changes.at(name);
        const Visible after = newStateOf(change);
        for (int step = 1;; ++step) {
            const auto root = placeFor(change);
            const Visible before = visibleIn(root->path());
            const bool over = fault == Fault::Kill ? killed(change, root->path(), step, nameless, before, after)
                                                   : failed(change, root->path(), step, fault, nameless, before, after);
            if (QTest::currentTestFailed()) qWarning("at step %d", step);
            if (over || QTest::currentTestFailed()) return;
            QVERIFY(step < 200);
        }
    }

private:
    /// Whether there was no such step any more.
    static bool failed(const Change& change, const QString& root, int step, Fault fault, bool nameless,
                       const Visible& before, const Visible& after) {
        const FaultyFiles files(step, fault, nameless);
        const bool made = change.make(root, files);
        const Visible now = visibleIn(root);
        if (files.steps() < step || fault == Fault::ShortWrite) {
            if (!made) QTest::qFail("failed without a fault", __FILE__, __LINE__);
            if (now != after) QTest::qFail("not the new state", __FILE__, __LINE__);
        } else if (now != before && now != after) {
            QTest::qFail("neither the old state nor the new", __FILE__, __LINE__);
        } else if (made && now != after) {
            QTest::qFail("not done, but not said", __FILE__, __LINE__);
        }
        checkNextStart(root, before, now);
        return files.steps() < step;
    }
    static void checkNextStart(const QString& root, const Visible& before, const Visible& now) {
        if (!isPrivate(root, now, before)) QTest::qFail("others may read it", __FILE__, __LINE__);
        startAgain(root);
        if (!hiddenIn(root).isEmpty()) QTest::qFail("something was left", __FILE__, __LINE__);
        if (visibleIn(root) != now) QTest::qFail("the next start changed something", __FILE__, __LINE__);
    }
    static bool killed(const Change& change, const QString& root, int step, bool nameless, const Visible& before,
                       const Visible& after) {
        const QTemporaryDir scratch; // what a killed process left beside would stay for ever
        const pid_t child = ::fork();
        if (child == 0) {
            qputenv("TMPDIR", scratch.path().toLocal8Bit());
            const FaultyFiles files(step, Fault::Kill, nameless);
            change.make(root, files);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        const Visible now = visibleIn(root);
        if (now != before && now != after) QTest::qFail("neither the old state nor the new", __FILE__, __LINE__);
        checkNextStart(root, before, now);
        const QStringList leftovers = QDir(root + u"/incoming"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        if (!leftovers.isEmpty()) QTest::qFail("the work folder was left", __FILE__, __LINE__);
        return WIFEXITED(status);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
