#include "app/library/manifest.h"
#include "models/words/words.h"
#include "tests/network/exportbench.h"

#include <QLoggingCategory>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace idscope;
using namespace idscope::test;

namespace {

QByteArray messages; ///< of Qt and ours

/// Standard error goes into a file for as long as this lives.
class ErrorOutput {
public:
    ErrorOutput() {
        if (!file_.open()) qFatal("no temporary file");
        ::dup2(file_.handle(), STDERR_FILENO);
    }
    ~ErrorOutput() {
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
    }
    ErrorOutput(const ErrorOutput&) = delete;
    ErrorOutput& operator=(const ErrorOutput&) = delete;
    [[nodiscard]] QByteArray text() const { return contentOf(file_.fileName()); }

private:
    QTemporaryFile file_;
    int before_ = ::dup(STDERR_FILENO);
};

/// All that may be kept or shown of an export, in one text.
QByteArray traceOf(const Bench& bench, const TransferStatus& status) {
    QByteArray trace;
    Manifest manifest;
    for (const TransferStatus& told : bench.statuses) {
        if (!told.error) continue;
        const ExportError& error = *told.error;
        trace += QByteArray::fromStdString(error.host + ' ' + error.detail) + '\n';
        trace += words::sentence(error).toUtf8() + '\n';
        manifest.entries.push_back(
            {.target = status.target, .failure = error.kind, .sentence = words::sentence(error)});
    }
    for (const auto& [id, result] : bench.downloads) {
        trace += result.file.toUtf8() + '\n';
        manifest.entries.push_back(entryOf(result, QStringLiteral("apps.csv")));
    }
    return trace + manifest.toJson();
}

} // namespace

/// R3: what is secret in one place is found in no other.
class TestExporterSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canaries_data() {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QByteArray>("fault");
        for (const char* step : {"POST", "HEAD", "GET"})
            for (const char* fault :
                 {"none", "redirect", "loop", "401", "403", "500", "nonsense", "cut", "hostile link", "self-signed",
                  "not TLS", "unreachable", "stall", "gzip", "too long"})
                QTest::addRow("%s: %s", step, fault) << QByteArray(step) << QByteArray(fault);
    }
    void canaries() {
        QFETCH(QByteArray, step);
        QFETCH(QByteArray, fault);
        messages.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { messages += text.toUtf8() + '\n'; });
        QByteArray traces, said;
        {
            const ErrorOutput errors;
            const auto [trace, words] = spoil(step, fault);
            traces = trace + errors.text();
            said = words;
        }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY2(said != "neither done nor failed", said);
        for (const QByteArray& text : {traces, messages})
            for (const char* secret : {"canary", "X-Sig", "x-sig", "?"})
                QVERIFY2(!text.contains(secret), text);
    }

private:
    static std::pair<QByteArray, QByteArray> spoil(const QByteArray& step, const QByteArray& fault) {
        HttpScript distrusted(Tls::SelfSigned);
        Bench bench;
        bench.settings = {.retries = 0, .stall = 300ms, .forbiddenGrace = 0ms};
        const QByteArray query = '?' + signature;
        const QByteArray place = bench.store.origin() + "/canary/place" + query;
        const QByteArray closed = [] { return HttpScript().origin(); }();
        Answer answer = step == "POST" ? bench.links("apps") : Answer{.body = "ID\n1\n"};
        answer.with("X-Canary", "canary").with("Set-Cookie", "canary=1");
        QByteArray link = bench.store.origin() + (step == "HEAD" ? "/poll/apps" : "/file/apps") + query;

        if (fault == "redirect")
            answer = Answer::redirect(302, place);
        else if (fault == "loop")
            answer = Answer::redirect(307, "/file/apps" + query);
        else if (fault == "401" || fault == "403" || fault == "500")
            answer = Answer{.status = fault.toInt(), .body = "<Error>canary</Error>"};
        else if (fault == "nonsense")
            answer = Answer{.raw = "canary canary\r\n\r\n"};
        else if (fault == "cut")
            answer.cutAfter = 60;
        else if (fault == "stall")
            answer.stallAfter = 60;
        else if (fault == "gzip")
            answer.with("Content-Encoding", "gzip");
        else if (fault == "too long")
            answer.saidLength = answer.body.size() + 5;
        else if (fault == "hostile link")
            link = "https://canary:canary@h.example/canary" + query;
        else if (fault == "self-signed")
            link = distrusted.origin() + "/canary" + query;
        else if (fault == "not TLS")
            link = link.replace("http://", "https://");
        else if (fault == "unreachable")
            link = closed + "/canary" + query;

        const QByteArray good = bench.store.origin();
        bench.api.on("POST", Bench::postPath("apps"),
                     {step == "POST" && answer.body != bench.links("apps").body
                          ? answer
                          : Answer::links(step == "HEAD" ? link : good + "/poll/apps" + query,
                                          step == "GET" ? link : good + "/file/apps" + query)});
        if (step != "POST") bench.store.on(step, step == "HEAD" ? "/poll/apps" : "/file/apps", {answer});
        if (step == "POST" && link.startsWith("https://127"))
            bench.connect({QUrl::fromEncoded(link.first(link.indexOf('/', 9))), QString::fromLatin1(keyId),
                           std::make_shared<Secret>(QByteArray(keySecret))});
        const auto status = bench.run();
        return {traceOf(bench, status), outcome(status)};
    }
};

QTEST_GUILESS_MAIN(TestExporterSecrets)
#include "test_exportersecrets.moc"
