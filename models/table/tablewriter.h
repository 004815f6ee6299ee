#pragma once

#include "models/table/table.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// One column of a CSV to be written: its header cell, and how a distinct value of `column` is written. Without `text`
/// a cell is written byte for byte, but for the secrets of JSON columns.
struct CsvColumn {
    std::string header;
    ColumnId column;
    std::function<std::string(Code)> text = {}; ///< pure; its answers are kept per distinct value
};

/// A column as the file has it: the header's own text (the label for derived columns) and the cells.
CsvColumn csvColumn(const Table& table, ColumnId column);

/// The columns of the file in its order, without derived ones.
std::vector<CsvColumn> fileColumns(const Table& table);

struct CsvOptions {
    bool spreadsheet = false;   ///< byte order mark, CRLF, formulas neutralised; otherwise UTF-8 and LF
    bool revealSecrets = false; ///< write the secrets of JSON cells; columns with their own `text` decide themselves
    bool surplus = false;       ///< append the surplus cells of rows longer than the header
};

struct CsvWritten {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    std::uint64_t changed = 0; ///< cells (header included) neutralised for spreadsheets
};

enum class CsvWriteError : std::uint8_t {
    SinkFailed, ///< the sink returned false: it knows why
    Cancelled,
};

/// Takes the next bytes; false ends the writing. Called with some 256 KB at a time.
using CsvSink = std::function<bool(std::string_view bytes)>;
/// Told the number of rows written so far, every some thousand rows, on the calling thread.
using CsvProgress = std::function<void(std::uint64_t rows)>;

/// Writes header and `rows` (none given: every row in file order) of an immutable table. Short rows are filled with
/// empty cells. Secrets are masked, `text` is asked and quotes are put once per distinct value, as far as 16 MB per
/// column hold the results. O(bytes written + distinct values), any thread.
std::expected<CsvWritten, CsvWriteError> writeCsv(const Table& table, std::optional<std::span<const RowId>> rows,
                                                  std::span<const CsvColumn> columns, const CsvOptions& options,
                                                  const CsvSink& sink, std::stop_token stop = {},
                                                  const CsvProgress& progress = {});

} // namespace idscope
