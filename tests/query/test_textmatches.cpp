#include "models/query/textmatches.h"
#include "tests/items/tables.h"

#include <QTest>

#include <string>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto csv =
    "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n"
    "x,2024-01-01,i,a,b,identity,s,v1,{}\n";

TextMatches matchesOf(std::string_view text, const Table& table) {
    const auto expression = parseExpression(text);
    return {expression ? *expression : nullptr, table};
}

/// The cell with its matches in brackets.
QString marked(std::string_view filter, std::string_view column, std::string_view cell) {
    const TablePtr table = tableOf(csv);
    std::string text(cell);
    const auto found = matchesOf(filter, *table).find(*table->find(column), cell);
    for (auto span = found.rbegin(); span != found.rend(); ++span) {
        text.insert(span->end(), "]");
        text.insert(span->begin, "[");
    }
    return QString::fromStdString(text);
}

} // namespace

class TestTextMatches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksWhatIsLookedFor_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& filter, const QString& column, const QString& cell,
                            const QString& expected) { QTest::newRow(name) << filter << column << cell << expected; };
        row("word", u"prod"_s, u"app"_s, u"halden-Prod, prod"_s, u"halden-[Prod], [prod]"_s);
        row("word anywhere", u"prod"_s, u"integration"_s, u"prod"_s, u"[prod]"_s);
        row("two words", u"a b"_s, u"app"_s, u"b a"_s, u"[b] [a]"_s);
        row("overlapping", u"ab or bc"_s, u"app"_s, u"abc"_s, u"[abc]"_s);
        row("folded", u"ÜNAL"_s, u"app"_s, u"Zoë ünal"_s, u"Zoë [ünal]"_s);
        row("folded to other lengths", u"k"_s, u"app"_s, u"0 \u212A, Ⱥ k"_s, u"0 [\u212A], Ⱥ [k]"_s);
        row("contains", u"app ~ x"_s, u"app"_s, u"axa"_s, u"a[x]a"_s);
        row("another column", u"app ~ x"_s, u"integration"_s, u"axa"_s, u"axa"_s);
        row("begins", u"app starts with a"_s, u"app"_s, u"aba"_s, u"[a]ba"_s);
        row("ends", u"app ends with a"_s, u"app"_s, u"aba"_s, u"ab[a]"_s);
        row("regex", u"/b+/"_s, u"app"_s, u"abba B"_s, u"a[bb]a B"_s);
        row("regex with flag", u"app matches /b+$/i"_s, u"app"_s, u"abba B"_s, u"abba [B]"_s);
        row("regex of nothing", u"/x*/"_s, u"app"_s, u"axa"_s, u"a[x]a"_s);
        row("regex of nothing beside wide letters", u"/x*/"_s, u"app"_s, u"\u00FCx\U0001F600x"_s,
            u"\u00FC[x]\U0001F600[x]"_s);
        row("regex of nothing for long", u"/x*/"_s, u"app"_s, QString(1000, u'a') + u'x', QString(1000, u'a') + u'x');
        row("path", u"metadata.a ~ x"_s, u"metadata"_s, u"{\"a\":\"axa\",\"b\":\"x\"}"_s,
            u"{\"a\":\"a[x]a\",\"b\":\"x\"}"_s);
        row("key of a BRN", u"entity_brn.key ~ id"_s, u"entity brn"_s, u"brn:bid:balkanid:::T1:identity:grid"_s,
            u"brn:bid:balkanid:::T1:identity:gr[id]"_s);
        row("equality marks nothing", u"app = x"_s, u"app"_s, u"x"_s, u"x"_s);
        row("order marks nothing", u"app > 1"_s, u"app"_s, u"2"_s, u"2"_s);
        row("not", u"not x"_s, u"app"_s, u"x"_s, u"x"_s);
        row("not not", u"not (y or not x)"_s, u"app"_s, u"xy"_s, u"[x]y"_s);
        row("nothing", {}, u"app"_s, u"x"_s, u"x"_s);
    }
    void marksWhatIsLookedFor() {
        QFETCH(QString, filter);
        QFETCH(QString, column);
        QFETCH(QString, cell);
        QTEST(marked(filter.toStdString(), column.toStdString(), cell.toStdString()), "expected");
    }

    void knowsWhetherEveryRowMatches_data() {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("every");
        QTest::newRow("word") << QByteArray("x") << true;
        QTest::newRow("and") << QByteArray("x and app = y") << true;
        QTest::newRow("or") << QByteArray("x or app = y") << false;
        QTest::newRow("or of words") << QByteArray("x or /y/") << true;
        QTest::newRow("not") << QByteArray("not x") << false;
        QTest::newRow("not or") << QByteArray("not (x or not y)") << true;
        QTest::newRow("equality") << QByteArray("app = x") << false;
    }
    void knowsWhetherEveryRowMatches() {
        QFETCH(QByteArray, filter);
        QFETCH(bool, every);
        const TablePtr table = tableOf(csv);
        QCOMPARE(matchesOf(filter.toStdString(), *table).inEveryRow(), every);
    }

    void hostileCellsCostLittle() {
        const TablePtr table = tableOf(csv);
        const std::string cell(std::size_t{16} * 1024 * 1024, 'a');
        for (const char* filter : {"a", "/a/", "/(a+)+$/", "/(a*)*b/", "/x*/"}) {
            const TextMatches matches = matchesOf(filter, *table);
            for (int i = 0; i < 10; ++i)
                QVERIFY(matches.find(ColumnId{1}, cell).size() <= TextMatches::mostMatches);
        }
    }
};

QTEST_APPLESS_MAIN(TestTextMatches)
#include "test_textmatches.moc"
