#include "tests/query/naive.h"
#include "tests/query/randomexpression.h"
#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

const std::vector<std::string> words = {
    "active", "Active", "admin", "bond", "Bond",    "a2",       "a10", "",  "J\xC3\xBCrgen", "J\xC3\x9CRGEN",
    "x y",    "3",      "true",  "null", "hunter2", "identity", "01T", "k", "-30d",          "2024-06-01"};
const std::vector<std::string> numbers = {"3", "3.0", "03", "3e0", "10", "-1", "", "x", "1e400", "2024-06-01"};
const std::vector<std::string> instants = {
    "2024-06-01", "2024-06-01T00:00:00Z", "06/01/2024", "2024-05-01 00:00:00", "2024-06-01T05:30:00+05:30", "soon", "",
    "3"};
const std::vector<std::string> brns = {"brn:bid:balkanid:::01T:identity:k", "brn:bid:balkanid:::01T:resource:a2",
                                       "brn:bid:balkanid:::02T:identity:bond", "legacy", ""};
const std::vector<std::string> jsons = {
    "{\"a\":\"admin\",\"n\":3}",
    "{\"a\":\"Bond\",\"n\":3.0,\"l\":[{\"a\":1},{\"a\":\"bond\"}]}",
    "{\"a\":true,\"n\":\"3\"}",
    "{\"a\":null,\"n\":null}",
    "{\"a\":\"2024-06-01\",\"a\":\"x\"}",
    "[1,\"a2\",{\"a\":[false]}]",
    "{\"a\":\"\",\"type\":\"secret\",\"value\":\"hunter2\"}",
    "[{\"type\":\"secret\",\"value\":{\"a\":\"hunter2\"}}]",
    "{\"type\":\"secret\",\"value\":null}",
    "{\"a\":\"secret\",\"value\":\"hunter2",
    "\"bond\"",
    "null",
    "{broken",
    "",
};

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

TablePtr randomTable(RandomExpressions& random, std::size_t rows) {
    const auto pick = [&](const std::vector<std::string>& from) { return from[random.below(from.size())]; };
    std::vector<Cells> records = {{"App", "Timestamp", "Integration", "Parent Entity BRN", "Entity BRN", "Entity Type",
                                   "Source System", "Metadata Version", "Metadata", "Count", "Note"}};
    for (std::size_t i = 0; i < rows; ++i)
        records.push_back({pick(words), pick(instants), "i", pick(brns), pick(brns), "t", "s", "1", pick(jsons),
                           pick(numbers), pick(instants)});
    return tableOf(records);
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
