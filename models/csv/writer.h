#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Appends one cell: quoted only when it holds a comma, quote, CR or LF (as Go's encoding/csv, without its other
/// cases).
void appendCsvCell(std::string& out, std::string_view cell);

/// Appends one cell for spreadsheets: a `'` before a cell, or before a line within it, that begins (after blanks) with
/// one of
/// `= + - @` TAB CR LF and is no strict number. Returns whether the cell was changed. Quoting as above.
bool appendSpreadsheetCell(std::string& out, std::string_view cell);

} // namespace idscope
