#include "models/json/json.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

using namespace idscope;

namespace {

constexpr const char* kindNames[] = {"object", "array", "string", "number", "true", "false", "null"};
constexpr const char* problemNames[] = {"UnexpectedEnd", "UnexpectedByte", "BadEscape", "ControlInString",
                                        "BadNumber",     "BadUtf8",        "TooDeep",   "TrailingText"};

QString errorText(const JsonDocument& document) {
    if (document.valid()) return QStringLiteral("valid");
    return QStringLiteral("%1 at %2")
        .arg(QLatin1StringView(problemNames[static_cast<std::size_t>(document.error()->problem)]))
        .arg(document.error()->byte);
}

/// The tree as text: kind, raw value of scalars, keys, children in parentheses.
std::string treeText(const JsonDocument& document, std::uint32_t index = 0) {
    if (document.nodes().empty()) return "nothing";
    const JsonNode& node = document.nodes()[index];
    std::string out = document.rawKey(node).empty() ? "" : document.key(node) + "=";
    if (node.kind != JsonKind::Object && node.kind != JsonKind::Array) return out + std::string(document.raw(node));
    out += kindNames[static_cast<std::size_t>(node.kind)];
    std::string children;
    std::uint32_t count = 0;
    for (std::uint32_t child = node.firstChild; child != 0; child = document.nodes()[child].nextSibling, ++count)
        children += (children.empty() ? "" : " ") + treeText(document, child);
    return out + "(" + children + ")" + (count == node.children ? "" : " MISCOUNTED");
}

/// A small second grammar, by recursion over the definition in RFC 8259: whether `text` is JSON. ASCII only.
class Grammar {
public:
    static bool accepts(std::string_view text) {
        Grammar grammar{text};
        return grammar.value() && grammar.rest_.empty();
    }

private:
    explicit Grammar(std::string_view text) : rest_(text) {}

    bool take(std::string_view token) {
        const bool here = rest_.starts_with(token);
        if (here) rest_.remove_prefix(token.size());
        return here;
    }
    void blanks() {
        while (take(" ")) {
        }
    }
    bool value() {
        blanks();
        const bool good = take("true") || (rest_.starts_with("{")    ? list("{", "}", [this] { return member(); })
                                           : rest_.starts_with("[")  ? list("[", "]", [this] { return value(); })
                                           : rest_.starts_with("\"") ? string()
                                                                     : number());
        blanks();
        return good;
    }
    bool list(std::string_view first, std::string_view last, auto item) {
        take(first);
        blanks();
        if (take(last)) return true;
        do {
            if (!item()) return false;
        } while (take(","));
        return take(last);
    }
    bool member() {
        blanks();
        if (!string()) return false;
        blanks();
        return take(":") && value();
    }
    bool string() {
        if (!take("\"")) return false;
        while (!rest_.empty() && rest_[0] != '"') {
            if (take("\\") && rest_.find_first_of("\"\\") != 0) return false;
            rest_.remove_prefix(1);
        }
        return take("\"");
    }
    bool digits() {
        const std::size_t count = std::min(rest_.find_first_not_of("01"), rest_.size());
        rest_.remove_prefix(count);
        return count > 0;
    }
    bool number() {
        take("-");
        if (!take("0") && !digits()) return false;
        if (take(".") && !digits()) return false;
        if (!take("e")) return true;
        take("-");
        return digits();
    }

