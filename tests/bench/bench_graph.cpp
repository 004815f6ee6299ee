// Times the graph of a relations export such as bench_data writes: questions to it, and its drawing in the real page.
//
//     bench_graph FILE [RUNS (default 5)]
//
// Prints a line per measurement, for report.py: engine, what was measured, milliseconds, the answer. Needs a display;
// QT_QPA_PLATFORM=offscreen is one.

#include "models/relations/reach.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/bench/hub.h"
#include "tests/bench/line.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphpainting.h"
#include "views/graph/graphview.h"
#include "views/style/fonts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::bench;

namespace {

/// Acts, and waits for the drawing that this leads to, painted.
double drawnAfter(GraphPage& page, const std::function<void()>& act) {
    bool drawn = false;
    const auto connection = QObject::connect(&page.session(), &GraphSession::drawn, [&] { drawn = true; });
    const auto begin = Clock::now();
    act();
    while (!drawn)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    page.view().viewport()->repaint();
    const double time = millisecondsSince(begin);
    QObject::disconnect(connection);
    return time;
}

/// Until nodes have glided to their places and all is painted.
void comeToRest() {
    QElapsedTimer rest;
    for (rest.start(); rest.elapsed() < 500;)
        QCoreApplication::processEvents();
}

/// Of the frames that `step` leads to, 200 of them, the median and the slowest but two: from the step until all that it
/// needs painted anew is on the screen.
void measureFrames(const std::string& what, const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const auto begin = Clock::now();
        step(i);
        QCoreApplication::processEvents();
        times.push_back(millisecondsSince(begin));
    }
    std::ranges::sort(times);
    printLine(what, times[times.size() / 2]);
    printLine(what + ", slowest but two", times[times.size() - 3]);
}

/// Opens one node after the other until the drawing is as large as it may get.
PictureChanges fill(GraphPage& page) {
    PictureChanges changes;
    for (std::size_t next = 0; page.session().drawing()->picture.nodes.size() < Picture::cap; ++next) {
        const auto& nodes = page.session().drawing()->picture.nodes;
        if (next >= nodes.size()) break;
        if (nodes[next].key.isFold())
            for (std::size_t i = 0; i < std::min<std::size_t>(nodes[next].members.size(), 24); ++i)
                changes.unfolded.push_back(nodes[next].members[i]);
        else
            for (const Direction side : {Direction::Down, Direction::Up})
                changes.expanded.push_back({nodes[next].node(), side});
        drawnAfter(page, [&] { page.session().change(changes, true); });
    }
    return changes;
}

void measureReach(const TablePtr& table, int runs) {
    const GraphPtr graph = *relationGraph(*table);
    const NodeId hub = hubOf(*graph);
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        const Reach reached = *reach(graph, {.starts = {hub}});
        printLine("reach from a hub, again", millisecondsSince(begin), std::to_string(reached.nodes().size()));
    }
}

void measureDrawing(const TablePtr& table) {
    GraphSession session(table, graphMeasure());
    GraphPage page(session);
    page.resize(1200, 860);
    page.show();
    const NodeId hub = hubOf(**relationGraph(*table));
    const double answered = drawnAfter(
        page, [&] { page.ask({.kind = GraphQuestionKind::ReachedFrom, .from = {hub}, .to = {}, .only = {}}); });
    printLine("answer with table and drawing", answered, std::to_string(session.findings().nodes.size()));
    const PictureChanges full = fill(page);
    GraphView& view = page.view();
    for (int round = 0; round < 5; ++round) {
        // One side of a node folded and opened again, at the cap.
        PictureChanges without = full;
        without.expanded.erase(without.expanded.begin() + round);
        drawnAfter(page, [&] { session.change(without); });
        comeToRest();
        printLine("expand a node", drawnAfter(page, [&] { session.change(full); })); // each opens another
    }
    comeToRest();
    view.setZoom(1);
    view.centerOn(view.sceneRect().center());
    measureFrames("frame while panning", [&](int i) {
        QScrollBar* bar = i / 50 % 2 == 0 ? view.verticalScrollBar() : view.horizontalScrollBar();
        bar->setValue(bar->value() + (i / 100 % 2 == 0 ? 9 : -9));
    });
    measureFrames("frame painted whole", [&](int) { view.viewport()->repaint(); });
    measureFrames("frame while zooming", [&](int i) { view.zoomBy(i / 12 % 2 == 0 ? 1 / 1.1 : 1.1); });
    view.fit();
    measureFrames("frame while zooming, all in view",
                  [&](int i) { view.setZoom(view.zoom() * (i % 2 == 0 ? 1.02 : 1 / 1.02)); });
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    setApplicationFont(*qApp);
    if (argc < 2) {
        std::fputs("bench_graph FILE [RUNS]\n", stderr);
        return 2;
    }
    const auto table = loadTable({argv[1]}, {.schemas = resources()});
    if (!table) return 1;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    measureReach(*table, 4 * runs);
    measureDrawing(*table);
    return 0;
}
