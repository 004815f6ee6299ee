#include "models/items/copyjob.h"
#include "tests/items/tables.h"

#include <QSignalSpy>
#include <QTest>

#include <string>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto csv = "ID,Name,Status,Metadata\n"
                     "1,\"a \"\"b\"\"\tc\",x|y,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n"
                     "2,\"two\r\nlines\",<b>*\\,\n"
                     "3,ünal,,[1]\n";

CopyRequest requestFor(CopyFormat format, bool headers, std::vector<std::uint32_t> columns = {0, 1}) {
    const TablePtr table = tableOf(csv);
    CopyRequest request{.table = table,
                        .rows = ShownRows::all(table->rowCount()),
                        .ranges = {{.first = 0, .count = table->rowCount()}},
                        .columns = {},
                        .format = format,
                        .headers = headers};
    for (const auto column : columns)
        request.columns.push_back(ColumnId{column});
    return request;
}

QString copied(const CopyRequest& request) {
    const auto text = copyText(request, {}, [](std::uint64_t) {});
    return text ? *text : u"(nothing)"_s;
}

} // namespace

class TestCopyText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesEachFormat_data();
    void writesEachFormat();
    void keepsOrderAndRanges();
    void masksSecrets_data();
    void masksSecrets();
    void refusesWhatIsTooLong();
    void worksAsideAndStops();
};

void TestCopyText::writesEachFormat_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("headers");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, CopyFormat format, bool headers, const QString& expected) {
        QTest::newRow(name) << static_cast<int>(format) << headers << expected;
    };
    const QString tsv = u"1\t\"a \"\"b\"\"\tc\"\n2\t\"two\r\nlines\"\n3\tünal\n"_s;
    row("TSV", CopyFormat::Tsv, false, tsv);
    row("TSV with headers", CopyFormat::Tsv, true, u"ID\tName\n"_s + tsv);
    const QString lines = u"1,\"a \"\"b\"\"\tc\"\n2,\"two\r\nlines\"\n3,ünal\n"_s;
    row("CSV", CopyFormat::Csv, false, lines);
    row("CSV with headers", CopyFormat::Csv, true, u"ID,Name\n"_s + lines);
    row("JSON", CopyFormat::Json, false,
        u"[\n[\"1\", \"a \\\"b\\\"\\tc\"],\n[\"2\", \"two\\r\\nlines\"],\n[\"3\", \"ünal\"]\n]\n"_s);
    row("JSON with headers", CopyFormat::Json, true,
        u"[\n{\"ID\": \"1\", \"Name\": \"a \\\"b\\\"\\tc\"},\n{\"ID\": \"2\", \"Name\": \"two\\r\\nlines\"},\n"
        "{\"ID\": \"3\", \"Name\": \"ünal\"}\n]\n"_s);
    row("Markdown", CopyFormat::Markdown, false,
        u"|  |  |\n| --- | --- |\n| 1 | a \"b\"\tc |\n| 2 | two<br>lines |\n| 3 | ünal |\n"_s);
    row("Markdown with headers", CopyFormat::Markdown, true,
        u"| ID | Name |\n| --- | --- |\n| 1 | a \"b\"\tc |\n| 2 | two<br>lines |\n| 3 | ünal |\n"_s);
}

void TestCopyText::writesEachFormat() {
    QFETCH(int, format);
    QFETCH(bool, headers);
    QTEST(copied(requestFor(static_cast<CopyFormat>(format), headers)), "expected");
}

void TestCopyText::keepsOrderAndRanges() {
    CopyRequest request = requestFor(CopyFormat::Markdown, true, {2, 0});
    request.rows = ShownRows::ordered({RowId{2}, RowId{1}, RowId{0}}, 3);
    request.ranges = {{.first = 0, .count = 1}, {.first = 2, .count = 1}};
    QCOMPARE(request.rowCount(), 2U);
    QCOMPARE(copied(request), u"| Status | ID |\n| --- | --- |\n|  | 3 |\n| x\\|y | 1 |\n"_s);
    request.ranges = {{.first = 1, .count = 1}};
    QVERIFY(copied(request).endsWith(u"| \\<b\\>\\*\\\\ | 2 |\n"_s));
}

void TestCopyText::masksSecrets_data() {
    QTest::addColumn<int>("format");
    for (const CopyFormat format : {CopyFormat::Tsv, CopyFormat::Csv, CopyFormat::Json, CopyFormat::Markdown})
        QTest::addRow("format %d", static_cast<int>(format)) << static_cast<int>(format);
}

void TestCopyText::masksSecrets() {
    QFETCH(int, format);
    const QString text = copied(requestFor(static_cast<CopyFormat>(format), true, {3}));
    QVERIFY(text.contains(QString(8, u'•')));
    QVERIFY(!text.contains(u"hunter2"_s));
}

void TestCopyText::refusesWhatIsTooLong() {
    const std::string cell(1'000'000, 'x');
    std::string large = "a\n";
    for (int i = 0; i < 3; ++i)
        large += cell + "\n";
    CopyRequest request{.table = tableOf(large), .rows = ShownRows::all(3), .columns = {ColumnId{0}}};
    request.ranges = {{.first = 0, .count = 3}};
    QVERIFY(copyText(request, {}, [](std::uint64_t) {}).has_value());
    for (int i = 0; i < 22; ++i)
        request.ranges.push_back({.first = 0, .count = 3});
    QCOMPARE(copyText(request, {}, [](std::uint64_t) {}).error(), CopyError::TooLong);
}

void TestCopyText::worksAsideAndStops() {
    CopyRequest request = requestFor(CopyFormat::Csv, false);
    CopyJob job;
    QSignalSpy done(&job, &CopyJob::copied);
    QSignalSpy failed(&job, &CopyJob::failed);
    QSignalSpy progress(&job, &CopyJob::progress);
    job.start(request);
    QCOMPARE(done.size(), 0); // not in this thread
    QVERIFY(done.wait());
    QCOMPARE(done[0][1].toULongLong(), 3U);
    // Long enough to be stopped: the same short rows over and over.
    request.columns = {ColumnId{0}};
    request.ranges.assign(2'000'000, {.first = 0, .count = 3});
    job.start(request);
    QVERIFY(progress.wait(20'000));
    QVERIFY(job.isActive());
    job.cancel();
    QVERIFY(failed.wait(2'000));
    QVERIFY(!job.isActive());
    QCOMPARE(done.size(), 1);
}

QTEST_GUILESS_MAIN(TestCopyText)
#include "test_copytext.moc"
