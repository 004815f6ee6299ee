#include "models/json/secrets.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace idscope;

namespace {

const QByteArray dots = QByteArray::fromStdString(std::string(secretDots));

} // namespace

class TestSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// In `expected`, `*` stands for a masked JSON value and `^` for the masked rest of malformed text.
    void masks_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* cell, const char* expected) {
            QTest::newRow(name) << QByteArray(cell) << QByteArray(expected);
        };
        const auto same = [&](const char* name, const char* cell) { row(name, cell, cell); };
        row("string", R"({"type":"secret","value":"abc"})", R"({"type":"secret","value":*})");
        row("value first", R"({"value":"abc","type":"secret"})", R"({"value":*,"type":"secret"})");
        row("empty string", R"({"type":"secret","value":""})", R"({"type":"secret","value":*})");
        row("number", R"({"type":"secret","value":17})", R"({"type":"secret","value":*})");
        row("null", R"({"type":"secret","value":null})", R"({"type":"secret","value":*})");
        row("object masked whole", R"({"type":"secret","value":{"a":[1,2]},"x":1})",
            R"({"type":"secret","value":*,"x":1})");
        row("all other bytes stay", " { \"type\" :\t\"secret\" , \"value\" : \"a\\\"b\"\n, \"z\":1.0 } ",
            " { \"type\" :\t\"secret\" , \"value\" : *\n, \"z\":1.0 } ");
        row("several in an array",
            R"([{"type":"secret","value":"a"},{"type":"public","value":"b"},{"value":"c","type":"secret"}])",
            R"([{"type":"secret","value":*},{"type":"public","value":"b"},{"value":*,"type":"secret"}])");
        row("deeper", R"({"a":{"b":[{"type":"secret","value":1}]}})", R"({"a":{"b":[{"type":"secret","value":*}]}})");
        row("secret within a secret", R"({"type":"secret","value":{"type":"secret","value":"x"}})",
            R"({"type":"secret","value":*})");
        row("inner one before the outer",
            R"({"x":{"type":"secret","value":1},"type":"secret","value":{"type":"secret","value":2}})",
            R"({"x":{"type":"secret","value":*},"type":"secret","value":*})");
        row("two values", R"({"type":"secret","value":1,"value":2})", R"({"type":"secret","value":*,"value":*})");
        row("two types, one secret", R"({"type":"public","type":"secret","value":1})",
            R"({"type":"public","type":"secret","value":*})");
        row("escaped spelling", R"({"typ\u0065":"s\u0065cret","v\u0061lue":"x"})",
            R"({"typ\u0065":"s\u0065cret","v\u0061lue":*})");
        same("escaped spelling of something else", R"({"type":"s\u0065crets","value":"x"})");
        same("public", R"({"type":"public","value":"secret"})");
        same("case counts", R"({"Type":"secret","value":1})");
        same("case of the word counts", R"({"type":"Secret","value":1})");
        same("not a string", R"({"type":["secret"],"value":1})");
        same("type outside", R"({"type":"secret","x":{"value":1}})");
        same("no value", R"({"type":"secret","val":1})");
        same("a string that tells of one", "[\"{\\\"type\\\":\\\"secret\\\",\\\"value\\\":1}\"]");
        same("no JSON, no secret", "hello");
        same("empty", "");
        row("malformed", R"([{"value":"p","type":"secret"},])", "[{^");
        row("malformed: the first value, whosever",
            "[{\"type\":\"public\", \"value\": \"}, {\"type\": \"secret\", \"value\": \"x\"}]",
            R"([{"type":"public", ^)");
        same("malformed without value", R"({"type":"secret",)");
        same("malformed without the word in quotes", R"({"a":"secrets","value":1,)");
        same("malformed without secret", R"({"value":1,)");
        row("malformed without structure", R"(x "value" y "secret" z)", "x ^");
    }

    void masks() {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, expected);
        const std::string text = cell.toStdString();
        QCOMPARE(QByteArray::fromStdString(masked(text)),
                 QByteArray(expected).replace('*', '"' + dots + '"').replace('^', dots));
        QCOMPARE(QByteArray::fromStdString(unmatchable(text)),
                 QByteArray(expected).replace('*', "\xFF").replace('^', "\xFF"));
    }

    void maskedJsonStaysJsonAndIsMaskedOnce() {
        const std::string cell = R"([{"type":"secret","value":{"a":"b"}}, {"value":[1],"type":"secret"}])";
        const std::string once = masked(cell);
        QVERIFY(JsonDocument(once).valid());
        QCOMPARE(masked(once), once);
    }

    void tooDeepIsMalformed() {
        const std::string deep = std::string(600, '[') + R"({"type":"secret","value":"abc"})" + std::string(600, ']');
        QVERIFY(!masked(deep).contains("abc"));
    }

    void malformedSampleOfIntegrations() {
        const std::string cell = "[{\"name\": \"Client ID\", \"key\": \"client_id\", \"type\": \"public\", \"value\": "
                                 "\"}, {\"name\": \"Client Secret\", "
                                 "\"key\": \"client_secret\", \"type\": \"secret\", \"value\": \"}, {\"name\": "
                                 "\"Enterprise ID\", \"key\": \"enterprise_id\", "
                                 "\"type\": \"public\", \"value\": \"}]";
        QCOMPARE(QByteArray::fromStdString(masked(cell)),
                 QByteArray(R"([{"name": "Client ID", "key": "client_id", "type": "public", )") + dots);
    }

    void secretNodes() {
        const JsonDocument document(R"([{"type":"secret","value":{"a":1}},{"type":"x","value":2}])");
        QVERIFY(document.valid());
        const auto secrets = secretSpans(document);
        std::string secret;
        for (const JsonNode& node : document.nodes())
            if (isSecret(secrets, node)) secret += std::string(document.raw(node)) + " ";
        QCOMPARE(secret, std::string(R"({"a":1} 1 )"));
    }

    void secretNodesOfMalformedText() {
        const JsonDocument document(R"([{"type":"secret","n":1,"value":"x","z":2},])");
        const auto secrets = secretSpans(document);
        std::string open;
        for (const JsonNode& node : document.nodes()) {
            const bool scalar = node.kind != JsonKind::Object && node.kind != JsonKind::Array;
            if (scalar && !isSecret(secrets, node)) open += std::string(document.raw(node)) + " ";
        }
        QCOMPARE(open, std::string(R"("secret" 1 )"));
    }

    /// Where reading was told to stop, long before the secret, the rest is taken for one.
    void longCellsStop() {
        const std::string cell = R"([{"value":0,)" + QByteArray(R"("a":1,)").repeated(500'000).toStdString() +
                                 R"("b":2},{"type":"secret","value":"abc"}])";
        std::stop_source stop;
        QCOMPARE(masked(cell, secretSpans(cell, stop.get_token())), masked(cell));
        stop.request_stop();
        const auto secrets = secretSpans(cell, stop.get_token());
        QCOMPARE(secrets.size(), std::size_t{1});
        QCOMPARE(secrets.front().begin, cell.find("\"value\""));
    }

    void manyEqualKeysTakeNoLonger() {
        std::string cell = "{";
        for (int i = 0; i < 100'000; ++i)
            cell += R"("type":"secret","value":1,)";
        cell += R"("":0})";
        QCOMPARE(secretSpans(cell).size(), std::size_t{100'000});
    }
};

QTEST_APPLESS_MAIN(TestSecrets)
#include "test_secrets.moc"
