#include "app/library/manifest.h"
#include "models/words/words.h"
#include "tests/network/exportbench.h"
#include "tests/support/outputs.h"

#include <QTest>

#include <tuple>

using namespace idscope;
using namespace idscope::test;

namespace {

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
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* step, const char* fault, const char* expected) {
            QTest::addRow("%s: %s", step, fault) << QByteArray(step) << QByteArray(fault) << QByteArray(expected);
        };
        for (const char* step : {"POST", "HEAD", "GET"}) {
            row(step, "none", "done");
            row(step, "500", "ServerError 500");
            row(step, "nonsense", "UnexpectedReply notHttp");
            row(step, "stall", "Stalled");
            row(step, "self-signed", "TlsFailed selfSigned");
            row(step, "not TLS", "Stalled"); // it waits for the end of the line
            row(step, "unreachable", "ConnectionRefused");
        }
        row("POST", "redirect", "Redirected 302");
        row("POST", "401", "KeyRefused 401");
        row("POST", "403", "NotAllowed 403");
        row("POST", "cut", "AnswerLost");
        row("POST", "too long", "AnswerLost");
        row("HEAD", "cut", "ConnectionLost");
        row("HEAD", "redirect", "Redirected 302");
        row("HEAD", "401", "UnexpectedStatus 401");
        row("HEAD", "403", "Expired 403");
        row("HEAD", "hostile link", "ForbiddenUrl userInfo");
        row("GET", "cut", "ConnectionLost");
        row("GET", "redirect", "ServerError 599"); // followed, to where nothing is
        row("GET", "loop", "Redirected 307");
        row("GET", "401", "UnexpectedStatus 401");
        row("GET", "403", "Expired 403");
        row("GET", "hostile link", "ForbiddenUrl userInfo");
        row("GET", "gzip", "WrongEncoding");
        row("GET", "too long", "Truncated");
    }
    void canaries() {
        QFETCH(QByteArray, step);
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, expected);
        QByteArray traces, said, outcome;
        {
            const Outputs outputs(QStringLiteral("*=true"));
            std::tie(traces, outcome) = spoil(step, fault);
            said = outputs.text();
        }
        QCOMPARE(outcome, expected);
        for (const QByteArray& text : {traces, said})
            for (const char* secret : {"canary", "X-Sig", "x-sig", "?"})
                QVERIFY2(!text.contains(secret), text);
    }

private:
    /// The answer with the fault; as it is when the fault lies on the way there.
    static Answer spoilt(Answer answer, const QByteArray& fault, const QByteArray& elsewhere,
                         const QByteArray& itself) {
        if (fault == "redirect") return Answer::redirect(302, elsewhere);
        if (fault == "loop") return Answer::redirect(307, itself);
        if (fault.toInt() != 0) return Answer{.status = fault.toInt(), .body = "<Error>canary</Error>"};
        if (fault == "nonsense") return Answer{.raw = "canary canary\r\n\r\n"};
        if (fault == "cut") answer.cutAfter = 60;
        if (fault == "stall") answer.stallAfter = 60;
        if (fault == "gzip") answer.with("Content-Encoding", "gzip");
        if (fault == "too long") answer.saidLength = answer.body.size() + 5;
        return answer;
    }
    /// Where the request goes to: the origin, unless the fault lies on the way there.
    static QByteArray spoilt(const QByteArray& origin, const QByteArray& fault, const HttpScript& distrusted) {
        if (fault == "hostile link") return "https://canary:canary@h.example";
        if (fault == "self-signed") return distrusted.origin();
        if (fault == "not TLS") return QByteArray(origin).replace("http://", "https://");
        if (fault == "unreachable") return HttpScript().origin(); // gone by now
        return origin;
    }
    static std::pair<QByteArray, QByteArray> spoil(const QByteArray& step, const QByteArray& fault) {
        const HttpScript distrusted(Tls::SelfSigned);
        Bench bench;
        bench.settings = {.retries = 0, .stall = 300ms, .forbiddenGrace = 0ms};
        const QByteArray query = '?' + signature;
        const QByteArray elsewhere = bench.store.origin() + "/canary/place" + query;
        const auto originFor = [&](const char* method, const HttpScript& server) {
            return step == method ? spoilt(server.origin(), fault, distrusted) : server.origin();
        };
        const auto answerTo = [&](const char* method, Answer answer, const QByteArray& itself) {
            answer.with("X-Canary", "canary").with("Set-Cookie", "canary=1");
            return step == method ? spoilt(answer, fault, elsewhere, itself) : answer;
        };
        const QByteArray polling = originFor("HEAD", bench.store) + "/poll/apps" + query;
        const QByteArray file = originFor("GET", bench.store) + "/file/apps" + query;
        bench.api.on("POST", Bench::postPath("apps"), {answerTo("POST", Answer::links(polling, file), {})});
        bench.store.on("HEAD", "/poll/apps", {answerTo("HEAD", Answer{}, polling)});
        bench.store.on("GET", "/file/apps", {answerTo("GET", Answer{.body = "ID\n1\n"}, file)});
        bench.connect({QUrl::fromEncoded(originFor("POST", bench.api)),
                       QString::fromLatin1(keyId),
                       std::make_shared<Secret>(QByteArray(keySecret)),
                       {},
                       ProxyUse::None});
        const auto status = bench.run();
        return {traceOf(bench, status), outcome(status)};
    }
};

QTEST_GUILESS_MAIN(TestExporterSecrets)
#include "test_exportersecrets.moc"
