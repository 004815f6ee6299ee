#include "models/relations/neighbours.h"
#include "models/relations/relationprivileges.h"
#include "tests/relations/graphs.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace idscope;
using namespace idscope::test;

namespace {

std::string text(const std::vector<Neighbour>& neighbours, const RelationGraph& graph) {
    std::string out;
    for (const Neighbour& each : neighbours)
        out += std::string(graph.name(each.node)) + 'x' + std::to_string(each.relations) + '@' +
               std::to_string(each.first.value) + ' ';
    return out;
}

class TestRelationGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsAnEdge();
    void emptyCellsAreNoNodes();
    void namesHaveTypes();
    void onlyRelationsHaveAGraph();
    void severalFilesAreOneGraph();
    void isBuiltOnceForAllWhoAsk();
    void outlivesItsTable();
    void canBeCancelled();
    void neighboursAreDistinctAndGrouped();
    void privilegesAreSharedOrCounted();
};

void TestRelationGraph::everyRowIsAnEdge() {
    const GraphPtr graph = graphOf({{"a", "b"}, {"a", "c"}, {"a", "b"}, {"c", "c"}});
    QCOMPARE(graph->nodeCount(), 3U);
    QCOMPARE(graph->relationCount(), 4U);
    const NodeId a = node(*graph, "a");
    QCOMPARE(namesOf(*graph, graph->ends(a, Direction::Down)), "b c b");
    QCOMPARE(graph->rows(a, Direction::Down)[2], RowId{2});
    QCOMPARE(graph->degree(a, Direction::Up), 0U);
    QCOMPARE(namesOf(*graph, graph->ends(node(*graph, "b"), Direction::Up)), "a a");
    QCOMPARE(namesOf(*graph, graph->ends(node(*graph, "c"), Direction::Up)), "a c");
    QCOMPARE(namesOf(*graph, graph->ends(node(*graph, "c"), Direction::Down)), "c");
    QVERIFY(!graph->find("d"));
}

void TestRelationGraph::emptyCellsAreNoNodes() {
    const GraphPtr graph = graphOf({{"", "b"}, {"a", ""}, {"", ""}, {"a", "b"}});
    QCOMPARE(graph->nodeCount(), 2U);
    QCOMPARE(graph->relationCount(), 1U);
    QVERIFY(!graph->find(""));
    QCOMPARE(graph->rows(node(*graph, "b"), Direction::Up)[0], RowId{3});
    QVERIFY(!graph->isNode(NodeId{graph->nodeLimit()}));
    // A name alone in its row is a node without relations.
    QCOMPARE(graphOf({{"lonely", ""}})->degree(NodeId{0}, Direction::Down), 0U);
    QCOMPARE(graphOf(Relations{})->nodeCount(), 0U);
}

void TestRelationGraph::namesHaveTypes() {
    const GraphPtr graph = graphOf({{brn("identity", "-x"), brn("role", "r")}, {"legacy", brn("identity", "y")}});
    QCOMPARE(graph->type(node(*graph, brn("identity", "-x"))), "identity");
    QCOMPARE(graph->type(node(*graph, brn("role", "r"))), "role");
    QCOMPARE(graph->type(node(*graph, brn("identity", "y"))), "identity");
    QCOMPARE(graph->type(node(*graph, "legacy")), "");
}

void TestRelationGraph::onlyRelationsHaveAGraph() {
    const auto kindOf = [](const std::string& csv) {
        const auto graph = relationGraph(*tableFrom(csv));
        return graph ? -1 : static_cast<int>(graph.error().kind);
    };
    QCOMPARE(kindOf("a,b\n1,2\n"), static_cast<int>(RelationErrorKind::NotRelations));
    // Recognised, but one of the two columns is not there.
    QCOMPARE(kindOf("App,Timestamp,Integration,Parent Entity BRN,Entity Type,Source System,Metadata Version\n"),
             static_cast<int>(RelationErrorKind::NotRelations));
}

