#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/support/printing.h"
#include "tests/support/tabletext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

TablePtr loaded(std::string_view csv, const LoadOptions& options = {.schemas = resources()}) {
    const auto table = loadTableFromMemory(csv, "memory", options);
    return table ? *table : nullptr;
}

class TestLoader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAPlainTable();
    void keepsEveryCell_data();
    void keepsEveryCell();
    void namesColumns_data();
    void namesColumns();
    void findsColumns();
    void computesDerivedColumns();
    void sharesBrns();
    void notesWhatIsOdd_data();
    void notesWhatIsOdd();
    void countsBeyondThoseKept();
    void publishesAsItGoes();
    void unitesFiles();
    void refusesDifferentFiles();
    void saysWhatFailed();
    void stopsWhenAsked();
    void takesTenThousandColumns();
    void takesAHugeCell();

private:
    std::string write(const QString& name, const std::string& bytes) {
        QFile file(directory_->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) < 0) qFatal("no file");
        return file.fileName().toStdString();
    }
    std::unique_ptr<QTemporaryDir> directory_;
};

void TestLoader::init() {
    directory_ = std::make_unique<QTemporaryDir>();
}

void TestLoader::readsAPlainTable() {
    const TablePtr table = loaded("x,y\n1,\"a \"\"b\"\"\"\n2,\n");
    QVERIFY(table);
    QVERIFY(table->schema() == nullptr);
    QVERIFY(table->isComplete());
    QCOMPARE(table->bytes(), 19U);
    QCOMPARE(labelsText(*table), "x|y");
    QCOMPARE(rowsText(*table), "1|a \"b\"\n2|\n");
    QCOMPARE(noticesText(*table), "");
    QCOMPARE(table->distinct(ColumnId{1}), 2U);
    QVERIFY(std::ranges::equal(table->blocks()[0]->offsets, std::vector<std::uint64_t>{4, 16}));
    QCOMPARE(table->sources().size(), 1U);
    QCOMPARE(table->sources()[0].name, "memory");
}

void TestLoader::keepsEveryCell_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("notices");
    const auto row = [](const char* name, const QByteArray& csv, const QByteArray& rows, const QByteArray& notices) {
        QTest::newRow(name) << csv << rows << notices;
    };
    row("header only", "a,b\n", "", "");
    row("short row", "a,b,c\n1\n1,2,3\n", "1||\n1|2|3\n", "ShortRow row 1 column - byte 6 count 1 expected 3\n");
    row("long row", "a,b\n1,2,3,\"4,\"\n", "1|2+3+4,\n", "LongRow row 1 column - byte 4 count 4 expected 2\n");
    row("blank line", "a,b\n\n1,2\n", "|\n1|2\n", "ShortRow row 1 column - byte 4 count 1 expected 2\n");
    row("blank line, one column", "a\n\n1\n", "\n1\n", "");
    row("byte order mark and CRLF",
        "\xEF\xBB\xBF"
        "a,b\r\n1,2\r\n",
        "1|2\n", "");
    row("unclosed quote", "a,b\n1,\"2\n3,4\n", "1|2\n3,4\n\n", "UnclosedQuote row 1 column b byte 6\n");
    row("text after quote", "a,b\n\"1\"x,2\n", "1x|2\n", "TextAfterQuote row 1 column a byte 4\n");
    row("quote in plain cell", "a,b\n1\",2\n", "1\"|2\n", "QuoteInPlainCell row 1 column a byte 4\n");
    row("lone CR", "a,b\n1,2\r3\n", "1|2\r3\n", "LoneCarriageReturn row 1 column b byte 6\n");
    row("NUL", QByteArray("a,b\n1,x\0y\n", 10), QByteArray("1|x\0y\n", 6), "NulByte row 1 column b byte 6 count 1\n");
    row("bad UTF-8", "a,b\n1,\xC3\xA4\xFF\n2,\xC3\xA4\xFF\n", "1|\xC3\xA4\xFF\n2|\xC3\xA4\xFF\n",
        "InvalidUtf8 row 1 column b byte 6 count 2\nInvalidUtf8 row 2 column b byte 12 count 2\n");
    row("odd surplus", "a\n1,\xFF\"\n", "1+\xFF\"\n",
        "QuoteInPlainCell row 1 column - byte 4\nInvalidUtf8 row 1 column - byte 4\n"
        "LongRow row 1 column - byte 2 count 2 expected 1\n");
    row("semicolons", "a;b;c\n1;2;3\n", "1;2;3\n", "OtherSeparator row - column - byte 0 \";\"\n");
    row("tabs", "a\tb\tc\n1\t2\t3\n", "1\t2\t3\n", "OtherSeparator row - column - byte 0 \"\t\"\n");
    row("a semicolon in a name", "a;b\n1\n", "1\n", "");
    row("semicolons beside commas", "a;b;c,d\n1,2\n", "1|2\n", "");
    row("odd header", "a,\"b\"x\n1,2\n", "1|2\n", "TextAfterQuote row - column bx byte 2 \"bx\"\n");
}

