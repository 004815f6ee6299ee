#include "models/query/facetcounts.h"
#include "models/query/jsonpaths.h"
#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

Operand operandOf(const Table& table, const std::string& text) {
    return *bindOperand(*parseOperand(text), table);
}

RowList rowsWhere(const Table& table, std::string_view where) {
    return *select(table, *parseExpression(where), {now()});
}

/// `value within/all`, one after the other.
std::string listed(const Table& table, const std::string& name, std::string_view where, FacetOrder order,
                   const std::string& search = {}) {
    const Operand operand = operandOf(table, name);
    const RowList rows = rowsWhere(table, where);
    const auto counts = facetCounts(operand, table, where.empty() ? std::nullopt : std::optional(std::span(rows)));
    std::string text;
    const auto list = listedValues(*counts, operand, table, order, search);
    for (const std::uint32_t value : *list) {
        const OperandValues& values = *counts->values;
        text += value == values.empty()     ? "(empty)"
                : value == values.invalid() ? "(invalid)"
                                            : std::string(values.text(value));
        text += " " + std::to_string((*counts->within)[value]) + "/" + std::to_string((*counts->all)[value]) + ", ";
    }
    return text;
}

TablePtr people() {
    return tableOf({{"ID", "Name", "Last Run", "Status", "Metadata"},
                    {"1", "a10", "", "active", "{\"k\":\"x\",\"l\":[{\"m\":1},{\"m\":2}],\"n\":null}"},
                    {"2", "a2", "", "active", "{\"k\":\"y\",\"o\":{\"p q\":true},\"\\u006b\":\"z\"}"},
                    {"3", "a2", "", "new", "{broken"},
                    {"4", "\xC3\x9C", "", "new", "{\"k\":\"x\"}"},
                    {"5", "", "", "old", ""}});
}

} // namespace

class TestFacetCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsByCountThenBytes() {
        const TablePtr table = people();
        QCOMPARE(listed(*table, "name", "", FacetOrder::ByCount), "a2 2/2, a10 1/1, \xC3\x9C 1/1, (empty) 1/1, ");
        QCOMPARE(listed(*table, "name", "status = active", FacetOrder::ByCount),
                 "a10 1/1, a2 1/2, \xC3\x9C 0/1, (empty) 0/1, ");
        QCOMPARE(listed(*table, "name", "status = nothing", FacetOrder::ByCount),
                 "a10 0/1, a2 0/2, \xC3\x9C 0/1, (empty) 0/1, ");
    }

    void listsByValue() {
        QCOMPARE(listed(*people(), "name", "status = active", FacetOrder::ByValue),
                 "a2 1/2, a10 1/1, \xC3\x9C 0/1, (empty) 0/1, ");
    }

    void findsValuesWithoutRegardToCase() {
        const TablePtr table = people();
        QCOMPARE(listed(*table, "name", "", FacetOrder::ByCount, "A1"), "a10 1/1, ");
        QCOMPARE(listed(*table, "name", "", FacetOrder::ByCount, "\xC3\xBC"), "\xC3\x9C 1/1, ");
        QCOMPARE(listed(*table, "name", "", FacetOrder::ByCount, "nobody"), "");
    }

    void countsPathsMissingAndBroken() {
        const TablePtr table = people();
        QCOMPARE(listed(*table, "metadata.k", "", FacetOrder::ByCount),
                 "x 2/2, y 1/1, z 1/1, (empty) 2/2, (invalid) 1/1, ");
        QCOMPARE(listed(*table, "metadata.l[*].m", "status = new", FacetOrder::ByCount),
                 "1 0/1, 2 0/1, (empty) 2/4, (invalid) 1/1, ");
    }

    void countsDistinctValues() {
        const TablePtr table = people();
        QCOMPARE(facetCounts(operandOf(*table, "name"), *table, {})->distinct, 3U);
        QCOMPARE(facetCounts(operandOf(*table, "metadata.k"), *table, {})->distinct, 3U);
        QCOMPARE(facetCounts(operandOf(*table, "last_run"), *table, {})->distinct, 0U);
    }

    void findsThePathsOfTheData() {
        const TablePtr table = people();
        std::string text;
        const auto paths = foundPaths(*table, *table->find("metadata"));
        for (const FoundPath& path : *paths)
            text += pathText(path.path) + " " + std::to_string(path.rows) + ", ";
        // An element counts a row once, an escaped name is the name.
        QCOMPARE(text, ".k 3, .l[*].m 1, .n 1, .o.\"p q\" 1, ");
    }

    void keysWithinSecretsAreNoPaths() {
        const TablePtr table =
            tableOf({{"ID", "Name", "Status", "Metadata"},
                     {"1", "n", "s", R"([{"type":"secret","value":{"k":[{"l":1}]}},{"value":{"m":2}}])"},
                     {"2", "n", "s", R"({"type":"s\u0065cret","value":[{"k":1}],"n":3})"}});
        std::string text;
        for (const FoundPath& path : *foundPaths(*table, *table->find("metadata")))
            text += pathText(path.path) + " " + std::to_string(path.rows) + ", ";
        QCOMPARE(text, "[*].type 1, [*].value 1, [*].value.m 1, .type 1, .value 1, .n 1, ");
    }

    void tellsOnlySoManyPaths() {
        std::string cell = "{";
        for (int i = 0; i < 5000; ++i)
            cell += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
        const TablePtr table = tableOf({{"ID", "Name", "Status", "Metadata"}, {"1", "n", "s", cell + "}"}});
        QCOMPARE(foundPaths(*table, *table->find("metadata"))->size(), maximumFoundPaths);
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr table = people();
        QVERIFY(!facetCounts(operandOf(*table, "metadata.k"), *table, {}, stop.get_token()));
        QVERIFY(!foundPaths(*table, *table->find("metadata"), stop.get_token()));
    }
};

QTEST_APPLESS_MAIN(TestFacetCounts)
#include "test_facetcounts.moc"
