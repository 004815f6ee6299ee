#include "tests/bench/scrolling.h"

#include "tests/bench/atrest.h"
#include "tests/bench/line.h"
#include "tests/support/gapmeter.h"
#include "tests/support/paintwatch.h"
#include "views/table/tableview.h"

#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <vector>

namespace idscope::bench {

using namespace test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize fullScreen(1920, 1080);

/// Makes the window so large that its table has this size beside all other panes.
void fitWindow(MainWindow& window, const TableView& table, QSize size) {
    const auto missing = [&] { return size - table.size(); };
    for (int tries = 0; tries < 10 && !missing().isNull(); ++tries) {
        window.resize(window.size() + missing());
        QTest::qWait(50);
    }
    constexpr int negligible = 8;
    if (std::abs(missing().width()) > negligible || std::abs(missing().height()) > negligible)
        qFatal("The table does not become as large as the window lets it.");
}

/// The median of up to 100 steps, from a row down to the last: from the step until all that it needs is painted.
double timeSteps(TableView& table, int from, const std::function<void()>& step) {
    QScrollBar& bar = *table.verticalScrollBar();
    table.setCurrentIndex(table.model()->index(from, 0));
    bar.setValue(from);
    QTest::qWait(restMs);
    PaintWatch paints(*table.viewport());
    std::vector<double> times;
    while (times.size() < 100 && bar.value() < bar.maximum()) {
        paints.beginAnew();
        const auto begin = Clock::now();
        step();
        comeRoundUntil([&] { return paints.isPainted(); });
        times.push_back(millisecondsSince(begin));
    }
    if (times.empty()) qFatal("There is nothing to scroll.");
    std::ranges::sort(times);
    return times[times.size() / 2];
}

double timeRows(TableView& table, int from) {
    return timeSteps(table, from,
                     [&table] { table.verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd); });
}

double timePages(TableView& table, int from) {
    return timeSteps(table, from,
                     [&table] { table.verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd); });
}

/// Relations, no two alike. Integration is of so many bytes in every second row, Metadata in the others; or in all.
QByteArray longCells(int rows, int bytes, bool inEveryRow) {
    const QByteArray text(bytes, 'x');
    const QByteArray members = QByteArray(R"(""privilege"":""admin"",)").repeated(bytes / 20);
    QByteArray csv = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                     "Version,Metadata\n";
    for (int row = 0; row < rows; ++row) {
        const QByteArray number = QByteArray::number(row);
        csv += "okta,2024-01-01," + number + (inEveryRow || row % 2 == 0 ? text : QByteArray()) +
               ",a,b,connection,s,v1,\"{" + (inEveryRow || row % 2 != 0 ? members : QByteArray()) + R"(""number"":)" +
               number + "}\"\n";
    }
    return csv;
}

/// Opens a table, and waits until nothing is done with it any more; its copy is kept too.
void openTable(const Rig& rig, const QString& name, const QByteArray& csv) {
    if (!rig.openTable(name, csv)) qFatal("The table of long cells can't be opened.");
    const ResourcePage& page = *rig.page();
    const auto isKept = [&] { return isAtRest(page) && page.facts().source.startsWith(rig.path(name) + u','); };
    if (!QTest::qWaitFor(isKept, 60'000)) qFatal("The table of long cells is not kept.");
    QTest::qWait(restMs);
    fitWindow(rig.desk->window(), page.table(), fullScreen);
}

} // namespace

void measureScrolling(const Rig& rig, const std::string& cells) {
    TableView& table = rig.page()->table();
    MainWindow& window = rig.desk->window();
    const QSize before = window.size();
    fitWindow(window, table, fullScreen);
    // Each in a quarter of its own, so that hardly a row has been seen before.
    const int quarter = table.model()->rowCount() / 4;
    printLine("scroll by a row" + cells, timeRows(table, quarter));
    printLine("scroll by a page" + cells, timePages(table, 0));
    table.setFocus();
    const auto press = [&table](Qt::Key key) { return [&table, key] { QTest::keyClick(&table, key); }; };
    printLine("Down" + cells, timeSteps(table, 3 * quarter, press(Qt::Key_Down)));
    printLine("Page Down" + cells, timeSteps(table, 2 * quarter, press(Qt::Key_PageDown)));
    window.resize(before);
    QTest::qWait(restMs);
}

void measureLongCells() {
    Rig rig;
    comeToRest(rig);
    openTable(rig, u"long.csv"_s, longCells(16'000, 2'000, true));
    measureScrolling(rig, ", long cells");
    const auto timeRowsOf = [&rig](const QString& name, int bytes) {
        openTable(rig, name, longCells(100, bytes, false));
        return timeRows(rig.page()->table(), 0);
    };
    const double ofShortCells = timeRowsOf(u"short.csv"_s, 20);
    const double ofLongCells = timeRowsOf(u"megabytes.csv"_s, 1 << 20);
    printLine("scroll by a row, 1 MB cells", ofLongCells);
    printLine("scroll by a row, 1 MB / short cells", ofLongCells / ofShortCells);
}

} // namespace idscope::bench
