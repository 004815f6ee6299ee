// Times what people see of a table of relations in the real window: its first rows, opening it again, typing,
// scrolling; and the gaps of the event loop meanwhile.
//
//     bench_window FILE [RUNS (default 5)]
//
// Prints lines as bench_store does. FILE, such as bench_data writes, is large enough to be kept with an index (4 MiB).
// Needs a display with room for a table of 1920 × 1080 and all panes beside it.

#include "tests/bench/atrest.h"
#include "tests/bench/growth.h"
#include "tests/bench/line.h"
#include "tests/bench/scrolling.h"
#include "tests/items/tables.h"
#include "tests/support/gapmeter.h"
#include "tests/support/paintwatch.h"
#include "views/filter/filterbar.h"
#include "views/startpage/snapshotbutton.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace idscope;
using namespace idscope::bench;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// In ms, from asking for a table in the window.
struct Opening {
    double firstRows = 0; ///< until rows of it are painted
    double complete = 0;  ///< until it is complete, and painted so
};

Opening timeOpening(const Rig& rig, const std::function<void()>& ask) {
    const auto begin = Clock::now();
    ask();
    comeRoundUntil([&] { return rig.page() != nullptr; });
    const ResourcePage& page = *rig.page();
    const PaintWatch paints(*page.table().viewport(), [&page] { return page.table().model()->rowCount() > 0; });
    comeRoundUntil([&] { return paints.isPainted(); });
    const double firstRows = millisecondsSince(begin);
    comeRoundUntil([&] { return !page.session().isLoading(); });
    QCoreApplication::processEvents();
    return {.firstRows = firstRows, .complete = millisecondsSince(begin)};
}

Opening timeFile(const QString& file) {
    const Rig rig;
    comeToRest(rig);
    return timeOpening(rig, [&] { rig.desk->openFiles({file}); });
}

/// A table of one row takes as long as the window itself. Returns what that took.
Opening measureOpening(const QString& file, const QString& smallFile) {
    const Opening small = timeFile(smallFile);
    const Opening large = timeFile(file);
    printLine("open: rows of a small file", small.firstRows);
    printLine("open: first rows", large.firstRows);
    printLine("open: first rows, beyond a small file", large.firstRows - small.firstRows);
    return small;
}

bool hasIndex(const Rig& rig) {
    return std::ranges::any_of(rig.files(), [](const QString& file) { return file.endsWith(u".index"); });
}

