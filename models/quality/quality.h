#pragma once

#include "models/query/expression.h"
#include "models/table/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// What a table is held against.
enum class QualityKind : std::uint8_t {
    MissingColumn,  ///< a required column is not there; `text`: its name
    RaggedRow,      ///< rows with another number of cells than the header
    BadText,        ///< rows with bytes that are not UTF-8
    InvalidCell,    ///< cells that are not what their column's type says
    EmptyCell,      ///< empty cells of a required column
    TypeMismatch,   ///< rows whose type is not that of their BRN
    RepeatedRow,    ///< rows that are the same, cell for cell, as an earlier one
    RepeatedId,     ///< rows that share their ID with others
    OrphanRelation, ///< relations of what nobody has
    CyclicRelation, ///< relations that lead round in a circle
};

/// A fault that was found, and how to see its rows: by a filter where the language has words for it, else one by one.
struct QualityCheck {
    static constexpr std::size_t keptRows = 1000;

    QualityKind kind{};
    std::optional<ColumnId> column;
    std::string text;
    std::uint64_t count = 0; ///< of rows, exactly; of MissingColumn 0
    ExpressionPtr filter;    ///< null: there are no words for it
    std::vector<RowId> rows; ///< without a filter: the first ones, in the order of the file
};

/// Every fault of a table, in the order of QualityKind, then of columns. Asks once per distinct value where it can.
/// Nothing when stopped. O(distinct × bytes + rows log rows), on a worker.
std::optional<std::vector<QualityCheck>> checkQuality(const Table& table, const std::stop_token& stop = {});

} // namespace idscope
