// Times what looking and clicking takes at a table of relations, in the real page on a screen: from the click until
// counts and rows are there, and the longest time in which the event loop did not come round.
//
//     bench_facets FILE [RUNS (default 5)]
//
// Prints lines as bench_store does, and fails when a median is above 50 ms or a gap is.

#include "models/items/tablesession.h"
#include "models/schema/resources.h"
#include "tests/bench/line.h"
#include "tests/support/gapmeter.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/facets/histogramview.h"
#include "views/filter/filterbar.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/fonts.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace idscope;

namespace {

constexpr double goalMs = 50;

class Bench {
public:
    explicit Bench(const QString& file) : page_(session_) {
        page_.resize(1440, 900);
        page_.show();
        session_.open({file});
        test::comeRoundUntil([this] { return session_.table() != nullptr && !session_.isLoading() && isSettled(); });
    }

    void run() {
        for (const char* operand : {"metadata.privilegeName", "entity_brn", "entity_brn.type", "integration"})
            openFacet(operand);
        FacetSection& names = section("metadata.privilegeName");
        measure("facet: include a value", [&] { press(names.list(), 0, Qt::Key_Space); });
        measure("facet: exclude a value", [&] { press(names.list(), 1, Qt::Key_X); });
        measure("facet: take it back", [&] { QTest::keyClick(&names.list(), Qt::Key_Delete); });
        search(section("entity_brn"));
        brush(section("timestamp"));
        clear();
    }

    [[nodiscard]] int report() const {
        int failed = 0;
        for (const auto& [what, times] : times_) {
            std::vector<double> sorted = times;
            std::ranges::sort(sorted);
            failed += sorted[sorted.size() / 2] > goalMs ? 1 : 0;
            for (const double time : times)
                bench::printLine(what, time);
        }
        bench::printLine("facets: longest gap", longestGap_);
        return failed + (longestGap_ > goalMs ? 1 : 0) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }

private:
    [[nodiscard]] bool isSettled() {
        return !session_.filterStatus().evaluating && !page_.facets().board().isCounting();
    }
    [[nodiscard]] FacetSection& section(const char* operand) {
        const OperandName name = *parseOperand(operand);
        for (FacetSection* section : page_.facets().sections())
            if (section->facet().name() == name) return *section;
        qFatal("there is no such facet");
    }

    /// Until everything that is seen is true again, but for the pause that typing waits on purpose.
    void measure(const std::string& what, const std::function<void()>& act, const std::function<bool()>& seen = {}) {
        const test::Course course = gap_.watch(act, [&] { return isSettled() && (!seen || seen()); }, 30);
        times_[what].push_back(course.milliseconds);
        longestGap_ = std::max(longestGap_, course.longestGap);
    }
    static void press(FacetList& list, int row, Qt::Key key) {
        list.setCurrentIndex(list.model()->index(row, 0));
        QTest::keyClick(&list, key);
    }

    void openFacet(const char* operand) {
        const OperandName name = *parseOperand(operand);
        if (Facet* known = page_.facets().board().find(name)) page_.facets().board().remove(*known);
        test::comeRoundUntil([this] { return isSettled(); });
        measure(
            std::string("facet: open ") + operand, [&] { page_.openFacet(name); },
            [&] { return section(operand).facet().answer() != nullptr; });
    }

    void search(FacetSection& section) {
        for (const char* text : {"7", "73", "731"})
            measure("facet: a letter of the search",
                    [&] { page_.facets().board().setSearch(section.facet(), QString::fromLatin1(text)); });
        page_.facets().board().setSearch(section.facet(), {});
        test::comeRoundUntil([this] { return isSettled(); });
    }

    void brush(FacetSection& section) {
        HistogramView& bars = section.histogram();
        measure("facet: brush a histogram", [&] {
            const QPoint middle = bars.rect().center();
            QTest::mousePress(&bars, Qt::LeftButton, {}, middle);
            QTest::mouseMove(&bars, middle + QPoint(40, 0));
            QTest::mouseRelease(&bars, Qt::LeftButton, {}, middle + QPoint(40, 0));
        });
    }

    void clear() {
        page_.filterBar().setText({});
        test::comeRoundUntil([this] { return isSettled(); });
    }

    TableSession session_{resources()};
    ResourcePage page_;
    test::GapMeter gap_;
    std::map<std::string, std::vector<double>> times_;
    double longestGap_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    if (argc < 2) return EXIT_FAILURE;
    setApplicationFont(*qApp);
    Bench bench(QString::fromLocal8Bit(argv[1]));
    for (int runs = argc > 2 ? std::atoi(argv[2]) : 5; runs > 0; --runs)
        bench.run();
    return bench.report();
}
