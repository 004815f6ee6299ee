#include "models/relations/reach.h"
#include "models/relations/shortestpaths.h"
#include "tests/relations/graphs.h"
#include "tests/support/printing.h"

#include <QTest>

#include <limits>

using namespace idscope;
using namespace idscope::test;

namespace {

std::vector<NodeId> nodesOf(const RelationGraph& graph, const std::vector<std::string>& names) {
    std::vector<NodeId> nodes;
    for (const std::string& name : names)
        nodes.push_back(node(graph, name));
    return nodes;
}

RowSetPtr rowsOf(const RelationGraph& graph, const std::vector<std::uint32_t>& numbers) {
    std::vector<RowId> rows;
    for (const std::uint32_t number : numbers)
        rows.push_back(RowId{number});
    return std::make_shared<const RowSet>(rows, graph.rowCount());
}

/// "name distance via row" of everything reached.
std::string reached(const GraphPtr& graph, ReachQuestion question) {
    const auto result = reach(graph, std::move(question));
    if (!result) return "error";
    std::string out;
    for (const NodeId each : result->nodes()) {
        const auto via = result->via(each);
        out += std::string(graph->name(each)) + std::to_string(result->distance(each));
        if (via) out += std::string(graph->name(via->neighbour)) + std::to_string(via->row.value);
        out += ' ';
    }
    return out;
}

std::string paths(const GraphPtr& graph, const PathQuestion& question) {
    const auto result = shortestPaths(graph, question);
    if (!result) return "error";
    std::string out;
    for (const auto& path : result->paths) {
        for (const PathStep& step : path) {
            if (step.relation) out += std::to_string(step.relation->value);
            out += graph->name(step.node);
        }
        out += ' ';
    }
    return out + "of " + std::to_string(result->total);
}

class TestReach : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distanceIsTheFewestRelations();
    void viaIsTheFirstRelationOfTheFile();
    void cyclesEnd();
    void severalStartsAndBothWays();
    void onlyOverSomeRelations();
    void layersAreGiven();
    void deepChainsAreWalked();
    void wideHubsAreWalked();
    void canBeCancelled();
    void allShortestPaths();
    void pathsBetweenSets();
    void pathsAreCutAndCounted();
    void moreWaysThanCanBeCounted();
};

void TestReach::distanceIsTheFewestRelations() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"c", "d"}, {"a", "d"}, {"x", "a"}});
    QCOMPARE(reached(graph, {.starts = {node(*graph, "a")}}), "a0 b1a0 d1a3 c2b1 ");
    QCOMPARE(reached(graph, {.starts = {node(*graph, "d")}, .direction = Direction::Up}), "d0 c1d2 a1d3 b2c1 x2a4 ");
    QCOMPARE(reached(graph, {.starts = {node(*graph, "d")}}), "d0 ");
}

void TestReach::viaIsTheFirstRelationOfTheFile() {
    // Both b and c end a shortest walk to d; c's relation stands first, b's second is parallel to a later one.
    const GraphPtr graph = graphOf({{"c", "d"}, {"a", "b"}, {"b", "d"}, {"a", "c"}, {"b", "d"}, {"d", "d"}});
    QCOMPARE(reached(graph, {.starts = {node(*graph, "a")}}), "a0 b1a1 c1a3 d2c0 ");
    QCOMPARE(reached(graph, {.starts = {node(*graph, "d")}, .direction = Direction::Up}), "d0 c1d0 b1d2 a2b1 ");
}

void TestReach::cyclesEnd() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"c", "a"}, {"a", "a"}});
    QCOMPARE(reached(graph, {.starts = {node(*graph, "a")}}), "a0 b1a0 c2b1 ");
    QCOMPARE(reached(graph, {.starts = {node(*graph, "a")}, .direction = Direction::Up}), "a0 c1a2 b2c1 ");
}

void TestReach::severalStartsAndBothWays() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"x", "c"}, {"c", "d"}});
    QCOMPARE(reached(graph, {.starts = nodesOf(*graph, {"a", "x", "a"})}), "a0 x0 b1a0 c1x2 d2c3 ");
    QCOMPARE(reached(graph, {.starts = {}}), "");
}

void TestReach::onlyOverSomeRelations() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"a", "c"}, {"a", "c"}});
    const std::vector<NodeId> start{node(*graph, "a")};
    QCOMPARE(reached(graph, {.starts = start, .only = rowsOf(*graph, {0, 1})}), "a0 b1a0 c2b1 ");
    QCOMPARE(reached(graph, {.starts = start, .only = rowsOf(*graph, {3})}), "a0 c1a3 ");
    QCOMPARE(reached(graph, {.starts = start, .only = rowsOf(*graph, {})}), "a0 ");
}

void TestReach::layersAreGiven() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"a", "c"}, {"c", "d"}});
    const auto result = reach(graph, {.starts = {node(*graph, "a")}});
    QVERIFY(result);
    QCOMPARE(result->farthest(), 2U);
    QCOMPARE(namesOf(*graph, result->at(1)), "b c");
    QCOMPARE(namesOf(*graph, result->at(2)), "d");
    QVERIFY(result->at(3).empty());
}

