// Times what people do with a table, over a relations export such as bench_data writes.
//
//     bench_store FILE [RUNS (default 5)]
//
// Prints a line per measurement, for report.py: engine, what was measured, milliseconds, the answer. Every run loads
// anew, so that what comes first in a session is measured as often as what comes again.

#include "models/query/query.h"
#include "models/query/roworder.h"
#include "models/query/selection.h"
#include "models/relations/reach.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/table/tablewriter.h"
#include "tests/bench/hub.h"
#include "tests/bench/line.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace idscope;
using namespace idscope::bench;

namespace {

/// Calls `ask`, then prints its time and the answer that `answer` makes of its result.
template <class Ask, class Answer>
auto measure(const std::string& what, Ask ask, Answer answer) {
    const auto begin = Clock::now();
    auto result = ask();
    printLine(what, millisecondsSince(begin), answer(result));
    return result;
}

/// A line of /proc/self/status in bytes, 0 where there is none.
std::uint64_t statusBytes(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return 1024 * std::strtoull(line.c_str() + name.size() + 1, nullptr, 10);
    return 0;
}

/// The cells of the first, middle and last row.
std::string probes(const Table& table, const RowList& rows, std::string_view column) {
    std::string text;
    for (const std::size_t at : {std::size_t{0}, rows.size() / 2, rows.size() - 1})
        text.append(table.cell(rows[at], *table.find(column))).append("|");
    return text;
}

std::string topText(const std::vector<FacetValue>& values) {
    std::string text;
    for (const FacetValue& value : values)
        text.append(value.value).append("=").append(std::to_string(value.count)).append("|");
    return text;
}

std::string countText(const RowList& rows) {
    return std::to_string(rows.size());
}

void measureWalks(const Table& table) {
    const GraphPtr graph = measure(
        "graph", [&] { return *relationGraph(table); },
        [](const GraphPtr& made) { return std::to_string(made->relationCount()); });
    const NodeId hub = hubOf(*graph);
    const auto count = [](const Reach& reached) { return std::to_string(reached.nodes().size()); };
    measure("reach from a hub", [&] { return *reach(graph, {.starts = {hub}}); }, count);
}

void run(const std::string& file) {
    const std::uint64_t memoryBefore = statusBytes("RssAnon");
    const auto begin = Clock::now();
    const auto found = [&] { printLine("every record found", millisecondsSince(begin)); };
    // As a snapshot of the library is, which nobody else writes to.
    const TablePtr loaded =
        *loadTable({file}, {.schemas = resources(), .owner = FileOwner::Own, .recordsFound = found});
    const Table& table = *loaded;
    printLine("load", millisecondsSince(begin), std::to_string(table.rowCount()));
    printLine("memory, share of the file",
              static_cast<double>(statusBytes("RssAnon") - memoryBefore) / static_cast<double>(table.bytes()));

    const QueryContext context{*parseInstant("2024-06-10")};
    const RowList all = *select(table, nullptr, context);
    std::optional<Selection> last; // as a session has it, whose filter is typed on
    const auto rowsWhere = [&](std::string_view where) {
        last = *selectSet(table, *parseExpression(where), context, last ? &*last : nullptr);
        return last->rows->list();
    };
    const auto sortedBy = [&](std::string_view keys) { return *order(table, *parseSort(keys, table)); };
    const auto sortedOf = [&](std::string_view keys) { return *order(table, *last->rows, *parseSort(keys, table)); };
    const auto timestamps = [&](const auto& rows) { return probes(table, *rows, "timestamp"); };
    const auto entities = [&](const auto& rows) { return probes(table, *rows, "entity_brn"); };

    measure("sort by instant", [&] { return sortedBy("timestamp"); }, timestamps);
    measure("sort by instant, reversed", [&] { return sortedBy("timestamp:desc"); }, timestamps);
    measure("sort by instant, again", [&] { return sortedBy("timestamp"); }, timestamps);
    measure("sort by BRN", [&] { return sortedBy("entity_brn"); }, entities);
    measure("sort by BRN, again", [&] { return sortedBy("entity_brn"); }, entities);
    measure("text in any column", [&] { return rowsWhere("heb"); }, countText);
    measure("text, next keystroke", [&] { return rowsWhere("hebr"); }, countText);
    measure("JSON path", [&] { return rowsWhere("metadata.privilegeName = admin"); }, countText);
    measure("JSON path, again", [&] { return rowsWhere("metadata.privilegeName = owner"); }, countText);
    const Operand type = parseOperands("entity_type", table)->front();
    const RowList some = rowsWhere("app = okta");
    measure("sort by BRN, filtered", [&] { return sortedOf("entity_brn"); }, entities);
    measure("facet", [&] { return facet(table, all, type); }, topText);
    measure("facet under a filter", [&] { return facet(table, some, type); }, topText);

    const std::string out = file + ".saved";
    const auto save = [&] {
        const int descriptor = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        const auto written =
            writeCsv(table, some, fileColumns(table), {.revealSecrets = true}, [&](std::string_view bytes) {
                return ::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
            });
        ::close(descriptor);
        return written ? written->rows : 0;
    };
    measure("save", save, [](std::uint64_t rows) { return std::to_string(rows); });
    ::unlink(out.c_str());
    measureWalks(table);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fputs("bench_store FILE [RUNS]\n", stderr);
        return 2;
    }
    const int runs = count > 2 ? std::atoi(arguments[2]) : 5;
    for (int i = 0; i < runs; ++i)
        run(arguments[1]);
    return 0;
}
