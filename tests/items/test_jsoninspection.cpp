#include "models/items/jsonfieldsmodel.h"
#include "models/items/jsoninspection.h"
#include "tests/support/gapmeter.h"
#include "tests/support/wantofthreads.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const std::string settings = R"([{"name":"Client ID","key":"client_id","type":"text","value":"okta"},)"
                             R"({"name":"Token","key":"token","type":"secret","value":"s3cr3t"}])";

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

std::string numbers(int count) {
    std::string text = "[";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? "," : "") + std::to_string(i);
    return text + "]";
}

} // namespace

Q_DECLARE_METATYPE(idscope::JsonHits)

class TestJsonInspection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallCellsAreThereAtOnce();
    void longCellsComeLater();
    void saysThatMemoryIsWanting();
    void longListsAreGrouped();
    void deepCellsAreWalked();
    void hugeCellsHaveNoTree();
    void manyLinesAreCut();
    void unparsedSecretsStayHidden_data();
    void unparsedSecretsStayHidden();
    void breaksAreFoundInWhatIsShown_data();
    void breaksAreFoundInWhatIsShown();
    void settingsAreATable();
    void onlySettingsAreATable_data();
    void onlySettingsAreATable();
    void findsWhatIsShown_data();
    void findsWhatIsShown();
    void theNewestSearchAnswers();
};

void TestJsonInspection::smallCellsAreThereAtOnce() {
    JsonInspection inspection;
    QSignalSpy ready(&inspection, &JsonInspection::ready);
    inspection.show(KeptText::of("{}"), u"metadata"_s);
    QCOMPARE(ready.size(), 1);
    QVERIFY(inspection.cell() != nullptr);
    inspection.clear();
    QVERIFY(inspection.cell() == nullptr);
}

