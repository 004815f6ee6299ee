#include "models/filter/cellfilter.h"
#include "models/query/query.h"
#include "tests/items/tables.h"

#include <QTest>

#include <random>
#include <string>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

void appendCell(std::string& csv, std::string_view cell) {
    csv += '"';
    for (const char c : cell)
        csv.append(c == '"' ? 2 : 1, c);
    csv += '"';
}

/// A table whose every column holds the same cells.
TablePtr tableWith(const std::vector<std::string>& cells) {
    std::string csv = "ID,Name,Last Run,Status,Metadata,Odd and `name`,is\n";
    for (const std::string& cell : cells)
        for (int column = 0; column < 7; ++column) {
            appendCell(csv, cell);
            csv += column < 6 ? ',' : '\n';
        }
    return tableOf(csv);
}

ExpressionPtr parsed(std::string_view text) {
    const auto expression = parseExpression(text);
    return expression ? *expression : nullptr;
}

QString canonical(const ExpressionPtr& expression) {
    return expression ? QString::fromStdString(canonicalText(*expression)) : QString();
}

ExpressionPtr filterFor(const Table& table, std::uint32_t row, std::uint32_t column) {
    const Code code = table.code(RowId{row}, ColumnId{column});
    return cellFilter(table, ColumnId{column}, {&code, 1}).value_or(nullptr);
}

const std::vector<std::string> hostile = {
    "okta",
    "Okta",
    "",
    "and",
    "is empty",
    "a b",
    " a b ",
    "\"quoted\" \\ back",
    "/slashed/i",
    "a\\/b",
    "\\A.*\\z",
    "line\nbreak",
    "line\r\nbreak",
    "lone\rreturn",
    "tab\there",
    "no\u00A0break",
    "bidi \u202E txt",
    "zero\u200Bwidth",
    "separator\u2028x",
    std::string("nul\0byte", 8),
    "emoji 🙂",
    "\uFDD0",
    "-30d",
    "-",
    "2024-01-01",
    "2024-01-01T00:00:00Z",
    "3",
    "3.0",
    "null",
    "{\"a\": 1}",
    "{\"a\":1}",
    "#FFFFFF",
    "(a, b)",
    "a=b",
    "`tick`",
    "ünal",
    "ÜNAL",
    "x\n",
    "x",
    "brn:bid:balkanid:::T1:identity:-He<b>b",
};

} // namespace

/// Filters made from cells, and what they select.
class TestCellFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesWhatPeopleWouldWrite();
    void selectsTheRowsWithTheseBytes();
    void selectsAnyOfSeveral();
    void randomBytesToo();
    void tellsWhyNot_data();
    void tellsWhyNot();
    void combines_data();
    void combines();
};

void TestCellFilter::writesWhatPeopleWouldWrite() {
    const TablePtr table = tableWith({"okta", "a b", "", "x\ny"});
    QCOMPARE(canonical(filterFor(*table, 0, 1)), u"name = okta"_s);
    QCOMPARE(canonical(filterFor(*table, 1, 1)), u"name = \"a b\""_s);
    QCOMPARE(canonical(filterFor(*table, 2, 1)), u"name is empty"_s);
    QCOMPARE(canonical(filterFor(*table, 3, 1)), u"name matches /\\Ax\\x{A}y\\z/"_s);
    QCOMPARE(canonical(filterFor(*table, 0, 2)), u"last_run = okta"_s);
    const Code codes[] = {Code{0}, Code{1}, Code{2}};
    QCOMPARE(canonical(*cellFilter(*table, ColumnId{1}, codes)), u"name in (okta, \"a b\") or name is empty"_s);
}

void TestCellFilter::selectsTheRowsWithTheseBytes() {
    const TablePtr table = tableWith(hostile);
    for (std::uint32_t column = 0; column < 7; ++column)
        for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
            const ExpressionPtr filter = filterFor(*table, row, column);
            QVERIFY2(filter, hostile[row].c_str());
            // By way of the text in the filter bar.
            const QString text = canonical(filter);
            const auto rows = select(*table, parsed(text.toStdString()), {.now = Instant{}});
            QVERIFY2(rows.has_value(), qPrintable(text));
            const std::string_view cell = table->cell(RowId{row}, ColumnId{column});
            const ColumnType type = table->column(ColumnId{column}).type;
            RowList expected;
            for (std::uint32_t other = 0; other < table->rowCount(); ++other) {
                const std::string_view candidate = table->cell(RowId{other}, ColumnId{column});
                const auto instant = type == ColumnType::Instant ? parseInstant(cell) : std::nullopt;
                const bool sameInstant = instant && parseInstant(candidate) == instant;
                const bool bothEmpty = type == ColumnType::Json && cell.empty() && candidate == "null";
                if (candidate == cell || sameInstant || bothEmpty) expected.push_back(RowId{other});
            }
            QVERIFY2(*rows == expected, qPrintable(text));
        }
}

