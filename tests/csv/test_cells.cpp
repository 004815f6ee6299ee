#include "models/csv/bytemasks.h"
#include "models/csv/cells.h"
#include "models/csv/records.h"
#include "models/csv/scanner.h"
#include "tests/csv/randomcsv.h"
#include "tests/support/printing.h"

#include <QTest>

#include <array>
#include <random>
#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

/// The cells of records as the scanner finds them.
std::vector<CsvCell> scanned(CsvScanner& scanner, std::string_view csv, std::vector<std::string>& texts) {
    std::vector<CsvCell> cells;
    texts.clear();
    const auto keep = [&](const std::vector<CsvCell>& some) {
        for (const CsvCell& cell : some) {
            cells.push_back(cell);
            texts.emplace_back(cell.text);
        }
    };
    keep(scanner.feed(csv));
    keep(scanner.finish());
    return cells;
}

class TestCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksAgree();
    void masksTellWhatIsQuoted();
    void recordsEndWhereTheScannerSaysSo();
    void sectionsContinueEachOther();
    void guessesPlaces_data();
    void guessesPlaces();
    void cellsAreThoseOfTheScanner();
    void takesTheFastWay_data();
    void takesTheFastWay();
    void unescapes();
};

void TestCells::masksAgree() {
    // The fastest finder says the same as the plain one, over all bytes and states.
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(4 * ByteMasks::width, '\0');
        for (char& byte : bytes)
            byte = random() % 3 == 0 ? "\",\n\r"[random() % 4] : static_cast<char>(random());
        std::array<ByteMasks, 4> plain;
        std::array<ByteMasks, 4> fast;
        const std::uint64_t quoted = random() % 2 == 0 ? 0 : ~std::uint64_t{0};
        QCOMPARE(fastestMaskFinder()(bytes.data(), fast, quoted), findMasksPortably(bytes.data(), plain, quoted));
        QVERIFY(fast == plain);
    }
}

void TestCells::masksTellWhatIsQuoted() {
    std::vector<std::uint64_t> quoted;
    forEachMasks(std::string(62, ' ') + "\"a,\"", false, findMasksPortably,
                 [&](std::size_t, const ByteMasks& masks) { quoted.push_back(masks.quoted); });
    QCOMPARE(quoted, (std::vector<std::uint64_t>{std::uint64_t{3} << 62U, 1}));
    quoted.clear();
    forEachMasks("a\"b", true, findMasksPortably,
                 [&](std::size_t, const ByteMasks& masks) { quoted.push_back(masks.quoted); });
    QCOMPARE(quoted, (std::vector<std::uint64_t>{1}));
}

void TestCells::recordsEndWhereTheScannerSaysSo() {
    std::mt19937 random(2);
    for (int round = 0; round < 5000; ++round) {
        const std::string csv = "x" + randomCsv(random);
        CsvScanner scanner(0);
        std::vector<std::string> texts;
        std::vector<std::uint64_t> begins;
        bool isFirst = true;
        for (const CsvCell& cell : scanned(scanner, csv, texts)) {
            if (isFirst) begins.push_back(cell.begin);
            isFirst = cell.endsRecord;
        }
        std::vector<std::uint64_t> found = {0};
        for (const std::uint32_t end : findRecordEnds(csv, CsvPlace::CellStart).ends)
            if (end < csv.size()) found.push_back(end);
        QVERIFY2(found == begins, csv.c_str());
    }
}

void TestCells::sectionsContinueEachOther() {
    // Wherever a text is cut, the second section goes on from where the first ended.
    std::mt19937 random(3);
    for (int round = 0; round < 5000; ++round) {
        const std::string csv = randomCsv(random);
        const RecordEnds whole = findRecordEnds(csv, CsvPlace::CellStart);
        const std::size_t cut = random() % (csv.size() + 1);
        RecordEnds parts = findRecordEnds(csv.substr(0, cut), CsvPlace::CellStart);
        const RecordEnds rest = findRecordEnds(csv.substr(cut), parts.last);
        for (const std::uint32_t end : rest.ends)
            parts.ends.push_back(static_cast<std::uint32_t>(cut) + end);
        QVERIFY2(parts.ends == whole.ends && rest.last == whole.last, csv.c_str());
    }
}

