// Times the questions people ask of a table, over a relations export such as bench_data writes.
//
//     bench_query FILE [RUNS (default 5)]
//
// Prints a line per question: the best and the median of the runs in milliseconds, and how many rows or values came
// out.

#include "models/query/query.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace idscope;

namespace {

/// Calls `ask`, which answers with a size, and prints the median time.
template <class Ask>
void measure(const std::string& what, int runs, Ask ask) {
    std::vector<double> times;
    std::size_t size = 0;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        size = ask();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    std::printf("%8.2f %8.2f  %9zu  %s\n", times.front(), times[times.size() / 2], size, what.c_str());
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("bench_query FILE [RUNS]\n", stderr);
        return 2;
    }
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const auto loaded = loadTable({argv[1]}, {.schemas = resources()});
    if (!loaded) {
        std::fprintf(stderr, "%s: not loaded\n", argv[1]);
        return 1;
    }
    const Table& table = **loaded;
    const QueryContext context{*parseInstant("2024-06-10")};
    const RowList all = *select(table, nullptr, context);

    for (const char* where :
         {"a", "prod", "nosuchtextanywhere", "pr\u00fcf", "/adm(in)?/", "/Q[xyz]\\d/i", "app = okta", "app != okta",
          "entity_type in (identity, resource)", "entity_brn.type = connection", "entity_brn ~ Heb",
          "metadata.privilegeName = admin", "metadata.. ~ admin", "metadata is invalid", "timestamp >= 2024-06-01",
          "timestamp is invalid", "app = okta and (entity_type = resource or not metadata ~ owner)"}) {
        measure(std::string("where ") + where, runs,
                [&] { return select(table, *parseExpression(where), context)->size(); });
    }
    for (const char* sort : {"timestamp", "timestamp:desc", "entity_brn", "app", "metadata", "metadata.privilegeName",
                             "entity_type,app:desc,timestamp", "source_system"}) {
        measure(std::string("sort ") + sort, runs, [&] { return sorted(table, all, *parseSort(sort, table))->size(); });
    }
    for (const char* operand :
         {"app", "entity_type", "metadata.privilegeName", "entity_brn.type", "entity_brn", "timestamp"}) {
        measure(std::string("facet ") + operand, runs,
                [&] { return facet(table, all, parseOperands(operand, table)->front()).size(); });
    }
    return 0;
}
