// Does one thing people do with a table, in a function of its own, so that callgrind can count its instructions alone.
//
//     bench_cost FILE load|filter|narrow|path|sort|again|facet|save|graph|reach

#include "models/query/query.h"
#include "models/query/roworder.h"
#include "models/query/selection.h"
#include "models/relations/reach.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/table/tablewriter.h"

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

using namespace idscope;

/// What is counted.
extern "C" [[gnu::noinline]] void counted(const std::function<std::size_t()>& step) {
    std::printf("%zu\n", step());
}

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const std::string_view step = arguments[2];
    const auto load = [&] { return *loadTable({arguments[1]}, {.schemas = resources(), .threads = 1}); };
    if (step == "load") {
        counted([&] { return load()->rowCount(); });
        return 0;
    }
    const TablePtr table = load();
    const RowList all = *select(*table, nullptr, {});
    const ExpressionPtr text = *parseExpression("hebr");
    const ExpressionPtr path = *parseExpression("metadata.privilegeName = admin");
    const std::vector<SortKey> keys = *parseSort("timestamp,entity_brn:desc", *table);
    const Operand operand = parseOperands("entity_type", *table)->front();
    const std::vector<WrittenColumn> columns = fileColumns(*table);
    if (step == "filter") counted([&] { return select(*table, text, {})->size(); });
    if (step == "path") counted([&] { return select(*table, path, {})->size(); });
    if (step == "narrow") {
        const Selection last = *selectSet(*table, *parseExpression("heb"), {});
        counted([&] { return selectSet(*table, text, {}, &last)->rows->count(); });
    }
    if (step == "sort") counted([&] { return sorted(*table, all, keys)->size(); });
    if (step == "again") {
        const auto kept = *order(*table, *parseSort("timestamp:desc,entity_brn:desc", *table));
        counted([&] { return kept->size() + (*order(*table, keys))->size(); });
    }
    if (step == "facet") counted([&] { return facet(*table, all, operand).size(); });
    if (step == "save")
        counted([&] { return writeCsv(*table, all, columns, {}, [](std::string_view) { return true; })->bytes; });
    if (step == "graph") counted([&] { return relationGraph(*table).value()->relationCount(); });
    if (step == "reach") {
        const GraphPtr graph = relationGraph(*table).value();
        std::vector<NodeId> everyone; // so that every relation is walked over
        for (std::uint32_t node = 0; node < graph->nodeLimit(); ++node)
            if (graph->isNode(NodeId{node}) && graph->degree(NodeId{node}, Direction::Up) == 0)
                everyone.push_back(NodeId{node});
        counted([&] { return reach(graph, {.starts = everyone}).value().nodes().size(); });
    }
    return 0;
}
