// What must hold for any text in the filter bar: it is read, written, read again and asked; or the error lies within
// it.

#include "models/query/query.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace idscope;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Small, with a cell of every kind.
const Table& table() {
    static const TablePtr loaded = *loadTableFromMemory(
        "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,"
        "Metadata Version,Metadata,n\n"
        "a,2024-06-01,i/1,brn:bid:balkanid:::T:identity:k,x,identity,s,1,\"{\"\"a\"\":[1,\"\"x\"\"]}\",3\n"
        ",soon,,legacy,brn:bid:balkanid:::T:resource:r,,,,"
        "\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hidden\"\"}\",x\n"
        "\xFF,,,,,,,,{broken,\n",
        "memory", {.schemas = resources()});
    return *loaded;
}

void checkColors(std::string_view text) {
    std::size_t end = 0;
    for (const ColoredSpan& colored : colorTokens(text)) {
        require(colored.span.begin >= end && colored.span.length > 0);
        end = colored.span.end();
    }
    require(end <= text.size());
}

void checkRows(const ExpressionPtr& expression) {
    const QueryContext context{*parseInstant("2024-06-10")};
    const auto rows = select(table(), expression, context);
    require(check(table(), expression).has_value() ==
            (rows.has_value() || rows.error().problem == QueryProblem::MatchLimit));
    if (!rows) return;
    const auto others = select(table(), std::make_shared<Expression>(Expression{Not{expression}, {}}), context);
    require(others && rows->size() + others->size() == table().rowCount());
}

void checkOperands(std::string_view text) {
    if (const auto name = parseOperand(text)) {
        const auto again = parseOperand(canonicalText(*name));
        require(again && *again == *name);
    }
    const auto keys = parseSort(text, table());
    if (!keys) return require(keys.error().span.end() <= text.size());
    const auto rows = sorted(table(), *select(table(), nullptr, {}), *keys);
    require(rows && rows->size() == table().rowCount());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkColors(text);
    checkOperands(text);
    const auto expression = parseExpression(text);
    if (!expression) {
        require(expression.error().span.end() <= text.size());
        return 0;
    }
    if (!*expression) return 0;
    const auto again = parseExpression(canonicalText(**expression));
    require(again && *again && sameExpression(**expression, **again));
    checkRows(*expression);
    return 0;
}
