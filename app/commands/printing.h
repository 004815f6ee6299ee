#pragma once

#include "app/commands/output.h"
#include "models/query/query.h"
#include "models/table/encodedcolumn.h"

#include <cstdint>
#include <vector>

namespace idscope {

enum class PrintFormat : std::uint8_t { Csv, Spreadsheet, Json, Table };

struct PrintOptions {
    PrintFormat format = PrintFormat::Csv;
    bool revealSecrets = false;
    bool surplus = false; ///< cells beyond the header, too, at the end of their row
};

/// What a reader should be told about what was printed.
struct PrintReport {
    std::uint64_t changedCells = 0; ///< for spreadsheets
    std::uint64_t replacedBytes = 0;
    std::uint64_t leftOutCells = 0; ///< surplus ones, which have no key in JSON
};

/// Prints rows as `command-line.md` says (query). Stops early when the output fails: its error tells.
PrintReport printRows(Output& output, const Table& table, const RowList& rows,
                      const std::vector<WrittenColumn>& columns, const PrintOptions& options);

} // namespace idscope
