#include "tests/query/naive.h"
#include "tests/query/randomtables.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

Vocabulary vocabulary() {
    const JsonPathStep a = JsonPathKey{"a"};
    const JsonPathStep deep = JsonPathAnyDepth{};
    Vocabulary all;
    for (const char* column : {"App", "timestamp", "parent_entity_brn", "Entity BRN", "METADATA", "Count", "Note"})
        all.operands.push_back({column, {}, {}});
    for (const char* part : {"tenant", "type", "key"})
        all.operands.push_back({"entity_brn", {JsonPathKey{part}}, {}});
    all.operands.push_back({"metadata", {a}, {}});
    all.operands.push_back({"metadata", {JsonPathKey{"n"}}, {}});
    all.operands.push_back({"metadata", {deep}, {}});
    all.operands.push_back({"metadata", {deep, a}, {}});
    all.operands.push_back({"metadata", {JsonPathKey{"l"}, JsonPathAnyElement{}, a}, {}});
    all.operands.push_back({"metadata", {JsonPathIndex{0}, JsonPathKey{"value"}}, {}});
    all.texts = words;
    all.texts.insert(all.texts.end(), numbers.begin(), numbers.end());
    all.texts.insert(all.texts.end(), instants.begin(), instants.end());
    all.texts.insert(all.texts.end(), brns.begin(), brns.end());
    all.texts.insert(all.texts.end(), jsons.begin(), jsons.end());
    all.patterns = {"a", "^a", "d$", "^$", "bond|admin", "\\d+", "j\xC3\xBC", "[^x]{3}", "hunter", "", ".", "value.:."};
    return all;
}

} // namespace

class TestSelectRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAskingEveryRow() {
        RandomExpressions random(vocabulary(), 7);
        int selective = 0;
        for (int tables = 0; tables < 20; ++tables) {
            const TablePtr table = randomTable(random, 1 + random.below(40));
            for (int i = 0; i < 100; ++i) {
                const ExpressionPtr expression = random.next(random.below(4));
                const auto rows = select(*table, expression, {now()});
                QCOMPARE(rows.has_value(), check(*table, expression).has_value());
                if (!rows) continue; // `<` with what does not compare, `is invalid` of a path
                RowList expected;
                for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                    if (Naive(*table, now()).holds(*expression, RowId{row})) expected.push_back(RowId{row});
                QVERIFY2(*rows == expected,
                         (canonicalText(*expression) + "\n" + rowNumbers(*rows) + "\n" + rowNumbers(expected)).c_str());
                if (!rows->empty() && rows->size() < table->rowCount()) ++selective;
            }
        }
        QVERIFY2(selective > 400, std::to_string(selective).c_str()); // else little was tested
    }
};

QTEST_APPLESS_MAIN(TestSelectRandom)
#include "test_selectrandom.moc"
