#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/csv/randomcsv.h"
#include "tests/support/tabletext.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

/// Rows are read from the file as soon as their records are found.
class TestRawRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTheTable();
    void surviveTruncation();
    void leaveHugeRecordsOut();
    void tellHowFarTheSearchIs();
    void tellHowFarTheSearchIsFromAnyThread();

private:
    std::string write(const QString& name, const std::string& bytes) {
        const std::string path = directory_.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    QTemporaryDir directory_;
};

std::string listedText(const Table& table) {
    std::string text;
    for (std::uint32_t row = 0; row < table.listedRows(); ++row)
        for (std::uint32_t column = 0; column < table.columnCount(); ++column)
            text.append(table.cell(RowId{row}, ColumnId{column})).append("|");
    return text;
}

void TestRawRows::equalTheTable() {
    std::mt19937 random(5);
    for (int round = 0; round < 40; ++round) {
        const std::string header = round % 2 == 0 ? "a,b,c\n"
                                                  : "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity "
                                                    "Type,Source System,Metadata Version,Metadata\n";
        std::vector<std::string> files;
        for (std::size_t file = 0; file <= random() % 3; ++file) {
            std::string csv = header;
            for (auto parts = random() % 20; parts > 0; --parts)
                csv += randomCsv(random);
            files.push_back(write(QStringLiteral("%1.csv").arg(file), csv));
        }
        std::vector<TablePtr> snapshots;
        const LoadOptions options{.schemas = resources(),
                                  .owner = round % 3 == 0 ? FileOwner::Own : FileOwner::Others,
                                  .threads = 1 + static_cast<unsigned>(random() % 3),
                                  .sectionBytes = 1 + random() % 300,
                                  .pieceBytes = 1 + random() % 300};
        const auto table = loadTable(files, options, {}, [&](TablePtr snapshot) {
            if (!snapshot->isSearch()) snapshots.push_back(std::move(snapshot));
        });
        QVERIFY(table);
        const std::string whole = listedText(**table);
        QVERIFY(snapshots.size() >= 3);
        QVERIFY(whole.starts_with(listedText(*snapshots[0])));
        for (std::size_t i = 1; i < snapshots.size(); ++i) {
            QCOMPARE(snapshots[i]->listedRows(), (*table)->rowCount());
            QVERIFY(listedText(*snapshots[i]) == whole);
        }
        QCOMPARE(snapshots[1]->rowCount(), 0U);
        QVERIFY(snapshots[1]->withoutRaw()->listedRows() == 0U);
    }
}

void TestRawRows::surviveTruncation() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 200'000; ++i)
        csv += std::to_string(i) + ",\"x\n\"\n";
    const std::string file = write(QStringLiteral("cut.csv"), csv);
    TablePtr listed;
    const auto table = loadTable({file}, {.schemas = resources()}, {}, [&](TablePtr snapshot) {
        if (snapshot->listedRows() != 200'000) return;
        if (!listed && ::truncate(file.c_str(), 100'000) != 0) qFatal("truncate");
        listed = std::move(snapshot);
    });
    QVERIFY(!table);
    QVERIFY(table.error().kind == TableErrorKind::Changed);
    QCOMPARE(std::string(listed->cell(RowId{10}, ColumnId{0})), "10");
    std::size_t bytes = 0; // all of them, and nothing kills the process
    for (std::uint32_t row = 0; row < 200'000; ++row)
        bytes += listed->cell(RowId{row}, ColumnId{1}).size();
    QVERIFY(bytes < 200'000);
    QCOMPARE(std::string(listed->cell(RowId{199'999}, ColumnId{0})), "");
}

void TestRawRows::leaveHugeRecordsOut() {
    const std::string huge(std::size_t{2} << 20U, 'x');
    const std::string file = write(QStringLiteral("huge.csv"), "a,b\n1," + huge + "\n2,y\n");
    for (const FileOwner owner : {FileOwner::Own, FileOwner::Others}) {
        TablePtr listed;
        const auto table =
            loadTable({file}, {.schemas = resources(), .owner = owner}, {}, [&listed](TablePtr snapshot) {
                if (snapshot->rowCount() == 0) listed = std::move(snapshot);
            });
        QVERIFY(table);
        QVERIFY(listed);
        QCOMPARE(listed->listedRows(), 2U);
        QVERIFY(listed->cell(RowId{0}, ColumnId{0}).empty());
        QVERIFY(listed->cell(RowId{0}, ColumnId{1}).empty());
        QCOMPARE(std::string(listed->cell(RowId{1}, ColumnId{1})), "y");
        QCOMPARE((*table)->cell(RowId{0}, ColumnId{1}).size(), huge.size());
    }
}

void TestRawRows::tellHowFarTheSearchIs() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 5000; ++i)
        csv += std::to_string(i) + ",y\n";
    const std::vector<std::string> files{write(QStringLiteral("first.csv"), csv),
                                         write(QStringLiteral("second.csv"), csv)};
    std::vector<std::uint64_t> searched;
    const auto table = loadTable(files, {.schemas = resources(), .threads = 1, .sectionBytes = 16'000}, {},
                                 [&searched](const TablePtr& snapshot) {
                                     if (snapshot->isSearch()) searched.push_back(snapshot->bytes());
                                     if (snapshot->rowCount() == 0) QThread::msleep(101); // so that the next is due
                                 });
    QVERIFY(table);
    QCOMPARE(searched.size(), std::size_t{6}); // three sections of each
    QVERIFY(std::ranges::is_sorted(searched));
    QCOMPARE(searched[0], std::uint64_t{16'000});
    QCOMPARE(searched[3], csv.size() + 16'000);
    QCOMPARE(searched[5], 2 * csv.size() - std::string_view("a,b\n").size());
}

void TestRawRows::tellHowFarTheSearchIsFromAnyThread() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 20'000; ++i)
        csv += std::to_string(i) + ",y\n";
    std::atomic<int> inside = 0;
    int atOnce = 0;
    std::vector<std::uint64_t> searched;
    const auto table =
        loadTable({write(QStringLiteral("threads.csv"), csv)},
                  {.schemas = resources(), .threads = 4, .sectionBytes = 4000}, {}, [&](const TablePtr& snapshot) {
                      atOnce = std::max(atOnce, ++inside);
                      if (snapshot->isSearch()) searched.push_back(snapshot->bytes());
                      if (snapshot->rowCount() == 0) QThread::msleep(101); // so that the next is due
                      --inside;
                  });
    QVERIFY(table);
    QVERIFY(!searched.empty());
    QVERIFY(std::ranges::is_sorted(searched));
    QCOMPARE(atOnce, 1);
}

} // namespace

QTEST_APPLESS_MAIN(TestRawRows)
#include "test_rawrows.moc"
