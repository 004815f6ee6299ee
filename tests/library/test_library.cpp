#include "app/library/library.h"
#include "app/library/manifest.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <stop_token>
#include <sys/stat.h>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

DownloadedExport download(const QTemporaryDir& folder, const QByteArray& csv = "ID,Name\n1,a\n2,b\n",
                          const QDateTime& finished = noon) {
    DownloadedExport result;
    result.target = {"entity-relations", "okta/01J", "Okta \xc3\xbc"};
    result.file = folder.filePath(u"download.part"_s);
    QFile file(result.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size()) qFatal("cannot write");
    result.sha256 = QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex();
    result.bytes = static_cast<std::uint64_t>(csv.size());
    result.rows = 2;
    result.requested = finished.addSecs(-5);
    result.finished = finished;
    result.apiOrigin = u"https://app.balkan.id"_s;
    result.downloadOrigin = u"https://s3.example"_s;
    result.etag = u"\"e\""_s;
    return result;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList everything(const QString& folder) {
    auto names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeOne(u"library.json"_s); // the version
    return names;
}

} // namespace

class TestLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAnIndexBesideASnapshot() {
        const QTemporaryDir root;
        Library library(root.filePath(u"idscope/snapshots"_s));
        const auto snapshot = library.adopt(download(root), u"Acme"_s);
        QVERIFY(snapshot.has_value());
        const IndexPlace place = Library::indexOf(*snapshot);
        const std::string csv = snapshot->file.toStdString();
        const LoadOptions options{.schemas = resources(), .owner = FileOwner::Own, .index = place};
        const auto table = loadTable({csv}, options);
        QVERIFY(table.has_value());
        QVERIFY(!(*table)->isFromIndex());
        QVERIFY(library.keepIndex(*snapshot, **table, {}).has_value());
        struct stat facts{};
        QCOMPARE(::stat(place.file.c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
        const auto again = loadTable({csv}, options);
        QVERIFY(again.has_value() && (*again)->isFromIndex());
        QCOMPARE(std::string((*again)->cell(RowId{1}, ColumnId{1})), "b");
        QCOMPARE(library.list().snapshots.size(), 1U);

        // Stopped, or for a file that is another by now: what is there stays.
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(library.keepIndex(*snapshot, **table, stop.get_token()).error().kind, LibraryErrorKind::Stopped);
        Snapshot other = *snapshot;
        ++other.bytes;
        QCOMPARE(library.keepIndex(other, **table, {}).error().kind, LibraryErrorKind::Changed);
        QVERIFY((*loadTable({csv}, options))->isFromIndex());

        QVERIFY(library.remove(snapshot->id).has_value());
        QCOMPARE(::stat(place.file.c_str(), &facts), -1);
        QVERIFY(!library.keepIndex(*snapshot, **table, {}).has_value());
    }
    void adopts() {
        const QTemporaryDir root;
        Library library(root.filePath(u"idscope/snapshots"_s));
        QVERIFY(library.list().snapshots.empty());
        const auto result = download(root);
        const auto snapshot = library.adopt(result, u"Acme"_s);
        QVERIFY(snapshot.has_value());
        QCOMPARE(contentOf(snapshot->file), "ID,Name\n1,a\n2,b\n");
        QVERIFY(!QFile::exists(result.file));
        QCOMPARE(snapshot->id, u"20260701T120000Z-entity-relations-"_s + QString::fromLatin1(result.sha256.first(8)));

        const auto listed = library.list().snapshots;
        QCOMPARE(listed.size(), std::size_t{1});
        QCOMPARE(listed[0].id, snapshot->id);
        QCOMPARE(listed[0].file, snapshot->file);
        QCOMPARE(listed[0].profile, u"Acme"_s);
        QVERIFY(listed[0].target == result.target);
        QCOMPARE(listed[0].fetched, noon);
        QCOMPARE(listed[0].rows, std::uint64_t{2});
        QCOMPARE(listed[0].sha256, result.sha256);
        QCOMPARE(listed[0].apiOrigin, result.apiOrigin);

        const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(snapshot->file).permissions(), ownerOnly);
        const QFileInfo folder(QFileInfo(snapshot->file).path());
        QCOMPARE(folder.permissions(), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(QFileInfo(folder.filePath() + u"/manifest.json"_s).permissions(), ownerOnly);
    }
    void sameFileTwice() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto first = library.adopt(download(root), {});
        const auto second = library.adopt(download(root), {});
        QVERIFY(first && second);
        QVERIFY(first->id != second->id);
        QCOMPARE(library.list().snapshots.size(), std::size_t{2});
    }
    void newestFirst() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        for (const int days : {2, 0, 1})
            QVERIFY(library.adopt(download(root, "ID\n" + QByteArray::number(days), noon.addDays(days)), {}));
        QStringList contents;
        for (const Snapshot& snapshot : library.list().snapshots)
            contents += QString::fromLatin1(contentOf(snapshot.file).mid(3));
        QCOMPARE(contents.join(u' '), u"2 1 0"_s);
    }
    void damagedOnesAreSetAside() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        std::vector<Snapshot> snapshots;
        for (int i = 0; i < 5; ++i)
            snapshots.push_back(library.adopt(download(root, "ID\n" + QByteArray::number(i)), {}).value());
        const auto manifestOf = [](const Snapshot& snapshot) {
            return QFileInfo(snapshot.file).path() + u"/manifest.json"_s;
        };
        QVERIFY(QFile::remove(snapshots[0].file));
        QVERIFY(QFile::resize(snapshots[1].file, 1));
        QVERIFY(QFile::remove(manifestOf(snapshots[2])));
        QVERIFY(QFile::resize(manifestOf(snapshots[3]), 20));
        const auto listed = library.list();
        QCOMPARE(listed.snapshots.size(), std::size_t{1});
        QCOMPARE(listed.snapshots[0].id, snapshots[4].id);
        QCOMPARE(listed.damaged.size(), 4);
        // Nothing of them is lost, and they are said once.
        for (const QString& id : listed.damaged)
            QVERIFY(library.setAside(id));
        QVERIFY(library.list().damaged.isEmpty());
        QCOMPARE(everything(library.damagedFolder()).size(), 4);
    }
    void failureLeavesNothing() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        auto missing = download(root);
        QVERIFY(QFile::remove(missing.file));
        QVERIFY(!library.adopt(missing, {}));
        QCOMPARE(everything(library.folder()), QStringList());
        QFile blocking(root.filePath(u"blocked"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const auto blocked = Library(root.filePath(u"blocked/snapshots"_s)).adopt(download(root), {});
        QVERIFY(!blocked);
    }
    void removes() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto snapshot = library.adopt(download(root), {});
        QVERIFY(library.remove(snapshot->id));
        QCOMPARE(everything(library.folder()), QStringList());
        for (const QString& id : {u""_s, u"."_s, u".."_s, u"../x"_s, snapshot->id})
            QVERIFY(!library.remove(id));
    }

    void verifies() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto snapshot = library.adopt(download(root), {});
        QVERIFY(Library::verify(*snapshot, {}).value());
        QFile file(snapshot->file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write("X"), 1); // as many bytes, but others
        file.close();
        QCOMPARE(library.list().snapshots.size(), std::size_t{1});
        QVERIFY(!Library::verify(*snapshot, {}).value());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(Library::verify(*snapshot, stop.get_token()).error().kind, LibraryErrorKind::Stopped);
        QVERIFY(QFile::remove(snapshot->file));
        QCOMPARE(Library::verify(*snapshot, {}).error().systemError, ENOENT);
    }
    void aNewerLibraryIsOnlyRead() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto snapshot = library.adopt(download(root), {});
        const QString mark = library.folder() + u"/library.json"_s;
        QVERIFY(writeFile(mark, "{\"idscopeLibrary\": 2}\n"));
        const auto newer = [](const auto& result) {
            return !result && result.error().kind == LibraryErrorKind::NewerVersion;
        };
        QVERIFY(newer(library.makeReady()));
        QVERIFY(newer(library.adopt(download(root), {})));
        QVERIFY(newer(library.remove(snapshot->id)));
        QVERIFY(newer(library.setAside(snapshot->id)));
        QVERIFY(newer(library.copyIn({.path = snapshot->file, .resource = {}, .modified = {}}, {})));
        QCOMPARE(library.list().snapshots.size(), std::size_t{1});
        QCOMPARE(contentOf(mark), "{\"idscopeLibrary\": 2}\n");
        QVERIFY(!sentence(library.makeReady().error()).isEmpty());
    }
    void newerSnapshotsAreLeftAlone() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        const auto snapshot = library.adopt(download(root), {});
        const QString manifest = QFileInfo(snapshot->file).path() + u"/manifest.json"_s;
        QVERIFY(writeFile(manifest, contentOf(manifest).replace("\"idscopeManifest\": 1", "\"idscopeManifest\": 2")));
        const LibraryContents contents = library.list();
        QVERIFY(contents.snapshots.empty());
        QVERIFY(contents.damaged.isEmpty());
        QCOMPARE(contents.newer, 1);
    }
    void downloadsOfUnknownLengthStayDoubtful() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        DownloadedExport one = download(root);
        one.unverifiable = true;
        QVERIFY(library.adopt(one, {})->unverifiable);
        QVERIFY(library.list().snapshots.front().unverifiable);
    }
    void unfinishedDownloadsAreNoSnapshots() {
        const QTemporaryDir root;
        Library library(root.filePath(u"snapshots"_s));
        QVERIFY(writeFile(library.workFolder().value() + u"/download-1.part"_s, "ID\n"));
        QVERIFY(library.list().snapshots.empty());
        QVERIFY(library.list().damaged.isEmpty());
    }

    void manifestsComeBack() {
        const QTemporaryDir root;
        Manifest manifest{programVersion(), u"Acme \u00fc"_s, {entryOf(download(root), u"a.csv"_s)}};
        ManifestEntry failed;
        failed.target = {"labels", "", ""};
        failed.file = u"labels.csv"_s;
        failed.failure = ExportErrorKind::DeadlineExceeded;
        failed.sentence = u"Not done."_s;
        manifest.entries.push_back(failed);
        ManifestEntry copy = entryOf(download(root), u"table.csv"_s);
        copy.target = {};
        copy.openedFrom = u"/home/me/a \u202e.csv"_s;
        manifest.entries.push_back(copy);
        const auto read = Manifest::fromJson(manifest.toJson());
        QVERIFY(read.has_value());
        QVERIFY(*read == manifest);
    }
    void oddManifestsAreRefused_data() {
        QTest::addColumn<QByteArray>("json");
        for (
            const char* json :
            {"", "{}", "[]", R"({"idscopeManifest": 0, "exports": []})", R"({"idscopeManifest": 1, "exports": [{}]})",
             R"({"idscopeManifest": 1, "exports": [1]})",
             R"({"idscopeManifest": 1, "exports": [{"resource": "a", "file": "../a", "status": "done"}]})",
             R"({"idscopeManifest": 1, "exports": [{"resource": "a", "file": "a", "status": "failed", "error": "No"}]})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void oddManifestsAreRefused() {
        QFETCH(QByteArray, json);
        QCOMPARE(Manifest::fromJson(json).error(), ManifestFault::NotAManifest);
    }
    void newerManifestsAreTold() {
        QCOMPARE(Manifest::fromJson("{\"idscopeManifest\": 2, \"exports\": 7}").error(), ManifestFault::NewerVersion);
    }
    void everyKindHasAName() {
        for (int i = 0; i <= static_cast<int>(ExportErrorKind::NotATable); ++i) {
            const auto kind = static_cast<ExportErrorKind>(i);
            QVERIFY(!nameOf(kind).empty());
            QCOMPARE(exportErrorKind(nameOf(kind)), std::optional(kind));
        }
        QVERIFY(!exportErrorKind(""));
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "test_library.moc"
