#include "app/network/exporter.h"
#include "tests/support/httpscript.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <optional>
#include <set>

using namespace idscope;
using namespace idscope::test;
using namespace std::chrono_literals;

namespace {

const QByteArray keyId = "canary-key-id";
const QByteArray keySecret = "canary-key-secret";
const QByteArray signature = "X-Sig=canary%2Fsignature%7E%20+%2f%3d";

QByteArray csv(int rows) {
    QByteArray text = "ID,Name\n";
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i) + ",name " + QByteArray::number(i * 7) + "\n";
    return text;
}

/// A service on two ports, an exporter for it, and everything the exporter said.
class Bench {
public:
    HttpScript api, store;
    ExportSettings settings{.stall = 5s, .useSystemProxy = false};
    QTemporaryDir folder;
    std::unique_ptr<Exporter> exporter;
    std::vector<TransferStatus> statuses;
    std::map<std::uint64_t, DownloadedExport> downloads;

    Bench() { serve("apps", csv(3)); }

    /// The happy path of one resource.
    void serve(const QByteArray& resource, const QByteArray& file) {
        api.on("POST", postPath(resource), {links(resource)});
        store.on("HEAD", "/poll/" + resource, {Answer{}});
        store.on("GET", "/file/" + resource, {Answer{.body = file}});
    }
    static QByteArray postPath(const QByteArray& resource) { return "/api/rest/v0/" + resource + "/download-url"; }
    [[nodiscard]] Answer links(const QByteArray& resource) const {
        return Answer::links(store.origin() + "/poll/" + resource + "?" + signature,
                             store.origin() + "/file/" + resource + "?" + signature);
    }