void TestCells::guessesPlaces_data() {
    QTest::addColumn<char>("before");
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<int>("place");
    const auto row = [](const char* name, char before, const QByteArray& section, CsvPlace place) {
        QTest::newRow(name) << before << section << static_cast<int>(place);
    };
    row("nothing", ',', "", CsvPlace::CellStart);
    row("no quotes", 'a', "b,c\nd", CsvPlace::Plain);
    row("one opens", 'a', "b,\"c,\n", CsvPlace::Plain);
    row("one closes", 'a', "b,c\",d", CsvPlace::Quoted);
    row("JSON goes on", '"', R"(a"":1,""b"":[1,2]}",c)", CsvPlace::Quoted);
    row("JSON begins", ',', R"("{""a"":"""",""b"":1}",c)", CsvPlace::CellStart);
    row("nothing tells", '"', R"("",""")", CsvPlace::AfterQuote);
}

void TestCells::guessesPlaces() {
    QFETCH(char, before);
    QFETCH(QByteArray, section);
    QFETCH(int, place);
    QCOMPARE(static_cast<int>(guessPlace(before, section.toStdString())), place);
}

void TestCells::cellsAreThoseOfTheScanner() {
    std::mt19937 random(4);
    CsvCells cells; // used again and again
    std::vector<char> buffer;
    int fast = 0;
    for (int round = 0; round < 8000; ++round) {
        const std::string csv = randomCsv(random) + "x" + (random() % 4 == 0 ? "" : "\n");
        CsvScanner scanner(100);
        std::vector<std::string> texts;
        const std::vector<CsvCell> expected = scanned(scanner, csv, texts);
        cells.split(csv, 100);
        if (!cells.hasMarks()) ++fast;
        std::size_t i = 0;
        for (std::uint32_t record = 0; record < cells.records(); ++record) {
            for (std::uint32_t index = 0; index < cells.cells(record); ++index, ++i) {
                const CsvCells::Cell cell = cells.at(record, index);
                QVERIFY2(i < expected.size(), csv.c_str());
                QVERIFY2((cell.escaped ? CsvCells::unescape(cell.text, buffer) : cell.text) == texts[i], csv.c_str());
                QVERIFY2(cells.begin(record, index) == expected[i].begin, csv.c_str());
                QVERIFY2(cells.marks(record, index) == expected[i].marks, csv.c_str());
                QVERIFY2((index + 1 == cells.cells(record)) == expected[i].endsRecord, csv.c_str());
            }
        }
        QVERIFY2(i == expected.size(), csv.c_str());
    }
    QVERIFY(fast > 500 && fast < 7500); // both ways were taken
}

void TestCells::takesTheFastWay_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<bool>("fast");
    QTest::newRow("plain") << QByteArray("a,b\n,\n\nc\n") << true;
    QTest::newRow("CRLF") << QByteArray("a,b\r\n\"c\"\r\n\r\n") << true;
    QTest::newRow("quoted") << QByteArray("\"a\",\"\",\"b,\n\r\"\n") << true;
    QTest::newRow("escaped") << QByteArray("\"\"\"\",\"a\"\"b\"\n") << true;
    QTest::newRow("no line end") << QByteArray("a\nb") << false;
    QTest::newRow("unclosed") << QByteArray("a,\"b\n") << false;
    QTest::newRow("text after quote") << QByteArray("\"a\"b\n") << false;
    QTest::newRow("quote in plain cell") << QByteArray("a\"b\n") << false;
    QTest::newRow("lone CR") << QByteArray("a\rb\n") << false;
    QTest::newRow("CR after quote") << QByteArray("\"a\"\r,b\n") << false;
}

void TestCells::takesTheFastWay() {
    QFETCH(QByteArray, csv);
    QFETCH(bool, fast);
    CsvCells cells;
    cells.split({csv.constData(), static_cast<std::size_t>(csv.size())}, 0);
    QCOMPARE(!cells.hasMarks(), fast);
}

void TestCells::unescapes() {
    std::vector<char> buffer;
    QCOMPARE(std::string(CsvCells::unescape(R"(a""b"""")", buffer)), R"(a"b"")");
    QCOMPARE(std::string(CsvCells::unescape("", buffer)), "");
    QCOMPARE(std::string(CsvCells::unescape(R"("")", buffer)), "\"");
}

} // namespace

QTEST_APPLESS_MAIN(TestCells)
#include "test_cells.moc"