void TestCellFilter::selectsAnyOfSeveral() {
    const TablePtr table = tableWith(hostile);
    std::vector<Code> codes;
    for (std::uint32_t row = 0; row < table->rowCount(); row += 2)
        codes.push_back(table->code(RowId{row}, ColumnId{1}));
    const auto filter = cellFilter(*table, ColumnId{1}, codes);
    QVERIFY(filter.has_value());
    const auto rows = select(*table, parsed(canonicalText(**filter)), {.now = Instant{}});
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), codes.size());
}

void TestCellFilter::randomBytesToo() {
    std::mt19937 random(7);
    std::vector<std::string> cells;
    const std::string_view pool[] = {"a", "B",  " ", "\"", "\\", "/", "\n", "\t",    "\u202E",
                                     "ü", "🙂", "(", ")",  "$",  "^", ".",  "\u00A0"};
    for (int i = 0; i < 300; ++i) {
        std::string cell;
        for (auto length = random() % 8 + 1; length > 0; --length)
            cell += pool[random() % std::size(pool)];
        cells.push_back(std::move(cell));
    }
    const TablePtr table = tableWith(cells);
    for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
        const ExpressionPtr filter = filterFor(*table, row, 1);
        QVERIFY(filter);
        const auto rows = select(*table, parsed(canonicalText(*filter)), {.now = Instant{}});
        QVERIFY(rows.has_value());
        QCOMPARE(static_cast<std::ptrdiff_t>(rows->size()), std::ranges::count(cells, cells[row]));
        QVERIFY(std::ranges::find(*rows, RowId{row}) != rows->end());
    }
}

void TestCellFilter::tellsWhyNot_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* name, const QByteArray& cell, CellFilterProblem problem) {
        QTest::newRow(name) << cell << static_cast<int>(problem);
    };
    row("secret", R"([{"type":"secret","value":"hunter2"}])", CellFilterProblem::HoldsSecret);
    row("broken secret", R"({"type":"secret","value":"hunter2)", CellFilterProblem::HoldsSecret);
    row("bad UTF-8", "\xFF\xFE", CellFilterProblem::NotText);
    row("long", QByteArray(70'000, 'x'), CellFilterProblem::TooLong);
    row("long when escaped", QByteArray(20'000, '\n'), CellFilterProblem::TooLong);
}

void TestCellFilter::tellsWhyNot() {
    QFETCH(QByteArray, cell);
    QFETCH(int, problem);
    const TablePtr table = tableWith({cell.toStdString()});
    const Code code = table->code(RowId{0}, ColumnId{4});
    const auto filter = cellFilter(*table, ColumnId{4}, {&code, 1});
    QVERIFY(!filter.has_value());
    QCOMPARE(static_cast<int>(filter.error()), problem);
    const std::vector<Code> many(maximumFilterValues + 1, code);
    QCOMPARE(cellFilter(*table, ColumnId{4}, many).error(), CellFilterProblem::TooMany);
}

void TestCellFilter::combines_data() {
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("use");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& current, const QString& part, FilterUse use,
                        const QString& expected) {
        QTest::newRow(name) << current << part << static_cast<int>(use) << expected;
    };
    row("first", {}, u"a = 1"_s, FilterUse::And, u"a = 1"_s);
    row("and", u"x"_s, u"a = 1"_s, FilterUse::And, u"x and a = 1"_s);
    row("and after or", u"x or y"_s, u"a = 1"_s, FilterUse::And, u"(x or y) and a = 1"_s);
    row("and an or", u"x"_s, u"a = 1 or a is empty"_s, FilterUse::And, u"x and (a = 1 or a is empty)"_s);
    row("again", u"x and a = 1"_s, u"a = 1"_s, FilterUse::And, u"x and a = 1"_s);
    row("not", u"x"_s, u"a = 1"_s, FilterUse::AndNot, u"x and a != 1"_s);
    row("not one of", {}, u"a in (1, 2)"_s, FilterUse::AndNot, u"not a in (1, 2)"_s);
    row("not empty", {}, u"a is empty"_s, FilterUse::AndNot, u"a is not empty"_s);
    row("not an or", {}, u"a = 1 or a is empty"_s, FilterUse::AndNot, u"not (a = 1 or a is empty)"_s);
    row("or", u"x and y"_s, u"a = 1"_s, FilterUse::Or, u"x and y or a = 1"_s);
    row("replace", u"x and y"_s, u"a = 1"_s, FilterUse::Replace, u"a = 1"_s);
}

void TestCellFilter::combines() {
    QFETCH(QString, current);
    QFETCH(QString, part);
    QFETCH(int, use);
    QTEST(canonical(combined(parsed(current.toStdString()), parsed(part.toStdString()), static_cast<FilterUse>(use))),
          "expected");
}

QTEST_GUILESS_MAIN(TestCellFilter)
#include "test_cellfilter.moc"
