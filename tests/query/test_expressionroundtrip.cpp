#include "tests/query/randomexpression.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

Vocabulary nasty() {
    const auto key = [](const char* name) { return JsonPathStep{JsonPathKey{name}}; };
    const JsonPathStep index = JsonPathIndex{7};
    const JsonPathStep any = JsonPathAnyElement{};
    const JsonPathStep deep = JsonPathAnyDepth{};
    return {
        .operands = {{"status", {}, {}},
                     {"Entity Type", {}, {}},
                     {"not", {}, {}},
                     {"IN", {key("x")}, {}},
                     {"a`b", {}, {}},
                     {"`", {}, {}},
                     {"", {}, {}},
                     {"", {index}, {}},
                     {"a.b", {}, {}},
                     {"a[0]", {}, {}},
                     {"/x", {}, {}},
                     {"-", {}, {}},
                     {"a=b", {}, {}},
                     {"\xC3\x9C"
                      "ber",
                      {},
                      {}},
                     {"\xFF", {}, {}},
                     {"m", {key("a"), key("b c"), index}, {}},
                     {"m", {key("")}, {}},
                     {"m", {key("."), key("["), key("]"), key("a.b[0]")}, {}},
                     {"m", {key("a\"b\\c")}, {}},
                     {"m", {key("*"), any}, {}},
                     {"m", {deep}, {}},
                     {"m", {deep, deep}, {}},
                     {"m", {deep, key("x"), deep, index, deep, any, deep, key("y z")}, {}},
                     {"m", {index, key("not"), key("in")}, {}},
                     {"m o", {deep, key("x y"), key("z")}, {}}},
        .texts = {"bond",
                  "jason bond",
                  "",
                  "-",
                  "-30d",
                  "#FFFFFF",
                  "3",
                  "true",
                  "and",
                  "Not",
                  "WITH",
                  "a\"b",
                  "a\\b",
                  "\\",
                  "\"",
                  "/x/",
                  "/",
                  "x/y",
                  "a,b",
                  "(x)",
                  "a=b",
                  "!",
                  "a!b",
                  "a|b",
                  "a&b",
                  "`a`",
                  "a b",
                  "\t",
                  "a\nb",
                  "\xC2\xA0",
                  "\xC3\xBC",
                  "\xFF",
                  "m.",
                  "..",
                  "[*]",
                  "metadata.x",
                  "<",
                  "~",
                  "starts",
                  std::string("a\0b", 3),
                  "brn:bid:balkanid:::T:identity:-H"},
        .patterns = {"x", "", "a/b", "a\\\\", "\\\\/", "[/]", "(a|b)+", "\\d\\s", "\"", " ", "^$", "\\Q.\\E", "i/"},
    };
}

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text).toPercentEncoding(" !\"&'()*,/:;<=>?[]^`{|}~\\");
}

} // namespace

class TestExpressionRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsingCanonicalTextGivesTheSame() {
        RandomExpressions random(nasty(), 1);
        for (int i = 0; i < 10000; ++i) {
            const ExpressionPtr expression = random.next(5);
            const std::string text = canonicalText(*expression);
            const auto parsed = parseExpression(text);
            if (!parsed && parsed.error().problem == QueryProblem::TooLong) continue;
            QVERIFY2(parsed && *parsed, bytes(text).constData());
            QVERIFY2(sameExpression(*expression, **parsed), bytes(text).constData());
            QCOMPARE(bytes(canonicalText(**parsed)), bytes(text));
        }
    }

    void everyOperandIsReadBack() {
        for (const OperandName& operand : nasty().operands) {
            const std::string text = canonicalText(operand);
            const auto parsed = parseOperand(text);
            QVERIFY2(parsed, bytes(text).constData());
            QVERIFY2(*parsed == operand, bytes(text).constData());
        }
    }

    /// Any text at all: it is read and can be written and read again, or the error lies within it. Colours cover it in
    /// order without overlap.
    void anyTextIsReadOrRefused() {
        const std::vector<std::string> pieces = {"a",          "b.c",       "m.",
                                                 "[0]",        "..",        " ",
                                                 " ",          "(",         ")",
                                                 ",",          "\"",        "\"x\"",
                                                 "`",          "`y`",       "/",
                                                 "/r/",        "i",         "=",
                                                 "!=",         "!",         "<",
                                                 ">=",         "~",         "&&",
                                                 "|",          "\\",        "not ",
                                                 "and ",       "or ",       " in ",
                                                 " is ",       " empty",    " starts with ",
                                                 " contains ", " matches ", "\n",
                                                 "\xC3\xBC",   "\xFF"};
        RandomExpressions random(nasty(), 2);
        for (int i = 0; i < 30000; ++i) {
            std::string text;
            for (std::size_t n = random.below(12); n > 0; --n)
                text += pieces[random.below(pieces.size())];
            std::size_t end = 0;
            for (const ColoredSpan& colored : colorTokens(text)) {
                QVERIFY2(colored.span.begin >= end && colored.span.length > 0, bytes(text).constData());
                end = colored.span.end();
            }
            QVERIFY(end <= text.size());
            const auto parsed = parseExpression(text);
            if (!parsed) {
                QVERIFY2(parsed.error().span.end() <= text.size(), bytes(text).constData());
                QVERIFY2(!parsed.error().expected.empty(), bytes(text).constData());
                continue;
            }
            if (!*parsed) continue;
            const auto again = parseExpression(canonicalText(**parsed));
            QVERIFY2(again && *again && sameExpression(**parsed, **again), bytes(text).constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestExpressionRoundTrip)
#include "test_expressionroundtrip.moc"
