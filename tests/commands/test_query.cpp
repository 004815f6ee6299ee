#include "app/sample/generator.h"
#include "testpaths.h"
#include "tests/commands/process.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray people = "ID,Name,Last Run,Status,Message,Metadata,Reviewer Count,odd col\n"
                          "1,Jason Bond,2024-06-01T00:00:00Z,active,,\"{\"\"a\"\":\"\"x\"\",\"\"n\"\":3}\",2,a10\n"
                          "2,=cmd,2024-05-01,inactive,1 error,[],10,a2\n"
                          "3,Straße,bad,active,\"a, \"\"b\"\"\",{broken,,a2\n"
                          "4,,,active,,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hidden\"\"}\",,\n";
const QByteArray dots = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";

QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

/// Every sentence of command-line.md about `query`, through the binary.
class TestQuery : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString saved(const QByteArray& csv, const QString& name = u"table.csv"_s) const {
        QFile file(folder_.filePath(name));
        return file.open(QFile::WriteOnly) && file.write(csv) == csv.size() ? file.fileName() : QString();
    }

    test::Outcome query(const QByteArray& csv, const QStringList& options) const {
        return test::run(QStringList{u"query"_s, saved(csv)} + options);
    }

private Q_SLOTS:
    void prints_data() {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("out");
        const auto row = [](const char* name, const QByteArray& csv, const QStringList& options,
                            const QByteArray& out) { QTest::newRow(name) << csv << options << out; };
        const QByteArray hidden = QByteArray(people).replace("\"\"hidden\"\"", "\"\"" + dots + "\"\"");

        row("everything, secrets masked", people, {}, hidden);
        row("revealed", people, {u"--reveal-secrets"_s}, people);
        row("where", people, {u"--where"_s, u"status = inactive"_s, u"--columns"_s, u"id"_s}, "ID\n2\n");
        row("no row", people, {u"--where"_s, u"status = none"_s, u"--columns"_s, u"id"_s}, "ID\n");
        row("now", people, {u"--where=last_run > -2w"_s, u"--now=2024-06-10"_s, u"--columns=id"_s}, "ID\n1\n");
        row("hidden is not found", people, {u"--where"_s, u"hidden"_s, u"--count"_s}, "0\n");
        row("nor when revealed", people, {u"--where"_s, u"hidden"_s, u"--count"_s, u"--reveal-secrets"_s}, "0\n");

        row("own headers, own order", people, {u"--columns"_s, u"odd_col,`Last Run`,NAME"_s, u"--limit"_s, u"1"_s},
            "odd col,Last Run,Name\na10,2024-06-01T00:00:00Z,Jason Bond\n");
        row("a name with a space as it is", people, {u"--columns"_s, u"Last Run"_s, u"--limit"_s, u"1"_s},
            "Last Run\n2024-06-01T00:00:00Z\n");
        row("a path under its canonical text", people,
            {u"--columns"_s, u"`METADATA`.\"n\",Metadata.type,metadata.value"_s},
            "metadata.n,metadata.type,metadata.value\n3,,\n,,\n,,\n,secret," + dots + '\n');
        row("a path revealed", people,
            {u"--columns"_s, u"metadata.value"_s, u"--where"_s, u"id = 4"_s, u"--reveal-secrets"_s},
            "metadata.value\nhidden\n");

        row("sort: instants, then unparseable, then empty", people,
            {u"--sort"_s, u"last_run"_s, u"--columns"_s, u"id"_s}, "ID\n2\n1\n3\n4\n");
        row("descending, those still last", people, {u"--sort"_s, u"last_run:desc"_s, u"--columns"_s, u"id"_s},
            "ID\n1\n2\n3\n4\n");
        row("naturally, stable", people, {u"--sort"_s, u"odd_col:desc,id"_s, u"--columns"_s, u"id"_s},
            "ID\n1\n2\n3\n4\n");
        row("equal rows keep file order", people, {u"--sort"_s, u"status:desc"_s, u"--columns"_s, u"id"_s},
            "ID\n2\n1\n3\n4\n");
        row("limit after sort", people, {u"--sort"_s, u"id:desc"_s, u"--limit"_s, u"1"_s, u"--columns"_s, u"id"_s},
            "ID\n4\n");
        row("limit 0", people, {u"--limit"_s, u"0"_s, u"--columns"_s, u"id"_s}, "ID\n");

        row("count", people, {u"--count"_s}, "4\n");
        row("count of some", people, {u"--count"_s, u"--where"_s, u"status = active"_s}, "3\n");
        row("count of what would be printed", people, {u"--count"_s, u"--limit"_s, u"2"_s}, "2\n");
        row("facet", people, {u"--facet"_s, u"message"_s}, "value,count\n,2\n1 error,1\n\"a, \"\"b\"\"\",1\n");
        row("facet of some", people, {u"--facet"_s, u"status"_s, u"--where"_s, u"id != 1"_s, u"--limit"_s, u"1"_s},
            "value,count\nactive,2\n");
        row("facet of a path", people, {u"--facet"_s, u"metadata.value"_s}, "value,count\n,3\n" + dots + ",1\n");

        row("json", people,
            {u"--format"_s, u"json"_s, u"--columns"_s, u"id,message,id,metadata.n"_s, u"--limit"_s, u"1"_s},
            "[\n{\"ID\":\"1\",\"Message\":\"\",\"ID (2)\":\"1\",\"metadata.n\":\"3\"}\n]\n");
        row("json of equal headers", "a,a (2),a,a\nw,x,y,z\n", {u"--format"_s, u"json"_s},
            "[\n{\"a\":\"w\",\"a (2)\":\"x\",\"a (3)\":\"y\",\"a (4)\":\"z\"}\n]\n");
        row("json of nothing", people, {u"--format"_s, u"json"_s, u"--limit"_s, u"0"_s}, "[]\n");
        row("json of a facet", people, {u"--format"_s, u"json"_s, u"--facet"_s, u"status"_s},
            "[\n{\"value\":\"active\",\"count\":\"3\"},\n{\"value\":\"inactive\",\"count\":\"1\"}\n]\n");
        row("json escapes", "a\n\"x\"\"\\\n\t\"\n", {u"--format"_s, u"json"_s}, "[\n{\"a\":\"x\\\"\\\\\\n\\t\"}\n]\n");

        row("table", "a,name\n1,Größe\n\"two\nlines\",\x1b[31m\n3\n", {u"--format"_s, u"table"_s},
            "a           name\n1           Größe\ntwo\\nlines  <U+001B>[31m\n3\n");
        row("wide characters", "a,b\n日本,1\nx,2\n", {u"--format"_s, u"table"_s}, "a     b\n日本  1\nx     2\n");

        row("spreadsheet", people, {u"--spreadsheet"_s, u"--columns"_s, u"id,name"_s},
            "\xEF\xBB\xBFID,Name\r\n1,Jason Bond\r\n2,'=cmd\r\n3,Straße\r\n4,\r\n");

        row("missing and surplus cells", "a,b\n1\n1,2,3,\"4,\"\n", {}, "a,b\n1,\n1,2,3,\"4,\"\n");
        row("no surplus beside chosen columns", "a,b\n1\n1,2,3\n", {u"--columns"_s, u"b"_s}, "b\n\n2\n");
        row("BOM and CRLF go",
            "\xEF\xBB\xBF"
            "a,b\r\n1,2\r\n",
            {}, "a,b\n1,2\n");
        row("needless quotes go", "\"a\",\"b \"\n\"1\",\"x\"\n", {}, "a,b \n1,x\n");
        row("CR is quoted", "a\n\"1\r2\"\n", {}, "a\n\"1\r2\"\n");
        row("bad bytes stay", "a\n\xFF\xFE\xC3\n", {}, "a\n\xFF\xFE\xC3\n");
        row("NUL stays", QByteArray("a\nx\0y\n", 6), {}, QByteArray("a\nx\0y\n", 6));
        row("no last line end", "a\n1", {}, "a\n1\n");
        row("header alone", "a,b\n", {}, "a,b\n");
        row("same name twice", "a,a\n1,2\n", {u"--columns"_s, u"`a (2)`,a"_s}, "a,a\n2,1\n");
        row("star stays in the header", "ID*,Name*,Type*\n1,x,y\n", {u"--columns"_s, u"name"_s}, "Name*\nx\n");

        const QByteArray label = "ID,Name,Type,Light Background Color,Light Text Color\n1,x,y,#FFFFFF,#000000\n";
        row("derived columns only when named", label, {}, label);
        row("derived columns", label, {u"--columns"_s, u"id,contrast_light"_s}, "ID,contrast_light\n1,21.00\n");
        row("as a resource that its header does not tell", "ID,Metadata\n1,{\"n\":2}\n",
            {u"--resource"_s, u"integrations"_s, u"--columns"_s, u"metadata.n"_s}, "metadata.n\n2\n");
    }
    void prints() {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, options);
        const test::Outcome outcome = query(csv, options);
        QCOMPARE(outcome.code, 0);
        QTEST(outcome.out, "out");
    }

    void partsOfABrn() {
        const auto outcome =
            test::run({u"query"_s, QStringLiteral(IDSCOPE_TEST_DATA "/samples/entity-relations.csv"), u"--columns"_s,
                       u"entity_brn.type,parent_entity_brn.key,parent_type"_s, u"--limit"_s, u"1"_s});
        QCOMPARE(outcome.out, QByteArray("entity_brn.type,parent_entity_brn.key,parent_type\n"
                                         "connection,pww8lnoprwDRmRLIOjC9zUbvOmfn5HholuclUQe5QNU,identity\n"));
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* name, const QStringList& options, const char* named) {
            QTest::newRow(name) << options << QByteArray(named);
        };
        row("unreadable", {u"--where"_s, u"status ="_s}, "--where");
        row("no such column", {u"--where"_s, u"statu = x"_s}, "status");
        row("in sort", {u"--sort"_s, u"statu"_s}, "--sort");
        row("in columns", {u"--columns"_s, u"id,statu"_s}, "--columns");
        row("in facet", {u"--facet"_s, u"statu"_s}, "--facet");
        row("two facets", {u"--facet"_s, u"id,status"_s}, "--facet");
        row("no JSON", {u"--columns"_s, u"name.x"_s}, "--columns");
        row("not comparable", {u"--where"_s, u"last_run < soon"_s}, "soon");
        row("regex", {u"--where"_s, u"/(/"_s}, "--where");
        row("resource", {u"--resource"_s, u"lables"_s}, "labels");
        row("now", {u"--now"_s, u"today"_s}, "--now");
        row("limit", {u"--limit"_s, u"-1"_s}, "--limit");
        row("limit no number", {u"--limit"_s, u"all"_s}, "--limit");
        row("format", {u"--format"_s, u"xml"_s}, "csv, json or table");
        row("spreadsheet json", {u"--format"_s, u"json"_s, u"--spreadsheet"_s}, "--spreadsheet");
        row("facet and count", {u"--facet"_s, u"id"_s, u"--count"_s}, "--count");
        row("facet and sort", {u"--facet"_s, u"id"_s, u"--sort"_s, u"id"_s}, "--sort");
        row("facet and columns", {u"--facet"_s, u"id"_s, u"--columns"_s, u"id"_s}, "--columns");
        row("misspelt", {u"--colums"_s, u"id"_s}, "--columns");
        row("without value", {u"--where"_s}, "--where");
        row("no file to write", {u"--out"_s, u""_s}, "--out");
    }
    void refuses() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, named);
        const QString out = folder_.filePath(u"kept.csv"_s);
        const bool writes = !options.contains("--out"_L1);
        saved("old", u"kept.csv"_s);
        const test::Outcome outcome = query(people, writes ? QStringList{u"--out"_s, out} + options : options);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.startsWith("idscope: ") && outcome.err.contains(named), outcome.err.constData());
        QCOMPARE(readFile(out), QByteArray("old"));
    }

    void pointsAtWhatCannotBeRead() {
        const test::Outcome outcome = query(people, {u"--where"_s, u"\tid = 1 and größe = 2"_s});
        const QList<QByteArray> lines = outcome.err.split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[1], QByteArray("    \\tid = 1 and größe = 2"));
        QCOMPARE(lines[2], QByteArray("                 ^^^^^"));
    }

    void aFileIsNeeded() {
        const test::Outcome outcome = test::run({u"query"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains("FILE"));
    }

    void fails_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such file") << QStringList{folder_.filePath(u"none.csv"_s)};
        QTest::newRow("a folder") << QStringList{folder_.path()};
        QTest::newRow("an empty file") << QStringList{saved({}, u"empty.csv"_s)};
        QTest::newRow("two resources") << QStringList{saved("ID,Name,Type\n", u"labels.csv"_s), saved(people)};
        QTest::newRow("no such folder") << QStringList{saved(people), u"--out"_s, folder_.filePath(u"no/x.csv"_s)};
        QTest::newRow("out is a folder") << QStringList{saved(people), u"--out"_s, folder_.path()};
        QTest::newRow("out is full") << QStringList{saved(people), u"--out"_s, u"/dev/full"_s};
        QTest::newRow("match limit") << QStringList{saved("a\n" + QByteArray(40, 'a') + "!\n", u"long.csv"_s),
                                                    u"--where"_s, u"a matches /^(a|aa|a?)+(a+)+$/"_s};
    }
    void fails() {
        QFETCH(QStringList, arguments);
        const test::Outcome outcome = test::run(QStringList{u"query"_s} + arguments);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(outcome.err.startsWith("idscope: "));
    }

    void readsStandardInput() {
        const test::Outcome outcome =
            test::run({u"query"_s, u"-"_s, u"--columns"_s, u"id"_s, u"--limit"_s, u"2"_s}, people);
        QCOMPARE(outcome.out, QByteArray("ID\n1\n2\n"));
    }

    void severalFilesAreOneTable() {
        const QString other = saved("Name,ID,Status\nx,5,active\n", u"other.csv"_s);
        const test::Outcome outcome = test::run({u"query"_s, saved(people), other, u"--sort"_s, u"id:desc"_s,
                                                 u"--limit"_s, u"2"_s, u"--columns"_s, u"id,name,source"_s});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.out, QByteArray("ID,Name,source\n5,x,other.csv\n4,,table.csv\n"));
    }

    void writesAFileAtOnce() {
        const QString out = saved("old", u"out.csv"_s);
        const test::Outcome outcome = query(people, {u"--columns"_s, u"id"_s, u"--out"_s, out});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(readFile(out), QByteArray("ID\n1\n2\n3\n4\n"));
        QCOMPARE(QFile::permissions(out) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void writesIntoItsOwnSource() {
        const QString file = saved(people);
        QCOMPARE(
            test::run({u"query"_s, file, u"--where"_s, u"id = 2"_s, u"--columns"_s, u"id"_s, u"--out"_s, file}).code,
            0);
        QCOMPARE(readFile(file), QByteArray("ID\n2\n"));
    }

    void aLinkStaysALink() {
        const QString target = saved("old", u"target.csv"_s);
        const QString link = folder_.filePath(u"link.csv"_s);
        QVERIFY(QFile::link(target, link));
        QCOMPARE(query(people, {u"--count"_s, u"--out"_s, link}).code, 0);
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(readFile(target), QByteArray("4\n"));
    }

    void nothingHalfWrittenStays() {
        QTemporaryDir folder;
        const QString out = folder.filePath(u"out.csv"_s);
        for (const QStringList& options : {QStringList{u"--where"_s, u"x = 1"_s}, QStringList{u"--sort"_s, u"x"_s}})
            QVERIFY(query(people, options + QStringList{u"--out"_s, out}).code != 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void anInterruptedRunLeavesTheOldFile_data() {
        QTest::addColumn<QByteArray>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("interrupted") << QByteArray("-INT") << 130;
        QTest::newRow("terminated") << QByteArray("-TERM") << 143;
        QTest::newRow("hung up") << QByteArray("-HUP") << 129;
    }
    void anInterruptedRunLeavesTheOldFile() {
        QFETCH(QByteArray, signal);
        std::signal(SIGHUP, SIG_DFL); // the tests may run under nohup
        QTemporaryDir folder;
        const QString out = folder.filePath(u"out.csv"_s);
        QFile old(out);
        QVERIFY(old.open(QFile::WriteOnly) && old.write("old") == 3);
        old.close();
        QProcess process;
        process.start(QStringLiteral(IDSCOPE_BINARY), {u"query"_s, u"-"_s, u"--out"_s, out});
        const auto entries = [&] { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); };
        // What it writes has no name yet, but it holds it open.
        const auto isWriting = [&] {
            const QDir open(u"/proc/%1/fd"_s.arg(process.processId()));
            return std::ranges::any_of(
                open.entryInfoList(QDir::Files | QDir::System | QDir::Hidden),
                [&](const QFileInfo& file) { return file.symLinkTarget().startsWith(folder.path() + u'/'); });
        };
        QVERIFY(QTest::qWaitFor(isWriting, 20'000));
        QProcess::execute(u"kill"_s, {QString::fromLatin1(signal), QString::number(process.processId())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QTEST(process.exitCode(), "code");
        QCOMPARE(entries(), QStringList{u"out.csv"_s});
        QCOMPARE(readFile(out), QByteArray("old"));
    }

    void printsATableOnATerminalAlone() {
        const QString command = u"'%1' query '%2' --columns id,status --limit 1 %3"_s;
        const auto onTerminal = [&](const QString& options) {
            QProcess process;
            process.start(u"script"_s, {u"-qec"_s, command.arg(QStringLiteral(IDSCOPE_BINARY), saved(people), options),
                                        u"/dev/null"_s});
            process.waitForFinished();
            return process.readAllStandardOutput();
        };
        QCOMPARE(onTerminal({}), QByteArray("ID  Status\r\n1   active\r\n"));
        QCOMPARE(onTerminal(u"--format csv"_s), QByteArray("ID,Status\r\n1,active\r\n"));
        const QString out = folder_.filePath(u"terminal.csv"_s);
        QCOMPARE(onTerminal(u"--out "_s + out), QByteArray());
        QCOMPARE(readFile(out), QByteArray("ID,Status\n1,active\n"));
    }

    void aNameThatIsNoUtf8BecomesNoOther() {
        const QString command =
            u"'%1' query '%2' --out $'%3/x\\xFF'"_s.arg(QStringLiteral(IDSCOPE_BINARY), saved(people), folder_.path());
        QCOMPARE(QProcess::execute(u"bash"_s, {u"-c"_s, command}), 2);
        QCOMPARE(QDir(folder_.path()).entryList({u"x*"_s}), QStringList());
    }

    void aClosedPipeIsNoCrash() {
        const QString file = saved("a\n" + QByteArray("0123456789\n").repeated(300'000), u"large.csv"_s);
        const QString command =
            u"'%1' query '%2' | head -c 5; exit ${PIPESTATUS[0]}"_s.arg(QStringLiteral(IDSCOPE_BINARY), file);
        QProcess process;
        process.start(u"bash"_s, {u"-c"_s, command});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 141);
        QCOMPARE(process.readAllStandardOutput(), QByteArray("a\n012"));
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    void canonicalFilesComeOutByteForByte() {
        for (const char* name : {"apps", "entity-relations", "entity-rules", "integrations", "labels"}) {
            const QString path = QStringLiteral(IDSCOPE_TEST_DATA "/samples/%1.csv").arg(QString::fromLatin1(name));
            QVERIFY(!readFile(path).isEmpty());
            QCOMPARE(test::run({u"query"_s, path, u"--reveal-secrets"_s}).out, readFile(path));
        }
    }

    void noCanaryOfTheSampleComesOut() {
        const QString file = saved(SampleTenant().csv(u"integrations"_s));
        for (const char* format : {"csv", "json", "table"}) {
            const test::Outcome outcome = test::run({u"query"_s, file, u"--format"_s, QString::fromLatin1(format)});
            QVERIFY(outcome.out.contains(dots));
            QVERIFY(!outcome.out.contains("canary"));
            QVERIFY(test::run({u"query"_s, file, u"--reveal-secrets"_s}).out.contains("canary"));
        }
        for (const char* operand : {"metadata", "metadata[1].value", "metadata[*]", "metadata.."})
            QVERIFY(!test::run({u"query"_s, file, u"--facet"_s, QString::fromLatin1(operand)}).out.contains("canary"));
    }

    void saysWhatItChanged() {
        QVERIFY(query(people, {u"--spreadsheet"_s}).err.contains("1 cell"));
        const test::Outcome bad = query("a\n\xFF\xFE\nx\xC3\n", {u"--format"_s, u"json"_s});
        QCOMPARE(bad.out, QByteArray("[\n{\"a\":\"\uFFFD\uFFFD\"},\n{\"a\":\"x\uFFFD\"}\n]\n"));
        QVERIFY2(bad.err.contains("3 "), bad.err.constData());
        QVERIFY(query("a\n1,2\n", {u"--format"_s, u"json"_s}).err.contains("1 cell"));
        QVERIFY(query("ID,Status\n1,active\n", {u"--resource"_s, u"integrations"_s}).err.contains("Name"));
        QVERIFY(query("a;b;c\n1;2;3\n", {}).err.contains("semicolons"));
        QCOMPARE(query(people, {}).err, QByteArray());
    }

    void timesItself() {
        const test::Outcome outcome = query(people, {u"--timing"_s, u"--sort"_s, u"name"_s, u"--spreadsheet"_s});
        const QList<QByteArray> lines = outcome.err.trimmed().split('\n');
        const QJsonObject times = QJsonDocument::fromJson(lines.last()).object();
        const QStringList keys{u"anonymous_bytes"_s,
                               u"bytes"_s,
                               u"facet"_s,
                               u"filter"_s,
                               u"load"_s,
                               u"peak_rss_bytes"_s,
                               u"rows"_s,
                               u"scan"_s,
                               u"sort"_s,
                               u"threads"_s,
                               u"write"_s};
        QCOMPARE(times.keys(), keys);
        QCOMPARE(times["rows"_L1].toInt(), 4);
        QCOMPARE(times["bytes"_L1].toInt(), people.size());
        QVERIFY(times["scan"_L1].toDouble() <= times["load"_L1].toDouble());
        QCOMPARE(times["facet"_L1].toDouble(), 0.0);
        QVERIFY(times["peak_rss_bytes"_L1].toDouble() > 1e6);
        QVERIFY(times["anonymous_bytes"_L1].toDouble() > 1e5);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "test_query.moc"
