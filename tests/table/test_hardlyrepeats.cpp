#include "models/schema/resources.h"
#include "models/table/growingfile.h"
#include "models/table/loader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <string>
#include <string_view>

using namespace idscope;

namespace {

constexpr std::uint32_t rows = 50'000;

std::string metadata(std::uint32_t row) {
    return R"({"grant":")" + std::to_string(row * 2'654'435'761U) + R"(","note":")" + std::string(400, 'n') + "\"}";
}

std::string brn(const char* type, std::uint32_t number) {
    return std::string("brn:bid:balkanid:::t:") + type + ':' + std::to_string(number);
}

/// What the file's cells are.
std::array<std::string, 5> cells(std::uint32_t row) {
    // Metadata differ but for every tenth, which comes ten rows later again; notes are as they are written.
    return {"okta", brn("identity", row % 997), brn("connection", row % 61), metadata(row % 20 == 10 ? row - 10 : row),
            "note " + std::string(100, 'o') + std::to_string(row)};
}

std::string csv() {
    std::string text = "App,Parent Entity BRN,Entity BRN,Metadata,Note\n";
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto all = cells(row);
        for (const std::string& cell : all) {
            const bool quoted = cell.contains('"');
            text += quoted ? "\"" : "";
            for (const char byte : cell)
                text += byte == '"' ? std::string("\"\"") : std::string(1, byte);
            text += quoted ? "\"" : "";
            text += &cell == &all.back() ? '\n' : ',';
        }
    }
    return text;
}

} // namespace

/// Columns of which nearly every cell is another: JSON that has to be unescaped among them.
class TestHardlyRepeats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keepsEveryCell_data();
    void keepsEveryCell();

private:
    QTemporaryDir folder_;
    std::string file_;
};

void TestHardlyRepeats::initTestCase() {
    file_ = folder_.filePath(QStringLiteral("relations.csv")).toStdString();
    QFile file(QString::fromStdString(file_));
    const std::string bytes = csv();
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), std::ssize(bytes)) == std::ssize(bytes));
}

void TestHardlyRepeats::keepsEveryCell_data() {
    QTest::addColumn<FileOwner>("owner");
    QTest::addColumn<bool>("grows");
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("spills");
    QTest::newRow("of others") << FileOwner::Others << false << 2 << false;
    QTest::newRow("of ours, one thread") << FileOwner::Own << false << 1 << true;
    QTest::newRow("of ours") << FileOwner::Own << false << 3 << true;
    QTest::newRow("that grows") << FileOwner::Others << true << 2 << true;
}

void TestHardlyRepeats::keepsEveryCell() {
    QFETCH(FileOwner, owner);
    QFETCH(bool, grows);
    QFETCH(int, threads);
    QFETCH(bool, spills);
    std::shared_ptr<GrowingFile> growing;
    if (grows) {
        growing =
            std::make_shared<GrowingFile>(::open(file_.c_str(), O_RDONLY | O_CLOEXEC), folder_.path().toStdString());
        growing->expect(1);
        growing->grow(std::uint64_t(QFile(QString::fromStdString(file_)).size()));
        growing->end(GrowingFile::End::Whole);
    }
    const auto loaded = loadTable(
        {file_},
        {.schemas = resources(), .owner = owner, .growing = growing, .threads = static_cast<unsigned>(threads)});
    QVERIFY(loaded.has_value());
    const Table& table = **loaded;
    QCOMPARE(table.rowCount(), rows);
    const std::array columns{*table.find("app"), *table.find("parent_entity_brn"), *table.find("entity_brn"),
                             *table.find("metadata"), *table.find("note")};
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto expected = cells(row);
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (table.cell(RowId{row}, columns[i]) != expected[i])
                QFAIL(qPrintable(QStringLiteral("row %1, column %2").arg(row).arg(i)));
    }
    QCOMPARE(table.distinct(columns[3]), rows - rows / 20);
    QCOMPARE(table.code(RowId{30}, columns[3]), table.code(RowId{20}, columns[3]));

    constexpr std::size_t values = rows * std::size_t{400};
    const std::size_t held = table.dictionary(columns[3]).valueBytes();
    QVERIFY2(spills ? held < values / 2 : held > values / 2, qPrintable(QString::number(held)));
    QCOMPARE(QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

QTEST_GUILESS_MAIN(TestHardlyRepeats)
#include "test_hardlyrepeats.moc"