void TestRelationGraph::severalFilesAreOneGraph() {
    const std::string first = std::string(relationHeader) + relationRow("a", "b");
    const std::string second = "Entity BRN,Parent Entity BRN,App,Timestamp,Integration,Entity Type,Source "
                               "System,Metadata Version,Metadata\nc,b,,,,,,,\n";
    QTemporaryDir folder;
    std::vector<std::string> files;
    for (const std::string& csv : {first, second}) {
        QFile file(folder.filePath(QString::number(files.size())));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv.data(), qint64(csv.size())) > 0);
        files.push_back(file.fileName().toStdString());
    }
    const auto table = loadTable(files, {.schemas = resources()});
    QVERIFY(table);
    const GraphPtr graph = graphOf(**table);
    QCOMPARE(namesOf(*graph, graph->ends(node(*graph, "b"), Direction::Down)), "c");
    QCOMPARE(graph->rows(node(*graph, "b"), Direction::Down)[0], RowId{1});
}

void TestRelationGraph::isBuiltOnceForAllWhoAsk() {
    const TablePtr table = tableOf({{"a", "b"}});
    std::vector<GraphPtr> graphs(8);
    {
        std::vector<std::jthread> threads;
        for (GraphPtr& graph : graphs)
            threads.emplace_back([&] { graph = graphOf(*table); });
    }
    for (const GraphPtr& graph : graphs)
        QCOMPARE(graph, graphs.front());
}

void TestRelationGraph::outlivesItsTable() {
    const GraphPtr graph = graphOf({{"a", "b"}}); // the table is gone
    QCOMPARE(graph->name(graph->ends(node(*graph, "a"), Direction::Down)[0]), "b");
}

void TestRelationGraph::canBeCancelled() {
    const TablePtr table = tableOf({{"a", "b"}});
    std::stop_source source;
    source.request_stop();
    const auto graph = relationGraph(*table, source.get_token());
    QVERIFY(!graph);
    QVERIFY(graph.error().kind == RelationErrorKind::Cancelled);
    QVERIFY(relationGraph(*table)); // whoever asks next gets it
}

void TestRelationGraph::neighboursAreDistinctAndGrouped() {
    const std::string identity = brn("identity", "i");
    const std::string group = brn("connection", "g");
    const std::string item = brn("resource", "r");
    const std::string app = brn("app", "a");
    const GraphPtr graph =
        graphOf({{"x", item}, {"x", "odd"}, {"x", group}, {"x", item}, {"x", app}, {"x", identity}, {"x", "x"}});
    const NodeId x = node(*graph, "x");
    QCOMPARE(text(neighbours(*graph, x, Direction::Down), *graph),
             item + "x2@0 oddx1@1 " + group + "x1@2 " + app + "x1@4 " + identity + "x1@5 xx1@6 ");
    std::string types;
    for (const NeighbourGroup& each : neighbourGroups(*graph, x, Direction::Down))
        types += std::string(each.type) + ':' + std::to_string(each.neighbours.size()) + ' ';
    QCOMPARE(types, "identity:1 connection:1 resource:1 app:1 :2 ");
    const std::vector<RowId> some{RowId{3}, RowId{6}};
    const RowSet only(some, graph->rowCount());
    QCOMPARE(text(neighbours(*graph, x, Direction::Down, &only), *graph), item + "x1@3 xx1@6 ");
    QCOMPARE(relationsBetween(*graph, x, node(*graph, item)).size(), 2U);
    QCOMPARE(relationsBetween(*graph, node(*graph, item), x).size(), 0U);
}

void TestRelationGraph::privilegesAreSharedOrCounted() {
    const std::string csv = std::string(relationHeader) + relationRow("a", "b", "viewer") +
                            relationRow("a", "b", "viewer") + relationRow("a", "b") + relationRow("a", "b", "admin") +
                            relationRow("a", "b", "owner");
    const TablePtr table = tableFrom(csv);
    RelationPrivileges privileges(table);
    const auto of = [&](std::vector<std::uint32_t> numbers) {
        std::vector<RowId> rows;
        for (const std::uint32_t number : numbers)
            rows.push_back(RowId{number});
        return privileges.of(rows);
    };
    QCOMPARE(privileges.of(RowId{3}), "admin");
    QVERIFY(of({0, 1}) == (SharedPrivilege{"viewer", 0}));
    QVERIFY(of({2, 0, 3, 1, 4}) == (SharedPrivilege{"viewer", 2}));
    QVERIFY(of({2}) == SharedPrivilege{});
}

} // namespace

QTEST_APPLESS_MAIN(TestRelationGraph)
#include "test_relationgraph.moc"
