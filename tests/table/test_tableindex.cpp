#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/csv/randomcsv.h"
#include "tests/support/indexes.h"
#include "tests/support/tabletext.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

const std::string sha256(64, 'a');

/// A table is read from the index kept beside its file, or as if there were none.
class TestTableIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameTable();
    void listsItsRowsAtOnce();
    void isOfOneFileOnly();
    void isNotTrustedWhenSpoilt();
    void isNotTrustedWhenForged();
    void isNotTrustedWhenColumnsShareOtherwise();
    void isNotTrustedWhenCut();

private:
    void write(const std::string& csv) { std::ofstream(csvFile_, std::ios::binary) << csv; }
    void writeIndexFile(const std::string& index) { std::ofstream(indexFile_, std::ios::binary) << index; }
    [[nodiscard]] IndexKey key() const {
        const auto source = ByteSource::open(csvFile_);
        return {sha256, source->size(), source->modified()};
    }
    [[nodiscard]] LoadOptions options(const std::string& hash = sha256) const {
        return {.schemas = resources(),
                .owner = FileOwner::Own,
                .index = IndexPlace{.file = indexFile_, .sha256 = hash},
                .threads = 2};
    }
    /// The table of a CSV text, and its index in place.
    TablePtr indexed(const std::string& csv) {
        write(csv);
        const auto table = loadTable({csvFile_}, {.schemas = resources()});
        if (!table) qFatal("the table of a test can't be read");
        writeIndexFile(indexOf(**table, key()));
        return *table;
    }

    QTemporaryDir directory_;
    std::string csvFile_ = directory_.filePath(QStringLiteral("t.csv")).toStdString();
    std::string indexFile_ = directory_.filePath(QStringLiteral("t.csv.index")).toStdString();
};

constexpr auto relations = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,"
                           "Metadata Version,Metadata\n";

std::string randomTable(std::mt19937& random) {
    std::string csv = random() % 2 == 0 ? "a,b,c\n" : relations;
    for (auto parts = random() % 20; parts > 0; --parts)
        csv += randomCsv(random);
    return csv;
}

