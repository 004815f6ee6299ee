#pragma once

#include "models/table/encodedcolumn.h"

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

/// A column as the file has it: the header's own text (the label for derived columns) and the cells.
WrittenColumn writtenColumn(const Table& table, ColumnId column);

/// The columns of the file in its order, without derived ones.
std::vector<WrittenColumn> fileColumns(const Table& table);

struct CsvOptions {
    bool spreadsheet = false;   ///< byte order mark, CRLF, formulas neutralised; otherwise UTF-8 and LF
    bool revealSecrets = false; ///< write the secrets of JSON cells and of surplus ones; columns with their own `text`
                                ///< decide themselves
    bool surplus = false;       ///< append the surplus cells of rows longer than the header
};

struct CsvWritten {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    std::uint64_t changed = 0;  ///< cells (header included) neutralised for spreadsheets
    std::uint64_t formulas = 0; ///< cells (header included) that a spreadsheet would run, written as they are
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
/// empty cells. O(bytes written), any thread.
std::expected<CsvWritten, CsvWriteError> writeCsv(const Table& table, std::optional<std::span<const RowId>> rows,
                                                  std::span<const WrittenColumn> columns, const CsvOptions& options,
                                                  const CsvSink& sink, std::stop_token stop = {},
                                                  const CsvProgress& progress = {});

} // namespace idscope
