#include "models/savedview/savedview.h"
#include "models/words/words.h"

#include <QJsonDocument>
#include <QTest>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

SavedView whole() {
    return {.name = u"Admin grants “90 days”"_s,
            .resource = u"entity-relations"_s,
            .filter = u"metadata.privilegeName = admin and \"ü\""_s,
            .switched = {u"prod"_s},
            .sort = {{u"timestamp"_s, true}, {u"metadata.x[0]"_s, false}},
            .columns = {{u"timestamp"_s, 142, true}, {u"metadata.\"odd name\""_s, 0, false}},
            .frozen = 1,
            .facets = {u"entity_type"_s, u"metadata.project"_s},
            .more = {}};
}

} // namespace

/// Saved views as files.
class TestSavedView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrites();
    void filterAndOrderAlone();
    void oneFactALine();
    void keepsWhatOthersPutIn();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void namesAreFitForAList();
};

void TestSavedView::readsWhatItWrites() {
    const SavedView view = whole();
    const auto read = SavedView::fromJson(view.toJson());
    QVERIFY(read.has_value());
    QVERIFY(*read == view);
    QCOMPARE(read->toJson(), view.toJson());
    SavedView least{.name = u"n"_s};
    QVERIFY(SavedView::fromJson(least.toJson()).value() == least);
    QVERIFY(SavedView::fromJson(R"({"idscopeView":1,"name":"n"})").value() == least);
}

/// What settings keep of a tab, and have kept since there were any.
void TestSavedView::filterAndOrderAlone() {
    SavedView view{.filter = u"nam ="_s, .switched = {u"prod"_s}, .sort = {{u"timestamp"_s, true}}};
    const QJsonObject kept = view.filterAndOrder();
    QCOMPARE(QJsonDocument(kept).toJson(QJsonDocument::Compact),
             R"({"filter":"nam =","sort":[{"descending":true,"operand":"timestamp"}],"switchedOff":["prod"]})");
    QVERIFY(SavedView::ofFilterAndOrder(kept) == view);
    QVERIFY(SavedView::ofFilterAndOrder({{u"filter"_s, 1}, {u"sort"_s, u"x"_s}}) == SavedView());
    const auto read = [](const QByteArray& json) {
        return SavedView::ofFilterAndOrder(QJsonDocument::fromJson(json).object());
    };
    QVERIFY(read(R"({"switchedOff":"x","sort":[1,{},{"operand":2},["operand"]]})") == SavedView());
    QVERIFY(read(R"({"switchedOff":[1,"prod",null],"sort":[null,{"operand":"timestamp","descending":true}]})") ==
            (SavedView{.switched = {u"prod"_s}, .sort = {{u"timestamp"_s, true}}}));
    // In the view's own file they are no other.
    const QJsonObject file = QJsonDocument::fromJson(whole().toJson()).object();
    QVERIFY(SavedView::ofFilterAndOrder(file).filterAndOrder() == whole().filterAndOrder());
}

void TestSavedView::oneFactALine() {
    const QByteArray before = whole().toJson();
    QVERIFY(before.startsWith("{\n    \"idscopeView\": 1,\n    \"name\": "));
    QVERIFY(before.endsWith("}\n"));
    SavedView view = whole();
    view.columns[0].width = 200;
    const QByteArrayList lines = before.split('\n'), changed = view.toJson().split('\n');
    QCOMPARE(lines.size(), changed.size());
    int differing = 0;
    for (qsizetype i = 0; i < lines.size(); ++i)
        differing += lines[i] != changed[i] ? 1 : 0;
    QCOMPARE(differing, 1);
}

void TestSavedView::keepsWhatOthersPutIn() {
    const auto read = SavedView::fromJson(R"({"idscopeView":1,"name":"n","more":{"graph":{"depth":3}},"later":1})");
    QVERIFY(read.has_value());
    QVERIFY(read->toJson().contains(R"("more": {"graph":{"depth":3}})"));
}

