#include "models/query/textorder.h"
#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

std::string order(const Table& table, const std::string& keys) {
    const auto parsed = parseSort(keys, table);
    if (!parsed) return "error " + name(parsed.error().problem);
    const auto rows = sorted(table, allRows(table), *parsed);
    return rows ? rowNumbers(*rows) : "error " + name(rows.error().problem);
}

/// One column of an integrations table, with the cells given.
TablePtr column(const std::string& header, const Cells& cells) {
    std::vector<Cells> records = {{"ID", "Name", "Status", header}};
    for (const std::string& cell : cells)
        records.push_back({"i", "n", "s", cell});
    return tableOf(records);
}

} // namespace

class TestSort : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// So many that two threads share the work, most of them alike for a long while.
    void manyTextsAreSortedByTheirBytes() {
        std::mt19937 random(1);
        std::vector<std::string> texts;
        for (int i = 0; i < 60'000; ++i) {
            std::string text(random() % 3 * 20, 'b');
            for (auto left = random() % 12; left > 0; --left)
                text += "\0ab\xff"[random() % 4];
            texts.push_back(std::move(text));
        }
        std::vector<TextEntry> entries;
        for (const std::string& text : texts)
            entries.push_back({text, static_cast<std::uint32_t>(entries.size())});
        sortByBytes(entries);
        std::ranges::shuffle(entries, random); // what was found out is found out anew
        sortByBytes(entries);
        std::vector<bool> seen(texts.size());
        for (const TextEntry& entry : entries) {
            QVERIFY(!seen[entry.what]);
            seen[entry.what] = true;
            QCOMPARE(entry.text, std::string_view(texts[entry.what]));
            QCOMPARE(entry.repeats, &entry != entries.data() && (&entry)[-1].text == entry.text);
        }
        QVERIFY(std::ranges::is_sorted(entries, {}, &TextEntry::text));
    }

    /// `cells` in the order they should come out; each is tried from a shuffled file. Cells joined by `=` are equal:
    /// they keep the order of the file, also when descending.
    void orders_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArrayList>("cells");
        const auto row = [](const char* what, const char* header, const char* key, const QByteArrayList& cells) {
            QTest::newRow(what) << QByteArray(header) << QByteArray(key) << cells;
        };
        row("instants", "Last Run", "last_run",
            {"0001-01-01", "2021-07-26T18:00:00Z", "2021-07-26T18:00:00.5Z",
             "06/01/2024|2024-06-01|2024-06-01T05:30:00+05:30", "9999-12-31", "!soon|!2024-13-01", "!"});
        row("numbers", "Reviewer Count", "reviewer_count",
            {"-1e400", "-10", "-9", "0|-0|0.0", "1e-7", "2", "3|3.0|03|3e0", "10", "1e400", "!x|!1,5", "!"});
        row("naturally", "Primary Owner", "primary_owner",
            {"-",
             "0",
             "00",
             "2",
             "10",
             "99999999999999999999",
             "100000000000000000000",
             "a",
             "a2",
             "a2b",
             "a02c",
             "a10",
             "a10b",
             "ab",
             "B",
             "b",
             "b-3",
             "b-10",
             "z",
             "\xC3\x9C",
             "\xC3\xBC",
             "\xC3\xBC"
             "a",
             "\xE6\x9D\x8E",
             "!"});
        row("URLs naturally", "Extra", "extra", {"http://x/2", "http://x/10", "http://x/10/a", "!"});
        row("IDs by bytes", "ID2", "id2", {"B", "a10", "a2", "b", "!"});
        row("JSON by bytes", "Metadata", "metadata", {"\"B\"", "10", "2", "[1]", "null", "{\"a\":1}", "{b", "!"});
        row("a path", "Metadata", "metadata.n",
            {"{\"n\":-1}", "{\"n\":3}|{\"n\":3.0}", "{\"n\":20}", "{\"n\":\"a2\"}", "{\"n\":\"a10\"}", "{\"n\":\"B\"}",
             "{\"n\":false}", "{\"n\":true}", "{\"n\":[2]}", "{\"n\":{}}", "!{}|!{\"n\":null}|!{broken|!|!3"});
        row("secrets as their dots", "Metadata", "metadata.value",
            {"{\"value\":\"a\"}",
             "{\"type\":\"secret\",\"value\":\"z\"}|{\"type\":\"secret\",\"value\":\"b\"}|{\"type\":\"secret\","
             "\"value\":1}",
             "{\"value\":\"\xE2\x80\xA3\"}"});
    }
    void orders() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, key);
        QFETCH(QByteArrayList, cells);
        if (header == "ID2") return idsByBytes(cells);
        std::mt19937 random(3);
        for (int i = 0; i < 5; ++i) {
            // cell, group; the last groups (`!`) stay last in either direction
            std::vector<std::pair<std::string, int>> file;
            int lastValue = -1;
            for (int group = 0; group < cells.size(); ++group) {
                for (QByteArray cell : cells[group].split('|')) {
                    const bool last = cell.startsWith('!');
                    file.emplace_back(cell.mid(last ? 1 : 0).toStdString(), group);
                    if (!last) lastValue = group;
                }
            }
            std::ranges::shuffle(file, random);
            Cells column;
            for (const auto& [cell, group] : file)
                column.push_back(cell);
            const TablePtr table = ::column(header.toStdString(), column);
            for (const bool descending : {false, true}) {
                std::vector<std::size_t> expected(file.size());
                for (std::size_t row = 0; row < expected.size(); ++row)
                    expected[row] = row;
                const auto place = [&](std::size_t row) {
                    const int group = file[row].second;
                    return descending && group <= lastValue ? lastValue - group : group;
                };
                std::ranges::stable_sort(expected, {}, place);
                std::string numbers;
                for (const std::size_t row : expected)
                    numbers += (numbers.empty() ? "" : " ") + std::to_string(row + 1);
                QCOMPARE(order(*table, key.toStdString() + (descending ? ":desc" : "")), numbers);
            }
        }
    }

    void brnsByBytes() {
        const TablePtr table = relations();
        QCOMPARE(order(*table, "parent_entity_brn"), std::string("2 1 4 3"));
        QCOMPARE(order(*table, "entity_brn.key"), std::string("1 4 2 3"));
        QCOMPARE(order(*table, "entity_brn.key:desc"), std::string("3 2 4 1"));
        QCOMPARE(order(*table, "parent_entity_brn.type:desc"), std::string("1 4 2 3"));
        QCOMPARE(order(*table, "metadata.n"), std::string("3 2 1 4"));
        QCOMPARE(order(*table, "parent_type"), std::string("2 1 4 3"));
    }

    void severalKeys() {
        const TablePtr table = relations();
        QCOMPARE(order(*table, "app,timestamp:desc"), std::string("3 4 2 1"));
        QCOMPARE(order(*table, "app:desc, entity_type"), std::string("1 2 4 3"));
        QCOMPARE(order(*table, "timestamp:desc,app,entity_brn.key"), std::string("4 3 2 1"));
    }

    void keepsTheRowsItIsGiven() {
        const TablePtr table = relations();
        const auto keys = parseSort("app", *table);
        const auto rows = sorted(*table, {RowId{3}, RowId{1}, RowId{2}, RowId{0}}, *keys);
        QCOMPARE(rowNumbers(*rows), std::string("4 3 2 1"));
        QVERIFY(sorted(*table, {}, *keys)->empty());
        QCOMPARE(rowNumbers(*sorted(*table, {RowId{3}, RowId{1}}, {})), std::string("4 2"));
    }

    void manyDistinctValues() {
        std::vector<Cells> records = {{"n", "g"}};
        std::vector<int> numbers(40'000);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = static_cast<int>(i * 7919 % numbers.size());
        for (const int number : numbers)
            records.push_back({"n" + std::to_string(number), std::to_string(number % 3)});
        const TablePtr table = tableOf(records);
        const auto rows = sorted(*table, allRows(*table), *parseSort("g:desc,n", *table));
        QCOMPARE(rows->size(), numbers.size());
        const auto place = [&](RowId row) { return std::pair(-(numbers[row.value] % 3), numbers[row.value]); };
        QVERIFY(std::ranges::is_sorted(*rows, {}, place));
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr table = relations();
        const auto rows = sorted(*table, allRows(*table), *parseSort("app", *table), stop.get_token());
        QVERIFY(!rows);
        QVERIFY(rows.error().problem == QueryProblem::Cancelled);
    }

    void readsKeys_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<int>("begin");
        const auto row = [](const char* text, const char* problem, int begin) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(problem) << begin;
        };
        row("app,", "Syntax", 4);
        row("", "Syntax", 0);
        row("app, nosuch:desc", "UnknownColumn", 5);
        row("app:asc", "UnknownColumn", 0);
        row("app desc", "Syntax", 4);
        row("entity_brn.x", "UnknownBrnPart", 0);
        row("app,app.x", "NotJson", 4);
    }
    void readsKeys() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, problem);
        QFETCH(int, begin);
        const auto keys = parseSort(text.toStdString(), *relations());
        QVERIFY(!keys);
        QCOMPARE(name(keys.error().problem), problem.toStdString());
        QCOMPARE(static_cast<int>(keys.error().span.begin), begin);
    }

private:
    static void idsByBytes(const QByteArrayList& cells) {
        std::vector<Cells> records = {{"ID", "Name", "Status"}};
        for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell)
            records.push_back({*cell == "!" ? std::string() : cell->toStdString(), "n", "s"});
        QCOMPARE(order(*tableOf(records), "id"), std::string("5 4 3 2 1"));
        QCOMPARE(order(*tableOf(records), "id:desc"), std::string("2 3 4 5 1"));
    }
};

QTEST_APPLESS_MAIN(TestSort)
#include "test_sort.moc"
