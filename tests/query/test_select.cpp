#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QElapsedTimer>
#include <QTest>

#include <stop_token>
#include <thread>

using namespace idscope;
using namespace idscope::test;

namespace {

void addRows(std::initializer_list<std::pair<const char*, const char*>> rows) {
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("rows");
    for (const auto& [where, found] : rows)
        QTest::addRow("%s", where) << QByteArray(where) << QByteArray(found);
}

} // namespace

class TestSelect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void integrations_data() {
        addRows({
            {"", "1 2 3 4 5"},
            // some column
            {"bond", "1"},
            {"BOND", "1"},
            {"jason", "1 3"},
            {"\"1 error\"", "2"},
            {"j\xC3\xBCrgen", "2"},
            {"stra\xC3\x9F"
             "e",
             ""},              // one code point to one: ß is not ss
            {"\xC3\x9F", "4"}, // ẞ folds to ß
            {"\"and\"", "5"},
            {"#ffffff", "4"},
            {"\"a/b (c)\"", "4"},
            {"2024-06-01", "1 2 5"},
            {"\"\"", "1 2 3 4 5"},
            {"nowhere", ""},
            {"/^AWS$/", "2"},
            {"/^aws$/", ""},
            {"/^aws$/i", "2"},
            {"/adm(in)?\"/", "1"},
            {"/J\xC3\x9CR/", "2"},
            {"/j\xC3\xBCr/i", "2"},
            {"/^\\w+\\.bond@/", "1"},
            {"/^$/", ""}, // an empty cell matches nothing
            {"/a\\/b/", "4"},
            // equal
            {"status = active", "1 4"},
            {"status == active", "1 4"},
            {"STATUS = active", "1 4"},
            {"status = ACTIVE", ""},
            {"status = \"active\"", "1 4"},
            {"status != active", "2 3 5"},
            {"message != null", "1 2 4 5"},
            {"message = null", "3"},
            {"message = \"\"", ""},
            {"message != \"\"", "1 2 3 4 5"},
            {"name = \"say \\\"hi\\\"\"", "5"},
            {"primary_owner = \"and\"", "5"},
            {"`Primary Owner` = #FFFFFF", "4"},
            {"`PRIMARY_owner` is empty", "3"},
            {"status in (active, pending)", "1 4 5"},
            {"not status in (active, pending)", "2 3"},
            {"status in (\"active\", x)", "1 4"},
            {"message in (\"\", null)", "3"},
            {"extra = 10", "1"},
            {"extra = 10.0", ""},
            {"reviewer_count = 3", ""},
            {"reviewer_count = 3.0", "5"},
            // text on one column
            {"name ~ OKTA", "1"},
            {"name contains a", "1 2 3 4 5"},
            {"message ~ \"\"", "2 3 4 5"},
            {"name starts with ja", "3"},
            {"name starts with S", "4 5"},
            {"name ends with PROD", "1"},
            {"name ends with \xC3\x9F", "4"},
            {"primary_owner ends with id", "1"},
            {"name matches /^j.*n$/", "3"},
            {"name matches /^J/", ""},
            {"name matches /^J/i", "3"},
            {"message matches /bad/", "5"},
            {"message matches /^. bad/", ""}, // the bad byte is no character
            {"message matches /.*bad/", "5"}, // … and hides nothing behind it
            {"message ~ \" bad\"", "5"},
            {"message matches /.*/", "2 3 4 5"},
            // empty, invalid
            {"message is empty", "1"},
            {"message is not empty", "2 3 4 5"},
            {"metadata is empty", "5"},
            {"metadata is invalid", "4"},
            {"last_run is invalid", "3"},
            {"last_run is empty", "4"},
            {"reviewer_count is invalid", "3"},
            {"name is invalid", ""},
            {"not metadata is invalid", "1 2 3 5"},
            // numbers
            {"reviewer_count >= 2", "1 2 5"},
            {"reviewer_count > 3", "2"},
            {"reviewer_count <= 3", "1 5"},
            {"reviewer_count < 10", "1 5"},
            {"not reviewer_count < 10", "2 3 4"},
            {"reviewer_count < \"3e0\"", "1"},
            {"reviewer_count < abc", "error NotComparable"},
            {"reviewer_count < 2024-01-01", "error NotComparable"},
            // instants
            {"last_run >= 2024-06-01", "1 5"},
            {"last_run > 2024-06-01", ""},
            {"last_run < 2024-06-01", "2"},
            {"last_run < -30d", "2"},
            {"last_run >= -30d", "1 5"},
            {"last_run < -1w", "1 2 5"},
            {"last_run < -12h", "1 2 5"},
            {"not last_run < -30d", "1 3 4 5"},
            {"last_run = 2024-06-01", "1 5"},
            {"last_run = 2024-06-01T00:00:00Z", "1 5"},
            {"last_run = \"06/01/2024\"", "1 5"},
            {"last_run = -9d", "1 5"},
            {"last_run != 2024-06-01", "2 3 4"},
            {"last_run = yesterday", "3"},
            {"last_run in (yesterday, 2024-05-01)", "2 3"},
            {"last_run ~ 05:30", "5"},
            {"last_run < 3", "error NotComparable"},
            {"last_run < yesterday", "error NotComparable"},
            // untyped columns
            {"extra < 10", "3"},
            {"extra <= 10", "1 3"},
            {"extra > 2024-05-01", "2"},
            {"extra > -30d", "2"},
            {"extra < x", "error NotComparable"},
            {"name < 3", ""},
            // paths
            {"metadata.privilegeName = admin", "1"},
            {"metadata.privilegeName = ADMIN", ""},
            {"metadata.privilegename = admin", ""},
            {"metadata.privilegeName ~ ADMIN", "1 2"},
            {"metadata.privilegeName != admin", "2 3 4 5"},
            {"metadata.privilegeName in (admin, Admin)", "1 2"},
            {"not metadata.privilegeName in (admin)", "2 3 4 5"},
            {"metadata.\"odd name\" = x", "1"},
            {"metadata[0].name = s", "3"},
            {"metadata[1].key = client_id", "3"},
            {"metadata[9].key = client_id", ""},
            {"metadata[*].key = client_id", "3"},
            {"metadata.list[*].key = client_id", "1"},
            {"metadata.list[1].key = b", "1"},
            {"metadata..key = client_id", "1 3"},
            {"metadata.. = admin", "1"},
            {"metadata.. = client_id", "1 3"},
            {"metadata.d = 1", "2"},
            {"metadata.d = 2", "2"},
            {"metadata.d != 2", "1 3 4 5"},
            {"metadata.privilegeValue = true", "1"},
            {"metadata.privilegeValue = \"true\"", "2"},
            {"metadata.privilegeValue = True", ""},
            {"metadata.n = 3", "1"},
            {"metadata.n = 3.0", "1"},
            {"metadata.n = \"3\"", "2"},
            {"metadata..n = 3e0", "1 3"},
            {"metadata.n in (3, \"3\")", "1 2"},
            {"metadata.n > 2", "1"},
            {"metadata.n > \"2\"", "1"},
            {"metadata.n < x", "error NotComparable"},
            {"metadata.at >= 2024-06-01", "1"},
            {"metadata.at < -3d", "1"},
            {"metadata.at < 99999999", ""},
            {"metadata.e = \"\"", "2"},
            {"metadata.e is empty", "1 3 4 5"},
            {"metadata.e is not empty", "2"},
            {"metadata.nul is empty", "1 2 3 4 5"},
            {"metadata.nul = null", ""},
            {"metadata.list = client_id", ""},
            {"metadata.list ~ client", ""},
            {"metadata.list is empty", "2 3 4 5"},
            {"metadata.n matches /^3$/", "1 2"},
            {"metadata.privilegeValue starts with TR", "1 2"},
            {"metadata.privilegeName ends with N", "1 2"},
            {"metadata.broken = x", ""},
            {"metadata.n is invalid", "error NoStateOfPath"},
            {"name.first = x", "error NotJson"},
            {"reaches(x)", "error NotRelations"},
            // secrets
            {"hunter2", ""},
            {"metadata ~ hunter2", ""},
            {"metadata matches /hunter/", ""},
            {"/\"value\":.hunter/", ""},
            {"/value\":.+}/", ""},
            {"metadata[0].value = hunter2", ""},
            {"metadata[0].value ~ hunter", ""},
            {"metadata.. = hunter2", ""},
            {"metadata[0].value != hunter2", "1 2 3 4 5"},
            {"metadata[0].value is empty", "1 2 4 5"},
            {"metadata[0].value is not empty", "3"},
            {"metadata ~ \"\\\"value\\\":\"", "3"},
            {"metadata ends with \"\\\"n\\\":3.0}]\"", "3"},
            {"metadata = \"[{\\\"name\\\":\\\"s\\\",\\\"type\\\":\\\"secret\\\",\\\"value\\\":\\\"hunter2\\\"},"
             "{\\\"key\\\":\\\"client_id\\\",\\\"n\\\":3.0}]\"",
             ""},
            {"metadata = {broken", "4"},
            // all together
            {"status = active pending", ""},
            {"active pending", ""},
            {"status = active bond", "1"},
            {"status = active and not bond", "4"},
            {"bond or error", "1 2"},
            {"not (bond or error)", "3 4 5"},
            {"!bond !error", "3 4 5"},
            {"not (status = active and bond)", "2 3 4 5"},
            {"not bond or bond", "1 2 3 4 5"},
            {"bond and not bond", ""},
            {"(status = active or status = pending) and (message is empty or extra = a2)", "1 5"},
            {"status = active or status = pending and extra = a2", "1 4 5"},
            {"nowhere or status = pending", "5"},
            {"not nowhere and status = pending", "5"},
            {"nosuch = 1", "error UnknownColumn"},
            {"name matches /(/", "error BadRegex"},
        });
    }
    void integrations() {
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, rows);
        QCOMPARE(selected(*test::integrations(), where.toStdString()), rows.toStdString());
    }

    void relations_data() {
        addRows({
            {"entity_brn.type = resource", "2 3"},
            {"entity_brn.type = RESOURCE", ""},
            {"entity_brn.type ~ RES", "2 3"},
            {"parent_entity_brn.key = -Heb", "1 4"},
            {"entity_brn.tenant = 02T", "4"},
            {"entity_brn.tenant != 02T", "1 2 3"},
            {"parent_entity_brn.type is empty", "3"},
            {"parent_entity_brn.type = legacy", ""},
            {"parent_entity_brn.type != identity", "2 3"},
            {"parent_entity_brn is invalid", "3"},
            {"parent_entity_brn = legacy", "3"},
            {"legacy", "3"},
            {"c1", "1 2"},
            {"re\u017Fource", "2 3"}, // folds to ASCII
            {"o\u212Ata", "1 2"},
            {"-Heb", "1 4"},
            {"/:r\\d+$/", "2 3"},
            {"entity_brn.key matches /^r\\d$/", "3"},
            {"entity_brn.key in (r9, c1)", "1 3"},
            {"entity_brn.nothing = 1", "error UnknownBrnPart"},
            {"entity_brn[0] = 1", "error UnknownBrnPart"},
            {"entity_brn.type is invalid", "error NoStateOfPath"},
            {"parent_type = identity", "1 4"}, // a derived column
            {"metadata.n > 9", "2"},
            {"metadata = {}", "1"},
            {"timestamp > 2024-06-02", "3 4"},
            {"integration = okta/01", "1 2"},
            {"reachable_from(brn:bid:balkanid:::01T:identity:-Heb)", "1 2 4"},
            {"reachable_from(\"brn:bid:balkanid:::01T:connection:c1\")", "2"},
            {"reachable_from(brn:bid:balkanid:::01T:resource:r10)", ""},
            {"reaches(brn:bid:balkanid:::01T:resource:r10)", "1 2"},
            {"reaches(brn:bid:balkanid:::01T:resource:r9) or reachable_from(legacy)", "3"},
            {"reachable_from(brn:bid:balkanid:::01T:identity:-Heb) and app = okta", "1 2"},
            {"not reachable_from(brn:bid:balkanid:::01T:identity:-Heb)", "3"},
            {"reaches(nobody)", ""},
            {"not reaches(nobody)", "1 2 3 4"},
            {"reaches(\"\")", ""},
        });
    }
    void relations() {
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, rows);
        QCOMPARE(selected(*test::relations(), where.toStdString()), rows.toStdString());
    }

    void walksFollowWholeRelationsOnly() {
        const TablePtr table = tableOf({{"Parent Entity BRN", "Entity BRN", "App", "Timestamp", "Integration",
                                         "Entity Type", "Source System", "Metadata Version", "Metadata"},
                                        {"a", "b"},
                                        {"b", "c"},
                                        {"c", "a"},
                                        {"b", "d"},
                                        {"b", ""},
                                        {"", "b"},
                                        {"x", "x"}});
        QCOMPARE(selected(*table, "reachable_from(a)"), "1 2 3 4");
        QCOMPARE(selected(*table, "reachable_from(d)"), "");
        QCOMPARE(selected(*table, "reaches(d)"), "1 2 3 4");
        QCOMPARE(selected(*table, "reaches(b) and not reaches(x)"), "1 2 3");
        QCOMPARE(selected(*table, "not (reachable_from(a) or reaches(x))"), "5 6");
    }

    void manyBlocks() {
        std::vector<Cells> records = {{"n", "s"}};
        const std::uint32_t count = 2 * Block::capacity + 1000;
        for (std::uint32_t i = 0; i < count; ++i)
            records.push_back({std::to_string(i), i % 3 == 0 ? "three" : "x"});
        const TablePtr table = tableOf(records);
        const auto count_of = [&](const char* where) {
            const auto rows = select(*table, *parseExpression(where), {now()});
            return rows ? rows->size() : std::size_t(-1);
        };
        QCOMPARE(count_of("s = three"), (count + 2) / 3);
        QCOMPARE(count_of("n >= 131072"), std::size_t(1000));
        QCOMPARE(count_of("n >= 65530 n < 65540 not s = three"), std::size_t(7));
        QCOMPARE(count_of("n < 10 or n >= 131072 and (s = three or n = 131074)"), std::size_t(10 + 334));
        QCOMPARE(selected(*table, "n in (0, 65535, 65536, 132071)"), std::string("1 65536 65537 132072"));
    }

    void tooManyStepsAreAnError() {
        const TablePtr table = tableOf({{"a"}, {std::string(5000, 'a') + "!"}});
        const auto rows = select(*table, *parseExpression("b or a matches /^(a+)+$/"), {now()});
        QVERIFY(!rows);
        QVERIFY(rows.error().problem == QueryProblem::MatchLimit);
        QCOMPARE(rows.error().span.begin, std::size_t(15));
    }

    void longTextsMatch() {
        const TablePtr table = tableOf({{"a"}, {std::string(300'000, 'x') + "y"}});
        QCOMPARE(selected(*table, "/(?:x|z)+y$/"), std::string("1"));
        QCOMPARE(selected(*table, "a ends with XY"), std::string("1"));
    }

    void stopsWhenAsked() {
        std::vector<Cells> records = {{"a"}};
        for (int i = 0; i < 2000; ++i)
            records.push_back({std::to_string(i) + std::string(3000, 'a')});
        const TablePtr table = tableOf(records);
        std::stop_source stop;
        std::jthread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto rows = select(*table, *parseExpression("/(a|b)*[cd]/"), {now()}, stop.get_token());
        QVERIFY(!rows);
        QVERIFY(rows.error().problem == QueryProblem::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
    }

    void checksWithoutAsking() {
        const TablePtr table = test::integrations();
        QVERIFY(check(*table, nullptr));
        QVERIFY(check(*table, *parseExpression("status = x and last_run < -3d")));
        const auto checked = check(*table, *parseExpression("bond and name matches /a[/i"));
        QVERIFY(!checked);
        QVERIFY(checked.error().problem == QueryProblem::BadRegex);
        QVERIFY((checked.error().span == TextSpan{25, 2})); // what PCRE2 had read, and on
        QVERIFY(!checked.error().found.empty());
    }

    void errorsNameTheirSpan_data() {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char* marked, const char* suggestion) {
            QTest::addRow("%s", marked) << QString::fromUtf8(marked) << QString::fromUtf8(suggestion);
        };
        row("bond «statsu» = x", "status");
        row("«`Primry Owner`» = x", "primary_owner");
        row("«lastrun» < -3d", "last_run");
        row("«meta.a.\"b c\"» = 1", "metadata.a.\"b c\"");
        row("«nothingLikeIt» = 1", "");
        row("«name.x» = 1", "name");
        row("reviewer_count < «many»", "");
        row("last_run > «\"soon\"»", "");
        row("«metadata.x» is invalid", "metadata");
        row("/a\\/(«/»", "");
    }
    void errorsNameTheirSpan() {
        QFETCH(QString, marked);
        QFETCH(QString, suggestion);
        const std::string before = marked.section(u'«', 0, 0).toStdString();
        const std::string faulty = marked.section(u'«', 1).section(u'»', 0, 0).toStdString();
        const std::string text = before + faulty + marked.section(u'»', 1).toStdString();
        const auto expression = parseExpression(text);
        QVERIFY(expression);
        const auto checked = check(*test::integrations(), *expression);
        QVERIFY(!checked);
        const TextSpan span = checked.error().span;
        QCOMPARE(text.substr(span.begin, span.length), faulty);
        QCOMPARE(span.begin, before.size());
        QCOMPARE(checked.error().suggestion, suggestion.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestSelect)
#include "test_select.moc"
