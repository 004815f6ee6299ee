#include "models/csv/scanner.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "testpaths.h"
#include "tests/csv/randomcsv.h"
#include "tests/support/printing.h"
#include "tests/support/tabletext.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

std::string header(std::mt19937& random) {
    return random() % 2 == 0 ? "a,b,c\n"
                             : "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,"
                               "Metadata Version,Metadata\n";
}

/// The work is divided in many ways; the table is always the same.
class TestDivision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNotSeenInTheTable();
    void isNotSeenInFuzzedFiles();
    void isNotSeenInAStream();
    void equalsTheScanner();
    void saysThatAFileChanged();
    void saysThatAFileWasCut();

private:
    /// Whether cells, codes, offsets and notices are those that one thread makes of the whole at once.
    [[nodiscard]] bool isTheSame(const std::string& csv, std::mt19937& random);
    std::string write(const std::string& bytes) {
        const std::string name = directory_.filePath(QStringLiteral("t.csv")).toStdString();
        std::ofstream(name, std::ios::binary) << bytes;
        return name;
    }
    QTemporaryDir directory_;
};

void TestDivision::isNotSeenInTheTable() {
    std::mt19937 random(1);
    for (int round = 0; round < 40; ++round) {
        std::string csv = header(random);
        for (auto parts = random() % 30; parts > 0; --parts)
            csv += randomCsv(random);
        QVERIFY2(isTheSame(csv, random), csv.c_str());
    }
}

void TestDivision::isNotSeenInFuzzedFiles() {
    std::mt19937 random(4);
    const std::filesystem::path corpus(IDSCOPE_SOURCE_DIR "/tests/fuzz/corpus/fuzz_csv");
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string seed(std::istreambuf_iterator<char>(stream), {});
        for (int round = 0; round < 8; ++round) {
            std::string csv = seed;
            // Bytes that matter take the place of others, and a stretch comes again.
            for (int change = 0; change < round && !csv.empty(); ++change) {
                csv[random() % csv.size()] = "\",\n\r\0\xFFx"[random() % 7];
                csv.insert(random() % csv.size(), csv.substr(random() % csv.size(), random() % 300));
            }
            QVERIFY2(isTheSame(csv, random), csv.c_str());
        }
    }
}

bool TestDivision::isTheSame(const std::string& csv, std::mt19937& random) {
    constexpr std::size_t atOnce = std::size_t{1} << 30U;
    const std::string file = write(csv);
    const auto whole =
        loadTable({file}, {.schemas = resources(), .threads = 1, .sectionBytes = atOnce, .pieceBytes = atOnce});
    for (unsigned threads = 1; threads <= 4; ++threads) {
        const LoadOptions options{.schemas = resources(),
                                  .threads = threads,
                                  .sectionBytes = 1 + random() % (random() % 2 == 0 ? 10 : 300),
                                  .pieceBytes = 1 + random() % 300};
        const auto divided = loadTable({file}, options);
        if (whole.has_value() != divided.has_value()) return false;
        if (!whole && whole.error().kind != divided.error().kind) return false;
        if (whole && wholeText(**divided) != wholeText(**whole)) return false;
    }
    return true;
}

void TestDivision::isNotSeenInAStream() {
    // What can only be read once gives the same table, however it trickles in.
    std::mt19937 random(2);
    const std::string pipe = directory_.filePath(QStringLiteral("pipe")).toStdString();
    QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
    for (int round = 0; round < 20; ++round) {
        std::string csv = (random() % 2 == 0 ? "\xEF\xBB\xBF" : "") + header(random);
        for (auto parts = random() % 10; parts > 0; --parts)
            csv += randomCsv(random);
        const auto expected = loadTableFromMemory(csv, "pipe", {.schemas = resources()});
        QVERIFY(expected);
        std::jthread writer([&, most = 1 + random() % 100] {
            const int descriptor = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
            for (std::size_t at = 0; at < csv.size(); at += most)
                if (::write(descriptor, csv.data() + at, std::min(most, csv.size() - at)) < 0) qFatal("pipe");
            ::close(descriptor);
        });
        const auto streamed = loadTable({pipe}, {.schemas = resources(),
                                                 .threads = 1 + static_cast<unsigned>(random() % 3),
                                                 .pieceBytes = 1 + random() % 200});
        writer.join();
        QVERIFY(streamed);
        QVERIFY2(wholeText(**streamed) == wholeText(**expected), csv.c_str());
    }
}

void TestDivision::equalsTheScanner() {
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        std::string csv = "a,b,c\n";
        for (auto parts = random() % 20; parts > 0; --parts)
            csv += randomCsv(random);
        std::string expected;
        std::uint32_t cells = 0;
        CsvScanner scanner;
        bool isHeader = true;
        const auto add = [&](const std::vector<CsvCell>& some) {
            for (const CsvCell& cell : some) {
                if (!isHeader) expected.append(cells == 0 ? "" : cells < 3 ? "|" : "+").append(cell.text);
                ++cells;
                if (!cell.endsRecord) continue;
                for (; cells < 3; ++cells)
                    expected += "|";
                if (!isHeader) expected += '\n';
                isHeader = false;
                cells = 0;
            }
        };
        add(scanner.feed(csv));
        add(scanner.finish());
        const auto table = loadTable({write(csv)}, {.schemas = resources(), .threads = 2, .pieceBytes = 50});
        QVERIFY(table);
        QVERIFY2(rowsText(**table) == expected, csv.c_str());
    }
}

void TestDivision::saysThatAFileChanged() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 5000; ++i)
        csv += std::to_string(i) + ",\n";
    const std::string file = write(csv);
    const auto grown = loadTable({file}, {.schemas = resources()}, {}, [&](const TablePtr&) {
        std::ofstream(file, std::ios::binary | std::ios::app) << "1,2\n";
    });
    QVERIFY(!grown);
    QVERIFY(grown.error().kind == TableErrorKind::Changed);
    QCOMPARE(grown.error().file, file);
}

void TestDivision::saysThatAFileWasCut() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 200000; ++i)
        csv += std::to_string(i) + ",\n";
    const std::string file = write(csv);
    const auto cut = loadTable({file}, {.schemas = resources(), .pieceBytes = 1000}, {},
                               [&](const TablePtr&) { QCOMPARE(::truncate(file.c_str(), 1000), 0); });
    QVERIFY(!cut);
    QVERIFY(cut.error().kind == TableErrorKind::Changed);
}

} // namespace

QTEST_APPLESS_MAIN(TestDivision)
#include "test_division.moc"
