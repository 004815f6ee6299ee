#include "models/csv/scanner.h"
#include "tests/support/printing.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace idscope;

namespace {

/// Cells as text: marks as letters before, the byte where it begins, and a bar or the end of the record behind.
std::string described(const std::vector<CsvCell>& cells) {
    std::string text;
    for (const CsvCell& cell : cells) {
        if (has(cell.marks, CsvMark::UnclosedQuote)) text += "U:";
        if (has(cell.marks, CsvMark::TextAfterQuote)) text += "T:";
        if (has(cell.marks, CsvMark::QuoteInPlainCell)) text += "Q:";
        if (has(cell.marks, CsvMark::LoneCarriageReturn)) text += "R:";
        text += cell.text;
        text += '@' + std::to_string(cell.begin);
        text += cell.endsRecord ? "$\n" : "|";
    }
    return text;
}

/// Each chunk is copied to a place of exactly its size and gone after the call, so that sanitizers see every step
/// beyond its ends.
std::string scanned(std::string_view csv, std::size_t chunkSize) {
    CsvScanner scanner;
    std::string text;
    for (std::size_t at = 0; at < csv.size(); at += chunkSize) {
        const std::string_view part = csv.substr(at, chunkSize);
        const std::vector<char> chunk(part.begin(), part.end());
        text += described(scanner.feed({chunk.data(), chunk.size()}));
    }
    return text + described(scanner.finish());
}

std::string withoutPlaces(const std::string& description) {
    std::string text;
    for (std::size_t i = 0; i < description.size(); ++i) {
        if (description[i] == '@')
            while (i + 1 < description.size() && description[i + 1] >= '0' && description[i + 1] <= '9')
                ++i;
        else
            text += description[i];
    }
    return text;
}

/// The rules again, over the whole text and byte by byte: slow, plain, and written apart from the scanner.
std::string expectedOf(std::string_view csv) {
    std::string out;
    std::size_t at = csv.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    bool cellFollows = false;
    while (at < csv.size() || cellFollows) {
        const std::size_t begin = at;
        std::string cell;
        bool unclosed = false;
        bool textAfter = false;
        bool quoteInside = false;
        bool loneReturn = false;
        const bool quoted = at < csv.size() && csv[at] == '"';
        if (quoted) {
            for (++at; at < csv.size(); ++at) {
                if (csv[at] == '"' && !csv.substr(at).starts_with("\"\"")) break;
                if (csv[at] == '"') ++at;
                cell += csv[at];
            }
            unclosed = at == csv.size();
            if (!unclosed) ++at;
        }
        while (at < csv.size() && csv[at] != ',' && csv[at] != '\n' && !csv.substr(at).starts_with("\r\n")) {
            textAfter = textAfter || quoted;
            quoteInside = quoteInside || (!quoted && csv[at] == '"');
            loneReturn = loneReturn || csv[at] == '\r';
            cell += csv[at++];
        }
        cellFollows = at < csv.size() && csv[at] == ',';
        if (csv.substr(at).starts_with("\r\n")) ++at;
        if (at < csv.size()) ++at;
        out += std::string(unclosed ? "U:" : "") + (textAfter ? "T:" : "") + (quoteInside ? "Q:" : "") +
               (loneReturn ? "R:" : "") + cell + '@' + std::to_string(begin) + (cellFollows ? "|" : "$\n");
    }
    return out;
}

class TestScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheRules_data();
    void followsTheRules();
    void tellsWhereCellsBegin();
    void doesNotDependOnChunks_data();
    void doesNotDependOnChunks();
    void takesHugeCells();
    void takesManyColumns();
    void keepsTheCellsOfAChunk();
};