void TestLoader::keepsEveryCell() {
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, notices);
    const TablePtr table = loaded(csv.toStdString());
    QVERIFY(table);
    QCOMPARE(rowsText(*table), rows.toStdString());
    QCOMPARE(noticesText(*table), notices.toStdString());
}

void TestLoader::namesColumns_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("labels");
    QTest::newRow("as given") << QByteArray("a* , B\n") << QByteArray("a* | B");
    QTest::newRow("repeated") << QByteArray("a,b,a,a,b\n") << QByteArray("a|b|a (2)|a (3)|b (2)");
    QTest::newRow("taken") << QByteArray("a (2),a,a\n") << QByteArray("a (2)|a|a (3)");
    QTest::newRow("taken later") << QByteArray("a,a,a (2)\n") << QByteArray("a|a (2)|a (2) (2)");
    QTest::newRow("empty") << QByteArray(",,\n") << QByteArray("| (2)| (3)");
    QTest::newRow("other case") << QByteArray("a,A\n") << QByteArray("a|A (2)");
}

void TestLoader::namesColumns() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, labels);
    const TablePtr table = loaded(header.toStdString());
    QVERIFY(table);
    QCOMPARE(labelsText(*table), labels.toStdString());
}

void TestLoader::findsColumns() {
    const TablePtr table = loaded("Entity Type*,x,entity_type,X\nconnection,1,2,3\n");
    QVERIFY(table);
    QCOMPARE(table->find("entity_type"), ColumnId{0});
    QCOMPARE(table->find(" ENTITY TYPE"), ColumnId{0});
    QCOMPARE(table->find("x"), ColumnId{1});
    QCOMPARE(table->find("y"), std::nullopt);
    const TablePtr repeated = loaded("a,a,a (2)\n");
    QCOMPARE(repeated->find("a"), ColumnId{0});
    QCOMPARE(repeated->find("A_(2)"), ColumnId{1}); // each has a name of its own
    QCOMPARE(repeated->find("a (2) (2)"), ColumnId{2});
    const TablePtr labelled = loaded("a,a\n");
    QCOMPARE(labelled->find("a (2)"), ColumnId{1});
}

void TestLoader::computesDerivedColumns() {
    const TablePtr labels = loaded("ID,Name,Type,Light Background Color,Light Text Color\n"
                                   "1,a,t,#FFFFFF,#000000\n2,b,t,#FFF,#777777\n3,c,t,#FFF,\n4,d,t,#FFFFFF,#000000\n");
    QVERIFY(labels);
    QCOMPARE(labelsText(*labels), "ID|Name|Type|Light Background Color|Light Text Color|(contrast_light)");
    QCOMPARE(rowsText(*labels), "1|a|t|#FFFFFF|#000000|21.00\n2|b|t|#FFF|#777777|4.48\n3|c|t|#FFF||\n"
                                "4|d|t|#FFFFFF|#000000|21.00\n");
    QCOMPARE(labels->find("contrast light"), ColumnId{5});
    QVERIFY(labels->column(ColumnId{5}).type == ColumnType::Number);
    const TablePtr relations = loaded("Parent Entity BRN,Entity BRN\nbrn:bid:balkanid:::T:identity:a,x\n,x\n",
                                      {.schemas = resources(), .schema = &schemas::entityRelations});
    QVERIFY(relations);
    QCOMPARE(labelsText(*relations), "Parent Entity BRN|Entity BRN|(parent_type)");
    QCOMPARE(rowsText(*relations), "brn:bid:balkanid:::T:identity:a|x|identity\n|x|\n");
}