void TestReach::deepChainsAreWalked() {
    constexpr int deep = 100'000;
    Relations chain;
    for (int i = 0; i < deep; ++i)
        chain.emplace_back(std::to_string(i), std::to_string(i + 1));
    const GraphPtr graph = graphOf(chain);
    const auto result = reach(graph, {.starts = {node(*graph, "0")}});
    QVERIFY(result);
    QCOMPARE(result->nodes().size(), std::size_t{deep} + 1);
    QCOMPARE(result->distance(node(*graph, std::to_string(deep))), std::uint32_t{deep});
    const auto path =
        shortestPaths(graph, {.from = {node(*graph, "0")}, .to = {node(*graph, std::to_string(deep))}, .limit = 2});
    QVERIFY(path);
    QCOMPARE(path->total, 1U);
    QCOMPARE(path->paths.front().size(), std::size_t{deep} + 1);
}

void TestReach::wideHubsAreWalked() {
    constexpr int wide = 30'000; // every second one leads back; test_differential_large has a million
    Relations relations;
    for (int i = 0; i < wide; ++i) {
        relations.emplace_back("hub", std::to_string(i));
        if (i % 2 == 0) relations.emplace_back(std::to_string(i), "hub");
    }
    const GraphPtr graph = graphOf(relations);
    const NodeId hub = node(*graph, "hub");
    const auto down = reach(graph, {.starts = {hub}});
    QVERIFY(down);
    QCOMPARE(down->nodes().size(), std::size_t{wide} + 1);
    QCOMPARE(down->at(1).size(), std::size_t{wide});
    const auto up = reach(graph, {.starts = {hub}, .direction = Direction::Up});
    QVERIFY(up);
    QCOMPARE(up->nodes().size(), std::size_t{wide} / 2 + 1);
    QCOMPARE(paths(graph, {.from = {node(*graph, "0")}, .to = {node(*graph, "1")}}), "01hub21 of 1");
}

void TestReach::canBeCancelled() {
    const GraphPtr graph = graphOf({{"a", "b"}});
    std::stop_source source;
    source.request_stop();
    QVERIFY(!reach(graph, {.starts = {NodeId{0}}}, source.get_token()));
    QVERIFY(!shortestPaths(graph, {.from = {NodeId{0}}, .to = {NodeId{1}}}, source.get_token()));
}

void TestReach::allShortestPaths() {
    const GraphPtr graph = graphOf(
        {{"a", "c"}, {"a", "b"}, {"b", "d"}, {"b", "d"}, {"c", "d"}, {"a", "x"}, {"x", "y"}, {"y", "d"}, {"d", "e"}});
    const auto from = [&](const char* start, const char* end) {
        return PathQuestion{.from = {node(*graph, start)}, .to = {node(*graph, end)}};
    };
    QCOMPARE(paths(graph, from("a", "d")), "a0c4d a1b2d of 2");
    QCOMPARE(paths(graph, from("a", "e")), "a0c4d8e a1b2d8e of 2");
    QCOMPARE(paths(graph, from("a", "a")), "a of 1");
    QCOMPARE(paths(graph, from("e", "a")), "of 0");
    PathQuestion filtered = from("a", "d");
    filtered.only = rowsOf(*graph, {1, 3, 5, 6, 7});
    QCOMPARE(paths(graph, filtered), "a1b3d of 1");
}

void TestReach::pathsBetweenSets() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"x", "b"}, {"b", "d"}, {"c", "d"}, {"p", "q"}});
    QCOMPARE(paths(graph, {.from = nodesOf(*graph, {"x", "a", "p"}), .to = nodesOf(*graph, {"c", "d", "d"})}),
             "x2b1c x2b3d a0b1c a0b3d of 4");
    QCOMPARE(paths(graph, {.from = nodesOf(*graph, {"a", "b"}), .to = nodesOf(*graph, {"b", "c"})}), "b of 1");
    QCOMPARE(paths(graph, {.from = {}, .to = nodesOf(*graph, {"b"})}), "of 0");
}

void TestReach::pathsAreCutAndCounted() {
    Relations diamonds; // each step of ten has two ways
    for (int i = 0; i < 10; ++i)
        for (const char* way : {"l", "r"}) {
            diamonds.emplace_back("n" + std::to_string(i), way + std::to_string(i));
            diamonds.emplace_back(way + std::to_string(i), "n" + std::to_string(i + 1));
        }
    const GraphPtr graph = graphOf(diamonds);
    const auto result = shortestPaths(graph, {.from = {node(*graph, "n0")}, .to = {node(*graph, "n10")}, .limit = 3});
    QVERIFY(result);
    QCOMPARE(result->total, 1024U);
    QCOMPARE(result->paths.size(), 3U);
    QVERIFY(result->isCut());
    QCOMPARE(graph->name(result->paths[1][19].node), "r9");
}

void TestReach::moreWaysThanCanBeCounted() {
    Relations diamonds;
    for (int i = 0; i < 70; ++i)
        for (const char* way : {"l", "r"}) {
            diamonds.emplace_back("n" + std::to_string(i), way + std::to_string(i));
            diamonds.emplace_back(way + std::to_string(i), "n" + std::to_string(i + 1));
        }
    const GraphPtr graph = graphOf(diamonds);
    const auto result = shortestPaths(graph, {.from = {node(*graph, "n0")}, .to = {node(*graph, "n70")}, .limit = 0});
    QVERIFY(result);
    QCOMPARE(result->total, std::numeric_limits<std::uint64_t>::max());
    QVERIFY(result->paths.empty());
}

} // namespace

QTEST_APPLESS_MAIN(TestReach)
#include "test_reach.moc"
