// Answers many questions about many tables in one process, with what the window asks: for
// tests/reference/differential.py.
//
//   predicate_driver CASES NOW
//
// Each line of CASES is a JSON object: {"table": path, "where": expression, "sort": keys}. For each, one line: the row
// numbers from 0, in order, or `error`; or `canonical` with the expression's canonical text where that does not parse
// to the same expression.

#include "models/json/json.h"
#include "models/json/path.h"
#include "models/query/query.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <cstdlib>
#include <expected>
#include <fstream>
#include <iostream>
#include <string>

using namespace idscope;

namespace {

std::string member(const JsonDocument& line, const std::string& name) {
    const std::vector<std::uint32_t> found = resolve(line, {JsonPathKey{name}});
    return found.empty() ? std::string() : line.scalar(line.nodes()[found.front()]);
}

bool survivesCanonicalText(const Expression& expression) {
    const auto again = parseExpression(canonicalText(expression));
    return again && *again && sameExpression(expression, **again);
}

std::expected<RowList, QueryError> rowsOf(const Table& table, const ExpressionPtr& expression, const JsonDocument& line,
                                          const QueryContext& context) {
    auto rows = select(table, expression, context);
    const std::string sort = member(line, "sort");
    if (!rows || sort.empty()) return rows;
    const auto keys = parseSort(sort, table);
    if (!keys) return std::unexpected(keys.error());
    return sorted(table, std::move(*rows), *keys);
}

std::string answer(const Table& table, const JsonDocument& line, const QueryContext& context) {
    const auto expression = parseExpression(member(line, "where"));
    if (!expression) return "error";
    if (*expression && !survivesCanonicalText(**expression)) return "canonical " + canonicalText(**expression);
    const auto rows = rowsOf(table, *expression, line, context);
    if (!rows) return "error";
    std::string out;
    for (const RowId row : *rows)
        out += std::to_string(row.value) + ' ';
    return out;
}

} // namespace

int main(int count, char** arguments) {
    const std::optional<Instant> now = count == 3 ? parseInstant(arguments[2]) : std::nullopt;
    if (!now) return EXIT_FAILURE;
    std::ifstream cases(arguments[1]);
    std::string path;
    TablePtr table;
    for (std::string text; std::getline(cases, text);) {
        const JsonDocument line(text);
        if (!table || member(line, "table") != path) {
            path = member(line, "table");
            const auto loaded = loadTable({path}, {.schemas = resources()});
            if (!loaded) return EXIT_FAILURE;
            table = *loaded;
        }
        std::cout << answer(*table, line, {.now = *now}) << '\n';
    }
    return EXIT_SUCCESS;
}