    std::string_view rest_;
};

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void grammar_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        const auto row = [](const QByteArray& text, const char* error = "valid") {
            QTest::newRow(text.toPercentEncoding(" {}[]\":,'+").left(60).constData())
                << text << QString::fromLatin1(error);
        };
        for (const char* valid : {"{}",
                                  "[]",
                                  "\"\"",
                                  "0",
                                  "-0",
                                  "1",
                                  "-1",
                                  "10",
                                  "0.5",
                                  "-0.50",
                                  "1e5",
                                  "1E+5",
                                  "1e-05",
                                  "0e0",
                                  "12345678901234567890.123e-400",
                                  "true",
                                  "false",
                                  "null",
                                  " \t\r\n{ } \t\r\n",
                                  "[1,2]",
                                  "[ 1 , 2 ]",
                                  "[[],{}]",
                                  R"({"a":1})",
                                  R"({ "a" : 1 , "a" : 2 })",
                                  R"({"":""})",
                                  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD834\\uDD1E\"",
                                  R"("\ud800")",
                                  R"("\udc00\ud800")",
                                  "\"\x7f\"",
                                  "\"\u00e9\u20ac\U0001F600\"",
                                  "\"\xEF\xBF\xBF\"",
                                  "\"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF\""})
            row(valid);
        row("", "UnexpectedEnd at 0");
        row("  ", "UnexpectedEnd at 2");
        row("{", "UnexpectedEnd at 1");
        row("[1", "UnexpectedEnd at 2");
        row("[1,", "UnexpectedEnd at 3");
        row("\"abc", "UnexpectedEnd at 4");
        row("\"abc\\", "UnexpectedEnd at 5");
        row("\"\\u12", "UnexpectedEnd at 5");
        row("\"\xE2\x82", "UnexpectedEnd at 3");
        row("-", "UnexpectedEnd at 1");
        row("1.", "UnexpectedEnd at 2");
        row("1e", "UnexpectedEnd at 2");
        row("1e+", "UnexpectedEnd at 3");
        row("tru", "UnexpectedEnd at 3");
        row("{\"a\"", "UnexpectedEnd at 4");
        row("{\"a\":", "UnexpectedEnd at 5");
        row("x", "UnexpectedByte at 0");
        row("\xEF\xBB\xBF{}", "UnexpectedByte at 0");
        row("\xC2\xA0{}", "UnexpectedByte at 0");
        row("'a'", "UnexpectedByte at 0");
        row("NaN", "UnexpectedByte at 0");
        row("nul ", "UnexpectedByte at 3");
        row("TRUE", "UnexpectedByte at 0");
        row("-Infinity", "BadNumber at 1");
        row("+1", "UnexpectedByte at 0");
        row(".5", "UnexpectedByte at 0");
        row("01", "BadNumber at 1");
        row("-01", "BadNumber at 2");
        row("[1.]", "BadNumber at 3");
        row("[1.e5]", "BadNumber at 3");
        row("[1e]", "BadNumber at 3");
        row("[-]", "BadNumber at 2");
        row("[1 2]", "UnexpectedByte at 3");
        row("[1,]", "UnexpectedByte at 3");
        row("[,1]", "UnexpectedByte at 1");
        row("[1}", "UnexpectedByte at 2");
        row("{\"a\":1]", "UnexpectedByte at 6");
        row("{\"a\":1,}", "UnexpectedByte at 7");
        row("{\"a\" 1}", "UnexpectedByte at 5");
        row("{\"a\":}", "UnexpectedByte at 5");
        row("{a:1}", "UnexpectedByte at 1");
        row("{1:1}", "UnexpectedByte at 1");
        row("]", "UnexpectedByte at 0");
        row("[\x0b]", "UnexpectedByte at 1");
        row(QByteArray("[\0]", 3), "UnexpectedByte at 1");
        row("{} {}", "TrailingText at 3");
        row("1x", "TrailingText at 1");
        row("[],", "TrailingText at 2");
        row("\"a\" // no", "TrailingText at 4");
        row("\"a\nb\"", "ControlInString at 2");
        row(QByteArray("\"a\0b\"", 5), "ControlInString at 2");
        row("\"\x1f\"", "ControlInString at 1");
        row("\"\\x41\"", "BadEscape at 2");
        row("\"\\u12G4\"", "BadEscape at 5");
        row("\"\\u\"", "BadEscape at 3");
        row("\"\\'\"", "BadEscape at 2");
        row("\"\x80\"", "BadUtf8 at 1");
        row("\"\xC0\xAF\"", "BadUtf8 at 1");
        row("\"\xC1\x80\"", "BadUtf8 at 1");
        row("\"\xF5\x80\"", "BadUtf8 at 1");
        row("\"\xFF\"", "BadUtf8 at 1");
        row("\"\xC3\"", "BadUtf8 at 2");
        row("\"\xE0\x9F\xBF\"", "BadUtf8 at 2");
        row("\"\xED\xA0\x80\"", "BadUtf8 at 2");
        row("\"\xF0\x8F\xBF\xBF\"", "BadUtf8 at 2");
        row("\"\xF4\x90\x80\x80\"", "BadUtf8 at 2");
        row("\"\xE2\x82x\"", "BadUtf8 at 3");
        row("\"\xF0\x9F\x98x\"", "BadUtf8 at 4");
    }

    void grammar() {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        QCOMPARE(errorText(JsonDocument(text.toStdString())), error);
    }

    /// Every text of up to five signs of a small alphabet against the second grammar: validity, and that the error
    /// stands where no continuation helps.
    void everySmallText() {
        constexpr std::array<std::string_view, 11> signs{"{", "}", "[", "]", ":", ",", "\"", "\\", "e", "-", "0"};
        constexpr std::size_t longest = 5;
        std::string text;
        std::array<std::size_t, longest> odometer{};
        std::size_t valid = 0;
        for (std::size_t length = 1; length <= longest; ++length) {
            odometer.fill(0);
            for (std::size_t carry = 0; carry < length;) {
                text.clear();
                for (std::size_t i = 0; i < length; ++i)
                    text += signs[odometer[i]];
                const JsonDocument document(text);
                if (document.valid() != Grammar::accepts(text)) QFAIL(text.c_str());
                valid += document.valid() ? 1U : 0U;
                if (!document.valid()) checkBreak(text, document.error()->byte);
                for (carry = 0; carry < length && ++odometer[carry] == signs.size(); ++carry)
                    odometer[carry] = 0;
            }
        }
        QVERIFY(valid > 100);
    }

    void everyTruncation() {
        const std::string text = R"({"a" : [ 1.5e-3 , true, "x\u00e9\n", null, {"b":{}} ], "ü€😀" : -0 , "a":[]} )";
        const std::size_t whole = text.size() - 1;
        QVERIFY(JsonDocument(text).valid());
        for (std::size_t length = 0; length < whole; ++length) {
            const std::string part = text.substr(0, length);
            QCOMPARE(errorText(JsonDocument(part)), QStringLiteral("UnexpectedEnd at %1").arg(length));
        }
    }

    void depth() {
        const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
        QCOMPARE(errorText(JsonDocument(nested(512))), QStringLiteral("valid"));
        QCOMPARE(errorText(JsonDocument(nested(513))), QStringLiteral("TooDeep at 512"));
        const std::string hostile(5'000'000, '[');
        QCOMPARE(JsonDocument(hostile).nodes().size(), std::size_t{512});
        QCOMPARE(errorText(JsonDocument("[" + std::string(511, '[') + std::string(511, ']') + ",[]]")),
                 QStringLiteral("valid"));
    }

    /// And give no document that passes for whole.
    void longTextsStop() {
        const std::string text = "[" + QByteArray("1,").repeated(500'000).toStdString() + "1]";
        std::stop_source stop;
        QVERIFY(JsonDocument(text, stop.get_token()).valid());
        stop.request_stop();
        const JsonDocument stopped(text, stop.get_token());
        QVERIFY(!stopped.valid() && stopped.error()->problem == JsonProblem::UnexpectedEnd);
        QVERIFY(stopped.error()->byte < text.size() / 2);
    }

    void tree_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("tree");
        QTest::newRow("order and duplicates") << QByteArray(R"({"b":1,"a":[true,null],"b":"x"})")
                                              << QByteArray(R"(object(b=1 a=array(true null) b="x"))");
        QTest::newRow("number text") << QByteArray("[1.0,1e2,-0,12345678901234567890]")
                                     << QByteArray("array(1.0 1e2 -0 12345678901234567890)");
        QTest::newRow("siblings after nesting")
            << QByteArray(R"([[1],{"a":{"b":[]}},2])") << QByteArray("array(array(1) object(a=object(b=array())) 2)");
        QTest::newRow("scalar root") << QByteArray(" \"a\" ") << QByteArray("\"a\"");
        QTest::newRow("broken: nothing begins") << QByteArray(" x") << QByteArray("nothing");
        QTest::newRow("broken in a string") << QByteArray("{\"a\":[1,\"two") << QByteArray("object(a=array(1 \"two))");
        QTest::newRow("broken after a key") << QByteArray(R"({"a":1,"b":})") << QByteArray("object(a=1)");
        QTest::newRow("broken in a word") << QByteArray("[tru]") << QByteArray("array(tru)");
        QTest::newRow("broken by trailing text") << QByteArray("[1] 2") << QByteArray("array(1)");
    }

    void tree() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, tree);
        const std::string owned = text.toStdString();
        QCOMPARE(QByteArray::fromStdString(treeText(JsonDocument(owned))), tree);
    }

    void openContainersReachToTheBreak() {
        const JsonDocument document(R"( [ {"a" : 1, !)");
        QCOMPARE(errorText(document), QStringLiteral("UnexpectedByte at 13"));
        QCOMPARE(document.raw(document.nodes()[0]), std::string_view(R"([ {"a" : 1, )"));
        QCOMPARE(document.raw(document.nodes()[1]), std::string_view(R"({"a" : 1, )"));
    }

    void malformedSampleOfIntegrations() {
        const std::string_view cell = "[{\"name\": \"Client ID\", \"key\": \"client_id\", \"type\": \"public\", "
                                      "\"value\": \"}, {\"name\": \"Client Secret\"}]";
        const JsonDocument document(cell);
        QCOMPARE(errorText(document), QStringLiteral("UnexpectedByte at %1").arg(cell.find("name\": \"Client Secret")));
        QCOMPARE(QByteArray::fromStdString(treeText(document)),
                 QByteArray(R"(array(object(name="Client ID" key="client_id" type="public" value="}, {")))"));
    }

    void strings_data() {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray(R"("ab")") << QByteArray("ab");
        QTest::newRow("short escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << QByteArray("\"\\/\b\f\n\r\t");
        QTest::newRow("u") << QByteArray(R"("\u0041\u00e9\u20AC")") << QByteArray("A\u00e9\u20ac");
        QTest::newRow("nul") << QByteArray(R"("\u0000")") << QByteArray("\0", 1);
        QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00!")") << QByteArray("\U0001F600!");
        QTest::newRow("high alone") << QByteArray(R"("\ud83d!")") << QByteArray("\uFFFD!");
        QTest::newRow("high, then letter") << QByteArray(R"("\ud83d\u0041")")
                                           << QByteArray("\uFFFD"
                                                         "A");
        QTest::newRow("low alone") << QByteArray(R"("\ude00")") << QByteArray("\uFFFD");
        QTest::newRow("swapped") << QByteArray(R"("\ude00\ud83d")") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("high, high, low") << QByteArray(R"("\ud83d\ud83d\ude00")") << QByteArray("\uFFFD\U0001F600");
        QTest::newRow("cut off") << QByteArray("\"ab") << QByteArray("ab");
        QTest::newRow("cut off in an escape") << QByteArray("\"ab\\") << QByteArray("ab");
        QTest::newRow("cut off in u") << QByteArray("\"ab\\u00")
                                      << QByteArray("ab\uFFFD"
                                                    "00");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void strings() {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(decodeJsonString(token.toStdString())), text);
        QVERIFY(jsonStringIs(token.toStdString(), text.toStdString()) || !token.endsWith('"'));
        QVERIFY(!jsonStringIs(token.toStdString(), text.toStdString() + "x"));
    }

    void encoding_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("plain") << QByteArray("a/b") << QByteArray(R"("a/b")");
        QTest::newRow("escapes") << QByteArray("\"\\\b\f\n\r\t\x01\x1f\x7f")
                                 << QByteArray("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
        QTest::newRow("nul") << QByteArray("\0", 1) << QByteArray(R"("\u0000")");
        QTest::newRow("letters") << QByteArray("é€😀") << QByteArray("\"é€😀\"");
        QTest::newRow("bad bytes") << QByteArray("a\xFF\xE2\x82z\xC3") << QByteArray("\"a\uFFFD\uFFFDz\uFFFD\"");
        QTest::newRow("surrogate bytes") << QByteArray("\xED\xA0\x80") << QByteArray("\"\uFFFD\uFFFD\uFFFD\"");
    }

    void encoding() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, token);
        QCOMPARE(QByteArray::fromStdString(encodeJsonString(text.toStdString())), token);
        QVERIFY(JsonDocument(encodeJsonString(text.toStdString())).valid());
    }

    void scalars() {
        const JsonDocument document(R"(["\u0041",1.50,true,false,null,{},[]])");
        std::string all;
        for (std::uint32_t child = document.nodes()[0].firstChild; child != 0;
             child = document.nodes()[child].nextSibling)
            all += document.scalar(document.nodes()[child]) + "|";
        QCOMPARE(all, std::string("A|1.50|true|false||||"));
    }

private:
    /// `text` up to the break can go on to be JSON; with the byte at the break it can't.
    static void checkBreak(const std::string& text, std::size_t byte) {
        const JsonDocument before(std::string_view(text).substr(0, byte));
        const bool canGoOn = before.valid() || before.error()->problem == JsonProblem::UnexpectedEnd;
        if (!canGoOn) QFAIL(text.c_str());
        if (byte == text.size()) return;
        const JsonDocument with(std::string_view(text).substr(0, byte + 1));
        if (with.valid() || with.error()->byte != byte) QFAIL(text.c_str());
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "test_json.moc"
