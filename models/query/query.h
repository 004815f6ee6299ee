#pragma once

#include "models/base/unfilled.h"
#include "models/query/expression.h"
#include "models/query/instant.h"
#include "models/schema/values.h"
#include "models/table/table.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

/// Rows of a table in an order: what a view shows.
using RowList = UnfilledVector<RowId>;

/// A column, a JSON path into one, or a part of a BRN, bound to the columns of a table. A column is one by itself.
struct Operand {
    enum class Kind : unsigned char { Cell, Path, BrnTenant, BrnType, BrnKey };
    Operand() = default;
    Operand(ColumnId cell) : column(cell) {} // NOLINT(google-explicit-constructor)
    Operand(ColumnId of, Kind what, JsonPath steps) : column(of), kind(what), path(std::move(steps)) {}

    ColumnId column;
    Kind kind = Kind::Cell;
    JsonPath path;
    friend bool operator==(const Operand&, const Operand&) = default;
};

/// Binds an operand. Errors: UnknownColumn with a suggestion, UnknownBrnPart, NotJson.
std::expected<Operand, QueryError> bindOperand(const OperandName& name, const Table& table);

/// How a column is written in an expression: `entity_type`, in backticks where that would not do.
std::string columnText(const Table& table, ColumnId column);

/// How an operand is written in an expression: binding that gives the operand again.
OperandName operandName(const Operand& operand, const Table& table);

/// Operands divided by commas (`--columns`, `--facet`). Beside what the language allows, a column's own name may stand
/// as it is (`Entity Type`). Errors as parseOperand and bindOperand; spans count in `text`.
std::expected<std::vector<Operand>, QueryError> parseOperands(std::string_view text, const Table& table);

/// The operand's text for a distinct value of its column, secrets masked: for a path, the first value it leads to
/// (strings decoded, others as written). Nothing when missing or null.
std::optional<std::string> operandText(const Operand& operand, const Table& table, Code code,
                                       bool revealSecrets = false);

/// The same for the cell of a column, of an operand that is no whole cell.
std::optional<std::string> operandText(const Operand& operand, std::string_view cell, bool revealSecrets = false);

struct QueryContext {
    Instant now; ///< what -30d counts back from; read once per evaluation
};

/// The rows that `expression` (null: all) selects, in file order. Each question is asked once per distinct value and
/// mapped over codes. Errors: binder's and evaluation's (MatchLimit, Cancelled). O(distinct × cost + rows), any thread.
std::expected<RowList, QueryError> select(const Table& table, const ExpressionPtr& expression,
                                          const QueryContext& context, std::stop_token stop = {});

/// Whether the expression can be bound to the table: what the filter bar asks before it runs.
std::expected<void, QueryError> check(const Table& table, const ExpressionPtr& expression);

struct SortKey {
    Operand operand;
    bool descending = false;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// `COLUMN[:desc][,...]`. Columns and errors as in parseOperands.
std::expected<std::vector<SortKey>, QueryError> parseSort(std::string_view text, const Table& table);

/// `rows` in the order of `keys`, stable; the order of each column type is that of `command-line.md`. Unparseable, then
/// empty cells come last either way. O(distinct log distinct + rows) per key. Errors: Cancelled.
std::expected<RowList, QueryError> sorted(const Table& table, RowList rows, const std::vector<SortKey>& keys,
                                          const std::stop_token& stop = {});
/// The same of all rows.
std::expected<RowList, QueryError> sorted(const Table& table, const std::vector<SortKey>& keys,
                                          const std::stop_token& stop = {});

/// All rows, in the order of the file.
RowList allRows(const Table& table);

struct FacetValue {
    std::string value; ///< secrets masked; empty stands for empty and missing
    std::uint64_t count = 0;
};

/// Distinct values of an operand among `rows` with their counts, descending by count, ties by bytes.
std::vector<FacetValue> facet(const Table& table, const RowList& rows, const Operand& operand);

} // namespace idscope
