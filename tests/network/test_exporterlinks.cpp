#include "tests/network/exportbench.h"
#include "tests/network/flowmachine.h"
#include "tests/network/hostileurls.h"

#include <QJsonArray>
#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

QByteArray replyWith(const QByteArray& polling, const QByteArray& download) {
    const auto text = [](const QByteArray& url) { return QString::fromUtf8(url); };
    const QJsonObject object{{QStringLiteral("pollingUrl"), text(polling)}, {QStringLiteral("url"), text(download)}};
    return QJsonDocument(object).toJson();
}

/// Bytes that are no UTF-8 don't come through JSON.
bool isText(const QByteArray& url) {
    return QString::fromUtf8(url).toUtf8() == url;
}

} // namespace

/// R2: what the answer to POST may hold.
class TestExporterLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A public service: nothing is ever asked for at a hostile URL, not in a reply and not in a redirect.
    void noRequestToHostileUrls() {
        const QByteArray good = "https://s.example/x?sig";
        int tried = 0;
        for (const auto& [url, rule] : hostileUrls()) {
            for (const bool polling : {true, false}) {
                Machine machine;
                machine.feed(Answered{.status = 200, .body = polling ? replyWith(url, good) : replyWith(good, url)});
                QCOMPARE(machine.phase(), failure(Kind::ForbiddenUrl));
                QCOMPARE(machine.heads + machine.gets, 0);
                if (isText(url)) QCOMPARE(machine.error().detail, rule.toStdString());
                QCOMPARE(machine.error().host, std::string("api.example"));
            }
            Machine machine;
            machine.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200});
            const bool readsAsPath =
                readLocation(url, readLink(good, HostScope::Public).value(), HostScope::Public).has_value();
            if (readsAsPath) continue;
            machine.feed(Answered{.status = 302, .location = url});
            QCOMPARE(machine.phase(), failure(Kind::Redirected, 302));
            QCOMPARE(machine.gets, 1);
            ++tried;
        }
        QVERIFY2(tried >= 200, QByteArray::number(tried).constData());
    }
    /// The same on the wire, as far as a loopback service is not allowed private addresses.
    void noByteToHostileUrls() {
        Bench bench;
        const QByteArray good = bench.store.origin() + "/poll/apps";
        QByteArray body;
        bench.api.on("POST", Bench::postPath("apps"), [&body](const Request&) { return Answer{.body = body}; });
        for (const auto& [url, rule] : hostileUrls()) {
            if (rule == "privateAddress") continue;
            for (const bool polling : {true, false}) {
                body = polling ? replyWith(url, good) : replyWith(good, url);
                const QByteArray said = outcome(bench.run());
                QVERIFY2(said == "ForbiddenUrl " + rule || !isText(url), said + " for " + url.toPercentEncoding());
            }
        }
        QCOMPARE(bench.store.connections(), 0);
        QVERIFY(bench.isClean());
    }
    void privateServiceMayLeadToPrivateAddresses() {
        const QByteArray links = replyWith("https://10.0.0.1/a", "https://192.168.1.1/b");
        Machine literal({}, "https://10.9.9.9");
        QCOMPARE(literal.feed(Answered{.status = 200, .body = links}).phase(), "polling");
        Machine byName({}, "https://balkan.corp.example");
        byName.feed(Answered{.status = 200, .body = links, .peer = QHostAddress(QStringLiteral("10.9.9.9"))});
        QCOMPARE(byName.phase(), "polling");
        QCOMPARE(byName.state.reach, HostScope::Anywhere);
        Machine outside({}, "https://balkan.corp.example");
        outside.feed(Answered{.status = 200, .body = links, .peer = QHostAddress(QStringLiteral("9.9.9.9"))});
        QCOMPARE(outside.phase(), failure(Kind::ForbiddenUrl));
        QCOMPARE(outside.state.reach, HostScope::Public);
    }
    void hostIsShownInAscii() {
        Machine machine;
        machine.feed(Answered{.status = 307, .location = "https://xn--bcher-kva.example/?secret"});
        QCOMPARE(machine.error().host, std::string("xn--bcher-kva.example"));
        Machine raw;
        raw.feed(Answered{.status = 307,
                          .location = "https://b\xc3\xbc"
                                      "cher.example/"});
        QCOMPARE(raw.error().host, std::string("xn--bcher-kva.example"));
    }

    void badReplies_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QByteArray& body, const char* said) {
            QTest::newRow(name) << body << QByteArray("UnexpectedReply ") + said;
        };
        const QByteArray link = "\"https://127.0.0.1:1/a\"";
        row("nothing", "", "notJson");
        row("HTML", "<!DOCTYPE html><title>Sign in</title>", "notJson");
        row("array", "[" + link + "]", "notJson");
        row("text", link, "notJson");
        row("null", "null", "notJson");
        row("NUL", QByteArray(100, '\0'), "notJson");
        row("cut", "{\"pollingUrl\":" + link + ",\"url\":" + link, "notJson");
        row("something behind", "{\"pollingUrl\":" + link + ",\"url\":" + link + "}}", "notJson");
        row("bad UTF-8", "{\"pollingUrl\":\"\xff\xfe\",\"url\":" + link + "}", "notJson");
        row("deep", QByteArray(100'000, '['), "notJson");
        row("deep object", QByteArray("{\"a\":").repeated(50'000), "notJson");
        row("empty object", "{}", "pollingUrl");
        row("other case", "{\"pollingurl\":" + link + ",\"url\":" + link + "}", "pollingUrl");
        row("no url", "{\"pollingUrl\":" + link + "}", "url");
        row("null url", "{\"pollingUrl\":" + link + ",\"url\":null}", "url");
        row("number", "{\"pollingUrl\":1,\"url\":" + link + "}", "pollingUrl");
        row("list", "{\"pollingUrl\":[" + link + "],\"url\":" + link + "}", "pollingUrl");
        row("huge", "{\"a\":\"" + QByteArray(3 << 20, 'a') + "\"}", "tooLong");
        row("huge list", "[" + QByteArray("[],").repeated(1 << 20) + "[]]", "tooLong");
    }
    void badReplies() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, said);
        for (const auto length : {Answer::Length::Right, Answer::Length::Chunked, Answer::Length::None}) {
            Bench bench;
            bench.api.on("POST", Bench::postPath("apps"), {Answer{.body = body, .length = length}});
            QCOMPARE(outcome(bench.run()), said);
            QCOMPARE(bench.api.count("POST"), 1);
            QCOMPARE(bench.store.connections(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestExporterLinks)
#include "test_exporterlinks.moc"
