#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

std::string facetText(const Table& table, const std::string& operand, const std::string& where = {}) {
    const auto rows = select(table, *parseExpression(where), {now()});
    const auto bound = bindOperand(*parseOperand(operand), table);
    std::string out;
    for (const auto& [value, count] : facet(table, *rows, *bound))
        out += value + '=' + std::to_string(count) + ' ';
    return out;
}

/// What an operand shows row by row; `-` where there is nothing.
std::string texts(const Table& table, const std::string& operand, bool reveal = false) {
    const auto bound = bindOperand(*parseOperand(operand), table);
    std::string out;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        out += operandText(*bound, table, table.code(RowId{row}, bound->column), reveal).value_or("-") + '|';
    return out;
}

const std::string dots = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";

} // namespace

class TestOperand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void facets() {
        const TablePtr table = integrations();
        QCOMPARE(facetText(*table, "status"), std::string("active=2 Active=1 inactive=1 pending=1 "));
        QCOMPARE(facetText(*table, "status", "message is not empty"),
                 std::string("Active=1 active=1 inactive=1 pending=1 "));
        QCOMPARE(facetText(*table, "last_run", "status = active"), std::string("=1 2024-06-01T00:00:00Z=1 "));
        QCOMPARE(facetText(*table, "metadata.n"), std::string("=3 3=2 "));
        QCOMPARE(facetText(*table, "metadata[0].value"), "=4 " + dots + "=1 ");
        QCOMPARE(facetText(*table, "status", "nowhere"), std::string());
        QCOMPARE(facetText(*relations(), "entity_brn.type"), std::string("resource=2 connection=1 identity=1 "));
        QCOMPARE(facetText(*relations(), "parent_entity_brn.tenant"), std::string("01T=3 =1 "));
        QCOMPARE(facetText(*relations(), "parent_type"), std::string("identity=2 =1 connection=1 "));
    }

    void equalFacetsOfSecretsAreOne() {
        const TablePtr table = tableOf({{"ID", "Name", "Status", "Metadata"},
                                        {"1", "a", "b", "{\"type\":\"secret\",\"value\":\"x\"}"},
                                        {"2", "a", "b", "{\"type\":\"secret\",\"value\":\"y\"}"}});
        QCOMPARE(facetText(*table, "metadata"), "{\"type\":\"secret\",\"value\":\"" + dots + "\"}=2 ");
    }

    void shows() {
        const TablePtr table = integrations();
        QCOMPARE(texts(*table, "message"), std::string("|1 error occured|null|a/b (c)|\xFF bad|"));
        QCOMPARE(texts(*table, "metadata.privilegeValue"), std::string("true|true|-|-|-|"));
        QCOMPARE(texts(*table, "metadata.nul"), std::string("-|-|-|-|-|"));
        QCOMPARE(texts(*table, "metadata.d"), std::string("-|1|-|-|-|"));
        QCOMPARE(texts(*table, "metadata.e"), std::string("-||-|-|-|"));
        QCOMPARE(texts(*table, "metadata.list[0]"), std::string("{\"key\":\"client_id\"}|-|-|-|-|"));
        QCOMPARE(texts(*table, "metadata[0].value"), "-|-|" + dots + "|-|-|");
        QCOMPARE(texts(*table, "metadata[0].value", true), std::string("-|-|hunter2|-|-|"));
        QCOMPARE(texts(*table, "metadata[0]"),
                 "-|-|{\"name\":\"s\",\"type\":\"secret\",\"value\":\"" + dots + "\"}|-|-|");
        QCOMPARE(texts(*table, "metadata[0]", true),
                 std::string("-|-|{\"name\":\"s\",\"type\":\"secret\",\"value\":\"hunter2\"}|-|-|"));
        QVERIFY(!texts(*table, "metadata").contains("hunter2"));
        QVERIFY(texts(*table, "metadata", true).contains("hunter2"));
        QCOMPARE(texts(*relations(), "entity_brn.key"), std::string("c1|r10|r9|i|"));
        QCOMPARE(texts(*relations(), "parent_entity_brn.type"), std::string("identity|connection|-|identity|"));
    }

    void writesColumns() {
        const TablePtr table =
            tableOf({{"Entity Type", "x", "x", "a.b", "in", "  y ", "", "Größe", "a,b", "c(d", "a`b"}});
        std::string written;
        for (std::uint32_t i = 0; i < table->columnCount(); ++i) {
            const std::string text = columnText(*table, ColumnId{i});
            written += text + '|';
            const auto bound = bindOperand(*parseOperand(text), *table);
            QVERIFY2(bound && bound->column == ColumnId{i} && bound->kind == Operand::Kind::Cell, text.c_str());
        }
        QCOMPARE(written, std::string("entity_type|x|`x (2)`|`a.b`|`in`|y|``|größe|`a,b`|`c(d`|`a``b`|"));
    }

    void readsLists_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](const char* text, const char* read) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(read);
        };
        row("app", "0");
        row("APP,timestamp", "0 1");
        row(" app , Entity Type ", "0 5");
        row("`Entity Type`,entity_type", "5 5");
        row("metadata.\"a,b\",app", "8.\"a,b\" 0");
        row("metadata[0].x", "8[0].x");
        row("entity_brn.type", "4");
        row("parent_type", "9");
        row("app,,timestamp", "Syntax at 4");
        row("app,nosuch", "UnknownColumn at 4");
        row("app,`App", "Syntax at 4");
        row("Entity Kind", "Syntax at 7");
    }
    void readsLists() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, read);
        const auto operands = parseOperands(text.toStdString(), *relations());
        std::string found;
        if (!operands)
            found = name(operands.error().problem) + " at " + std::to_string(operands.error().span.begin);
        else
            for (const Operand& operand : *operands)
                found += (found.empty() ? "" : " ") + std::to_string(operand.column.value) + pathText(operand.path);
        QCOMPARE(found, read.toStdString());
    }

    void suggests_data() {
        QTest::addColumn<QByteArray>("operand");
        QTest::addColumn<QByteArray>("suggestion");
        const auto row = [](const char* operand, const char* suggestion) {
            QTest::newRow(operand) << QByteArray(operand) << QByteArray(suggestion);
        };
        row("ap", "app");
        row("appp", "app");
        row("pap", "app");
        row("Entity_Tpye", "entity_type");
        row("`Entity Tpye`", "entity_type");
        row("meta", "metadata");
        row("metdata.a[0]", "metadata.a[0]");
        row("parentype", "parent_type");
        row("entity_brn.typ", "entity_brn.type");
        row("entity_brn.Key", "entity_brn.key");
        row("`Entity BRN`.tenat", "`Entity BRN`.tenant");
        row("app.x", "app");
        row("zzz", "");
        row("entity_brn.zzzzz", "");
    }
    void suggests() {
        QFETCH(QByteArray, operand);
        QFETCH(QByteArray, suggestion);
        const auto bound = bindOperand(*parseOperand(operand.toStdString()), *relations());
        QVERIFY(!bound);
        QCOMPARE(bound.error().suggestion, suggestion.toStdString());
    }

    /// Whatever the columns are called, each has a name of its own that leads to it.
    void namesLeadToTheirColumns() {
        const std::string large(maximumExpressionLength + 1, 'h');
        for (const Cells& header : {Cells{"a", "a", "a"}, Cells{"a", "a", "a (2)"}, Cells{"a (2)", "a", "a"},
                                    Cells{"Name", "name", " NAME ", "name (2)"}, Cells{"a_b", "a b", "a b*"},
                                    Cells{"", "", "`"}, Cells{"x.y", "x[0]", "not"}, Cells{large, large, "a"}}) {
            const TablePtr table = tableOf({header});
            for (std::uint32_t i = 0; i < table->columnCount(); ++i) {
                const auto bound = bindOperand(operandName(Operand(ColumnId{i}), *table), *table);
                QVERIFY(bound);
                QCOMPARE(bound->column.value, i);
            }
        }
    }

    void suggestsBackticksForNamesWithDots() {
        const auto bound = bindOperand(*parseOperand("a.b"), *tableOf({{"a.b"}, {"1"}}));
        QVERIFY(!bound);
        QCOMPARE(bound.error().suggestion, std::string("`a.b`"));
    }
};

QTEST_APPLESS_MAIN(TestOperand)
#include "test_operand.moc"
