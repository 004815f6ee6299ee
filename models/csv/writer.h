#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Appends one cell: quoted only when it holds a comma, quote, CR or LF (as Go's encoding/csv, without its other
/// cases). O(bytes).
void appendCsvCell(std::string& out, std::string_view cell);

/// Appends one cell for spreadsheets: a `'` before the cell, and before each line within it, that begins (after blanks)
/// with one of `= + - @` TAB and is no number (see isNumber), and before a cell that begins with a line end. A line
/// that has such a `'` already gets one more, so that taking one away again restores every cell. Returns whether the
/// cell was changed. Quoting as above. O(bytes).
bool appendSpreadsheetCell(std::string& out, std::string_view cell);

/// Whether a spreadsheet would read the cell, or a line within it, as a formula: what appendSpreadsheetCell() changes,
/// but for lines that have their `'` already. O(bytes).
bool wouldRunInSpreadsheet(std::string_view cell);

} // namespace idscope
