#include "app/sample/generator.h"
#include "app/sample/integrationfacts.h"
#include "app/sample/stories.h"
#include "tests/commands/process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray header = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                          "Version,Metadata\n";

QByteArray relation(const QByteArray& parent, const QByteArray& child) {
    return "a,2024-06-01,a/1," + parent + ',' + child + ",connection,a,v1,{}\n";
}

QByteArray bytes(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

QString text(std::string_view ascii) {
    return QString::fromLatin1(ascii.data(), qsizetype(ascii.size()));
}

const QByteArray anna = "brn:bid:balkanid:::T:identity:anna";
const QByteArray ops = "brn:bid:balkanid:::T:connection:ops";
const QByteArray dev = "brn:bid:balkanid:::T:connection:dev";
const QByteArray vault = "brn:bid:balkanid:::T:resource:vault";

/// A circle of two groups, a diamond to the vault, a name that is no BRN.
const QByteArray some = header + relation(dev, vault) + relation(anna, ops) + relation(anna, dev) +
                        relation(ops, vault) + relation(ops, dev) + relation(dev, ops) +
                        relation("\"legacy, old\"", anna);

} // namespace

/// Every sentence of command-line.md about `reach`, through the binary.
class TestReachCommand : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString saved(const QByteArray& csv, const QString& name = u"relations.csv"_s) const {
        QFile file(folder_.filePath(name));
        return file.open(QFile::WriteOnly) && file.write(csv) == csv.size() ? file.fileName() : QString();
    }
    test::Outcome reach(const QStringList& options) const {
        return test::run(QStringList{u"reach"_s, saved(some)} + options);
    }

