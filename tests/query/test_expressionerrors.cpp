#include "models/query/expression.h"

#include <QTest>

using namespace idscope;

class TestExpressionErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// `marked` holds the expression with its faulty span between « and ».
    void errors_data() {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char* marked, QueryProblem problem, const char* suggestion = "") {
            QTest::addRow("%s", marked) << QString::fromUtf8(marked) << static_cast<int>(problem)
                                        << QString::fromUtf8(suggestion);
        };
        using enum QueryProblem;
        // the end comes too early
        row("status =«»", UnexpectedEnd);
        row("a and«»", UnexpectedEnd);
        row("a or «»", UnexpectedEnd);
        row("not«»", UnexpectedEnd);
        row("a is«»", UnexpectedEnd);
        row("a is not«»", UnexpectedEnd);
        row("a in«»", UnexpectedEnd);
        row("a in («»", UnexpectedEnd);
        row("a in «(»b", UnclosedParenthesis);
        row("a in «(»b ", UnclosedParenthesis);
        row("a in (b,«»", UnexpectedEnd);
        row("a starts«»", UnexpectedEnd);
        row("a ends with«»", UnexpectedEnd);
        row("a matches«»", UnexpectedEnd);
        row("(«»", UnexpectedEnd);
        row("«(»a", UnclosedParenthesis);
        row("(a or «(»b", UnclosedParenthesis);
        row("«`Entity Type`»", UnexpectedEnd, "\"Entity Type\"");
        row("reaches(«»", UnexpectedEnd);
        row("reaches«(»a", UnclosedParenthesis);
        row("reaches(«)»", UnexpectedToken);
        row("reaches(a «b»)", UnexpectedToken);
        row("reaches(a«,» b)", UnexpectedToken);
        row("reachable_from(«in»)", UnexpectedToken, "\"in\"");
        row("reachable_from(«\"a»", UnclosedQuote, "\"a\"");
        // not closed
        row("«\"jason»", UnclosedQuote, "\"jason\"");
        row("a = «\"b\\\"»", UnclosedQuote, "\"b\\\"\"");
        row("«/adm»", UnclosedRegex, "/adm/");
        row("a «/»", UnclosedRegex, "//");
        row("«`Entity = x»", UnclosedBacktick, "`Entity = x`");
        row("logo = «/home/x»", BadRegexFlag, "\"/home/x\"");
        row("logo = «/home» and b", UnclosedRegex, "\"/home\"");
        // regular expressions
        row("/a/«g»", BadRegexFlag);
        row("/a/«gi»", BadRegexFlag, "i");
        row("«/usr/bin»", BadRegexFlag, "\"/usr/bin\"");
        row("name matches «bond»", UnexpectedToken, "/bond/");
        row("name matches «\"a/b\"»", UnexpectedToken, "/a\\/b/");
        row("name «~ /re/i»", UnexpectedToken, "matches /re/i");
        row("name «= /re/»", UnexpectedToken, "matches /re/");
        row("name «contains /re/»", UnexpectedToken, "matches /re/");
        // signs
        row("«=» x", UnexpectedToken);
        row("«!=»x", UnexpectedToken);
        row("a = b «=» c", UnexpectedToken);
        row("a «=>» b", UnexpectedToken, ">=");
        row("a «<>» b", UnexpectedToken, "!=");
        row("a «===» b", UnexpectedToken, "=");
        row("a = «=» b", UnexpectedToken);
        row("a «&» b", UnexpectedToken, "&&");
        row("a«|»b", UnexpectedToken, "||");
        row("a «,» b", UnexpectedToken);
        row("a«)»", UnexpectedToken);
        row("(«)»", UnexpectedToken);
        row("(a «,» b)", UnexpectedToken);
        row("a = «(»b)", UnexpectedToken);
        row("a in («)»", UnexpectedToken);
        row("a in (b,«)»", UnexpectedToken);
        row("a in (b «c»)", UnexpectedToken);
        row("a in «b»", UnexpectedToken);
        row("a = «`b`»", UnexpectedToken, "\"b\"");
        row("«`a`» b", UnexpectedToken, "\"a\"");
        row("«\"a b\"» = c", UnexpectedToken, "`a b`");
        row("«\"a b\"» in (c)", UnexpectedToken, "`a b`");
        // reserved words
        row("«and»", UnexpectedToken, "\"and\"");
        row("«or» a", UnexpectedToken, "\"or\"");
        row("a and «and» b", UnexpectedToken, "\"and\"");
        row("«empty»", UnexpectedToken, "\"empty\"");
        row("«empty» = 1", UnexpectedToken, "`empty`");
        row("a = «and»", UnexpectedToken, "\"and\"");
        row("a contains «With»", UnexpectedToken, "\"With\"");
        row("a in (b, «or»)", UnexpectedToken, "\"or\"");
        row("«status not in» (a)", UnexpectedToken, "not status in");
        row("x «metadata.\"a b\"  not  Contains» y", UnexpectedToken, "not metadata.\"a b\" Contains");
        row("«`Entity Type` not in» (a)", UnexpectedToken, "not `Entity Type` in");
        row("«a is not invalid»", UnexpectedToken, "not a is invalid");
        row("a is «emtpy»", UnexpectedToken, "empty");
        row("a is «null»", UnexpectedToken, "empty");
        row("a is not «null»", UnexpectedToken, "empty");
        row("a is «active»", UnexpectedToken);
        row("a starts «wiht» b", UnexpectedToken, "with");
        row("a ends «b»", UnexpectedToken, "with b");
        row("a starts «\"b\"»", UnexpectedToken, "with \"b\"");
        // paths
        row("metadata«.» = x", BadPath);
        row("metadata.a«.» = x", BadPath);
        row("metadata«[]» = x", BadPath);
        row("metadata«[x]» = x", BadPath);
        row("metadata«[-1]» = x", BadPath);
        row("metadata«[4294967296]» = x", BadPath);
        row("metadata«[0» = x", BadPath);
        row("metadata[0]«x» = x", BadPath);
        row("metadata.«a]» = x", BadPath, "\"a]\"");
        row("metadata«.»[0] = x", BadPath);
        row("metadata..«.»a = x", BadPath);
        row("metadata..«.»\"a b\" = x", BadPath);
        row("«.»a = x", BadPath);
        row("«[»0] = x", BadPath);
        row("metadata.\"a\".«b]» = x", BadPath, "\"b]\"");
    }
    void errors() {
        QFETCH(QString, marked);
        QFETCH(int, problem);
        QFETCH(QString, suggestion);
        const std::string before = marked.section(u'«', 0, 0).toStdString();
        const std::string faulty = marked.section(u'«', 1).section(u'»', 0, 0).toStdString();
        const std::string text = before + faulty + marked.section(u'»', 1).toStdString();
        const auto parsed = parseExpression(text);
        QVERIFY(!parsed);
        const QueryError& error = parsed.error();
        const std::string found = text.substr(error.span.begin, error.span.length);
        QCOMPARE(QByteArray::fromStdString(found), QByteArray::fromStdString(faulty));
        QCOMPARE(error.span.begin, before.size());
        QCOMPARE(static_cast<int>(error.problem), problem);
        QCOMPARE(QString::fromStdString(error.suggestion), suggestion);
    }

    void saysWhatItExpects_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char* text, const QList<QByteArray>& expected) {
            QTest::addRow("%s", text) << QByteArray(text) << expected;
        };
        row("a = b = c", {"and", "or"});
        row("(a , b)", {"and", "or", ")"});
        row("a =", {"<value>"});
        row("a matches b", {"<regex>"});
        row("a is b", {"empty", "not empty", "invalid"});
        row("a is not b", {"empty"});
        row("a in b", {"("});
        row("a in (b c", {",", ")"});
        row("a starts b", {"with"});
        row("a and", {"<comparison>"});
        row("= a", {"<comparison>"});
        row("/a/g", {"i"});
        row("m. = 1", {"<name>"});
        row("m[x] = 1", {"[0]", "[*]"});
    }
    void saysWhatItExpects() {
        QFETCH(QByteArray, text);
        QFETCH(QList<QByteArray>, expected);
        const auto parsed = parseExpression(text.toStdString());
        QVERIFY(!parsed);
        QList<QByteArray> found;
        for (const auto& word : parsed.error().expected)
            found << QByteArray::fromStdString(word);
        QCOMPARE(found, expected);
    }

    void everySuggestionCures() {
        for (const std::string text : {"status not in (a)", "a => b", "a & b", "a is emtpy", "a starts b", "a ~ /x/",
                                       "a = /usr/bin", "/usr/bin", "empty", "empty = 1", "\"a b\" = c", "a matches b",
                                       "\"jason", "/jason", "a is not invalid", "a = `b`", "m.a] = 1"}) {
            const auto parsed = parseExpression(text);
            QVERIFY2(!parsed, text.c_str());
            std::string cured = text;
            cured.replace(parsed.error().span.begin, parsed.error().span.length, parsed.error().suggestion);
            QVERIFY2(parseExpression(cured), (text + " -> " + cured).c_str());
        }
    }

    void lengthHasALimit() {
        const std::string longest(maximumExpressionLength, 'a');
        QVERIFY(parseExpression(longest));
        const auto tooLong = parseExpression(longest + 'a');
        QVERIFY(!tooLong);
        QVERIFY(tooLong.error().problem == QueryProblem::TooLong);
        QVERIFY((tooLong.error().span == TextSpan{maximumExpressionLength, 1}));

        // so has the canonical text: what can be read can be written and read again
        std::string denials;
        while (denials.size() + 2 <= maximumExpressionLength)
            denials += "!a";
        const auto canonicalTooLong = parseExpression(denials);
        QVERIFY(!canonicalTooLong);
        QVERIFY(canonicalTooLong.error().problem == QueryProblem::TooLong);
        QVERIFY(parseExpression(denials.substr(0, 10000)));
    }

    void nestingHasALimit() {
        const auto nested = [](const std::string& open, std::size_t depth, const std::string& close) {
            std::string text;
            for (std::size_t i = 0; i < depth; ++i)
                text += open;
            text += 'a';
            for (std::size_t i = 0; i < depth; ++i)
                text += close;
            return parseExpression(text);
        };
        const auto problem = [](const auto& parsed) { return parsed ? -1 : static_cast<int>(parsed.error().problem); };
        for (const auto& [open, close] : {std::pair("(", ")"), std::pair("!", ""), std::pair("not ", "")}) {
            QVERIFY(nested(open, maximumExpressionDepth, close));
            const auto tooDeep = nested(open, maximumExpressionDepth + 1, close);
            QCOMPARE(problem(tooDeep), static_cast<int>(QueryProblem::TooDeep));
            QCOMPARE(tooDeep.error().span.begin, maximumExpressionDepth * std::string(open).size());
            QCOMPARE(problem(nested(open, 10000, close)), static_cast<int>(QueryProblem::TooDeep));
        }
    }
};

QTEST_APPLESS_MAIN(TestExpressionErrors)
#include "test_expressionerrors.moc"
