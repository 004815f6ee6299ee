#include "models/table/tablewriter.h"
#include "tests/items/tables.h"

#include <QTest>

#include <map>
#include <string>

using namespace idscope;
using namespace idscope::test;

namespace {

constexpr std::string_view secretsCsv =
    "ID*,Name*,Status*,Metadata\n"
    "1,\"Okta, EU\",active,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n"
    "2,\"say \"\"hi\"\"\",=1+1,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n";

using Rows = std::vector<RowId>;

struct Wish {
    std::optional<Rows> rows = {};
    std::optional<std::vector<WrittenColumn>> columns = {};
    CsvOptions options = {};
};

QByteArray written(const TablePtr& table, const Wish& wish = {}) {
    std::string out;
    const auto result = writeCsv(*table, wish.rows ? std::optional(std::span<const RowId>(*wish.rows)) : std::nullopt,
                                 wish.columns.value_or(fileColumns(*table)), wish.options, [&](std::string_view bytes) {
                                     out += bytes;
                                     return true;
                                 });
    if (!result) return "<failed>";
    if (result->bytes != out.size()) return "<bytes are miscounted>";
    if (result->rows != (wish.rows ? wish.rows->size() : table->rowCount())) return "<rows are miscounted>";
    return QByteArray::fromStdString(out);
}

} // namespace

class TestTableWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void canonicalFilesComeOutAsTheyAre_data() {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n3,4\n");
        QTest::newRow("header alone") << QByteArray("a,b\n");
        QTest::newRow("quotes") << QByteArray("a,\"b,c\"\n\"x\ny\",\"say \"\"hi\"\"\"\n");
        QTest::newRow("CR and CR LF in cells") << QByteArray("a\n\"x\ry\"\n\"x\r\ny\"\n");
        QTest::newRow("odd bytes") << QByteArray("a,b\n\xff\xc0,a\0b\n", 11);
        QTest::newRow("repeated names") << QByteArray("a,a,A\n1,2,3\n");
        QTest::newRow("one column with empty cells") << QByteArray("a\n\nx\n\n");
        QTest::newRow("markup") << QByteArray("a\n<b>&amp;\n");
    }
    void canonicalFilesComeOutAsTheyAre() {
        QFETCH(QByteArray, csv);
        QCOMPARE(written(tableOf(csv.toStdString())), csv);
    }

    void shortRowsAreFilledAndSurplusKeptOnDemand() {
        const TablePtr table = tableOf("a,b\n1\n1,2,3,\"4,5\"\n6,7\n");
        QCOMPARE(written(table), QByteArray("a,b\n1,\n1,2\n6,7\n"));
        QCOMPARE(written(table, {.options = {.surplus = true}}), QByteArray("a,b\n1,\n1,2,3,\"4,5\"\n6,7\n"));
    }

    void secretsInSurplusAreMasked() {
        const QByteArray csv = "a\n1,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n";
        const TablePtr table = tableOf(csv.toStdString());
        QVERIFY(!written(table, {.options = {.surplus = true}}).contains("hunter2"));
        QCOMPARE(written(table, {.options = {.revealSecrets = true, .surplus = true}}), csv);
    }

    void writesRowsAndColumnsInTheOrderAskedFor() {
        const TablePtr table = tableOf("a,b,c\n1,2,3\n4,5,6\n7,8,9\n");
        QCOMPARE(written(table, {.rows = Rows{RowId{2}, RowId{0}},
                                 .columns = std::vector{writtenColumn(*table, ColumnId{2}),
                                                        writtenColumn(*table, ColumnId{0})}}),
                 QByteArray("c,a\n9,7\n3,1\n"));
        QCOMPARE(written(table, {.rows = Rows{}}), QByteArray("a,b,c\n"));
    }

    void masksSecretsUnlessToldOtherwise() {
        const TablePtr table = tableOf(secretsCsv);
        QCOMPARE(written(table), QByteArray(secretsCsv.data(), secretsCsv.size()).replace("hunter2", "••••••••"));
        QCOMPARE(written(table, {.options = {.revealSecrets = true}}),
                 QByteArray(secretsCsv.data(), secretsCsv.size()));
    }

    void asksForTextsOncePerValue() {
        const TablePtr table = tableOf("a\nx\ny\nx\nx\n");
        std::map<std::uint32_t, int> asked;
        const WrittenColumn column{.header = "a.b", .column = ColumnId{0}, .text = [&](Code code) {
                                       ++asked[code.value];
                                       return std::string(table->value(ColumnId{0}, code)) + ",";
                                   }};
        QCOMPARE(written(table, {.columns = std::vector{column}}), QByteArray("a.b\n\"x,\"\n\"y,\"\n\"x,\"\n\"x,\"\n"));
        QCOMPARE(asked.size(), 2U);
        for (const auto& [code, times] : asked)
            QCOMPARE(times, 1);
    }

    void derivedColumnsAreWrittenUnderTheirLabel() {
        const TablePtr table = tableOf("ID,Name,Type,Light Text Color,Light Background Color\n1,n,t,#000,#fff\n");
        const auto derived = table->find("contrast_light");
        QVERIFY(derived);
        QCOMPARE(written(table), QByteArray("ID,Name,Type,Light Text Color,Light Background Color\n1,n,t,#000,#fff\n"));
        QCOMPARE(written(table, {.columns = std::vector{writtenColumn(*table, *derived)}}),
                 QByteArray("contrast_light\n21.00\n"));
    }

    void spreadsheetsGetMarkLineEndsAndNoFormulas() {
        std::string out;
        const TablePtr table = tableOf("a,=b\n=1+1,-5\nx,@y\n");
        const auto result =
            writeCsv(*table, std::nullopt, fileColumns(*table), {.spreadsheet = true}, [&](std::string_view bytes) {
                out += bytes;
                return true;
            });
        QCOMPARE(QByteArray::fromStdString(out), QByteArray("\xEF\xBB\xBF"
                                                            "a,'=b\r\n'=1+1,-5\r\nx,'@y\r\n"));
        QVERIFY(result);
        QCOMPARE(result->changed, 3U);
    }

    void countsWhatASpreadsheetWouldRun() {
        const TablePtr table = tableOf("a,=b\n=1+1,-5\n=1+1,@y\nx,\n");
        const auto result = writeCsv(*table, std::nullopt, fileColumns(*table), {}, [](auto) { return true; });
        QVERIFY(result);
        QCOMPARE(result->formulas, 4U); // the header's, two of one value, and the last
        QCOMPARE(result->changed, 0U);
    }

    void manyDifferentValuesAreWrittenAsFew() {
        std::string csv = "a\n";
        for (int i = 0; i < 70'000; ++i)
            csv += "\"=" + std::to_string(i) + ",\"\n";
        const TablePtr table = tableOf(csv + csv.substr(2));
        const QByteArray bytes = written(table);
        QCOMPARE(bytes, QByteArray::fromStdString(csv + csv.substr(2)));
        const auto result = writeCsv(*table, std::nullopt, fileColumns(*table), {}, [](auto) { return true; });
        QCOMPARE(result->formulas, 140'000U);
    }

    void stopsWhenTheSinkFails() {
        const TablePtr table = tableOf(relationsCsv(5'000));
        for (const int failing : {1, 2, 3}) {
            int calls = 0;
            const auto result = writeCsv(*table, std::nullopt, fileColumns(*table), {},
                                         [&](std::string_view) { return ++calls < failing; });
            QVERIFY(!result);
            QCOMPARE(result.error(), CsvWriteError::SinkFailed);
            QCOMPARE(calls, failing);
        }
    }

    void stopsWhenAsked() {
        const TablePtr table = tableOf(relationsCsv(20'000));
        std::stop_source stop;
        std::uint64_t told = 0;
        const auto result = writeCsv(
            *table, std::nullopt, fileColumns(*table), {}, [](std::string_view) { return true; }, stop.get_token(),
            [&](std::uint64_t rows) {
                told = rows;
                if (rows > 0) stop.request_stop();
            });
        QVERIFY(!result);
        QCOMPARE(result.error(), CsvWriteError::Cancelled);
        QVERIFY(told > 0 && told < 20'000);
    }
};

QTEST_APPLESS_MAIN(TestTableWriter)
#include "test_tablewriter.moc"
