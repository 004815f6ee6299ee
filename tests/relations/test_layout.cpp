#include "models/relations/layout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace idscope;

namespace {

std::uint32_t pick(std::mt19937& random, std::uint32_t below) {
    return static_cast<std::uint32_t>(random() % below);
}

LayoutQuestion tree(std::uint32_t columns, std::uint32_t perColumn, std::mt19937& random) {
    LayoutQuestion question;
    for (std::uint32_t c = 0; c < columns; ++c)
        for (std::uint32_t i = 0; i < perColumn; ++i) {
            const auto own = static_cast<std::uint32_t>(question.nodes.size());
            question.nodes.push_back({.column = c, .width = 120});
            if (c > 0) question.edges.push_back({(c - 1) * perColumn + pick(random, perColumn), own, 40});
        }
    return question;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing() { QVERIFY(layOut({}).nodes.empty()); }

    void nodesDoNotOverlap() {
        std::mt19937 random(7);
        const LayoutQuestion question = tree(5, 20, random);
        const Layout layout = layOut(question);
        for (std::size_t i = 0; i < question.nodes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (question.nodes[i].column == question.nodes[j].column)
                    QVERIFY(std::abs(layout.nodes[i].y - layout.nodes[j].y) > Layout::nodeHeight);
    }

    /// After an expansion the median move of what stays is at most one row, and no order changes; after folding
    /// nothing moves.
    void stable() {
        std::mt19937 random(3);
        for (int round = 0; round < 40; ++round) {
            LayoutQuestion question = tree(4, 3 + pick(random, 20), random);
            const Layout before = layOut(question);
            const std::size_t stayed = question.nodes.size();
            for (std::size_t i = 0; i < stayed; ++i)
                question.nodes[i].y = before.nodes[i].y;
            question.columns.assign(before.columns.begin(), before.columns.end());
            const auto parent = pick(random, static_cast<std::uint32_t>(stayed));
            for (int added = 0; added < 7; ++added) {
                question.edges.push_back({parent, static_cast<std::uint32_t>(question.nodes.size()), 40});
                question.nodes.push_back({.column = question.nodes[parent].column + 1, .width = 180});
            }
            const Layout after = layOut(question);
            std::vector<double> moves;
            for (std::size_t i = 0; i < stayed; ++i)
                moves.push_back(std::hypot(after.nodes[i].x - before.nodes[i].x, after.nodes[i].y - before.nodes[i].y));
            std::ranges::sort(moves);
            QVERIFY2(moves[moves.size() / 2] <= Layout::nodeHeight,
                     qPrintable(QString::number(moves[moves.size() / 2])));
            for (std::size_t i = 0; i < stayed; ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (question.nodes[i].column == question.nodes[j].column)
                        QCOMPARE(after.nodes[i].y < after.nodes[j].y, before.nodes[i].y < before.nodes[j].y);
            for (std::size_t i = 0; i < question.nodes.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (question.nodes[i].column == question.nodes[j].column)
                        QVERIFY(std::abs(after.nodes[i].y - after.nodes[j].y) > Layout::nodeHeight);
            // What came has room, and pushed nothing into what stands beside it.
            for (const LayoutNode& node : question.nodes)
                QVERIFY(after.columns[node.column].width >= node.width);
            for (std::size_t c = 1; c < after.columns.size(); ++c)
                QVERIFY(after.columns[c].x > after.columns[c - 1].x + after.columns[c - 1].width + 40);
        }
    }

    /// The words over a column have room until the next; what fits already moves nothing.
    void headsHaveRoom() {
        std::mt19937 random(5);
        LayoutQuestion question = tree(3, 4, random);
        const Layout before = layOut(question);
        for (std::size_t i = 0; i < question.nodes.size(); ++i)
            question.nodes[i].y = before.nodes[i].y;
        question.columns.assign(before.columns.begin(), before.columns.end());
        question.heads = {90, 300, 90};
        const Layout after = layOut(question);
        QCOMPARE(after.columns[1].x - after.columns[0].x, before.columns[1].x - before.columns[0].x);
        QCOMPARE(after.columns[2].x - after.columns[1].x, 300.0);
        QCOMPARE(after.columns[0].x, before.columns[0].x); // most nodes stay
        question.columns.assign(after.columns.begin(), after.columns.end());
        question.heads = {};
        const Layout again = layOut(question);
        for (std::size_t c = 0; c < 3; ++c)
            QCOMPARE(again.columns[c].x, after.columns[c].x);
    }

    /// Words of edges into one node stand below each other, and beside each other where their edges are long enough;
    /// none lie on others. Only what has no place is left out.
    void wordsHaveRoom() {
        constexpr double width = 60;
        const auto words = [](std::uint32_t edges, double head) {
            LayoutQuestion question;
            question.heads = {head};
            for (std::uint32_t i = 0; i < edges; ++i) {
                question.nodes.push_back({.column = 0, .width = 120});
                question.edges.push_back({i, edges, width});
                question.edges.push_back({i, edges + 1, i == 0 ? width : 0});
            }
            question.nodes.push_back({.column = 1, .width = 120});
            question.nodes.push_back({.column = 1, .width = 120});
            const Layout layout = layOut(question);
            std::vector<LayoutPoint> shown;
            for (std::size_t i = 0; i < question.edges.size(); ++i) {
                const LayoutRoute& route = layout.edges[i];
                if (question.edges[i].labelWidth == 0 || route.crowded) continue;
                for (const LayoutPoint& other : shown)
                    if (std::abs(other.y - route.label.y) < Layout::wordsHeight &&
                        std::abs(other.x - route.label.x) < width)
                        return 0;
                const bool isOnStraightEnd = route.label.x - width / 2 >= route.points[route.points.size() - 4].x &&
                                             route.label.x + width / 2 <= route.points.back().x - Layout::arrow;
                const double lift = std::abs(route.label.y - route.points.back().y);
                if (!isOnStraightEnd || lift > Layout::wordsHeight / 2 + 1) return 0;
                shown.push_back(route.label);
            }
            return static_cast<int>(shown.size()) - 1; // without that of the second node
        };
        for (int edges = 1; edges <= 4; ++edges)
            QCOMPARE(words(static_cast<std::uint32_t>(edges), 0), edges);
        QCOMPARE(words(9, 0), 4);
        QCOMPARE(words(9, 400), 9);
    }

    void edgesEndAtTheirNodes() {
        LayoutQuestion question;
        question.nodes = {{.column = 0, .width = 120}, {.column = 2, .width = 120}, {.column = 1, .width = 150}};
        question.edges = {{0, 2, 30}, {2, 1, 30}, {0, 1, 30}, {1, 0, 30}, {2, 2, 30}};
        const Layout layout = layOut(question);
        for (std::size_t i = 0; i < question.edges.size(); ++i) {
            const auto& points = layout.edges[i].points;
            QCOMPARE(points.size() % 3, 1U);
            QCOMPARE(points.front().x, layout.nodes[question.edges[i].from].x +
                                           layout.columns[question.nodes[question.edges[i].from].column].width);
            QCOMPARE(points.back().x, layout.nodes[question.edges[i].to].x);
        }
        // The long one passes the node between.
        for (const LayoutPoint& point : layout.edges[2].points)
            if (point.x > layout.columns[1].x && point.x < layout.columns[1].x + layout.columns[1].width)
                QVERIFY(std::abs(point.y - layout.nodes[2].y) > Layout::nodeHeight / 2);
    }
};

QTEST_APPLESS_MAIN(TestLayout)
#include "test_layout.moc"
