#include "models/csv/scanner.h"
#include "models/csv/writer.h"
#include "tests/support/printing.h"

#include <QTest>

#include <random>
#include <string>
#include <string_view>

using namespace idscope;

namespace {

std::string csvCell(std::string_view cell) {
    std::string out;
    appendCsvCell(out, cell);
    return out;
}

/// The cell that reading `cell,x` gives.
std::string read(const std::string& cell) {
    CsvScanner scanner;
    const std::string csv = cell + ",x\n";
    return std::string(scanner.feed(csv).front().text);
}

struct Neutralised {
    std::string text;
    bool changed;
};

Neutralised neutralised(std::string_view cell) {
    std::string out;
    const bool changed = appendSpreadsheetCell(out, cell);
    return {read(out), changed};
}

/// Takes away the `'` before each line that is dangerous without it.
std::string restored(std::string_view cell) {
    std::string out;
    for (bool isFirst = true; !cell.empty(); isFirst = false) {
        std::size_t end = cell.find_first_of("\r\n");
        end = end == std::string_view::npos ? cell.size() : end + (cell.substr(end, 2) == "\r\n" ? 2 : 1);
        const std::string line(cell.substr(0, end));
        cell.remove_prefix(end);
        const bool added = line.starts_with('\'') && neutralised(isFirst ? line : "x\n" + line).changed;
        out += line.substr(added ? 1 : 0);
    }
    return out;
}

class TestWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesOnlyWhenNeeded_data();
    void quotesOnlyWhenNeeded();
    void comesBackAsWritten();
    void neutralisesFormulas_data();
    void neutralisesFormulas();
    void canBeReversed();
};

void TestWriter::quotesOnlyWhenNeeded_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("leading blank") << QByteArray(" a") << QByteArray(" a");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b\"") << QByteArray("\"a\"\"b\"\"\"");
    QTest::newRow("quote alone") << QByteArray("\"") << QByteArray("\"\"\"\"");
    QTest::newRow("LF") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("CR") << QByteArray("a\r") << QByteArray("\"a\r\"");
    QTest::newRow("bad bytes") << QByteArray("\xFF\0", 2) << QByteArray("\xFF\0", 2);
}

void TestWriter::quotesOnlyWhenNeeded() {
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, expected);
    QCOMPARE(csvCell(cell.toStdString()), expected.toStdString());
}

void TestWriter::comesBackAsWritten() {
    std::mt19937 random(7);
    constexpr std::string_view telling = "\",\n\r a=";
    for (int round = 0; round < 5000; ++round) {
        std::string cell;
        for (const std::size_t length = random() % 12; cell.size() < length;)
            cell += random() % 5 == 0 ? static_cast<char>(random() % 256) : telling[random() % telling.size()];
        if (cell.starts_with("\xEF\xBB\xBF")) continue; // reads as a byte order mark
        QCOMPARE(read(csvCell(cell)), cell);
    }
}

void TestWriter::neutralisesFormulas_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* cell, const char* expected) {
        QTest::newRow(name) << QByteArray(cell) << QByteArray(expected);
    };
    row("empty", "", "");
    row("text", "a=b", "a=b");
    row("blank", "  ", "  ");
    row("equals", "=1+2", "'=1+2");
    row("plus", "+49 30", "'+49 30");
    row("minus", "-x", "'-x");
    row("minus alone", "-", "'-");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\t=1", "'\t=1");
    row("tab before text", "\tx", "'\tx");
    row("CR", "\r=1", "'\r'=1");
    row("LF", "\nx", "'\nx");
    row("blanks first", "  =1", "'  =1");
    row("blanks and line end", " \n=1", "' \n'=1");
    row("negative number", "-5", "-5");
    row("signed number", "+1.5e-3", "+1.5e-3");
    row("number with blank before", " -5", "' -5");
    row("number and more", "-5+cmd", "'-5+cmd");
    row("second line", "a\n=1", "a\n'=1");
    row("line after CRLF", "a\r\n=1\r\nb", "a\r\n'=1\r\nb");
    row("line after CR", "a\r@x", "a\r'@x");
    row("number in a line", "a\n-5\nb", "a\n-5\nb");
    row("empty line inside", "a\n\nb", "a\n\nb");
    row("both lines", "=1\n=2", "'=1\n'=2");
    row("given before", "'=1", "''=1");
    row("quotation", "'hello'", "'hello'");
}

void TestWriter::neutralisesFormulas() {
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, expected);
    const Neutralised safe = neutralised(cell.toStdString());
    QCOMPARE(safe.text, expected.toStdString());
    QCOMPARE(safe.changed, cell != expected);
}

void TestWriter::canBeReversed() {
    std::mt19937 random(11);
    constexpr std::string_view telling = "=+-@\t\r\n' '5ax";
    for (int round = 0; round < 20000; ++round) {
        std::string cell;
        for (const std::size_t length = random() % 10; cell.size() < length;)
            cell += telling[random() % telling.size()];
        QCOMPARE(restored(neutralised(cell).text), cell);
    }
}

} // namespace

QTEST_APPLESS_MAIN(TestWriter)
#include "test_writer.moc"
