#include "models/schema/resources.h"
#include "models/words/graphwords.h"
#include "models/words/phrase.h"
#include "models/words/words.h"
#include "tests/relations/graphs.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace words = idscope::words;

namespace idscope {
namespace {

/// A table of one JSON and one ID column, to point notices at.
TablePtr smallTable() {
    auto dictionary = std::make_shared<Dictionary>();
    auto block = std::make_shared<Block>();
    block->rows = 1;
    static constexpr std::uint8_t metadata[] = {0}, id[] = {1}; // a block owns no codes
    block->columns = {std::span<const std::uint8_t>(metadata), std::span<const std::uint8_t>(id)};
    dictionary->intern("{\"ü\": }");
    dictionary->intern("1");
    Table::Parts parts;
    parts.columns = {Column{.header = "Metadata", .label = "Metadata", .type = ColumnType::Json},
                     Column{.header = "ID\x1B", .label = "ID\x1B", .type = ColumnType::Id}};
    parts.dictionaries = {dictionary, dictionary};
    parts.distinct = {2, 2};
    parts.blocks = {block};
    parts.rows = 1;
    return std::make_shared<const Table>(std::move(parts));
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbers_data();
    void numbers();
    void omissionsOfADrawingStandFirst();
    void hopsAreSaidOfWhatWasFoundAlone();
    void byteCounts_data();
    void byteCounts();
    void durations_data();
    void durations();
    void quotedData();
    void characters();
    void notices_data();
    void notices();
    void jsonErrors_data();
    void jsonErrors();
    void transfers_data();
    void transfers();
    void titles();
};

void TestWords::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestWords::numbers_data() {
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << quint64{0} << u"0"_s;
    QTest::newRow("million") << quint64{1'000'000} << u"1,000,000"_s;
    QTest::newRow("largest") << std::numeric_limits<quint64>::max() << u"18,446,744,073,709,551,615"_s;
}

void TestWords::numbers() {
    QFETCH(quint64, value);
    QTEST(words::number(value), "text");
}

void TestWords::omissionsOfADrawingStandFirst() {
    Picture picture;
    picture.drawn = 31;
    QVERIFY(words::drawnFact(40, picture, 0).startsWith(u"40 "_s));
    QVERIFY(words::drawnFact(40, picture, 9).startsWith(u"left out of the drawing 9 · "_s));
    picture.edgesLeftOut = 3;
    QVERIFY(words::drawnFact(40, picture, 0).startsWith(u"3 arrows left out · "_s));
}

/// One of those counted together is enough to say none.
void TestWords::hopsAreSaidOfWhatWasFoundAlone() {
    const GraphPtr graph = test::graphOf(test::Relations{{"ada", "hub"}, {"hub", "page"}, {"den", "page"}});
    const NodeId ada = test::node(*graph, "ada");
    const auto found = answer(graph, {.from = {ada}}, nullptr);
    QVERIFY(found);
    const std::vector<QString> types = {u"identity"_s, u"connection"_s};
    const PictureKey counted{.kind = PictureKey::Kind::FoldDown, .node = ada, .type = "connection"};
    Picture picture;
    picture.nodes = {{.key = {.node = ada}, .members = {ada}},
                     {.key = counted, .members = {test::node(*graph, "hub")}, .column = 1}};
    QVERIFY(words::columnHeads(picture, types, **found).at(1).rest.startsWith(u"groups, 1 "_s));
    picture.nodes.back().members.push_back(test::node(*graph, "den"));
    QCOMPARE(words::columnHeads(picture, types, **found).at(1).rest, u"groups"_s);
}

void TestWords::byteCounts_data() {
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64{0} << u"0 bytes"_s;
    QTest::newRow("bytes") << quint64{999} << u"999 bytes"_s;
    QTest::newRow("kilobytes") << quint64{1000} << u"1 KB"_s;
    QTest::newRow("kilobytes, no decimals") << quint64{5'400} << u"5 KB"_s;
    QTest::newRow("below the next unit") << quint64{999'499} << u"999 KB"_s;
    QTest::newRow("rounds into the next unit") << quint64{999'500} << u"1.0 MB"_s;
    QTest::newRow("small megabytes") << quint64{9'940'000} << u"9.9 MB"_s;
    QTest::newRow("ten megabytes") << quint64{9'950'000} << u"10 MB"_s;
    QTest::newRow("megabytes") << quint64{461'234'567} << u"461 MB"_s;
    QTest::newRow("gigabytes") << quint64{1'400'000'000} << u"1.4 GB"_s;
    QTest::newRow("beyond the last unit") << quint64{12'345'000'000'000'000} << u"12,345 TB"_s;
}

void TestWords::byteCounts() {
    QFETCH(quint64, bytes);
    QTEST(words::byteCount(bytes), "text");
}

void TestWords::durations_data() {
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64{-1} << u"0 s"_s;
    QTest::newRow("rounded up") << qint64{2001} << u"3 s"_s;
    QTest::newRow("seconds") << qint64{119'000} << u"119 s"_s;
    QTest::newRow("minutes") << qint64{1'800'000} << u"30 min"_s;
    QTest::newRow("hours") << qint64{7'500'000} << u"2 h 5 min"_s;
}

void TestWords::durations() {
    QFETCH(qint64, milliseconds);
    QTEST(words::duration(std::chrono::milliseconds{milliseconds}), "text");
}

void TestWords::quotedData() {
    QCOMPARE(words::quoted("Ü ok"), u"Ü ok"_s);
    QCOMPARE(words::quoted("\x1B[31m\n\u202Etxt"), u"[U+001B][31m[U+000A][U+202E]txt"_s);
    QCOMPARE(words::quoted("a\xFF"), u"a\uFFFD"_s);
    QCOMPARE(words::quoted(std::string(80, 'x')), QString(80, u'x'));
    QCOMPARE(words::quoted(std::string(81, 'x')), QString(80, u'x') + u'…');
    QCOMPARE(words::quoted("%1 %2"), u"%1 %2"_s);
}

void TestWords::characters() {
    QCOMPARE(words::characterNumber("abc", 0), u"1"_s);
    QCOMPARE(words::characterNumber("üb", 2), u"2"_s);
    QCOMPARE(words::characterNumber("\U0001F600b", 4), u"2"_s);
    QCOMPARE(words::characterNumber("ab", 9), u"3"_s);
}

void TestWords::notices_data() {
    QTest::addColumn<Notice>("notice");
    QTest::addColumn<QString>("text");
    const auto row = [](NoticeKind kind, const QString& text, Notice notice = {}) {
        notice.kind = kind;
        QTest::addRow("%d", static_cast<int>(kind)) << notice << text;
    };
    const Notice there{.row = RowId{0}, .byte = 18'204'551, .count = 8, .expected = 9, .text = "x\u202E"};
    const auto inColumn = [&](std::uint32_t column, std::uint64_t count = 0) {
        auto notice = there;
        notice.column = ColumnId{column};
        notice.count = count;
        return notice;
    };
    using enum NoticeKind;
    row(MissingRequiredColumn,
        u"The column “Name” is missing, though every export of this kind has it. The rows can still be read."_s,
        {.text = "Name"});
    row(DuplicateColumn, u"ID[U+001B]: the column “ID” appears again. Each is shown under its own name."_s,
        {.column = ColumnId{1}, .text = "ID"});
    row(OtherSeparator,
        u"Only one column. Do semicolons separate more in this file? Only commas are read as separators."_s,
        {.text = ";"});
    row(ShortRow, u"Row 1: 8 cells where 9 are expected, at byte 18,204,551. Missing cells are shown empty."_s, there);
    row(LongRow,
        u"Row 1: 8 cells where 9 are expected, at byte 18,204,551. The surplus is kept at the end of the row."_s,
        there);
    row(UnclosedQuote,
        u"Row 1: a quote at byte 18,204,551 is never closed. All that follows is one cell; the file may be cut off."_s,
        there);
    row(TextAfterQuote, u"Row 1: text follows a closing quote, at byte 18,204,551. It is kept in the cell."_s, there);
    row(QuoteInPlainCell, u"Row 1: a quote inside a cell without quotes, at byte 18,204,551. It is kept as it is."_s,
        there);
    row(LoneCarriageReturn,
        u"Row 1: a carriage return without line feed, at byte 18,204,551. It is kept in the cell."_s, there);
    row(NulByte, u"Row 1: a zero byte, at byte 18,204,551. It is kept in the cell."_s, there);
    row(InvalidUtf8, u"Row 1: bytes that are not UTF-8, at byte 18,204,551. They are kept, and shown as \uFFFD."_s,
        there);
    row(BrokenJson,
        u"Row 1, Metadata: not JSON: it breaks at character 7. The row is kept and its text shown as it is."_s,
        inColumn(0, 7));
    row(OddValue, u"Row 1, Metadata: “x[U+202E]” is not what this column holds. It is kept as text and sorted last."_s,
        inColumn(0));
    row(OddBrn, u"Row 1, Metadata: “x[U+202E]” is no BRN. It is kept as a name."_s, inColumn(0));
    row(TypeMismatch,
        u"Row 1, Metadata: the entity type differs from the type in the entity's BRN, “x[U+202E]”. Both are shown as "
        "given."_s,
        inColumn(0));
    row(MissingId, u"Row 1: has no ID. It can still be found by its name."_s, there);
}

void TestWords::notices() {
    QFETCH(Notice, notice);
    QTEST(words::sentence(notice, *smallTable()), "text");
}

void TestWords::jsonErrors_data() {
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("text");
    const auto row = [](JsonProblem problem, const QString& text) {
        QTest::addRow("%d", static_cast<int>(problem)) << static_cast<int>(problem) << u"Character 3: "_s + text;
    };
    using enum JsonProblem;
    row(UnexpectedEnd, u"the text ends inside a value."_s);
    row(UnexpectedByte, u"a value, comma, colon or bracket is missing."_s);
    row(BadEscape, u"no such escape in a string."_s);
    row(ControlInString, u"a control character in a string."_s);
    row(BadNumber, u"this is no JSON number."_s);
    row(BadUtf8, u"these bytes are not UTF-8."_s);
    row(TooDeep, u"nested deeper than 512 levels."_s);
    row(TrailingText, u"more text follows the value."_s);
}

void TestWords::jsonErrors() {
    QFETCH(int, problem);
    QTEST(words::sentence(JsonError{static_cast<JsonProblem>(problem), 3}, "ü:x"), "text");
}

void TestWords::transfers_data() {
    QTest::addColumn<TransferStatus>("status");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QString>("progress");
    const auto row = [](const char* name, TransferStatus status, const QString& phase, const QString& progress) {
        QTest::newRow(name) << status << phase << progress;
    };
    using enum TransferPhase;
    row("queued", {.phase = Queued}, u"Queued"_s, u"starts when a running one is done"_s);
    row("requesting", {.phase = Requesting}, u"Requesting"_s, u"asking for an export"_s);
    row("waiting", {.phase = Waiting, .polls = 4, .nextPoll = 2400ms, .elapsed = 22s},
        u"Waiting: poll 4, next in 3 s"_s, u"asked 22 s ago"_s);
    row("waiting, first poll", {.phase = Waiting}, u"Waiting"_s, u"asked 0 s ago"_s);
    row("downloading", {.phase = Downloading, .received = 281'400'000, .length = 461'000'000, .bytesPerSecond = 48e6},
        u"Downloading 61 %"_s, u"281 of 461 MB, 48 MB/s, 4 s left"_s);
    row("downloading, other unit", {.phase = Downloading, .received = 5'000, .length = 461'000'000},
        u"Downloading 0 %"_s, u"0 of 461 MB"_s);
    row("downloading, length unknown", {.phase = Downloading, .received = 281'400'000, .bytesPerSecond = 48e6},
        u"Downloading"_s, u"281 MB, 48 MB/s"_s);
    row("downloading, hardly moving",
        {.phase = Downloading, .received = 1, .length = 461'000'000'000, .bytesPerSecond = 1}, u"Downloading 0 %"_s,
        u"0 of 461 GB, 1 bytes/s"_s);
    row("downloading, more than promised", {.phase = Downloading, .received = 20, .length = 10}, u"Downloading 100 %"_s,
        u"20 of 10 bytes"_s);
    row("downloading, empty file", {.phase = Downloading, .length = 0}, u"Downloading 100 %"_s, u"0 of 0 bytes"_s);
    row("waiting, not for ever", {.phase = Waiting, .polls = 1, .nextPoll = 1s, .elapsed = 22s, .deadline = 30min},
        u"Waiting: poll 1, next in 1 s"_s, u"asked 22 s ago, gives up after 30 min"_s);
    row("loading", {.phase = Loading, .received = 461'000'000}, u"Loading"_s, u"461 MB"_s);
    row("partly loaded", {.phase = Loading, .received = 40'000'000, .rows = 61'420, .loaded = 28'000'000},
        u"Loading 70 %"_s, u"61,420 rows, 28 of 40 MB"_s);
    row("done", {.phase = Done, .received = 5'100, .rows = 25}, u"Done"_s, u"25 rows, 5 KB"_s);
    row("done, noticed", {.phase = Done, .received = 5'100, .rows = 25, .notices = 2, .unverifiable = true}, u"Done"_s,
        u"25 rows, 5 KB, 2 notices, completeness not checkable: the server sent no length"_s);
    row("failed", {.phase = Failed, .error = ExportError{.kind = ExportErrorKind::NoNetwork}}, u"Failed"_s,
        u"There is no network. Connect, then try again."_s);
    row("cancelled early", {.phase = Cancelled}, u"Cancelled"_s, QString());
    row("cancelled", {.phase = Cancelled, .received = 5'000'000}, u"Cancelled"_s, u"after 5.0 MB"_s);
}

void TestWords::transfers() {
    QFETCH(TransferStatus, status);
    QTEST(words::phase(status), "phase");
    QTEST(words::progress(status), "progress");
}

void TestWords::titles() {
    const auto title = [](const char* resource, const char* integration = "", const char* name = "") {
        return words::targetTitle({resource, integration, name}, resources());
    };
    QCOMPARE(title("apps"), u"Apps"_s);
    QCOMPARE(title("entity-relations"), u"Entity Relations"_s);
    QCOMPARE(title("entity-relations", "01J0", "Okta"), u"Relations, Okta"_s);
    QCOMPARE(title("entity-relations", "01J0"), u"Relations, 01J0"_s);
    QCOMPARE(title("findings"), u"findings"_s);
}

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestWords)
#include "test_words.moc"