void TestJsonInspection::longCellsComeLater() {
    JsonInspection inspection;
    QSignalSpy ready(&inspection, &JsonInspection::ready);
    inspection.show(KeptText::of("[" + repeated("\"x\",", 60'000) + "1]"), u"metadata"_s);
    QVERIFY(inspection.isReading());
    QVERIFY(inspection.cell() == nullptr);
    inspection.show(KeptText::of("[" + repeated("\"y\",", 100'000) + "2]"), u"metadata"_s); // the newest wins
    GapMeter gaps;
    QVERIFY(ready.wait(60'000));
    QTest::qWait(50);
    QCOMPARE(ready.size(), 1);
    QVERIFY2(gaps.restart() < 50, "reading a long cell kept the event loop");
    QCOMPARE(inspection.tree().index(0, 0).data(JsonChildCountRole).toInt(), 100'001);
    QVERIFY(!inspection.cell()->isCut());
}

void TestJsonInspection::saysThatMemoryIsWanting() {
    JsonInspection inspection;
    const QSignalSpy refused(&inspection, &JsonInspection::refused);
    {
        const WantOfThreads none; // or of memory, which can't be had that surely
        inspection.show(KeptText::of("[" + repeated("\"x\",", 60'000) + "1]"), u"metadata"_s);
    }
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!inspection.isReading() && inspection.cell() == nullptr);
    inspection.show(KeptText::of("{}"), u"metadata"_s);
    {
        const WantOfThreads none;
        inspection.find(u"x"_s);
    }
    QTRY_COMPARE(refused.count(), 2);
    QVERIFY(inspection.cell() != nullptr);
}

void TestJsonInspection::longListsAreGrouped() {
    JsonInspection inspection;
    JsonTreeModel& tree = inspection.tree();
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    inspection.show(KeptText::of("{\"list\":" + numbers(2'500) + "}"), u"metadata"_s);
    const QModelIndex list = tree.index(0, 0, tree.index(0, 0));
    QCOMPARE(list.data(JsonChildCountRole).toInt(), 2'500);
    QCOMPARE(tree.rowCount(list), 3);
    const QModelIndex last = tree.index(2, 0, list);
    QCOMPARE(last.data().toString(), u"2000 … 2499"_s);
    QCOMPARE(tree.rowCount(last), 500);
    QVERIFY(!tree.node(last));
    QCOMPARE(last.data(JsonPathRole).toString(), QString());
    const QModelIndex number = tree.index(7, 0, last);
    QCOMPARE(number.data().toString(), u"2007"_s);
    QCOMPARE(number.data(JsonPathRole).toString(), u"metadata.list[2007]"_s);
    QCOMPARE(number.parent(), last);
    QCOMPARE(tree.find(*tree.node(number)), number);
}

void TestJsonInspection::deepCellsAreWalked() {
    JsonInspection inspection;
    constexpr std::size_t depth = JsonDocument::maximumDepth;
    inspection.show(KeptText::of(std::string(depth, '[') + std::string(depth, ']')), u"m"_s);
    QVERIFY(!inspection.cell()->brokenAt());
    QModelIndex index = inspection.tree().index(0, 0);
    std::size_t levels = 0;
    for (; index.isValid(); index = inspection.tree().index(0, 0, index))
        ++levels;
    QCOMPARE(levels, depth);
    inspection.show(KeptText::of(std::string(depth + 1, '[')), u"m"_s);
    QCOMPARE(inspection.cell()->brokenAt()->problem, JsonProblem::TooDeep);
}

void TestJsonInspection::hugeCellsHaveNoTree() {
    JsonInspection inspection;
    QSignalSpy ready(&inspection, &JsonInspection::ready);
    inspection.show(KeptText::of("[" + std::string(100'000'000, ' ') + "]"), u"m"_s);
    GapMeter gaps;
    QVERIFY(ready.wait(60'000));
    QVERIFY2(gaps.restart() < 50, "a huge cell kept the event loop");
    QVERIFY(!inspection.cell()->hasTree());
    QVERIFY(!inspection.cell()->brokenAt());
    QCOMPARE(inspection.tree().rowCount(), 0);
    QCOMPARE(inspection.cell()->shownText().text().size(), JsonCell::longestShown);
}

void TestJsonInspection::manyLinesAreCut() {
    const JsonCell whole(KeptText::of(repeated("\n", RawText::mostLines - 1) + "[1]"));
    QVERIFY(!whole.isCut());
    const JsonCell cut(KeptText::of("[" + repeated("\n", RawText::mostLines) + "1}"));
    QVERIFY(cut.isCut());
    QCOMPARE(cut.shownText().text().size(), qsizetype{RawText::mostLines} + 1);
    QCOMPARE(cut.breakInShown().value(), cut.shownText().text().size()); // behind what is shown
}

void TestJsonInspection::unparsedSecretsStayHidden_data() {
    QTest::addColumn<QByteArray>("object");
    QTest::newRow("plain") << QByteArray(R"({"value":"s3cr3t","type":"secret"})");
    QTest::newRow("escaped") << QByteArray(R"({"val\u0075e":"s3cr3t","type":"secret"})");
    QTest::newRow("escaped word") << QByteArray(R"({"value":"s3cr3t","type":"s\u0065cret"})");
}

void TestJsonInspection::unparsedSecretsStayHidden() {
    QFETCH(QByteArray, object);
    const JsonCell cell(KeptText::of("[" + object.toStdString() + std::string(JsonCell::longestTree, ' ') + "]"));
    QVERIFY(!cell.hasTree());
    QVERIFY(!cell.shownText().text().contains(u"s3cr3t"_s));
}

void TestJsonInspection::breaksAreFoundInWhatIsShown_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("sound") << QByteArray("{}") << -1;
    QTest::newRow("at a byte") << QByteArray("[1,]") << 3;
    QTest::newRow("behind umlauts") << QByteArray("[\"\xC3\xA4\xC3\xB6\",]") << 6;
    QTest::newRow("behind a secret") << QByteArray(R"([{"type":"secret","value":"abc"},])")
                                     << 26; // the end of what is shown
    QTest::newRow("at the end") << QByteArray("[1") << 2;
}

void TestJsonInspection::breaksAreFoundInWhatIsShown() {
    QFETCH(QByteArray, text);
    const JsonCell cell(KeptText::of(text.toStdString()));
    QTEST(static_cast<int>(cell.breakInShown().value_or(-1)), "position");
}

void TestJsonInspection::settingsAreATable() {
    JsonInspection inspection;
    JsonFieldsModel fields(inspection.tree());
    const QAbstractItemModelTester tester(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
    inspection.show(KeptText::of(settings), u"metadata"_s);
    fields.setArray(inspection.tree().index(0, 0));
    QCOMPARE(fields.rowCount(), 2);
    QCOMPARE(fields.index(0, 0).data().toString(), u"Client ID"_s);
    QCOMPARE(fields.index(0, 1).data().toString(), u"\"okta\""_s);
    const QModelIndex secret = fields.index(1, 1);
    QVERIFY(secret.data(JsonSecretRole).toBool());
    QCOMPARE(secret.data().toString(), QString(8, u'•'));
    QSignalSpy changed(&fields, &QAbstractItemModel::dataChanged);
    inspection.tree().setRevealed(fields.valueInTree(secret), true);
    QCOMPARE(secret.data().toString(), u"\"s3cr3t\""_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(!secret.data(JsonRawRole).toString().contains(u"s3cr3t"_s));
    QVERIFY(!secret.data(JsonTextRole).toString().contains(u"s3cr3t"_s));
    inspection.clear();
    QCOMPARE(fields.rowCount(), 0);
}

void TestJsonInspection::onlySettingsAreATable_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTable");
    QTest::newRow("settings") << QByteArray::fromStdString(settings) << true;
    QTest::newRow("without a key") << QByteArray(R"([{"name":"a","type":"t","value":[1]}])") << true;
    QTest::newRow("without a name") << QByteArray(R"([{"key":"a","type":"t","value":1}])") << true;
    QTest::newRow("nameless") << QByteArray(R"([{"type":"t","value":1}])") << false;
    QTest::newRow("more than that") << QByteArray(R"([{"name":"a","type":"t","value":1,"x":2}])") << false;
    QTest::newRow("twice") << QByteArray(R"([{"name":"a","type":"t","value":1,"value":2}])") << false;
    QTest::newRow("mixed") << QByteArray(R"([{"name":"a","type":"t","value":1},2])") << false;
    QTest::newRow("empty") << QByteArray("[]") << false;
    QTest::newRow("broken") << QByteArray(R"([{"name":"a","type":"t","value":1})") << false;
}

void TestJsonInspection::onlySettingsAreATable() {
    QFETCH(QByteArray, text);
    JsonInspection inspection;
    inspection.show(KeptText::of(text.toStdString()), u"m"_s);
    QTEST(inspection.tree().index(0, 0).data(JsonFieldsRole).toBool(), "isTable");
}

void TestJsonInspection::findsWhatIsShown_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("places");
    QTest::newRow("nothing") << QString() << 0 << 0;
    QTest::newRow("a value, whatever its case") << u"OKTA"_s << 1 << 1;
    QTest::newRow("keys") << u"type"_s << 2 << 2;
    QTest::newRow("a secret") << u"s3cr3t"_s << 0 << 0;
    QTest::newRow("absent") << u"zebra"_s << 0 << 0;
}

void TestJsonInspection::findsWhatIsShown() {
    QFETCH(QString, text);
    const JsonCell cell(KeptText::of(settings));
    const JsonHits hits = cell.find(text);
    QTEST(static_cast<int>(hits.nodes.size()), "nodes");
    QTEST(static_cast<int>(hits.raw.size()), "places");
}

void TestJsonInspection::theNewestSearchAnswers() {
    JsonInspection inspection;
    inspection.show(KeptText::of(settings), u"m"_s);
    QSignalSpy found(&inspection, &JsonInspection::found);
    inspection.find(u"type"_s);
    inspection.find(u"token"_s);
    QVERIFY(found.wait(5'000));
    QTest::qWait(20);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().front().value<JsonHits>().text, u"token"_s);
    inspection.find({});
    QCOMPARE(found.size(), 2);
}

QTEST_MAIN(TestJsonInspection)
#include "test_jsoninspection.moc"