private Q_SLOTS:
    void prints_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("out");
        const auto row = [](const char* name, const QStringList& options, const QByteArray& out) {
            QTest::newRow(name) << options << out;
        };
        const QString from = u"--from"_s;
        const QString to = u"--to"_s;
        row("down, by distance, then bytes; via the first relation of the file", {from, QString::fromLatin1(anna)},
            "BRN,type,distance,via\n" + anna + ",identity,0,\n" + dev + ",connection,1," + anna + '\n' + ops +
                ",connection,1," + anna + '\n' + vault + ",resource,2," + dev + '\n');
        row("up", {to, QString::fromLatin1(dev)},
            "BRN,type,distance,via\n" + dev + ",connection,0,\n" + ops + ",connection,1," + dev + '\n' + anna +
                ",identity,1," + dev + "\n\"legacy, old\",,2," + anna + '\n');
        row("a leaf reaches itself", {from, QString::fromLatin1(vault)},
            "BRN,type,distance,via\n" + vault + ",resource,0,\n");
        row("limit", {from, QString::fromLatin1(anna), u"--limit=2"_s},
            "BRN,type,distance,via\n" + anna + ",identity,0,\n" + dev + ",connection,1," + anna + '\n');
        row("paths in the order of their relations", {from, QString::fromLatin1(anna), to, QString::fromLatin1(vault)},
            "path,step,BRN,type\n1,0," + anna + ",identity\n1,1," + ops + ",connection\n1,2," + vault +
                ",resource\n2,0," + anna + ",identity\n2,1," + dev + ",connection\n2,2," + vault + ",resource\n");
        row("paths cut", {from, QString::fromLatin1(anna), to, QString::fromLatin1(vault), u"--limit"_s, u"1"_s},
            "path,step,BRN,type\n1,0," + anna + ",identity\n1,1," + ops + ",connection\n1,2," + vault + ",resource\n");
        row("no path", {from, QString::fromLatin1(vault), to, QString::fromLatin1(anna)}, "path,step,BRN,type\n");
        row("from where one is", {from, QString::fromLatin1(dev), to, QString::fromLatin1(dev)},
            "path,step,BRN,type\n1,0," + dev + ",connection\n");
        row("an opaque name", {from, u"legacy, old"_s, u"--limit=1"_s}, "BRN,type,distance,via\n\"legacy, old\",,0,\n");
        row("json", {from, QString::fromLatin1(vault), u"--format"_s, u"json"_s},
            "[\n{\"BRN\":\"" + vault + "\",\"type\":\"resource\",\"distance\":\"0\",\"via\":\"\"}\n]\n");
        row("table", {from, QString::fromLatin1(vault), u"--format=table"_s},
            "BRN                                  type      distance  via\n" + vault + "  resource  0\n");
    }
    void prints() {
        QFETCH(QStringList, options);
        const test::Outcome outcome = reach(options);
        QTEST(outcome.out, "out");
        QCOMPARE(outcome.code, 0);
        const bool cut =
            options.contains(u"--limit=2"_s) || options.contains(u"--limit=1"_s) || options.contains(u"1"_s);
        QCOMPARE(!outcome.err.isEmpty(), cut);
    }

    void saysWhatWasCut() {
        const QString from = QString::fromLatin1(anna);
        QCOMPARE(reach({u"--from"_s, from, u"--to"_s, QString::fromLatin1(vault), u"--limit"_s, u"1"_s}).err,
                 "idscope: 1 of 2 shortest paths are printed; --limit gives more.\n");
        QCOMPARE(reach({u"--from"_s, from, u"--limit"_s, u"3"_s}).err,
                 "idscope: 3 of 4 BRNs are printed; --limit gives more.\n");
    }

    void fails_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("unknown name") << QStringList{u"--from"_s, u"nobody"_s} << 1 << QByteArray("nobody");
        QTest::newRow("unknown end") << QStringList{u"--from"_s, QString::fromLatin1(anna), u"--to"_s, u"nobody"_s} << 1
                                     << QByteArray("nobody");
        QTest::newRow("no end") << QStringList{} << 2 << QByteArray("--from BRN or --to BRN");
        QTest::newRow("format") << QStringList{u"--from"_s, u"x"_s, u"--format"_s, u"xml"_s} << 2 << QByteArray("xml");
        QTest::newRow("limit") << QStringList{u"--from"_s, u"x"_s, u"--limit"_s, u"-1"_s} << 2 << QByteArray("-1");
        QTest::newRow("out") << QStringList{u"--from"_s, u"x"_s, u"--out="_s} << 2 << QByteArray("--out");
        QTest::newRow("option") << QStringList{u"--form"_s, u"x"_s} << 2 << QByteArray("--from");
    }
    void fails() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, word);
        const test::Outcome outcome = reach(options);
        QTEST(outcome.code, "code");
        QCOMPARE(outcome.out, "");
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
    }

    void failsOnWhatHoldsNoRelations() {
        const test::Outcome labels =
            test::run({u"reach"_s, saved("ID,Name,Type\n1,a,b\n", u"labels.csv"_s), u"--from"_s, u"a"_s});
        QCOMPARE(labels.code, 1);
        QVERIFY2(labels.err.contains("Parent Entity BRN"), labels.err.constData());
        const test::Outcome none = test::run({u"reach"_s, folder_.filePath(u"none.csv"_s), u"--from"_s, u"a"_s});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("none.csv"));
    }

    void aFailedRunLeavesTheOldFile() {
        const QString out = saved("old", u"out.csv"_s);
        QCOMPARE(reach({u"--from"_s, u"nobody"_s, u"--out"_s, out}).code, 1);
        QFile file(out);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), "old");
        file.close();
        QCOMPARE(reach({u"--from"_s, QString::fromLatin1(vault), u"--out"_s, out}).code, 0);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), "BRN,type,distance,via\n" + vault + ",resource,0,\n");
    }

    void readsStandardInputAndSeveralFiles() {
        const QByteArray expected = "BRN,type,distance,via\na,,0,\nb,,1,a\nc,,2,b\n";
        QCOMPARE(test::run({u"reach"_s, u"-"_s, u"--from=a"_s}, header + relation("a", "b") + relation("b", "c")).out,
                 expected);
        const QString first = saved(header + relation("b", "c"), u"1.csv"_s);
        const QString second = saved(header + relation("a", "b"), u"2.csv"_s);
        QCOMPARE(test::run({u"reach"_s, first, second, u"--from=a"_s}).out, expected);
        // The two columns are enough, however they are written.
        QCOMPARE(test::run({u"reach"_s, u"-"_s, u"--from=a"_s}, "entity_brn*,PARENT ENTITY BRN\nb,a\nc,b\n").out,
                 expected);
    }

    /// The contractor of the sample tenant, over the exports of two integrations.
    void findsTheContractorsWayToProduction() {
        QStringList arguments{u"reach"_s};
        for (const IntegrationFacts& facts : integrationFacts())
            if (facts.app == "okta" || facts.app == "aws")
                arguments += saved(SampleTenant().csv(u"entity-relations"_s, text(facts.id)), text(facts.app));
        using namespace stories;
        arguments += {u"--from"_s, text(tomaszWren.brn), u"--to"_s, text(paymentsProd.brn)};
        QByteArray expected = "path,step,BRN,type\n";
        int step = 0;
        for (const stories::Entity& entity : {tomaszWren, contractorsEmea, platformEng, sreEscalation, paymentsProd})
            expected += "1," + QByteArray::number(step++) + ',' + bytes(entity.brn) + ',' + bytes(entity.type) + '\n';
        QCOMPARE(test::run(arguments).out, expected);
    }
};

QTEST_GUILESS_MAIN(TestReachCommand)
#include "test_reachcommand.moc"