void TestTableIndex::givesTheSameTable() {
    std::mt19937 random(11);
    std::string large = "n,n mod 300,one\n";
    for (int i = 0; i < 150'000; ++i)
        large += std::to_string(i) + "," + std::to_string(i % 300) + (i % 1000 == 0 ? ",1,surplus\n" : ",1\n");
    for (int round = 0; round < 40; ++round) {
        const TablePtr expected = indexed(round == 0 ? large : round == 1 ? "a,b\n" : randomTable(random));
        const auto table = loadTable({csvFile_}, options());
        QVERIFY(table);
        QVERIFY((*table)->isFromIndex());
        QVERIFY((*table)->isComplete());
        QVERIFY((*table)->schema() == expected->schema());
        QVERIFY(wholeText(**table) == wholeText(*expected));
        for (std::uint32_t row = 0; row < expected->rowCount(); ++row)
            QCOMPARE((*table)->raggedAt(RowId{row}) != nullptr, expected->raggedAt(RowId{row}) != nullptr);
        if (const auto parent = expected->find("Parent Entity BRN")) // BRNs share one dictionary
            QVERIFY(&(*table)->dictionary(*parent) == &(*table)->dictionary(*(*table)->find("Entity BRN")));
    }
}

void TestTableIndex::listsItsRowsAtOnce() {
    const TablePtr expected = indexed("a,b\n1,x\n2,\"y\n\"\n");
    std::vector<TablePtr> snapshots;
    const auto table =
        loadTable({csvFile_}, options(), {}, [&](TablePtr snapshot) { snapshots.push_back(std::move(snapshot)); });
    QCOMPARE(snapshots.size(), 2U);
    QCOMPARE(snapshots[0]->rowCount(), 0U);
    QCOMPARE(snapshots[0]->listedRows(), 2U);
    QCOMPARE(std::string(snapshots[0]->cell(RowId{1}, ColumnId{1})), "y\n");
    QVERIFY(snapshots[1] == *table);
}

void TestTableIndex::isOfOneFileOnly() {
    const std::string csv = "a,b\n1,x\n2,y\n";
    indexed(csv);
    QVERIFY((*loadTable({csvFile_}, options()))->isFromIndex());
    QVERIFY(!(*loadTable({csvFile_}, options(std::string(64, 'b'))))->isFromIndex());
    LoadOptions asLabels = options();
    asLabels.schema = &schemas::labels;
    QVERIFY(!(*loadTable({csvFile_}, asLabels))->isFromIndex());
    QTest::qSleep(20);
    write("a,b\n1,x\n2,z\n"); // as long, at another time
    const auto changed = loadTable({csvFile_}, options());
    QVERIFY(!(*changed)->isFromIndex());
    QCOMPARE(std::string((*changed)->cell(RowId{1}, ColumnId{1})), "z");
    LoadOptions none = options();
    none.index->file += ".none";
    QVERIFY(!(*loadTable({csvFile_}, none))->isFromIndex());
}

void TestTableIndex::isNotTrustedWhenSpoilt() {
    std::mt19937 random(12);
    for (int round = 0; round < 10; ++round) {
        const TablePtr expected = indexed(randomTable(random));
        const std::string whole = wholeText(*expected);
        const std::string index = indexOf(*expected, key());
        for (int spoilt = 0; spoilt < 30; ++spoilt) {
            std::string bad = index;
            bad[random() % bad.size()] ^= static_cast<char>(1U << random() % 8);
            writeIndexFile(bad);
            const auto table = loadTable({csvFile_}, options());
            QVERIFY(!(*table)->isFromIndex());
            QVERIFY(wholeText(**table) == whole);
        }
    }
}

void TestTableIndex::isNotTrustedWhenForged() {
    // Its hashes are right, so what it says may be wrong, but all of it can be read.
    std::mt19937 random(13);
    int taken = 0;
    for (int round = 0; round < 10; ++round) {
        const TablePtr expected = indexed(randomTable(random));
        const std::string index = indexOf(*expected, key());
        for (int forged = 0; forged < 60; ++forged) {
            std::string bad = index;
            for (auto places = 1 + random() % 3; places > 0; --places)
                bad[random() % bad.size()] ^= static_cast<char>(random() % 256);
            setHashes(bad);
            writeIndexFile(bad);
            const auto table = loadTable({csvFile_}, options(), {}, [](const TablePtr& snapshot) {
                for (std::uint32_t row = 0; row < snapshot->listedRows(); ++row)
                    for (std::uint32_t column = 0; column < snapshot->columnCount(); ++column)
                        (void)std::string(snapshot->cell(RowId{row}, ColumnId{column}));
            });
            QVERIFY(table);
            QVERIFY(!wholeText(**table).empty());
            for (std::uint32_t row = 0; row < (*table)->rowCount(); ++row)
                for (std::uint32_t column = 0; column < (*table)->columnCount(); ++column)
                    QVERIFY((*table)->code(RowId{row}, ColumnId{column}).value < (*table)->distinct(ColumnId{column}));
            if ((*table)->isFromIndex()) ++taken;
        }
    }
    QVERIFY(taken > 0); // or nothing was looked at but hashes
}

/// Graphs rely on it that BRNs share one dictionary, and all of it.
void TestTableIndex::isNotTrustedWhenColumnsShareOtherwise() {
    const TablePtr expected = indexed(std::string(relations) + "app,,i,a,b,t,s,v,{}\n");
    const std::string index = indexOf(*expected, key());
    const auto forged = [&](const char* column, indexformat::ColumnEntry entry) {
        std::string bad = index; // its first section are the columns
        std::memcpy(bad.data() + expected->find(column)->value * sizeof entry, &entry, sizeof entry);
        setHashes(bad);
        writeIndexFile(bad);
        return (*loadTable({csvFile_}, options()))->isFromIndex();
    };
    const std::uint32_t brns = 3;
    const std::uint32_t own = 4;
    QVERIFY(forged("Parent Entity BRN", {.dictionary = brns, .distinct = 2}));
    QVERIFY(!forged("Parent Entity BRN", {.dictionary = brns, .distinct = 1}));
    QVERIFY(!forged("Parent Entity BRN", {.dictionary = own, .distinct = 1}));
    QVERIFY(!forged("Source System", {.dictionary = own, .distinct = 1}));
}

void TestTableIndex::isNotTrustedWhenCut() {
    const TablePtr expected = indexed("a,b\n1,x\n2,y\n3\n");
    const std::string index = indexOf(*expected, key());
    for (std::size_t size = 0; size < index.size(); ++size) {
        writeIndexFile(index.substr(0, size));
        QVERIFY(!(*loadTable({csvFile_}, options()))->isFromIndex());
        writeIndexFile(index.substr(size + 1));
        if (size + 1 < index.size()) QVERIFY(!(*loadTable({csvFile_}, options()))->isFromIndex());
    }
}

} // namespace

QTEST_APPLESS_MAIN(TestTableIndex)
#include "test_tableindex.moc"
