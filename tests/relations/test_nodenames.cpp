#include "models/relations/entitynames.h"
#include "models/relations/nodesearch.h"
#include "models/relations/shortkeys.h"
#include "tests/relations/graphs.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

const std::string jane = brn("identity", "-Jane4711key");
const std::string admins = brn("connection", "admins-key-1");
const std::string payments = brn("resource", "Payments-key");

EntityNamesPtr someNames() {
    std::string csv = "BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,Source Type,Metadata "
                      "Version,Metadata\n";
    csv += jane + ",,okta,,,identity,,,user,,\n"; // nameless: the next one counts
    csv += jane + ",,okta,,Jane Ådal,identity,,,user,,\n";
    csv += jane + ",,aws,,Other Jane,identity,,,,,\n";
    csv += payments + ",,aws,,payments-prod,resource,,,RDS database,,\n";
    csv += ",,aws,,nobody,resource,,,,,\n";
    return EntityNames::make(tableFrom(csv));
}

class TestNodeNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entitiesNameBrns();
    void manyEntities();
    void onlyEntitiesHaveNames();
    void keysAreAsShortAsTheyCanBe();
    void searchesNamesKeysAndBrns();
    void searchRanks();
    void searchCountsAllAndCanBeCancelled();
};

void TestNodeNames::entitiesNameBrns() {
    const EntityNamesPtr names = someNames();
    const auto found = names->find(jane);
    QVERIFY(found);
    QCOMPARE(found->name, "Jane Ådal");
    QCOMPARE(found->sourceType, "user");
    QCOMPARE(found->app, "okta");
    QCOMPARE(found->row, RowId{1});
    QVERIFY(!names->find(admins));
    QVERIFY(!names->find(""));
}

void TestNodeNames::manyEntities() {
    std::string csv = "BRN,Name,Entity Type\n";
    for (int i = 0; i < 1000; ++i)
        csv += brn("identity", std::to_string(i)) + ",n" + std::to_string(i) + ",identity\n";
    const EntityNamesPtr names = EntityNames::make(tableFrom(csv));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(names->find(brn("identity", std::to_string(i)))->name, "n" + std::to_string(i));
    QVERIFY(!names->find(brn("identity", "1000")));
}

void TestNodeNames::onlyEntitiesHaveNames() {
    QVERIFY(EntityNames::make(nullptr) == nullptr);
    QVERIFY(EntityNames::make(tableOf({{"a", "b"}})) == nullptr);
    QVERIFY(EntityNames::make(tableFrom("BRN,Name,Entity Type\n")) != nullptr);
    std::stop_source source;
    source.request_stop();
    QVERIFY(EntityNames::make(tableFrom("BRN,Name,Entity Type\nx,y,z\n"), source.get_token()) == nullptr);
}

void TestNodeNames::keysAreAsShortAsTheyCanBe() {
    const std::vector<std::string> all = {brn("identity", "abcdefghijk"), brn("identity", "abcdefghxyz"),
                                          brn("identity", "zzz"),         brn("connection", "abcdefghijk"),
                                          brn("resource", "äöüäöüäöüäö"), "an opaque name, whole",
                                          brn("resource", "r1"),          brn("resource", "r12345678")};
    Relations relations;
    for (const std::string& name : all)
        relations.emplace_back(name, "x");
    const GraphPtr graph = graphOf(relations);
    std::vector<NodeId> nodes;
    for (const std::string& name : all)
        nodes.push_back(node(*graph, name));
    QCOMPARE(shortKeys(*graph, nodes), (std::vector<std::string>{"abcdefghi…", "abcdefghx…", "zzz", "abcdefgh…",
                                                                 "äöüä…", "an opaque name, whole", "r1", "r1234567…"}));
    QCOMPARE(shortKeys(*graph, std::span(nodes).first(1), 2).front(), "ab…");
    QVERIFY(shortKeys(*graph, {}).empty());
    std::stop_source source;
    source.request_stop();
    QVERIFY(shortKeys(*graph, nodes, shortestKey, source.get_token()) == std::vector<std::string>(nodes.size()));
}

void TestNodeNames::searchesNamesKeysAndBrns() {
    const GraphPtr graph = graphOf({{jane, admins}, {admins, payments}, {"svc Legacy", payments}});
    const EntityNamesPtr names = someNames();
    const auto found = [&](std::string_view text, const EntityNames* with) {
        return namesOf(*graph, searchNodes(*graph, with, text, 10)->best);
    };
    QCOMPARE(found("ÅDAL", names.get()), jane);
    QCOMPARE(found("ådal", nullptr), "");
    QCOMPARE(found("4711", nullptr), jane);
    QCOMPARE(found("-jane", nullptr), jane);
    QCOMPARE(found(" legacy\n", nullptr), "svc Legacy");
    QCOMPARE(found(admins, names.get()), admins);
    QCOMPARE(found("brn:bid:balkanid:::01T:conn", nullptr), admins);
    QCOMPARE(found("balkanid", nullptr), ""); // in the middle of every BRN
    QCOMPARE(found("payments-prod", names.get()), payments);
    QCOMPARE(found("  ", nullptr), "");
}

void TestNodeNames::searchRanks() {
    const std::string whole = brn("connection", "ops");
    const std::string begins = brn("connection", "ops-eu");
    const std::string within = brn("connection", "xops");
    const GraphPtr graph = graphOf(
        {{within, "devops"}, {begins, "the ops"}, {"ops team", whole}, {"ops big", whole}, {"ops big", within}});
    QCOMPARE(namesOf(*graph, searchNodes(*graph, nullptr, "Ops", 10)->best),
             whole + " ops big ops team " + begins + " the ops " + within + " devops");
}

void TestNodeNames::searchCountsAllAndCanBeCancelled() {
    Relations relations;
    for (int i = 0; i < 30; ++i)
        relations.emplace_back("node " + std::to_string(i), "hub");
    const GraphPtr graph = graphOf(relations);
    const auto found = searchNodes(*graph, nullptr, "node", 7);
    QCOMPARE(found->best.size(), 7U);
    QCOMPARE(found->total, 30U);
    std::stop_source source;
    source.request_stop();
    QVERIFY(!searchNodes(*graph, nullptr, "node", 7, source.get_token()));
}

} // namespace

QTEST_APPLESS_MAIN(TestNodeNames)
#include "test_nodenames.moc"
