#include "models/query/expression.h"

#include <QTest>

using namespace idscope;

namespace {

/// An expression with the nesting spelled out, so that a test sees what binds to what.
std::string tree(const Expression& expression);

std::string list(const char* name, const std::vector<ExpressionPtr>& parts) {
    std::string out = name;
    for (const auto& part : parts)
        out += ' ' + tree(*part);
    return '[' + out + ']';
}

std::string tree(const Expression& expression) {
    if (const auto* no = std::get_if<Not>(&expression.node)) return "[not " + tree(*no->inner) + ']';
    if (const auto* all = std::get_if<And>(&expression.node)) return list("and", all->parts);
    if (const auto* any = std::get_if<Or>(&expression.node)) return list("or", any->parts);
    return canonicalText(expression);
}

} // namespace

class TestExpression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](const char* text, const char* read) {
            QTest::addRow("%s", text) << QByteArray(text) << QByteArray(read);
        };
        // every row of the table
        row("bond", "bond");
        row("\"jason bond\"", "\"jason bond\"");
        row("/adm(in)?/", "/adm(in)?/");
        row("/adm/i", "/adm/i");
        row("status = active", "status = active");
        row("status == active", "status = active");
        row("status != active", "status != active");
        row("name ~ bond", "name ~ bond");
        row("name contains bond", "name ~ bond");
        row("name starts with ja", "name starts with ja");
        row("name ends with id", "name ends with id");
        row("name matches /^j.*@/i", "name matches /^j.*@/i");
        row("status in (active, inactive)", "status in (active, inactive)");
        row("not status in (active)", "[not status in (active)]");
        row("message is empty", "message is empty");
        row("message is not empty", "message is not empty");
        row("metadata is invalid", "metadata is invalid");
        row("reviewer_count >= 2", "reviewer_count >= 2");
        row("a<1 b<=1 c>1", "[and a < 1 b <= 1 c > 1]");
        row("timestamp >= 2024-06-01", "timestamp >= 2024-06-01");
        row("last_run < -30d", "last_run < -30d");
        row("metadata.privilegeName = admin", "metadata.privilegeName = admin");
        row("metadata.\"odd name\" = 1", "metadata.\"odd name\" = 1");
        row("metadata[0].key = x", "metadata[0].key = x");
        row("metadata[*].key = client_id", "metadata[*].key = client_id");
        row("metadata.. = admin", "metadata.. = admin");
        row("metadata.privilegeValue = \"3\"", "metadata.privilegeValue = \"3\"");
        row("entity_brn.type = connection", "entity_brn.type = connection");
        row("reachable_from(\"brn:bid:balkanid:::T:identity:-H\")",
            "reachable_from(\"brn:bid:balkanid:::T:identity:-H\")");
        row("reaches(brn:bid:balkanid:::T:identity:-H)", "reaches(brn:bid:balkanid:::T:identity:-H)");
        row("not x", "[not x]");
        row("!x", "[not x]");
        row("! x", "[not x]");
        row("x and y", "[and x y]");
        row("x && y", "[and x y]");
        row("x y", "[and x y]");
        row("x or y", "[or x y]");
        row("x || y", "[or x y]");
        row("(x)", "x");
        // how they bind
        row("REACHES( \"a b\" ) x or not Reachable_From(c)", "[or [and reaches(\"a b\") x] [not reachable_from(c)]]");
        row("reaches (a)", "[and reaches a]");
        row("reaches", "reaches");
        row("reaches = a", "reaches = a");
        row("\"reaches\"(a)", "[and \"reaches\" a]");
        row("not x y", "[and [not x] y]");
        row("not a = b c", "[and [not a = b] c]");
        row("not (x y)", "[not [and x y]]");
        row("not not x", "[not [not x]]");
        row("!!x", "[not [not x]]");
        row("a or b c or d", "[or a [and b c] d]");
        row("(a or b) c", "[and [or a b] c]");
        row("a (b c) and d", "[and a b c d]");
        row("a or (b or c)", "[or a b c]");
        row("a or (b and c)", "[or a [and b c]]");
        row("a not b", "[and a [not b]]");
        row("a!b", "[and a [not b]]");
        row("a!=b", "a != b");
        row("a ! b", "[and a [not b]]");
        row("status = active pending", "[and status = active pending]");
        row("status=active!message is empty", "[and status = active [not message is empty]]");
        row("(a)(b)", "[and a b]");
        row("\"a\"\"b\"", "[and \"a\" \"b\"]");
        row("a&&b||c", "[or [and a b] c]");
        // words
        row("jason.bond@balkan.id", "jason.bond@balkan.id");
        row("#FFFFFF", "#FFFFFF");
        row("color = #FFFFFF", "color = #FFFFFF");
        row("brn:bid:balkanid:::T:identity:-Heb", "brn:bid:balkanid:::T:identity:-Heb");
        row("integration = okta/01J07X778EK4BH2M2A1VY4HCYF", "integration = okta/01J07X778EK4BH2M2A1VY4HCYF");
        row("-", "-");
        row("a = -", "a = -");
        row("a<-30d", "a < -30d");
        row("a>=-1", "a >= -1");
        row("{x:[y]}*'+?;\\%$^", "{x:[y]}*'+?;\\%$^");
        row("metadata.privilegeName", "metadata.privilegeName");
        row("[0]", "[0]");
        row("metadata.\"odd name\"", "[and metadata. \"odd name\"]");
        row("metadata. \"odd name\"", "[and metadata. \"odd name\"]");
        row("bond\"jason\"", "[and bond \"jason\"]");
        row("a = b.\"c\"", "[and a = b. \"c\"]");
        row("J\xC3\xBCrgen \xE2\x80\xA8x", "[and J\xC3\xBCrgen \xE2\x80\xA8x]");
        row("a\xC2\xA0z", "a\xC2\xA0z"); // a no-break space is no blank
        row("\t a\r\n b ", "[and a b]");
        row("a\vb", "a\vb");
        // reserved words
        row("NOT x AND y Or z", "[or [and [not x] y] z]");
        row("name CONTAINS x", "name ~ x");
        row("name Starts With x", "name starts with x");
        row("message IS NOT EMPTY", "message is not empty");
        row("status IN(a,b)", "status in (a, b)");
        row("\"and\" \"is\"", "[and \"and\" \"is\"]");
        row("status = \"in\"", "status = \"in\"");
        row("index island nothing", "[and index island nothing]");
        row("contains.x = 1", "`contains`.x = 1");
        row("`in` = 1", "`in` = 1");
        // quotes
        row("\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\"");
        row("\"a\\d\"", "\"a\\\\d\"");
        row("status = \"\"", "status = \"\"");
        row("status in (\"a, b\", c)", "status in (\"a, b\", c)");
        row("\"a\nb\"", "\"a\nb\"");
        // regular expressions
        row("/a\\/b/", "/a\\/b/");
        row("/a\\\\/", "/a\\\\/");
        row("/\\d+\\s/i", "/\\d+\\s/i");
        row("//", "//");
        row("/a b(c)/ d", "[and /a b(c)/ d]");
        row("!/x/", "[not /x/]");
        row("(/x/i)", "/x/i");
        row("a/b/c", "a/b/c");
        row("url matches /^https:\\/\\//", "url matches /^https:\\/\\//");
        // names and paths
        row("`Entity Type` = identity", "`Entity Type` = identity");
        row("`status` = a", "status = a");
        row("`Meta Data`.a[0] = 1", "`Meta Data`.a[0] = 1");
        row("`a.b` = 1", "`a.b` = 1");
        row("`a``b` = 1", "`a``b` = 1");
        row("`` = 1", "`` = 1");
        row("m.\"a b\"[3].\"c\\\"d\".e = x", "m.\"a b\"[3].\"c\\\"d\".e = x");
        row("m.\"plain\" = x", "m.plain = x");
        row("m..\"a b\" = x", "m..\"a b\" = x");
        row("m..name = x", "m..name = x");
        row("m.... = x", "m.... = x");
        row("m..[0].. = x", "m..[0].. = x");
        row("m[007] = x", "m[7] = x");
        row("m.a-b:c = x", "m.a-b:c = x");
        row("m.x in (true, 3, \"3\")", "m.x in (true, 3, \"3\")");
        row("m.x is not empty", "m.x is not empty");
        row("m.x matches /y/", "m.x matches /y/");
    }
    void parses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, read);
        const auto parsed = parseExpression(text.toStdString());
        QVERIFY(parsed && *parsed);
        QCOMPARE(QByteArray::fromStdString(tree(**parsed)), read);
        const auto again = parseExpression(canonicalText(**parsed));
        QVERIFY(again && *again);
        QVERIFY(sameExpression(**parsed, **again));
    }

    void keepsNul() {
        const std::string text("a\0b", 3);
        const auto parsed = parseExpression(text);
        QVERIFY(parsed);
        QVERIFY(std::get<AnyText>((*parsed)->node).text.text == text);
    }

    void blankTextIsNoExpression() {
        for (const char* text : {"", " ", "\t\r\n "}) {
            const auto parsed = parseExpression(text);
            QVERIFY(parsed && !*parsed);
        }
    }

    void writesCanonicalText_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::addRow("%s", text) << QByteArray(text) << QByteArray(canonical);
        };
        row("a b", "a and b");
        row("(a||b)&&!c", "(a or b) and not c");
        row("!(a b)", "not (a and b)");
        row("!(a or b)", "not (a or b)");
        row("a or (b c)", "a or b and c");
        row("((a))", "a");
        row("! a=b", "not a = b");
        row("`Entity Type` in(a,\"b c\")", "`Entity Type` in (a, \"b c\")");
    }
    void writesCanonicalText() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto parsed = parseExpression(text.toStdString());
        QVERIFY(parsed);
        QCOMPARE(QByteArray::fromStdString(canonicalText(**parsed)), canonical);
    }

    void differentExpressionsDiffer() {
        const std::vector<std::string> texts = {
            "a",      "b",       "\"a\"",      "/a/",           "/a/i",     "x = a",      "x = \"a\"", "x != a",
            "y = a",  "x.y = a", "x ~ a",      "x matches /a/", "x in (a)", "x in (a,b)", "not a",     "a b",
            "a or b", "b a",     "x is empty", "x is invalid",  "x[0] = a", "x.. = a"};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t j = 0; j < texts.size(); ++j) {
                const auto left = parseExpression(texts[i]);
                const auto right = parseExpression(texts[j]);
                QVERIFY2(sameExpression(**left, **right) == (i == j), (texts[i] + " ? " + texts[j]).c_str());
            }
        }
    }

    void spansCoverTheText() {
        const std::string text = " not ( a.b = \"x y\" or /r/i )  and `c d` in (1, 2)";
        const auto parsed = parseExpression(text);
        QVERIFY(parsed);
        const auto at = [&](TextSpan span) { return QByteArray::fromStdString(text.substr(span.begin, span.length)); };
        const auto& all = std::get<And>((*parsed)->node);
        QCOMPARE(at((*parsed)->span), QByteArray(text.substr(1).c_str()));
        QCOMPARE(at(all.parts[0]->span), QByteArray("not ( a.b = \"x y\" or /r/i )"));
        QCOMPARE(at(all.parts[1]->span), QByteArray("`c d` in (1, 2)"));
        const auto& group = *std::get<Not>(all.parts[0]->node).inner;
        QCOMPARE(at(group.span), QByteArray("( a.b = \"x y\" or /r/i )"));
        const auto& compare = std::get<Compare>(std::get<Or>(group.node).parts[0]->node);
        QCOMPARE(at(compare.operand.span), QByteArray("a.b"));
        QCOMPARE(at(compare.value.span), QByteArray("\"x y\""));
        QCOMPARE(at(std::get<AnyMatch>(std::get<Or>(group.node).parts[1]->node).regex.span), QByteArray("/r/i"));
        const auto& oneOf = std::get<OneOf>(all.parts[1]->node);
        QCOMPARE(at(oneOf.operand.span), QByteArray("`c d`"));
        QCOMPARE(at(oneOf.values[1].span), QByteArray("2"));
    }

    void readsOneOperand_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical"); // empty: an error
        const auto row = [](const char* text, const char* canonical) {
            QTest::addRow("'%s'", text) << QByteArray(text) << QByteArray(canonical);
        };
        row("status", "status");
        row(" status ", "status");
        row("`Entity Type`", "`Entity Type`");
        row("metadata[0].\"a b\"", "metadata[0].\"a b\"");
        row("entity_brn.type", "entity_brn.type");
        row("metadata..", "metadata..");
        for (const char* text : {"", "a b", "\"a\"", "a = 1", "in", "a.", "/a/"})
            row(text, "");
    }
    void readsOneOperand() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto read = parseOperand(text.toStdString());
        QCOMPARE(read ? QByteArray::fromStdString(canonicalText(*read)) : QByteArray(), canonical);
    }
};

QTEST_APPLESS_MAIN(TestExpression)
#include "test_expression.moc"
