#include "models/filter/filterparts.h"
#include "models/query/query.h"
#include "tests/query/naive.h"
#include "tests/query/randomexpression.h"
#include "tests/query/samples.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

ExpressionPtr parsed(const std::string& text) {
    const auto expression = parseExpression(text);
    if (!expression) qFatal("not in the language: %s", text.c_str());
    return *expression;
}

QString shown(const FilterParts& parts) {
    QStringList texts;
    for (const FilterPart& part : parts)
        texts << (part.on ? u""_s : u"off "_s) + QString::fromStdString(canonicalText(*part.expression));
    return texts.join(u" | "_s);
}

FilterParts partsOfText(const std::string& text) {
    return partsOf(parsed(text));
}

} // namespace

/// Filters as parts that can be switched, and back.
class TestFilterParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesApart_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts");
        QTest::newRow("none") << u" "_s << u""_s;
        QTest::newRow("one") << u"a = 1"_s << u"a = 1"_s;
        QTest::newRow("three") << u"a = 1 and b ~ x prod"_s << u"a = 1 | b ~ x | prod"_s;
        QTest::newRow("nested") << u"(a = 1 and (b = 2 && c = 3))"_s << u"a = 1 | b = 2 | c = 3"_s;
        QTest::newRow("or is one") << u"(x or y) and not z"_s << u"x or y | not z"_s;
    }
    void takesApart() {
        QFETCH(QString, text);
        QTEST(shown(partsOf(parsed(text.toStdString()))), "parts");
    }

    void switches() {
        FilterParts parts = toggled(partsOfText("a = 1 and b = 2 and c = 3"), 1);
        QCOMPARE(shown(parts), u"a = 1 | off b = 2 | c = 3"_s);
        QCOMPARE(canonicalText(*expressionOf(parts)), "a = 1 and c = 3");
        QCOMPARE(shown(withExpression(parts, parsed("d = 4"))), u"d = 4 | off b = 2"_s);
        QCOMPARE(shown(withExpression(parts, parsed("c = 3 and b = 2"))), u"c = 3 | b = 2"_s); // on again by typing
        QCOMPARE(shown(withExpression(parts, nullptr)), u"off b = 2"_s);
        QCOMPARE(expressionOf(withExpression(parts, nullptr)), nullptr);
        parts = toggled(without(parts, 0), 0);
        QCOMPARE(canonicalText(*expressionOf(parts)), "b = 2 and c = 3");
    }

    void replaces() {
        const FilterParts parts = toggled(partsOfText("a = 1 and b = 2 and c = 3 and d = 4"), 3);
        const std::size_t middle[] = {0, 2};
        QCOMPARE(shown(replaced(parts, middle, parsed("x and y"))), u"x | y | b = 2 | off d = 4"_s);
        QCOMPARE(shown(replaced(parts, middle, nullptr)), u"b = 2 | off d = 4"_s);
        QCOMPARE(shown(replaced(parts, {}, parsed("x"))), u"a = 1 | b = 2 | c = 3 | off d = 4 | x"_s);
        QCOMPARE(shown(replaced(parts, {}, parsed("b = 2"))), u"a = 1 | b = 2 | c = 3 | off d = 4"_s);
        QCOMPARE(shown(replaced(parts, {}, parsed("d = 4"))), u"a = 1 | b = 2 | c = 3 | d = 4"_s);
    }

    void findsWhatAnExpressionJoins() {
        using Places = std::vector<std::size_t>;
        const FilterParts parts = toggled(partsOfText("a = 1 and b = 2 and c = 3 and d = 4"), 3);
        QCOMPARE(placesOf(parsed("b = 2"), parts), Places{1});
        QCOMPARE(placesOf(parsed("c = 3 and a = 1"), parts), (Places{0, 2}));
        QCOMPARE(placesOf(parsed("c = 3 and x"), parts), Places{});     // one is missing
        QCOMPARE(placesOf(parsed("a = 1 and d = 4"), parts), Places{}); // one is off
        QCOMPARE(placesOf(nullptr, parts), Places{});
    }

    void inverts_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("other");
        QTest::newRow("equal") << u"a = 1"_s << u"a != 1"_s;
        QTest::newRow("empty") << u"a is empty"_s << u"a is not empty"_s;
        QTest::newRow("one of") << u"a in (1, 2)"_s << u"not a in (1, 2)"_s;
        QTest::newRow("or") << u"a or b"_s << u"not (a or b)"_s;
        QTest::newRow("less") << u"a < 1"_s << u"not a < 1"_s; // not `>=`: empty cells
    }
    void inverts() {
        QFETCH(QString, part);
        QFETCH(QString, other);
        const FilterParts parts = partsOf(parsed(part.toStdString()));
        QCOMPARE(shown(invertedAt(parts, 0)), other);
        QCOMPARE(shown(invertedAt(invertedAt(parts, 0), 0)), part);
    }

    /// Whatever is done to chips: the text of what is on selects what is on, one part after the other.
    void meansTheSame() {
        const TablePtr table = relations();
        Vocabulary vocabulary;
        for (const char* column : {"App", "Entity Type", "timestamp"})
            vocabulary.operands.push_back({column, {}, {}});
        vocabulary.operands.push_back({"metadata", {JsonPathKey{"n"}}, {}});
        vocabulary.operands.push_back({"entity_brn", {JsonPathKey{"type"}}, {}});
        vocabulary.texts = {"okta", "aws", "resource", "a b", "and", "9", "10", "2024-06-02", ""};
        vocabulary.patterns = {"a", "^r", "\\d/"};
        RandomExpressions random(vocabulary, 11);
        const Naive naive(*table, now());
        int several = 0;
        for (int round = 0; round < 2000; ++round) {
            const ExpressionPtr expression = random.next(3);
            if (!check(*table, expression)) continue;
            FilterParts parts = partsOf(expression);
            several += parts.size() > 1 ? 1 : 0;
            for (const std::size_t action : {random.below(4), random.below(4)}) {
                if (parts.empty()) break;
                const std::size_t at = random.below(parts.size());
                if (action == 0) parts = toggled(std::move(parts), at);
                if (action == 1) parts = invertedAt(parts, at);
                if (action == 2) parts = without(std::move(parts), at);
            }
            const ExpressionPtr made = expressionOf(parts);
            const ExpressionPtr read = made ? parsed(canonicalText(*made)) : nullptr;
            QVERIFY(!made || sameExpression(*made, *read));
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                const bool wanted = std::ranges::all_of(parts, [&](const FilterPart& part) {
                    return !part.on || naive.holds(*part.expression, RowId{row});
                });
                QCOMPARE(!read || naive.holds(*read, RowId{row}), wanted);
            }
        }
        QVERIFY(several > 100);
    }
};

QTEST_GUILESS_MAIN(TestFilterParts)
#include "test_filterparts.moc"
