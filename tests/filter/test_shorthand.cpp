#include "models/filter/shorthand.h"
#include "tests/query/randomexpression.h"
#include "tests/query/samples.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

Operand operandOf(const Table& table, const std::string& text) {
    return *bindOperand(*parseOperand(text), table);
}

ExpressionPtr parsed(const std::string& text) {
    return *parseExpression(text);
}

} // namespace

/// What is written under a column, and what of the filter stands there.
class TestShorthand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("operand");
        QTest::addColumn<QString>("expression"); ///< of that operand; empty: none; null: an error
        QTest::addColumn<QString>("back");       ///< as it stands there afterwards
        const auto row = [](const QString& text, const QString& operand, const QString& expression,
                            const QString& back = {}) {
            QTest::addRow("%s of %s", qPrintable(text), qPrintable(operand))
                << text << operand << expression << (back.isNull() ? text : back);
        };
        row(u"bond"_s, u"name"_s, u"name ~ bond"_s);
        row(u"  bond  "_s, u"name"_s, u"name ~ bond"_s, u"bond"_s);
        row(u"a b, c"_s, u"name"_s, u"name ~ \"a b, c\""_s);
        row(u"and"_s, u"name"_s, u"name ~ \"and\""_s);
        row(u"\"empty\""_s, u"name"_s, u"name ~ \"empty\""_s);
        row(u"\"=x\""_s, u"name"_s, u"name ~ \"=x\""_s);
        row(u"=active"_s, u"status"_s, u"status = active"_s);
        row(u"= active"_s, u"status"_s, u"status = active"_s, u"=active"_s);
        row(u"=a, b"_s, u"status"_s, u"status in (a, b)"_s);
        row(u"=\"a, b\", c d"_s, u"status"_s, u"status in (\"a, b\", \"c d\")"_s);
        row(u"=\"say \\\"hi\\\"\""_s, u"name"_s, u"name = \"say \\\"hi\\\"\""_s);
        row(u"!bond"_s, u"name"_s, u"not name ~ bond"_s);
        row(u"!=active"_s, u"status"_s, u"status != active"_s);
        row(u"!=a, b"_s, u"status"_s, u"not status in (a, b)"_s);
        row(u">3"_s, u"reviewer_count"_s, u"reviewer_count > 3"_s);
        row(u">= 3"_s, u"reviewer_count"_s, u"reviewer_count >= 3"_s, u">=3"_s);
        row(u"<-90d"_s, u"last_run"_s, u"last_run < -90d"_s);
        row(u"<=2024-06-01"_s, u"last_run"_s, u"last_run <= 2024-06-01"_s);
        row(u"/^a+$/i"_s, u"name"_s, u"name matches /^a+$/i"_s);
        row(u"!/x/"_s, u"name"_s, u"not name matches /x/"_s);
        row(u"empty"_s, u"message"_s, u"message is empty"_s);
        row(u"!empty"_s, u"message"_s, u"message is not empty"_s);
        row(u"=3"_s, u"metadata.n"_s, u"metadata.n = 3"_s);
        row(u"=\"3\", true"_s, u"metadata.n"_s, u"metadata.n in (\"3\", true)"_s);
        row(u""_s, u"name"_s, u""_s);
        row(u"="_s, u"name"_s, {});
        row(u">"_s, u"name"_s, {});
        row(u"!"_s, u"name"_s, {});
        row(u"/("_s, u"name"_s, {});
        row(u"/(/"_s, u"name"_s, {});
        row(u">soon"_s, u"last_run"_s, {});
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QString, operand);
        QFETCH(QString, expression);
        const TablePtr table = integrations();
        const Operand about = operandOf(*table, operand.toStdString());
        const auto read = readShorthand(text.toStdString(), about, *table);
        QCOMPARE(read.has_value(), !expression.isNull());
        if (!read || !*read) return;
        QCOMPARE(QString::fromStdString(canonicalText(**read)), expression);
        QTEST(QString::fromStdString(shorthandOf(**read, about, *table).value_or("none")), "back");
    }

    void findsAmongOthers() {
        const TablePtr table = integrations();
        const Operand status = operandOf(*table, "status");
        FilterParts parts = partsOf(parsed("bond and status = a and (status = b or name ~ c) and status ~ d"));
        QCOMPARE(findShorthand(parts, status, *table).text, "=a");
        parts = *withShorthand(parts, "!x", status, *table);
        QCOMPARE(canonicalText(*expressionOf(parts)),
                 "bond and not status ~ x and (status = b or name ~ c) and status ~ d");
        parts = *withShorthand(parts, "", status, *table);
        QCOMPARE(findShorthand(parts, status, *table).text, "d"); // what else is said of it comes up
        QVERIFY(!withShorthand(parts, "=", status, *table));
    }

    /// Whatever part has a shorthand: reading that gives the part again.
    void isItsOwnInverse() {
        const TablePtr table = integrations();
        Vocabulary vocabulary;
        vocabulary.operands = {{"status", {}, {}}, {"metadata", {JsonPathKey{"n"}}, {}}};
        vocabulary.texts = {"a", "a b",  "and", "empty", "!x", "=",          "a, b", "\"",   "\\", "/x/", " x ",
                            "3", "true", "",    "<3",    ",",  "2024-06-01", "ü",    "-30d", "`",  "x\ny"};
        vocabulary.patterns = {"a", "^$", "a/b", "\\d", "(x|y)"};
        RandomExpressions random(vocabulary, 4);
        int found = 0;
        for (int round = 0; round < 1500; ++round) {
            ExpressionPtr part = random.next(0);
            if (round % 3 == 0) part = inverted(part);
            for (const OperandName& name : vocabulary.operands) {
                const Operand operand = *bindOperand(name, *table);
                const auto text = shorthandOf(*part, operand, *table);
                if (!text || !check(*table, part)) continue;
                const auto read = readShorthand(*text, operand, *table);
                QVERIFY2(read.has_value(), text->c_str());
                QCOMPARE(canonicalText(**read), canonicalText(*part));
                ++found;
            }
        }
        QVERIFY2(found > 200, std::to_string(found).c_str());
    }
};

QTEST_GUILESS_MAIN(TestShorthand)
#include "test_shorthand.moc"