    Exporter& make() {
        if (exporter) return *exporter;
        const Connection connection{api.base(), QString::fromLatin1(keyId),
                                    std::make_shared<Secret>(QByteArray(keySecret))};
        exporter = std::make_unique<Exporter>(connection, settings, downloadFolder());
        QObject::connect(exporter.get(), &Exporter::changed, exporter.get(),
                         [this](const TransferStatus& status) { statuses.push_back(status); });
        QObject::connect(exporter.get(), &Exporter::downloaded, exporter.get(),
                         [this](std::uint64_t id, const DownloadedExport& result) { downloads[id] = result; });
        return *exporter;
    }
    [[nodiscard]] QString downloadFolder() const { return folder.filePath(QStringLiteral("new/downloads")); }
    [[nodiscard]] QStringList files() const {
        return QDir(downloadFolder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// Runs one export to its end.
    TransferStatus run(const ExportTarget& target = {.resource = "apps"}, int timeoutMs = 20'000) {
        return wait(make().start(target), timeoutMs);
    }
    TransferStatus wait(std::uint64_t id, int timeoutMs = 20'000) {
        const bool ended = QTest::qWaitFor([&] { return last(id) && isOver(last(id)->phase); }, timeoutMs);
        QTest::qWait(20); // what would come after the end
        return ended ? *last(id) : TransferStatus{};
    }
    static bool isOver(TransferPhase phase) { return isFinal(phase) || phase == TransferPhase::Loading; }
    [[nodiscard]] std::optional<TransferStatus> last(std::uint64_t id) const {
        for (auto at = statuses.rbegin(); at != statuses.rend(); ++at)
            if (at->id == id) return *at;
        return std::nullopt;
    }
    [[nodiscard]] int ends(std::uint64_t id) const {
        int count = 0;
        for (const TransferStatus& status : statuses)
            count += status.id == id && isOver(status.phase);
        return count;
    }
    /// No key at the other origin, and no secret in any word that was said.
    [[nodiscard]] bool isClean() const {
        if (store.received().contains("canary-key") || store.received().toLower().contains("x-api-key")) return false;
        for (const TransferStatus& status : statuses)
            if (status.error)
                for (const std::string& word : {status.error->host, status.error->detail})
                    if (word.find("canary") != std::string::npos || word.find('?') != std::string::npos) return false;
        return true;
    }
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const char* name(ExportErrorKind kind) {
    static constexpr const char* names[] = {
        "MissingKey",       "KeyRefused",      "NotAllowed",    "NoSuchExport", "TooManyRequests", "ServerError",
        "UnexpectedStatus", "UnexpectedReply", "ForbiddenUrl",  "Redirected",   "HostNotFound",    "ConnectionRefused",
        "ConnectionLost",   "NoNetwork",       "ProxyFailed",   "TlsFailed",    "AnswerLost",      "Expired",
        "Truncated",        "TooLong",         "WrongEncoding", "Changed",      "Stalled",         "TooSlow",
        "DeadlineExceeded", "CannotWrite",     "DiskFull"};
    return names[static_cast<std::size_t>(kind)];
}

/// "done", or the error as one line.
QByteArray outcome(const TransferStatus& status) {
    if (status.phase == TransferPhase::Loading) return "done";
    if (!status.error) return "neither done nor failed";
    const ExportError& error = *status.error;
    QByteArray text = name(error.kind);
    if (error.httpStatus != 0) text += ' ' + QByteArray::number(error.httpStatus);
    if (!error.detail.empty()) text += ' ' + QByteArray::fromStdString(error.detail);
    return text;
}

} // namespace

class TestExporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void happyPath_data() {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QByteArray>("integration");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("apps") << QByteArray("apps") << QByteArray() << QByteArray();
        QTest::newRow("integrations") << QByteArray("integrations") << QByteArray() << QByteArray();
        QTest::newRow("entity-rules") << QByteArray("entity-rules") << QByteArray() << QByteArray();
        QTest::newRow("labels") << QByteArray("labels") << QByteArray() << QByteArray();
        QTest::newRow("entity-relations") << QByteArray("entity-relations") << QByteArray("okta/01J")
                                          << QByteArray("{\"integrationID\":\"okta/01J\"}");
    }
    void happyPath() {
        QFETCH(QByteArray, resource);
        QFETCH(QByteArray, integration);
        QFETCH(QByteArray, body);
        const QByteArray file = csv(5000);
        Bench bench;
        bench.serve(resource, file);
        bench.store.on("HEAD", "/poll/" + resource, {Answer{.status = 404}, Answer{}});
        const auto status = bench.run({.resource = resource.toStdString(), .integration = integration.toStdString()});

        QCOMPARE(outcome(status), "done");
        QCOMPARE(status.received, static_cast<std::uint64_t>(file.size()));
        QCOMPARE(status.polls, 2);
        QCOMPARE(bench.ends(status.id), 1);
        const DownloadedExport& result = bench.downloads.at(status.id);
        QCOMPARE(contentOf(result.file), file);
        QCOMPARE(result.sha256, QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
        QCOMPARE(result.apiOrigin.toLatin1(), bench.api.origin());
        QCOMPARE(result.downloadOrigin.toLatin1(), bench.store.origin());
        QVERIFY(!result.unverifiable);
        QCOMPARE(QFileInfo(result.file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QFileInfo(bench.downloadFolder()).permissions() & (QFile::ReadGroup | QFile::ExeOther),
                 QFile::Permissions());

        QCOMPARE(bench.api.requests().size(), std::size_t{1});
        const Request& post = bench.api.requests()[0];
        QCOMPARE(post.method, "POST");
        QCOMPARE(post.target, Bench::postPath(resource));
        QCOMPARE(post.body, body);
        QCOMPARE(post.header("Content-Length"), QByteArray::number(body.size()));
        QCOMPARE(post.header("Content-Type"), "application/json");
        QCOMPARE(post.header("X-Api-Key-ID"), keyId);
        QCOMPARE(post.header("X-Api-Key-Secret"), keySecret);
        QCOMPARE(post.header("Accept-Encoding"), "identity");
        QVERIFY(post.header("Cookie").isNull() && post.header("Upgrade").isNull());

        QCOMPARE(bench.store.requests().size(), std::size_t{3});
        const QByteArray host = bench.store.origin().mid(7);
        const auto exact = [&](const QByteArray& method, const QByteArray& path) {
            return method + " " + path + resource + "?" + signature + " HTTP/1.1\r\nHost: " + host +
                   "\r\nConnection: close\r\nAccept-Encoding: identity\r\nAccept: */*\r\nUser-Agent: "
                   "idscope/" IDSCOPE_VERSION "\r\n\r\n";
        };
        QCOMPARE(bench.store.requests()[0].raw, exact("HEAD", "/poll/"));
        QCOMPARE(bench.store.requests()[1].raw, exact("HEAD", "/poll/"));
        QCOMPARE(bench.store.requests()[2].raw, exact("GET", "/file/"));
        QVERIFY(bench.isClean());
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "test_exporter.moc"