void TestSavedView::tellsWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const QByteArray& json, SavedViewProblem problem, const QString& place = {}) {
        QTest::newRow(name) << json << static_cast<int>(problem) << place;
    };
    const auto with = [](const QByteArray& facts) { return "{\"idscopeView\":1,\"name\":\"n\"," + facts + "}"; };
    row("nothing", "", SavedViewProblem::NotJson);
    row("broken", "{\"idscopeView\":1,", SavedViewProblem::NotJson);
    row("a list", "[]", SavedViewProblem::NotAView);
    row("a manifest", "{\"idscopeManifest\":1}", SavedViewProblem::NotAView);
    row("newer", "{\"idscopeView\":2}", SavedViewProblem::NewerVersion);
    row("large", QByteArray(SavedView::largestFile + 1, ' '), SavedViewProblem::TooLarge);
    row("no name", "{\"idscopeView\":1}", SavedViewProblem::WrongValue, u"name"_s);
    row("name with controls", "{\"idscopeView\":1,\"name\":\"a\\u202eb\"}", SavedViewProblem::WrongValue, u"name"_s);
    row("name that is none", "{\"idscopeView\":1,\"name\":[1]}", SavedViewProblem::WrongValue, u"name"_s);
    row("filter", with("\"filter\":\"a = \""), SavedViewProblem::NoFilter, u"filter"_s);
    row("filter of another kind", with("\"filter\":3"), SavedViewProblem::WrongValue, u"filter"_s);
    row("switched off", with("\"switchedOff\":[\"(\"]"), SavedViewProblem::NoFilter, u"switchedOff"_s);
    row("sort", with("\"sort\":[{\"operand\":\"a.\"}]"), SavedViewProblem::NoOperand, u"sort[0]"_s);
    row("sort way", with("\"sort\":[{\"operand\":\"a\",\"descending\":1}]"), SavedViewProblem::WrongValue,
        u"sort[0].descending"_s);
    row("column", with("\"columns\":[{\"operand\":\"a\"},3]"), SavedViewProblem::WrongValue, u"columns[1]"_s);
    row("width", with("\"columns\":[{\"operand\":\"a\",\"width\":-1}]"), SavedViewProblem::WrongValue,
        u"columns[0].width"_s);
    row("no list", with("\"columns\":{}"), SavedViewProblem::WrongValue, u"columns"_s);
    row("frozen", with("\"frozen\":-3"), SavedViewProblem::WrongValue, u"frozen"_s);
    row("facets", with("\"facets\":[\"\"]"), SavedViewProblem::NoOperand, u"facets"_s);
    row("more", with("\"more\":[]"), SavedViewProblem::WrongValue, u"more"_s);
    row("many", with("\"facets\":[\"a\"" + QByteArray(",\"a\"").repeated(10'000) + "]"), SavedViewProblem::TooMany,
        u"facets"_s);
}

void TestSavedView::tellsWhatIsWrong() {
    QFETCH(QByteArray, json);
    QFETCH(int, problem);
    QFETCH(QString, place);
    const auto read = SavedView::fromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(static_cast<int>(read.error().problem), problem);
    QCOMPARE(read.error().place, place);
    QVERIFY(!words::sentence(read.error()).isEmpty());
}

void TestSavedView::namesAreFitForAList() {
    QCOMPARE(savedViewName(u"  a \n b\t"_s), u"a b"_s);
    QCOMPARE(savedViewName(u"a\u202Eb\u0007"_s), u"ab"_s);
    QCOMPARE(savedViewName(u"\n\u200B"_s), QString());
    QCOMPARE(savedViewName(QString(500, u'x')).size(), SavedView::longestName);
    const QString odd = u"a \u200B b"_s + QString(300, u' ') + u"c"_s;
    QCOMPARE(savedViewName(savedViewName(odd)), savedViewName(odd));
}

QTEST_GUILESS_MAIN(TestSavedView)
#include "test_savedview.moc"
