#include "models/relations/relationquality.h"
#include "models/relations/sharedaccess.h"
#include "tests/relations/graphs.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

std::string rowsText(const std::vector<RowId>& rows) {
    std::string out;
    for (const RowId row : rows)
        (out += out.empty() ? "" : ",") += std::to_string(row.value);
    return out;
}

std::string text(const RelationGraph& graph, const std::vector<Cycle>& cycles) {
    std::string out;
    for (const Cycle& cycle : cycles)
        out += '(' + namesOf(graph, cycle.nodes) + " by " + rowsText(cycle.relations) + ')';
    return out;
}

std::string cyclesOf(const Relations& relations) {
    const GraphPtr graph = graphOf(relations);
    const auto found = cycles(*graph);
    return found ? text(*graph, *found) : "error";
}

class TestRelationQuality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cyclesAreComponents();
    void aLongCycle();
    void rootsAndLeaves();
    void nobodyHasAnOrphan();
    void qualityHoldsBoth();
    void canBeCancelled();
    void sharedIsWhatAllReach();
};

void TestRelationQuality::cyclesAreComponents() {
    QCOMPARE(cyclesOf({{"a", "b"}, {"b", "c"}}), "");
    QCOMPARE(cyclesOf({{"x", "a"}, {"a", "b"}, {"b", "a"}, {"b", "c"}, {"a", "b"}}), "(a b by 1,2,4)");
    QCOMPARE(cyclesOf({{"a", "a"}, {"b", "b"}, {"b", "b"}, {"c", "d"}}), "(a by 0)(b by 1,2)");
    // Two circles that share a node are one component; a bridge between circles is in neither.
    QCOMPARE(cyclesOf({{"a", "b"}, {"b", "a"}, {"b", "c"}, {"c", "b"}, {"c", "d"}, {"d", "e"}, {"e", "d"}}),
             "(a b c by 0,1,2,3)(d e by 5,6)");
    // Back into a component that is complete already.
    QCOMPARE(cyclesOf({{"a", "b"}, {"b", "c"}, {"c", "b"}, {"a", "d"}, {"d", "c"}, {"d", "a"}}),
             "(a d by 3,5)(b c by 1,2)");
    QCOMPARE(cyclesOf({}), "");
}

void TestRelationQuality::aLongCycle() {
    constexpr int length = 100'000;
    Relations circle;
    for (int i = 0; i < length; ++i)
        circle.emplace_back(std::to_string(i), std::to_string((i + 1) % length));
    const auto found = cycles(*graphOf(circle));
    QVERIFY(found);
    QCOMPARE(found->size(), 1U);
    QCOMPARE(found->front().nodes.size(), std::size_t{length});
    QCOMPARE(found->front().relations.size(), std::size_t{length});
}

void TestRelationQuality::rootsAndLeaves() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"x", "x"}, {"lonely", ""}});
    QCOMPARE(namesOf(*graph, roots(*graph)), "a lonely");
    QCOMPARE(namesOf(*graph, leaves(*graph)), "c lonely");
}

void TestRelationQuality::nobodyHasAnOrphan() {
    const std::string person = brn("identity", "p");
    const std::string group = brn("connection", "g");
    const std::string empty = brn("connection", "empty");
    const std::string circle = brn("role", "circle");
    const std::string item = brn("resource", "i");
    const std::string lost = brn("resource", "lost");
    const std::string legacy = brn("resource", "legacy");
    const GraphPtr graph = graphOf({{person, group},
                                    {group, item},
                                    {empty, lost},
                                    {empty, item},
                                    {circle, circle},
                                    {"svc-legacy", legacy},
                                    {lost, ""}});
    const auto found = orphans(graph);
    QVERIFY(found);
    QCOMPARE(namesOf(*graph, *found), empty + ' ' + lost + ' ' + circle);
}

void TestRelationQuality::qualityHoldsBoth() {
    const std::string group = brn("connection", "g");
    const std::string item = brn("resource", "i");
    const TablePtr table = tableOf({{"a", "b"}, {group, item}, {"b", "a"}, {group, "b"}});
    const auto quality = relationQuality(*table);
    QVERIFY(quality);
    const GraphPtr graph = graphOf(*table);
    QCOMPARE(namesOf(*graph, quality->orphans), group + ' ' + item);
    QCOMPARE(rowsText(quality->orphanRelations), "1,3");
    QCOMPARE(text(*graph, quality->cycles), "(a b by 0,2)");
    QVERIFY(relationQuality(*tableFrom("a,b\n")).error().kind == RelationErrorKind::NotRelations);
}

void TestRelationQuality::canBeCancelled() {
    const GraphPtr graph = graphOf({{"a", "b"}});
    std::stop_source source;
    source.request_stop();
    QVERIFY(!cycles(*graph, nullptr, source.get_token()));
    QVERIFY(!orphans(graph, source.get_token()));
    QVERIFY(!sharedAccess(graph, {.starts = {NodeId{0}}}, source.get_token()));
}

void TestRelationQuality::sharedIsWhatAllReach() {
    const GraphPtr graph =
        graphOf({{"a", "g"}, {"b", "h"}, {"h", "g"}, {"g", "i"}, {"a", "i"}, {"b", "only"}, {"a", "b"}});
    const NodeId a = node(*graph, "a");
    const NodeId b = node(*graph, "b");
    const auto down = sharedAccess(graph, {.starts = {a, b, a}});
    QVERIFY(down);
    QCOMPARE(down->reaches.size(), 2U);
    QCOMPARE(namesOf(*graph, down->nodes), "g h only i"); // i is three relations from b
    const auto up =
        sharedAccess(graph, {.starts = {node(*graph, "i"), node(*graph, "only")}, .direction = Direction::Up});
    QVERIFY(up);
    QCOMPARE(namesOf(*graph, up->nodes), "a b");
    QVERIFY(sharedAccess(graph, {})->nodes.empty());
}

} // namespace

QTEST_APPLESS_MAIN(TestRelationQuality)
#include "test_relationquality.moc"