void TestLoader::sharesBrns() {
    const TablePtr table = loaded("Parent Entity BRN,Entity BRN,Parent Entity BRN\nb,a,c\na,b,b\n",
                                  {.schemas = {}, .schema = &schemas::entityRelations});
    QVERIFY(table);
    QVERIFY(&table->dictionary(ColumnId{0}) == &table->dictionary(ColumnId{1}));
    QVERIFY(&table->dictionary(ColumnId{0}) == &table->dictionary(ColumnId{2}));
    QVERIFY(table->column(ColumnId{2}).type == ColumnType::Brn && table->column(ColumnId{2}).spec == nullptr);
    QCOMPARE(table->code(RowId{0}, ColumnId{0}), table->code(RowId{1}, ColumnId{1}));
    QCOMPARE(table->distinct(ColumnId{0}), 3U);
    QCOMPARE(table->distinct(ColumnId{1}), 3U);
}

void TestLoader::notesWhatIsOdd_data() {
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("notices");
    const auto row = [](const char* name, const char* resource, const QByteArray& csv, const QByteArray& notices) {
        QTest::newRow(name) << QByteArray(resource) << csv << notices;
    };
    row("missing columns", "labels", "Type,x\nt,1\n",
        "MissingRequiredColumn row - column - byte 0 \"ID\"\nMissingRequiredColumn row - column - byte 0 \"Name\"\n");
    row("repeated column", "labels", "ID,Name,Type,name\n1,a,t,b\n",
        "DuplicateColumn row - column name (2) byte 13 \"name\"\n");
    row("missing ID", "labels", "ID,Name,Type\n,a,t\n1,b,t\n", "MissingId row 1 column ID byte 13\n");
    row("missing ID at the end", "labels", "Name,Type,ID\na,t\n",
        "MissingId row 1 column ID byte 13\nShortRow row 1 column - byte 13 count 2 expected 3\n");
    row("broken JSON", "integrations",
        "ID,Name,Status,Metadata\n1,a,active,{}\n2,b,active,{]\n3,c,active,\n4,d,active,{]\n",
        "BrokenJson row 2 column Metadata byte 49 count 1\nBrokenJson row 4 column Metadata byte 75 count 1\n");
    row("odd values", "integrations",
        "ID,Name,Status,Last Run,Reviewer Count\n1,a,active,2021-07-26T18:00:00Z,2\n2,b,active,yesterday,two\n"
        "3,c,active,,\n",
        "OddValue row 2 column Last Run byte 84 \"yesterday\"\nOddValue row 2 column Reviewer Count byte 94 \"two\"\n");
    row("odd color", "labels", "ID,Name,Type,Text Color\n1,a,t,#FFF\n2,b,t,red\n",
        "OddValue row 2 column Text Color byte 41 \"red\"\n");
    row("odd BRN", "entity-relations",
        "Parent Entity BRN,Entity BRN,Entity Type\nname,brn:bid:balkanid:::T:role:k,role\n,,\n",
        "OddBrn row 1 column Parent Entity BRN byte 41 \"name\"\n");
    row("type mismatch", "entity-relations",
        "Entity BRN,Entity Type\nbrn:bid:balkanid:::T:role:k,role\nbrn:bid:balkanid:::T:role:k,app\n"
        "brn:bid:balkanid:::T:role:k,\nbrn:bid:balkanid:::T:role:k,role\n",
        "TypeMismatch row 2 column Entity Type byte 56 \"role\"\n");
}

void TestLoader::notesWhatIsOdd() {
    QFETCH(QByteArray, resource);
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, notices);
    const Schema* schema = nullptr;
    for (const Schema* candidate : resources())
        if (candidate->key == resource.toStdString()) schema = candidate;
    QVERIFY(schema != nullptr);
    const TablePtr table = loaded(csv.toStdString(), {.schemas = resources(), .schema = schema});
    QVERIFY(table);
    std::string text = noticesText(*table);
    if (resource == "entity-relations") { // whose other required columns are left out here
        std::string rest;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at) + 1;
            if (!text.substr(at).starts_with("MissingRequiredColumn")) rest += text.substr(at, end - at);
            at = end;
        }
        text = rest;
    }
    QCOMPARE(text, notices.toStdString());
}

