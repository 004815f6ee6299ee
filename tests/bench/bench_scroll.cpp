// Times what a full 1920×1080 page of relations costs to paint while scrolling, page by page and row by row.
//
//     bench_scroll [ROWS (default 100,000)]
//
// Prints a line per way of scrolling: the median and the worst of 200 steps in milliseconds of processor time, painting
// included.

#include "models/items/tablesession.h"
#include "tests/items/tables.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/fonts.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace idscope;

namespace {

/// Of this thread, in milliseconds.
double processorTime() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void measure(const char* what, TableView& table, int step) {
    constexpr int steps = 200;
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        const double begin = processorTime();
        table.verticalScrollBar()->setValue((i + 1) * step);
        QCoreApplication::processEvents();
        times.push_back(processorTime() - begin);
    }
    std::ranges::sort(times);
    std::printf("%8.2f %8.2f  %s\n", times[times.size() / 2], times.back(), what);
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    setApplicationFont(*qApp);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryFile file;
    if (!file.open() || file.write(QByteArray::fromStdString(test::relationsCsv(static_cast<std::uint32_t>(rows)))) < 0)
        return 1;
    file.close();
    TableSession session(resources());
    ResourcePage page(session);
    page.resize(1920, 1080);
    page.show();
    session.open({file.fileName()});
    while (session.isLoading())
        QCoreApplication::processEvents();
    TableView& table = page.table();
    QCoreApplication::processEvents();
    measure("a page at a time", table, table.verticalScrollBar()->pageStep());
    measure("a row at a time", table, 1);
    measure("the same page again", table, 0);
    return 0;
}
