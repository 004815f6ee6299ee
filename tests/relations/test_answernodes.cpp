#include "models/relations/answernodes.h"
#include "models/relations/picture.h"
#include "tests/relations/graphs.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <cstddef>

using namespace idscope;
using namespace idscope::test;

namespace {

GraphAnswerPtr answered(const GraphPtr& graph, GraphQuestion question, RowSetPtr only = nullptr) {
    return answer(graph, question, std::move(only)).value();
}

RowSetPtr rowsOf(const RelationGraph& graph, std::initializer_list<std::uint32_t> numbers) {
    std::vector<RowId> rows;
    for (const std::uint32_t number : numbers)
        rows.push_back(RowId{number});
    return std::make_shared<const RowSet>(rows, graph.rowCount());
}

/// "name distance (via) by row" of each.
std::string text(const RelationGraph& graph, const std::vector<AnswerNode>& nodes) {
    std::string out;
    for (const AnswerNode& node : nodes) {
        out += std::string(graph.name(node.node)) + (node.distance ? std::to_string(*node.distance) : "-");
        out += '(' + namesOf(graph, node.via) + ')';
        if (node.relation) out += std::to_string(node.relation->value);
        out += ' ';
    }
    return out;
}

class TestAnswerNodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cyclesAreToldByTheirWaysRound();
    void cyclesOverSomeRelations();
    void chosenOnes();
    void whatHasNoPlace();
    void unfoldingFoldsNothing();
    void largeCyclesAreListedWithoutWays();
    void pathsAreListedByDistance();
    void stoppedOnesLookNoFurther();
};

void TestAnswerNodes::cyclesAreToldByTheirWaysRound() {
    const GraphPtr graph =
        graphOf({{"a", "b"}, {"b", "c"}, {"c", "a"}, {"c", "d"}, {"d", "d"}, {"b", "a"}, {"x", "a"}});
    const auto found = answered(graph, {.kind = GraphQuestionKind::Cycles});
    QCOMPARE(text(*graph, answerNodes(*found)), "a2(a b)5 b2(b a)0 c3(c a b)1 d1(d)4 ");
    QCOMPARE(namesOf(*graph, wayTo(*found, node(*graph, "c"))), "c a b c");
    QCOMPARE(namesOf(*graph, wayTo(*found, node(*graph, "d"))), "d d");
    QVERIFY(wayTo(*found, node(*graph, "x")).empty());
}

void TestAnswerNodes::cyclesOverSomeRelations() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "a"}, {"c", "d"}, {"d", "c"}, {"e", "e"}, {"a", "b"}});
    const GraphQuestion question{.kind = GraphQuestionKind::Cycles};
    QCOMPARE(text(*graph, answerNodes(*answered(graph, question, rowsOf(*graph, {0, 2, 3})))), "c2(c d)3 d2(d c)2 ");
    QCOMPARE(text(*graph, answerNodes(*answered(graph, question, rowsOf(*graph, {1, 5})))), "a2(a b)1 b2(b a)5 ");
    QCOMPARE(answered(graph, question, rowsOf(*graph, {}))->cycles.size(), 0U);
    QCOMPARE(cycles(*graph, rowsOf(*graph, {1, 5}).get())->front().relations.size(), 2U);
}

void TestAnswerNodes::chosenOnes() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"z", "c"}, {"z", "y"}, {"a", "b"}});
    const auto found = answered(graph, {.from = {node(*graph, "a")}});
    const std::vector<NodeId> chosen{node(*graph, "c"), node(*graph, "z"), node(*graph, "y"), node(*graph, "b")};
    // What the answer did not find is told by its relation with the node it stands beside.
    QCOMPARE(text(*graph, answerNodes(*found, chosen, node(*graph, "c"))), "c2(a b)1 z-()2 y-() b1(a)0 ");
    const auto filtered = answered(graph, {.from = {node(*graph, "a")}}, rowsOf(*graph, {1, 4}));
    QCOMPARE(text(*graph, answerNodes(*filtered, chosen, node(*graph, "c"))), "c2(a b)1 z-() y-() b1(a)4 ");
    QCOMPARE(relationsOf(*found, node(*graph, "a"), node(*graph, "b")).size(), 2U);
    QCOMPARE(relationsOf(*filtered, node(*graph, "a"), node(*graph, "b")).size(), 1U);
}

void TestAnswerNodes::whatHasNoPlace() {
    Relations chain;
    for (int i = 0; i < 400; ++i)
        chain.emplace_back("n" + std::to_string(i), "n" + std::to_string(i + 1));
    const GraphPtr graph = graphOf(chain);
    const auto found = answered(graph, {.from = {node(*graph, "n0")}});
    const Picture picture = makePicture(*found, {});
    QCOMPARE(picture.nodes.size(), Picture::cap);
    const std::vector<NodeId> leftOut = picture.without(found->reach->nodes());
    QCOMPARE(leftOut.size(), 401 - Picture::cap);
    QCOMPARE(graph->name(leftOut.front()), "n300");
}

