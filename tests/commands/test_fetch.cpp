#include "app/credentials/profiles.h"
#include "app/library/manifest.h"
#include "app/sample/generator.h"
#include "tests/support/scriptedservice.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <memory>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray apps = "ID,Name\n1,Okta\n2,\"a,b\"\n";
const QByteArray labels = "\xef\xbb\xbfID,Name,Type\r\n1,Risk,x\r\n";
const QByteArray rules = "ID,name\n";
const QByteArray integrations =
    "ID,Name,Status\n7,Okta,active\nokta/01J,Okta 2,inactive\n7,again,active\n,none,active\n..,Dots,active\n";

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

/// A running idscope, beside the scripted service in this event loop.
class Fetch {
public:
    QProcess process;

    explicit Fetch(const QStringList& arguments, QProcessEnvironment environment) {
        for (const char* display : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(QString::fromLatin1(display));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(IDSCOPE_BINARY), QStringList{u"fetch"_s} + arguments);
    }
    Outcome finish(int timeoutMs = 60'000) {
        waitFor([&] { return process.state() == QProcess::NotRunning; }, timeoutMs);
        const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
};

/// A service, an empty place to fetch to, and an environment with a key.
class Place {
public:
    ScriptedService service;
    QTemporaryDir root;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    Place() {
        environment.insert(u"IDSCOPE_API_KEY_ID"_s, QString::fromLatin1(keyId));
        environment.insert(u"IDSCOPE_API_KEY_SECRET"_s, QString::fromLatin1(keySecret));
        environment.insert(u"XDG_CONFIG_HOME"_s, root.filePath(u"config"_s));
        service.serve("apps", apps);
        service.serve("labels", labels);
        service.serve("entity-rules", rules);
        service.serve("integrations", integrations);
        service.serveRelations({{"7", "App\n1\n"}, {"okta/01J", "App\n2\n"}, {"..", "App\n3\n"}});
    }
    [[nodiscard]] QString out() const { return root.filePath(u"new/out"_s); }
    [[nodiscard]] QStringList base() const { return {u"--base-url"_s, QString::fromLatin1(service.api.origin())}; }
    Outcome fetch(const QString& words, const QStringList& more) {
        return Fetch(words.split(u' ') + QStringList{u"--out"_s, out()} + more, environment).finish();
    }
    Outcome fetch(const QString& words) { return fetch(words, base()); }

    /// Files of the target folder, name and content.
    [[nodiscard]] std::map<QString, QByteArray> files() const {
        std::map<QString, QByteArray> found;
        for (const QString& name : everything(out()))
            if (name != Manifest::fileName) found[name] = contentOf(out() + u'/' + name);
        return found;
    }
    static QStringList everything(const QString& folder) {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] Manifest manifest() const {
        return Manifest::fromJson(contentOf(out() + u'/' + Manifest::fileName)).value_or(Manifest{});
    }
    [[nodiscard]] std::optional<ManifestEntry> entry(const QString& file) const {
        for (const ManifestEntry& entry : manifest().entries)
            if (entry.file == file) return entry;
        return std::nullopt;
    }
    /// Nothing beside the target folder, no key elsewhere, no secret in words or manifest.
    [[nodiscard]] bool isClean(const Outcome& outcome) const {
        return everything(root.filePath(u"new"_s)) == QStringList{u"out"_s} &&
               !service.store.received().toLower().contains("x-api-key") && !outcome.err.contains("canary") &&
               !contentOf(out() + u'/' + Manifest::fileName).contains("canary");
    }
};

} // namespace

class TestFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void all() {
        Place place;
        const Outcome outcome = place.fetch(u"all"_s);
        QCOMPARE(outcome.err, "");
        QCOMPARE(outcome.out, "");
        QCOMPARE(outcome.code, 0);
        const std::map<QString, QByteArray> expected{{u"apps.csv"_s, apps},
                                                     {u"labels.csv"_s, labels},
                                                     {u"entity-rules.csv"_s, rules},
                                                     {u"integrations.csv"_s, integrations},
                                                     {u"entity-relations-7.csv"_s, "App\n1\n"},
                                                     {u"entity-relations-okta_01J.csv"_s, "App\n2\n"},
                                                     {u"entity-relations-..~5ec1f7e7.csv"_s, "App\n3\n"}};
        QVERIFY(place.files() == expected);
        QCOMPARE(place.manifest().entries.size(), expected.size());
        const auto rows = [&](const QString& file) { return place.entry(file)->rows; };
        QCOMPARE(rows(u"apps.csv"_s), std::uint64_t{2});
        QCOMPARE(rows(u"entity-rules.csv"_s), std::uint64_t{0});
        QCOMPARE(rows(u"integrations.csv"_s), std::uint64_t{5});
        const auto relations = place.entry(u"entity-relations-okta_01J.csv"_s);
        QCOMPARE(relations->target.integration, std::string("okta/01J"));
        QCOMPARE(relations->target.integrationName, std::string("Okta 2"));
        QCOMPARE(relations->sha256, QCryptographicHash::hash("App\n2\n", QCryptographicHash::Sha256).toHex());
        QCOMPARE(relations->bytes, std::uint64_t{6});
        QCOMPARE(relations->apiOrigin.toLatin1(), place.service.api.origin());
        QCOMPARE(relations->downloadOrigin.toLatin1(), place.service.store.origin());
        QVERIFY(relations->requested.isValid() && relations->requested <= relations->finished);
        QCOMPARE(place.service.api.count("POST"), 7);
        QVERIFY(place.isClean(outcome));
        const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        for (const QString& name : Place::everything(place.out()))
            QCOMPARE(QFileInfo(place.out() + u'/' + name).permissions(), ownerOnly);
    }

    void relationsOfSomeIntegrations() {
        Place place;
        const Outcome outcome = place.fetch(u"entity-relations --integration okta/01J --integration 7"_s);
        QCOMPARE(outcome.code, 0);
        const std::map<QString, QByteArray> expected{{u"entity-relations-7.csv"_s, "App\n1\n"},
                                                     {u"entity-relations-okta_01J.csv"_s, "App\n2\n"}};
        QVERIFY(place.files() == expected);
        QCOMPARE(place.service.api.count("POST"), 2);
    }
    void relationsOfAllIntegrations() {
        Place place;
        const Outcome outcome = place.fetch(u"entity-relations --all-integrations"_s);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(place.files().size(), std::size_t{3}); // the list itself was not asked for
        QCOMPARE(place.manifest().entries.size(), std::size_t{3});
        QVERIFY(place.isClean(outcome));
    }

    void oneFailureStopsNoOther() {
        Place place;
        QVERIFY(QDir().mkpath(place.out()));
        QFile old(place.out() + u"/labels.csv"_s);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("an older file");
        old.close();
        place.service.api.on("POST", ScriptedService::postPath("labels"), {Answer{.status = 500}});
        place.service.serveRelations({{"7", "App\n1\n"}});
        const Outcome outcome = place.fetch(u"all"_s);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.err.count('\n'), 3); // labels, and the two integrations that the service does not know
        QCOMPARE(outcome.err.count("idscope: "), 3);
        QVERIFY(outcome.err.contains("500"));
        const auto files = place.files();
        QCOMPARE(files.size(), std::size_t{5});
        QCOMPARE(files.at(u"labels.csv"_s), "an older file");
        QCOMPARE(files.at(u"apps.csv"_s), apps);
        const auto entry = place.entry(u"labels.csv"_s);
        QCOMPARE(entry->failure, std::optional(ExportErrorKind::ServerError));
        QVERIFY(outcome.err.contains(entry->sentence.toUtf8()));
        QCOMPARE(place.entry(u"entity-relations-okta_01J.csv"_s)->failure,
                 std::optional(ExportErrorKind::NoSuchExport));
        QVERIFY(!place.entry(u"apps.csv"_s)->failure);
    }
    void earlierFilesStayDescribed() {
        Place place;
        place.service.serveRelations({{"okta/01J", "App\n2\n"}, {"okta:01J", "App\n9\n"}});
        QCOMPARE(place.fetch(u"apps labels entity-rules entity-relations --integration okta/01J"_s).code, 0);
        const auto before = place.manifest().entries;
        QCOMPARE(before.size(), std::size_t{4});
        const auto olderLabels = place.entry(u"labels.csv"_s);
        const auto olderRelations = place.entry(u"entity-relations-okta_01J.csv"_s);

        QVERIFY(QFile::remove(place.out() + u"/entity-rules.csv"_s));
        place.service.serve("apps", "ID\n");
        place.service.api.on("POST", ScriptedService::postPath("labels"), {Answer{.status = 500}});
        QCOMPARE(place.fetch(u"apps labels entity-relations --integration okta:01J"_s).code, 1);
        const auto entries = place.manifest().entries;
        QCOMPARE(entries.size(), std::size_t{5}); // apps, the failure, two relations, the older labels
        QCOMPARE(place.entry(u"apps.csv"_s)->bytes, std::uint64_t{3});
        QCOMPARE(place.entry(u"labels.csv"_s)->failure, std::optional(ExportErrorKind::ServerError));
        QCOMPARE(std::ranges::count(entries, *olderLabels), 1);
        QCOMPARE(std::ranges::count(entries, *olderRelations), 1);
        const auto files = place.files();
        QCOMPARE(files.size(), std::size_t{4});
        QCOMPARE(files.at(u"labels.csv"_s), labels);
        QCOMPARE(files.at(u"entity-relations-okta_01J.csv"_s), "App\n2\n");
        const auto other =
            std::ranges::find(entries, "okta:01J", [](const ManifestEntry& entry) { return entry.target.integration; });
        QVERIFY(other->file.startsWith(u"entity-relations-okta_01J~"_s));
        QCOMPARE(files.at(other->file), "App\n9\n");
    }
    void otherManifestsAreNotOverwritten() {
        Place place;
        const QString manifest = place.out() + u"/manifest.json"_s;
        const auto put = [&](const QByteArray& bytes) {
            QFile file(manifest);
            QVERIFY(QDir().mkpath(place.out()) && file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        };
        const QByteArray newer = "{\"idscopeManifest\": 2}";
        put(newer);
        const Outcome refused = place.fetch(u"apps"_s);
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(contentOf(manifest), newer);
        QVERIFY(place.service.api.received().isEmpty());
        put("{\"mine\": 1}");
        const Outcome done = place.fetch(u"apps"_s);
        QCOMPARE(done.code, 0);
        QCOMPARE(place.manifest().entries.size(), std::size_t{1});
        const QStringList aside = QDir(place.out()).entryList({u"manifest.json.*.unreadable"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY(done.err.contains(aside[0].toUtf8()));
        QCOMPARE(contentOf(place.out() + u'/' + aside[0]), "{\"mine\": 1}");
    }
    void withoutTheListOfIntegrations() {
        for (const bool answered : {false, true}) {
            Place place;
            if (answered)
                place.service.serve("integrations", "Name\nOkta\n"); // no IDs
            else
                place.service.api.on("POST", ScriptedService::postPath("integrations"), {Answer{.status = 401}});
            const Outcome outcome = place.fetch(u"all"_s);
            QCOMPARE(outcome.code, 1);
            QVERIFY(place.entry(u"entity-relations.csv"_s)->failure.has_value());
            QCOMPARE(place.entry(u"integrations.csv"_s)->failure.has_value(), !answered);
            QCOMPARE(place.files().count(u"apps.csv"_s), std::size_t{1});
        }
    }
    void endless404() {
        Place place;
        place.service.store.on("HEAD", "/poll/apps", {Answer{.status = 404}});
        const Outcome outcome = place.fetch(u"apps labels --deadline 1"_s);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QCOMPARE(place.entry(u"apps.csv"_s)->failure, std::optional(ExportErrorKind::DeadlineExceeded));
        QCOMPARE(place.files().size(), std::size_t{1});
        QVERIFY(place.isClean(outcome));
    }
    void retries() {
        Place place;
        place.service.store.on("GET", "/file/apps", {Answer{.status = 503}});
        QCOMPARE(place.fetch(u"apps --retries 1"_s).code, 1);
        QCOMPARE(place.service.store.count("GET"), 2);
    }
    void withoutLength() {
        Place place;
        Answer open{.body = apps};
        open.length = Answer::Length::None;
        place.service.store.on("GET", "/file/apps", {open});
        const Outcome outcome = place.fetch(u"apps"_s);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.err.contains("apps.csv"));
        QVERIFY(place.entry(u"apps.csv"_s)->unverifiable);
    }
    void cannotWrite() {
        Place place;
        QFile blocking(place.root.filePath(u"new"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const Outcome outcome = place.fetch(u"apps"_s);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY(place.service.api.received().isEmpty());
    }

    void interrupted_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("killed") << SIGKILL;
    }
    void interrupted() {
        QFETCH(int, signal);
        Place place;
        place.service.store.on("GET", "/file/labels",
                               {Answer{.body = QByteArray(300'000, 'x'), .stallAfter = 200'000}});
        Fetch fetch(QStringList{u"apps"_s, u"labels"_s, u"--out"_s, place.out()} + place.base(), place.environment);
        const auto isHalfDone = [&] {
            const auto parts = QDir(place.root.filePath(u"new"_s))
                                   .entryInfoList({u".idscope-fetch-*"_s}, QDir::AllEntries | QDir::Hidden);
            if (parts.isEmpty() || !QFile::exists(place.out() + u"/apps.csv"_s)) return false;
            const auto downloads = QDir(parts[0].filePath()).entryInfoList(QDir::Files);
            return !downloads.isEmpty() && downloads[0].size() > 100'000;
        };
        QVERIFY(waitFor(isHalfDone, 20'000));
        ::kill(static_cast<pid_t>(fetch.process.processId()), signal);
        Outcome outcome = fetch.finish();
        QCOMPARE(outcome.code, signal == SIGINT ? 130 : -1);
        if (signal == SIGKILL) outcome = place.fetch(u"apps"_s); // the next run clears what was left
        const std::map<QString, QByteArray> expected{{u"apps.csv"_s, apps}};
        QVERIFY(place.files() == expected);
        QCOMPARE(place.manifest().entries.size(), std::size_t{1});
        QVERIFY(place.isClean(outcome));
    }

    void usage_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("key");
        const auto row = [](const char* words, bool key = true) {
            QTest::newRow(words) << QString::fromLatin1(words) << key;
        };
        row("");
        row("appz --base-url URL");
        row("apps");
        row("apps --sample --base-url URL");
        row("apps --profile a --base-url URL");
        row("apps --sample --profile a");
        row("apps --profile none");
        row("apps --base-url http://192.0.2.1");
        row("apps --base-url ftp://127.0.0.1");
        row("apps --base-url https://u:canary@127.0.0.1");
        row("apps --base-url=https://canary@127.0.0.1/canary?canary#canary");
        row("apps --base-url https:u:canary@127.0.0.1");
        row("entity-relations --base-url URL");
        row("apps --base-url URL --deadline -1");
        row("apps --base-url URL", false);
    }
    /// Exit 2, one sentence, nothing sent and nothing made.
    void usage() {
        QFETCH(QString, words);
        QFETCH(bool, key);
        Place place;
        if (!key) place.environment.remove(u"IDSCOPE_API_KEY_SECRET"_s);
        words.replace(u"URL"_s, QString::fromLatin1(place.service.api.origin()));
        const Outcome outcome =
            Fetch(words.split(u' ', Qt::SkipEmptyParts) + QStringList{u"--out"_s, place.out()}, place.environment)
                .finish();
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY(outcome.err.startsWith("idscope: "));
        QVERIFY2(!outcome.err.contains("canary"), outcome.err);
        QVERIFY(place.service.api.received().isEmpty());
        QVERIFY(!QFile::exists(place.out()));
    }

    void profiles() {
        Place place;
        Profiles kept(place.root.filePath(u"config/idscope/profiles.conf"_s));
        QVERIFY(kept.save({.name = u"Lab"_s,
                           .base = place.service.api.base(),
                           .keyId = u"profile-key"_s,
                           .id = u"its first name"_s}));
        QCOMPARE(place.fetch(u"apps"_s, {u"--profile"_s, u"Lab"_s}).code, 0);
        QCOMPARE(place.manifest().profile, u"Lab"_s);
        QVERIFY(kept.setLastUsed(u"its first name"_s));
        QCOMPARE(place.fetch(u"labels"_s, {}).code, 0);
        QCOMPARE(place.service.api.count("POST"), 2);
        QCOMPARE(place.fetch(u"labels"_s, {u"--profile"_s, u"its first name"_s}).code, 2);
    }

    void sample() {
        Place place;
        place.environment.remove(u"IDSCOPE_API_KEY_ID"_s);
        const Outcome outcome = place.fetch(u"all"_s, {u"--sample"_s});
        QCOMPARE(outcome.err, "");
        QCOMPARE(outcome.code, 0);
        const SampleTenant tenant;
        const auto files = place.files();
        for (const char* resource : {"apps", "integrations", "labels", "entity-rules"}) {
            const QString key = QString::fromLatin1(resource);
            QVERIFY(files.at(key + u".csv"_s) == tenant.csv(key));
        }
        QCOMPARE(files.size(), tenant.integrations().size() + 4);
        for (const ManifestEntry& entry : place.manifest().entries)
            if (!entry.target.integration.empty())
                QVERIFY(files.at(entry.file) == tenant.csv(QString::fromStdString(entry.target.resource),
                                                           QString::fromStdString(entry.target.integration)));
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "test_fetch.moc"