void TestLoader::countsBeyondThoseKept() {
    std::string csv = "a,b\n";
    for (int i = 0; i < 1500; ++i)
        csv += "1\n";
    csv += "1,2,3\n";
    const TablePtr table = loaded(csv);
    QVERIFY(table);
    QCOMPARE(table->notices().notices.size(), 1001U);
    QCOMPARE(table->notices().totals.size(), 2U);
    QVERIFY((table->notices().totals[0] == std::pair{NoticeKind::ShortRow, std::uint64_t{1500}}));
    QVERIFY((table->notices().totals[1] == std::pair{NoticeKind::LongRow, std::uint64_t{1}}));
    QCOMPARE(table->raggedAt(RowId{1499})->cells, 1U);
    QCOMPARE(table->raggedAt(RowId{1500})->cells, 3U);
}

void TestLoader::publishesAsItGoes() {
    std::string csv = "n,group\n";
    constexpr std::uint32_t rows = 150000;
    for (std::uint32_t i = 0; i < rows; ++i)
        csv += std::to_string(i) + "," + std::to_string(i % 300) + "\n";
    const std::string file = write(QStringLiteral("n.csv"), csv);
    std::vector<TablePtr> snapshots;
    const auto table = loadTable({file}, {.schemas = resources()}, {}, [&](TablePtr snapshot) {
        if (!snapshot->isSearch()) snapshots.push_back(std::move(snapshot));
    });
    QVERIFY(table);
    std::vector<std::uint32_t> counts;
    for (const TablePtr& snapshot : snapshots)
        counts.push_back(snapshot->rowCount());
    QCOMPARE(counts, (std::vector<std::uint32_t>{0, 0, 2000, 65536, 131072, rows}));
    QVERIFY(snapshots[0]->listedRows() > 1000); // the beginning, at once
    for (std::size_t i = 1; i < snapshots.size(); ++i)
        QCOMPARE(snapshots[i]->listedRows(), rows);
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        const Table& snapshot = *snapshots[i];
        QCOMPARE(snapshot.isComplete(), i + 1 == snapshots.size());
        for (std::uint32_t row = 0; row < snapshot.listedRows(); row += 997) {
            QCOMPARE(std::string(snapshot.cell(RowId{row}, ColumnId{0})), std::to_string(row));
            QCOMPARE(std::string(snapshot.cell(RowId{row}, ColumnId{1})), std::to_string(row % 300));
            if (row < snapshot.rowCount())
                QVERIFY(snapshot.code(RowId{row}, ColumnId{0}).value < snapshot.distinct(ColumnId{0}));
        }
        QVERIFY(snapshot.bytes() <= csv.size());
    }
    QVERIFY(snapshots.back() == *table);
    QCOMPARE((*table)->bytes(), csv.size());
    QVERIFY(snapshots[3]->blocks()[0] == snapshots[5]->blocks()[0]);
}

void TestLoader::unitesFiles() {
    const std::string first = write(QStringLiteral("first.csv"), "ID,Name,Type,Color\n1,a,t,red\n2,b\n");
    const std::string second = write(QStringLiteral("second.csv"), "name*,id,TYPE,Extra\r\nc,3,u,x,y\r\n");
    const auto table = loadTable({first, second}, {.schemas = resources()});
    QVERIFY(table);
    QVERIFY((*table)->schema() == &schemas::labels);
    QCOMPARE(labelsText(**table), "ID|Name|Type|Color|Extra|(source)");
    QCOMPARE(rowsText(**table), "1|a|t|red||first.csv\n2|b||||first.csv\n3|c|u||x|second.csv+y\n");
    QCOMPARE(noticesText(**table), "ShortRow row 2 column - byte 29 count 2 expected 4\n"
                                   "LongRow row 3 column - byte 21 count 5 expected 4\n");
    QCOMPARE((*table)->sources().size(), 2U);
    QCOMPARE((*table)->sources()[1].name, "second.csv");
    QCOMPARE((*table)->sources()[1].firstRow, 2U);
    QCOMPARE((*table)->bytes(), 33U + 32U);
    // Where base names collide, the names as given tell the files apart.
    const auto twice = loadTable({first, first}, {.schemas = resources()});
    QVERIFY(twice);
    QCOMPARE((*twice)->rowCount(), 4U);
    QCOMPARE(std::string((*twice)->cell(RowId{3}, ColumnId{4})), first);
}