/// Beside a there are twelve of each of two types that lead on, and one that does not; six of each are drawn. Whoever
/// asks for some of the others keeps these.
void TestAnswerNodes::unfoldingFoldsNothing() {
    const auto brn = [](const std::string& type, int i) {
        return "brn:bid:balkanid:::T1:" + type + ":" + type + std::to_string(i);
    };
    Relations relations;
    for (const char* type : {"connection", "role"}) {
        for (int i = 0; i < 12; ++i) {
            relations.emplace_back("a", brn(type, i));
            relations.emplace_back(brn(type, i), brn("resource", i));
        }
        relations.emplace_back("a", brn(type, 12));
    }
    const GraphPtr graph = graphOf(relations);
    const auto found = answered(graph, {.from = {node(*graph, "a")}});
    const auto isDrawn = [](const Picture& picture, NodeId one) {
        return std::ranges::any_of(picture.nodes,
                                   [&](const PictureNode& each) { return !each.key.isFold() && each.node() == one; });
    };
    const Picture before = makePicture(*found, {});
    for (const char* type : {"connection", "role"}) {
        std::vector<NodeId> counted;
        for (int i = 0; i <= 12; ++i)
            if (const NodeId one = node(*graph, brn(type, i)); !isDrawn(before, one)) counted.push_back(one);
        QCOMPARE(counted.size(), 7U);
        std::ranges::reverse(counted); // what leads no further first
        for (std::size_t asked = 1; asked <= counted.size(); ++asked) {
            const PictureChanges changes{.unfolded = {counted.begin(), counted.begin() + std::ptrdiff_t(asked)}};
            const Picture after = makePicture(*found, changes);
            for (const NodeId one : changes.unfolded)
                QVERIFY(isDrawn(after, one));
            for (const PictureNode& each : before.nodes)
                if (!each.key.isFold()) QVERIFY(isDrawn(after, each.node()));
        }
    }
}

void TestAnswerNodes::largeCyclesAreListedWithoutWays() {
    Relations circle;
    for (int i = 0; i < 300; ++i)
        circle.emplace_back(std::to_string(i), std::to_string((i + 1) % 300));
    const GraphPtr graph = graphOf(circle);
    const auto found = answered(graph, {.kind = GraphQuestionKind::Cycles});
    const std::vector<AnswerNode> nodes = answerNodes(*found);
    QCOMPARE(nodes.size(), 300U);
    QVERIFY(!nodes.front().distance);
    QCOMPARE(wayTo(*found, nodes.front().node).size(), 301U);
}

void TestAnswerNodes::pathsAreListedByDistance() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"a", "c"}, {"b", "d"}, {"c", "d"}, {"d", "e"}});
    const auto found =
        answered(graph, {.kind = GraphQuestionKind::Paths, .from = {node(*graph, "a")}, .to = {node(*graph, "e")}});
    QCOMPARE(text(*graph, answerNodes(*found)), "a0() b1(a)0 c1(a)1 d2(a b)2 e3(a b d)4 ");
    QVERIFY(answerNodes(
                *answered(graph,
                          {.kind = GraphQuestionKind::Paths, .from = {node(*graph, "e")}, .to = {node(*graph, "a")}}))
                .empty());
}

void TestAnswerNodes::stoppedOnesLookNoFurther() {
    std::stop_source source;
    source.request_stop();
    const std::stop_token stop = source.get_token();
    const GraphPtr graph = graphOf({{"a", "b"}, {"b", "c"}, {"c", "a"}, {"c", "d"}});
    const NodeId a = node(*graph, "a");
    const NodeId d = node(*graph, "d");
    const std::vector chosen{a, d};
    const auto reached = answered(graph, {.from = {a}});
    const auto paths = answered(graph, {.kind = GraphQuestionKind::Paths, .from = {a}, .to = {d}});
    const auto round = answered(graph, {.kind = GraphQuestionKind::Cycles});
    for (const GraphAnswerPtr& found : {reached, paths, round}) {
        QVERIFY(answerNodes(*found, stop).empty());
        QVERIFY(answerNodes(*found, chosen, std::nullopt, stop).empty());
        QVERIFY(findings(*found, answerNodes(*found), stop).nodes.empty());
    }
    QCOMPARE(wayTo(*reached, d).size(), 4U);
    QVERIFY(wayTo(*reached, d, stop).size() < 2);
    QCOMPARE(wayTo(*paths, d).size(), 4U);
    QVERIFY(wayTo(*paths, d, stop).empty());
    QCOMPARE(wayTo(*round, a).size(), 4U);
    QVERIFY(wayTo(*round, a, stop).empty());
}

} // namespace

QTEST_APPLESS_MAIN(TestAnswerNodes)
#include "test_answernodes.moc"