/// Until it is loaded, copied into the library, and kept there with its index.
void measureLoading(const Rig& rig, GapMeter& meter, const QString& file) {
    const QDeadlineTimer limit(600'000);
    const auto isDone = [&] {
        return rig.page() != nullptr && isAtRest(*rig.page()) && (hasIndex(rig) || limit.hasExpired());
    };
    const Course course = meter.watch([&] { rig.desk->openFiles({file}); }, isDone, restMs);
    if (!hasIndex(rig)) qFatal("%s is not kept with an index.", qPrintable(file));
    printLine("gap: loading", course.longestGap);
}

void measureSorting(const ResourcePage& page, GapMeter& meter) {
    constexpr std::pair<const char*, const char*> columns[] = {
        {"instant", "timestamp"}, {"text", "integration"},
        {"BRN", "entity_brn"},    {"part of a BRN", "entity_brn.type"},
        {"JSON", "metadata"},     {"JSON path", "metadata.privilegeName"}};
    TableSession& session = page.session();
    const auto sort = [&](std::vector<SortKey> keys) {
        return meter.watch([&] { session.setSort(std::move(keys)); }, [&] { return isAtRest(page); }, restMs);
    };
    for (const auto& [kind, column] : columns)
        printLine(std::string("gap: sorting by ") + kind, sort(parseSort(column, *session.table()).value()).longestGap);
    sort({});
}

/// Types a filter letter by letter, each as soon as the rows are being filtered by those before, or it is clear that
/// they won't be. Returns the longest time from a key to its letter in the field. A GapMeter keeps the loop going.
double type(const ResourcePage& page, QWidget& field, const char* text) {
    PaintWatch paints(*qobject_cast<QAbstractScrollArea*>(&field)->viewport());
    double slowest = 0;
    for (const char* letter = text; *letter != '\0'; ++letter) {
        paints.beginAnew();
        const auto begin = Clock::now();
        QTest::keyClick(&field, *letter);
        comeRoundUntil([&] { return paints.isPainted(); });
        const double time = millisecondsSince(begin);
        printLine("typing: a letter", time);
        slowest = std::max(slowest, time);
        const QDeadlineTimer pause(2 * FilterBar::pauseMs);
        comeRoundUntil([&] {
            const FilterStatus status = page.session().filterStatus();
            return (status.evaluating && status.text == page.filterBar().text()) || pause.hasExpired();
        });
    }
    return slowest;
}

void measureTyping(const ResourcePage& page, GapMeter& meter) {
    QWidget& field = *page.filterBar().focusField();
    double slowest = 0;
    double longestGap = 0;
    for (const char* text : {"hebr", "app = okta"}) {
        const auto act = [&] { slowest = std::max(slowest, type(page, field, text)); };
        const auto isDone = [&] { return isAtRest(page); };
        longestGap = std::max(longestGap, meter.watch(act, isDone, restMs).longestGap);
        meter.watch([&] { page.filterBar().setText({}); }, isDone, restMs);
    }
    printLine("typing: the slowest letter", slowest);
    printLine("gap: typing a filter", longestGap);
}

void measureSaving(Rig& rig, GapMeter& meter) {
    rig.picker.saveTo = rig.path(u"saved.csv"_s);
    const QSignalSpy ended(&rig.page()->session(), &TableSession::saveEnded);
    const Course course =
        meter.watch([&] { rig.action(u"Save view as CSV…"_s).trigger(); }, [&] { return ended.count() > 0; }, restMs);
    printLine("gap: saving", course.longestGap, std::to_string(QFileInfo(rig.picker.saveTo).size()));
    QFile::remove(rig.picker.saveTo);
}

/// Opens the one snapshot of the rig's library from the start page, in a window of another run.
void measureReopening(Rig& rig, const Opening& small) {
    rig.restart();
    comeToRest(rig);
    const auto snapshots = [&rig] { return rig.desk->window().startPage().findChildren<SnapshotButton*>(); };
    if (!QTest::qWaitFor([&] { return snapshots().size() == 1; }, 20'000)) qFatal("There is not one snapshot.");
    QTest::qWait(restMs);
    const Opening again = timeOpening(rig, [&] { QTest::mouseClick(snapshots().front(), Qt::LeftButton); });
    if (!rig.page()->session().table()->isFromIndex()) qFatal("The index was not used.");
    printLine("reopen: first rows", again.firstRows);
    printLine("reopen: complete", again.complete);
    printLine("reopen: complete, beyond a small file", again.complete - small.complete);
}

void run(const QString& file, const QString& smallFile) {
    const Opening small = measureOpening(file, smallFile);
    Rig rig;
    comeToRest(rig);
    {
        GapMeter meter;
        measureLoading(rig, meter, file);
        const ResourcePage& page = *rig.page();
        measureSorting(page, meter);
        measureTyping(page, meter);
        measureSaving(rig, meter);
    }
    measureScrolling(rig, {});
    measureReopening(rig, small);
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("bench_window FILE [RUNS]\n", stderr);
        return 2;
    }
    const QString file = QFile::decodeName(argv[1]);
    const QTemporaryDir folder;
    QFile small(folder.filePath(u"small.csv"_s));
    if (!small.open(QIODevice::WriteOnly) || small.write(QByteArray::fromStdString(relationsCsv(1))) < 0) return 1;
    small.close();
    timeFile(small.fileName()); // what a process does once
    for (int runs = argc > 2 ? std::atoi(argv[2]) : 5; runs > 0; --runs) {
        run(file, small.fileName());
        measureLongCells();
        measureGrowth(file);
    }
    return 0;
}