void TestLoader::refusesDifferentFiles() {
    const std::string labels = write(QStringLiteral("labels.csv"), "ID,Name,Type\n1,a,t\n");
    const std::string plain = write(QStringLiteral("plain.csv"), "x,y\n1,2\n");
    const std::string swapped = write(QStringLiteral("swapped.csv"), "Y,X\n2,1\n");
    const auto table = loadTable({labels, plain}, {.schemas = resources()});
    QVERIFY(!table);
    QVERIFY(table.error().kind == TableErrorKind::DifferentResource);
    QCOMPARE(table.error().file, plain);
    QCOMPARE(table.error().detail, "x,y");
    const auto same = loadTable({plain, swapped}, {.schemas = resources()});
    QVERIFY(same);
    QCOMPARE(rowsText(**same), "1|2|plain.csv\n1|2|swapped.csv\n");
    QVERIFY(!loadTable({plain, labels}, {.schemas = {}}));
}

void TestLoader::saysWhatFailed() {
    const auto missing = loadTable({"/nonexistent/file.csv"}, {.schemas = resources()});
    QVERIFY(!missing);
    QVERIFY(missing.error().kind == TableErrorKind::CannotOpen);
    QCOMPARE(missing.error().systemError, ENOENT);
    QCOMPARE(missing.error().file, "/nonexistent/file.csv");
    const auto directory = loadTable({directory_->path().toStdString()}, {.schemas = resources()});
    QVERIFY(!directory);
    QCOMPARE(directory.error().systemError, EISDIR);
    for (const char* empty : {"", "\xEF\xBB\xBF"}) {
        const auto table = loadTableFromMemory(empty, "empty", {.schemas = resources()});
        QVERIFY(!table);
        QVERIFY(table.error().kind == TableErrorKind::NoHeader);
        QCOMPARE(table.error().file, "empty");
    }
}

void TestLoader::stopsWhenAsked() {
    std::string csv = "n\n";
    for (int i = 0; i < 200000; ++i)
        csv += std::to_string(i) + "\n";
    const std::string file = write(QStringLiteral("n.csv"), csv);
    std::stop_source stop;
    int published = 0;
    const auto table = loadTable({file}, {.schemas = resources()}, stop.get_token(), [&](const TablePtr&) {
        ++published;
        stop.request_stop();
    });
    QVERIFY(!table);
    QVERIFY(table.error().kind == TableErrorKind::Cancelled);
    QCOMPARE(published, 1);
}

void TestLoader::takesTenThousandColumns() {
    std::string csv;
    for (int row = 0; row < 50; ++row)
        for (int column = 0; column < 10000; ++column)
            csv += std::to_string(column % (row + 1)) + (column == 9999 ? "\n" : ",");
    const TablePtr table = loaded(csv);
    QVERIFY(table);
    QCOMPARE(table->columnCount(), 10000U);
    QCOMPARE(table->rowCount(), 49U);
    QCOMPARE(table->column(ColumnId{9999}).label, "0 (10000)");
    for (std::uint32_t column = 0; column < 10000; column += 7)
        QCOMPARE(std::string(table->cell(RowId{48}, ColumnId{column})), std::to_string(column % 50));
}

void TestLoader::takesAHugeCell() {
    const std::string huge(std::size_t{100} << 20U, 'x');
    const TablePtr table = loaded("a,b\n1,\"" + huge + "\"\"\"\n2,3\n");
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 2U);
    QCOMPARE(table->cell(RowId{0}, ColumnId{1}).size(), huge.size() + 1);
    QVERIFY(table->cell(RowId{0}, ColumnId{1}).starts_with(huge));
    QCOMPARE(std::string(table->cell(RowId{1}, ColumnId{1})), "3");
}

} // namespace

QTEST_APPLESS_MAIN(TestLoader)
#include "test_loader.moc"
