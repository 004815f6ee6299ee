#pragma once

#include "models/csv/scanner.h"
#include "models/table/loader.h"
#include "models/table/noticelog.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// The first record of a file.
struct FileHeader {
    struct Cell {
        std::string text;
        std::uint64_t begin = 0;
        CsvMark marks = CsvMark::None;
    };
    std::string file; ///< as given by the user
    std::vector<Cell> cells;
};

/// A derived column and the columns it is computed from; the second may be unused.
struct DerivedPlace {
    ColumnId column;
    std::array<std::optional<ColumnId>, 2> inputs;
};

/// The column that repeats the type of another one's BRN.
struct TypeClaimPlace {
    ColumnId type;
    ColumnId brn;
};

/// Which columns a table made of these files has, and where their cells go.
struct TableLayout {
    const Schema* schema = nullptr;
    std::vector<Column> columns;               ///< those of the files in order of first appearance, then derived ones
    std::vector<std::vector<ColumnId>> places; ///< per file: the column of each header cell
    std::vector<DerivedPlace> derived;         ///< those whose inputs are there
    std::optional<TypeClaimPlace> typeClaim;
    std::optional<ColumnId> source; ///< of a table made of several files
};

/// The cell of a record that each column of the table is read from; nothing where the file lacks the column.
using CellPlaces = std::vector<std::optional<std::uint32_t>>;

/// Those of a file of the layout.
CellPlaces cellPlaces(const TableLayout& layout, std::size_t file);

/// Unites the headers: columns of the same folded name are one, the second of that name in one file the second of that
/// name in all. Files must be of one resource; plain tables must have the same columns. Notices about headers go to
/// `notices`. O(header cells × schemas).
std::expected<TableLayout, TableError> layOut(const std::vector<FileHeader>& headers, const LoadOptions& options,
                                              NoticeLog& notices);

} // namespace idscope