void TestScanner::followsTheRules_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& csv, const QByteArray& expected) {
        QTest::newRow(name) << csv << expected;
    };
    row("nothing", "", "");
    row("mark only", "\xEF\xBB\xBF", "");
    row("mark", "\xEF\xBB\xBF\"a\",b", "a|b$\n");
    row("part of a mark", "\xEF\xBB,b", "\xEF\xBB|b$\n");
    row("part of a mark alone", "\xEF", "\xEF$\n");
    row("mark twice", "\xEF\xBB\xBF\xEF\xBB\xBF", "\xEF\xBB\xBF$\n");
    row("no last line end", "a,b\nc,d", "a|b$\nc|d$\n");
    row("last line end", "a,b\nc,d\n", "a|b$\nc|d$\n");
    row("CRLF", "a,b\r\nc,d\r\n", "a|b$\nc|d$\n");
    row("empty cells", ",\n,", "|$\n|$\n");
    row("blank lines", "a\n\n\r\nb", "a$\n$\n$\nb$\n");
    row("blank line only", "\n", "$\n");
    row("comma at the end", "a,", "a|$\n");
    row("quoted", "\"a,b\",\"c\nd\",\"e\r\nf\"", "a,b|c\nd|e\r\nf$\n");
    row("quoted empty", "\"\",\"\"", "|$\n");
    row("quoted empty at the end", "\"\"", "$\n");
    row("doubled quotes", "\"a\"\"b\",\"\"\"\",\"\"\"x\"\"\"", "a\"b|\"|\"x\"$\n");
    row("doubled quotes in a long cell", "\"{\"\"name\"\":\"\"a longer value, with a comma\"\",\"\"n\"\":1}\",x",
        "{\"name\":\"a longer value, with a comma\",\"n\":1}|x$\n");
    row("unclosed", "a,\"b\nc", "a|U:b\nc$\n");
    row("unclosed empty", "a,\"", "a|U:$\n");
    row("unclosed after doubled quote", "\"a\"\"", "U:a\"$\n");
    row("text after quote", "\"ab\"c\"d,e", "T:abc\"d|e$\n");
    row("text after empty quotes", "\"\"a,b", "T:a|b$\n");
    row("blank after quote", "\"a\" ,b\n", "T:a |b$\n");
    row("text after quote ends the file", "\"a\"b", "T:ab$\n");
    row("quote in plain cell", "a\"b\",c", "Q:a\"b\"|c$\n");
    row("blank before quote", " \"a\",b", "Q: \"a\"|b$\n");
    row("lone CR", "a\rb,c\r", "R:a\rb|R:c\r$\n");
    row("lone CR begins a cell", "\rb,\r,\r", "R:\rb|R:\r|R:\r$\n");
    row("lone CR before a quote", "\r\"a\"", "Q:R:\r\"a\"$\n");
    row("lone CR before CRLF", "a\r\r\nb", "R:a\r$\nb$\n");
    row("CR after quote", "\"a\"\rb", "T:R:a\rb$\n");
    row("CR after quote ends the file", "\"a\"\r", "T:R:a\r$\n");
    row("CRLF after quote", "\"a\"\r\n\"b\"\r\n", "a$\nb$\n");
    row("CR before comma", "a\r,b", "R:a\r|b$\n");
    row("NUL and bad UTF-8", QByteArray("a\0b,\xFF\xC0", 6), QByteArray("a\0b|\xFF\xC0$\n", 8));
}

void TestScanner::followsTheRules() {
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, expected);
    const std::string text = csv.toStdString();
    for (std::size_t chunk = 1; chunk <= text.size() + 1; ++chunk)
        QCOMPARE(withoutPlaces(scanned(text, chunk)), expected.toStdString());
    QCOMPARE(withoutPlaces(expectedOf(text)), expected.toStdString());
}

void TestScanner::tellsWhereCellsBegin() {
    for (std::size_t chunk = 1; chunk < 20; ++chunk)
        QCOMPARE(scanned("\xEF\xBB\xBFx,\"b\"\r\n\"c\",", chunk), "x@3|b@5$\nc@10|@14$\n");
}

void TestScanner::doesNotDependOnChunks_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestScanner::doesNotDependOnChunks() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    // Mostly what means something to the scanner, with stretches of other bytes between.
    constexpr std::string_view telling = "\"\"\"\",,\n\r\xEF\xBB\xBFx";
    for (int round = 0; round < 12; ++round) {
        std::string csv;
        const std::size_t length = random() % 120;
        while (csv.size() < length) {
            if (random() % 4 == 0)
                csv.append(random() % 24, static_cast<char>('b' + random() % 20));
            else if (random() % 8 == 0)
                csv += static_cast<char>(random() % 256);
            else
                csv += telling[random() % telling.size()];
        }
        const std::string expected = expectedOf(csv);
        for (std::size_t chunk = 1; chunk <= csv.size() + 1; ++chunk)
            QCOMPARE(scanned(csv, chunk), expected);
    }
}

void TestScanner::takesHugeCells() {
    const std::string huge(std::size_t{50} << 20U, 'x');
    const std::string csv = "a,\"" + huge + "\"\"" + huge + "\",b\n";
    CsvScanner scanner;
    std::vector<std::size_t> sizes;
    const auto note = [&](const std::vector<CsvCell>& cells) {
        for (const CsvCell& cell : cells)
            sizes.push_back(cell.text.size());
    };
    for (std::size_t at = 0; at < csv.size(); at += 65536)
        note(scanner.feed(std::string_view(csv).substr(at, 65536)));
    note(scanner.finish());
    QCOMPARE(sizes, (std::vector<std::size_t>{1, 2 * huge.size() + 1, 1}));
    QCOMPARE(scanner.bytes(), csv.size());
}

void TestScanner::takesManyColumns() {
    std::string csv;
    for (int i = 0; i < 10000; ++i)
        csv += std::to_string(i) + (i == 9999 ? "\n" : ",");
    CsvScanner scanner;
    const auto& cells = scanner.feed(csv);
    QCOMPARE(cells.size(), 10000U);
    QCOMPARE(std::string(cells[9999].text), "9999");
    QVERIFY(cells[9999].endsRecord && !cells[9998].endsRecord);
}

void TestScanner::keepsTheCellsOfAChunk() {
    // Cells that had to be put together all stay readable until the next chunk.
    std::string csv;
    for (int i = 0; i < 1000; ++i)
        csv += "\"" + std::to_string(i) + "\"\"\"\n";
    CsvScanner scanner;
    const auto& cells = scanner.feed(csv);
    QCOMPARE(cells.size(), 1000U);
    for (std::size_t i = 0; i < 1000; ++i)
        QCOMPARE(std::string(cells[i].text), std::to_string(i) + "\"");
}

} // namespace

QTEST_APPLESS_MAIN(TestScanner)
#include "test_scanner.moc"
