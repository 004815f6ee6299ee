#include "models/query/operandvalues.h"
#include "models/query/valueorder.h"
#include "tests/query/naive.h"
#include "tests/query/randomtables.h"
#include "tests/support/printing.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <set>

using namespace idscope;
using namespace idscope::test;

namespace {

const std::vector<std::string> operands = {
    "app",        "timestamp",   "parent_entity_brn", "entity_brn",      "metadata",         "count",
    "note",       "parent_type", "entity_brn.type",   "entity_brn.key",  "metadata.a",       "metadata.n",
    "metadata.l", "metadata..",  "metadata..a",       "metadata.l[*].a", "metadata[0].value"};

Operand operandOf(const Table& table, const std::string& text) {
    return *bindOperand(*parseOperand(text), table);
}

std::string toText(const OperandValues& values, const std::vector<std::uint32_t>& counts) {
    std::map<std::string, std::uint32_t> all;
    for (std::uint32_t value = 0; value < values.size(); ++value)
        if (counts[value] > 0) all[std::string(values.text(value))] = counts[value];
    std::string text;
    for (const auto& [value, count] : all)
        text += value + "=" + std::to_string(count) + "|";
    return text + "empty=" + std::to_string(counts[values.empty()]) +
           "|invalid=" + std::to_string(counts[values.invalid()]);
}

/// What selects the rows with a value, by hand; nothing for what equals nothing.
ExpressionPtr expressionOf(const Table& table, const std::string& operand, const OperandValues& values,
                           std::uint32_t value) {
    const OperandName name = *parseOperand(operand);
    const auto make = [](auto node) { return std::make_shared<const Expression>(Expression{std::move(node), {}}); };
    if (value == values.empty()) return make(HasState{name, StateOp::Empty});
    if (value == values.invalid()) return make(HasState{{name.column, {}, {}}, StateOp::Invalid});
    const std::string text(values.text(value));
    const ValueKind kind = values.kind(value);
    if (kind == ValueKind::Secret || kind == ValueKind::Container) return nullptr;
    const bool isPath = operandOf(table, operand).kind == Operand::Kind::Path;
    return make(Compare{name, CompareOp::Equal, {text, !isPath || kind == ValueKind::Text, {}}});
}

} // namespace

class TestOperandValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// So many that two threads share the counting; some of the rows in any order.
    void manyRowsAreCountedOnce() {
        constexpr std::uint32_t rows = 400'000;
        std::string csv = "few,many\n";
        for (std::uint32_t i = 0; i < rows; ++i)
            csv += std::to_string(i % 7) + "," + std::to_string(i % 90'001) + "\n";
        const TablePtr table = *loadTableFromMemory(csv, "many", {});
        for (const std::uint32_t column : {0U, 1U}) {
            const auto naive = [&](std::uint32_t step) {
                std::vector<std::uint32_t> counts(table->distinct(ColumnId{column}));
                for (std::uint32_t i = 0; i < rows; i += step)
                    ++counts[table->code(RowId{i}, ColumnId{column}).value];
                return counts;
            };
            QCOMPARE(countCodes(*table, ColumnId{column}), naive(1));
            std::vector<RowId> some;
            for (std::uint32_t i = 0; i < rows; ++i)
                if (const std::uint32_t row = (i + 250'000) % rows; row % 2 == 0) some.push_back(RowId{row});
            QCOMPARE(countCodes(*table, ColumnId{column}, some), naive(2));
        }
    }
    void stoppedReadingsGiveNothing() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr table = integrations();
        for (const char* operand : {"name", "last_run", "metadata", "metadata.n"}) {
            QVERIFY(!OperandValues::of(operandOf(*table, operand), *table, stop.get_token()));
            QVERIFY(OperandValues::of(operandOf(*table, operand), *table)); // nothing was kept
        }
    }

    /// However many values one cell has: looking through all of them for each would take many minutes.
    void readsALongListOnce() {
        std::string list = "{\"l\":[";
        constexpr std::uint32_t elements = 200'000;
        for (std::uint32_t i = 0; i < elements; ++i)
            list += std::to_string(i) + "," + std::to_string(i) + ",";
        list += "0]}";
        const TablePtr table = tableOf({{"ID", "Name", "Status", "Metadata"}, {"1", "a", "b", list}});
        QElapsedTimer timer;
        timer.start();
        const auto values = OperandValues::of(operandOf(*table, "metadata.l[*]"), *table);
        QCOMPARE(values->size(), elements);
        QVERIFY(values->hasSeveral());
        QVERIFY2(timer.elapsed() < 60'000, QByteArray::number(timer.elapsed()).constData());
    }

    void countsAsAskingEveryRowDoes() {
        RandomExpressions random({}, 11);
        std::set<std::string> kindsSeen;
        for (int tables = 0; tables < 25; ++tables) {
            const TablePtr table = randomTable(random, 1 + random.below(40));
            RowList some;
            for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                if (random.below(2) == 0) some.push_back(RowId{row});
            for (const std::string& text : operands) {
                const Operand operand = operandOf(*table, text);
                const auto values = OperandValues::of(operand, *table);
                const auto all = values->perValue(countCodes(*table, operand.column));
                const auto inSome = values->perValue(countCodes(*table, operand.column, some));
                for (std::uint32_t value = 0; value < values->size() + 2; ++value) {
                    const ExpressionPtr expression = expressionOf(*table, text, *values, value);
                    if (!expression) continue;
                    if (value == values->invalid() && operand.kind != Operand::Kind::Path) {
                        QCOMPARE(all[value], 0U);
                        continue;
                    }
                    const Naive naive(*table, now());
                    std::uint32_t expected = 0;
                    for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                        if (naive.holds(*expression, RowId{row})) ++expected;
                    QVERIFY2(all[value] == expected, canonicalText(*expression).c_str());
                    expected = 0;
                    for (const RowId row : some)
                        if (naive.holds(*expression, row)) ++expected;
                    QVERIFY2(inSome[value] == expected, canonicalText(*expression).c_str());
                    if (expected > 0) kindsSeen.insert(text);
                }
            }
        }
        QCOMPARE(kindsSeen.size(), operands.size());
    }

    void seesWhatSeveralCellsShare() {
        const TablePtr table = integrations();
        const auto text = [&](const char* name) {
            const Operand operand = operandOf(*table, name);
            const auto values = OperandValues::of(operand, *table);
            return toText(*values, values->perValue(countCodes(*table, operand.column)));
        };
        // Two spellings of one instant; what is none is a value.
        QCOMPARE(text("last_run"), "2024-05-01 00:00:00=1|2024-06-01T00:00:00Z=2|yesterday=1|empty=1|invalid=0");
        // "3" and 3 are two values, 3 and 3.0 one; a row counts under each of its values, and once.
        QCOMPARE(text("metadata.n"), "3=1|empty=3|invalid=1"); // the string overwrites the number in this text
        QCOMPARE(text("metadata[*].n"), "3.0=1|empty=4|invalid=1");
        QCOMPARE(text("metadata.d"), "1=1|2=1|empty=4|invalid=1");
        QCOMPARE(text("metadata.nul"), "empty=5|invalid=1");
        QCOMPARE(text("metadata.list"), "[{\"key\":\"client_id\"},{\"key\":\"b\"}]=1|empty=4|invalid=1");
        QCOMPARE(text("metadata[0].value"), std::string(secretDots) + "=1|empty=4|invalid=1");
        QCOMPARE(text("message"), "1 error occured=1|a/b (c)=1|null=1|\xFF bad=1|empty=1|invalid=0");
        QCOMPARE(OperandValues::of(operandOf(*table, "metadata.d"), *table)->hasSeveral(), true);
        QCOMPARE(OperandValues::of(operandOf(*table, "metadata.e"), *table)->hasSeveral(), false);
    }

    void ordersByBytesAndByValue() {
        const TablePtr table = tableOf({{"ID", "Name", "Last Run", "Status", "Metadata", "Reviewer Count"},
                                        {"b10", "b10", "2024-06-01", "x", "{\"k\":\"b10\"}", "9"},
                                        {"b9", "b9", "05/01/2024", "x", "{\"k\":10}", "10"},
                                        {"B9", "B9", "soon", "x", "{\"k\":9}", "x"},
                                        {"a", "a", "", "x", "{\"k\":\"b9\"}", ""},
                                        {"c", "", "", "x", "{\"k\":true}", ""},
                                        {"d", "", "", "x", "{\"k\":[1]}", ""}});
        const auto texts = [&](const char* name, const auto& order) {
            const Operand operand = operandOf(*table, name);
            const auto values = OperandValues::of(operand, *table);
            std::string text;
            const auto list = order(operand, *table, std::stop_token{});
            for (const std::uint32_t value : *list)
                text.append(values->text(value)).append("|");
            return text;
        };
        QCOMPARE(texts("id", valuesByBytes), "B9|a|b10|b9|c|d|");
        QCOMPARE(texts("id", valuesInOrder), "B9|a|b10|b9|c|d|");
        QCOMPARE(texts("name", valuesInOrder), "|a|B9|b9|b10|");
        QCOMPARE(texts("last_run", valuesInOrder), "05/01/2024|2024-06-01|soon|");
        QCOMPARE(texts("reviewer_count", valuesInOrder), "9|10||x|");
        QCOMPARE(texts("metadata.k", valuesInOrder), "9|10|b9|b10|true|[1]|");
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr table = integrations();
        QVERIFY(!OperandValues::of(operandOf(*table, "metadata.n"), *table, stop.get_token()));
        QVERIFY(!valuesInOrder(operandOf(*table, "metadata.n"), *table, stop.get_token()));
    }
};

QTEST_APPLESS_MAIN(TestOperandValues)
#include "test_operandvalues.moc"
