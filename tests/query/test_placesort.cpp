#include "models/query/placesort.h"
#include "models/table/loader.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

using namespace idscope;

namespace {

constexpr ColumnId first{0};

/// So many rows, of which a few in a row share one of so many values of the first column.
TablePtr tableOfValues(std::uint32_t rows, std::uint32_t values) {
    std::string csv = "value\n";
    for (std::uint32_t row = 0; row < rows; ++row)
        csv += std::to_string(row / 3 * 7919 % values) + '\n';
    return *loadTableFromMemory(csv, "sample", {});
}

/// Some rows of the table, none twice, in any order.
RowList someRows(const Table& table, std::mt19937& random) {
    RowList rows = allRows(table);
    std::ranges::shuffle(rows, random);
    rows.resize(rows.size() * 4 / 5);
    return rows;
}

} // namespace

class TestPlaceSort : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts_data() {
        QTest::addColumn<quint32>("rows");
        QTest::addColumn<quint32>("values");
        QTest::addColumn<quint32>("places");
        const auto row = [](quint32 rows, quint32 values, quint32 places) {
            QTest::addRow("%u rows, %u values, %u places", rows, values, places) << rows << values << places;
        };
        row(1, 1, 2);
        row(2, 2, 2);
        row(40, 5, 3);
        row(3000, 700, 702);
        row(70'000, 1, 2);           // two threads from here on, all of them of one place
        row(70'000, 5, 7);           // few groups
        row(70'000, 23'000, 23'334); // a group stays in the cache
        row(70'000, 23'000, 1U << 21U);
        row(70'000, 23'000, 1U << 28U); // too wide for a word, with more places within a group than are worth counting
        row(70'000, 23'000, 0xFFFFFFFF);
        row(70'000, 3, 1U << 27U); // too wide, and as many rows in a group as are worth counting
    }

    /// All rows, and some in any order: as a stable sort has them.
    void sorts() {
        QFETCH(const quint32, rows);
        QFETCH(const quint32, values);
        QFETCH(const quint32, places);
        const TablePtr table = tableOfValues(rows, values);
        std::mt19937 random(1);
        std::vector<std::uint32_t> placeOf(table->distinct(first));
        for (std::uint32_t& place : placeOf)
            place = std::uniform_int_distribution<std::uint32_t>(0, places - 1)(random);
        placeOf.front() = 0;
        placeOf.back() = places - 1;
        const auto place = [&](RowId row) { return placeOf[table->code(row, first).value]; };

        RowList expected = allRows(*table);
        std::ranges::stable_sort(expected, {}, place);
        QVERIFY(sortedByPlace(*table, {}, first, placeOf, places, {}) == expected);

        expected = someRows(*table, random);
        const RowList some = expected;
        std::ranges::stable_sort(expected, {}, place);
        QVERIFY(sortedByPlace(*table, some, first, placeOf, places, {}) == expected);
    }

    void stops() {
        const TablePtr table = tableOfValues(70'000, 1000);
        const std::vector<std::uint32_t> placeOf(table->distinct(first), 1);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(sortedByPlace(*table, {}, first, placeOf, 2, stop.get_token()).size(), 70'000U); // of no use
    }

    void sortsNothing() {
        const TablePtr table = tableOfValues(0, 1);
        QVERIFY(sortedByPlace(*table, {}, first, {}, 2, {}).empty());
        QVERIFY(sortedByPlace(*table, RowList(), first, {}, 2, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestPlaceSort)
#include "test_placesort.moc"
