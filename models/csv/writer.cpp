#include "models/csv/writer.h"

#include "models/base/bytesearch.h"
#include "models/base/number.h"

namespace idscope {

namespace {

constexpr std::string_view lineEnds = "\r\n";
constexpr std::string_view formulaStarts = "=+-@\t";
/// What may stand before the first byte that decides; the `'` that a line was given before among it.
constexpr std::string_view skippedStarts = " \v\f'";
constexpr std::string_view blanks = " \v\f";

bool isDangerous(std::string_view line, bool first, std::string_view skipped = skippedStarts) {
    const std::size_t at = line.find_first_not_of(skipped);
    // A cell that begins with line ends shows, once trimmed, what comes after them.
    if (at == std::string_view::npos) return false;
    if (lineEnds.contains(line[at])) return first;
    return formulaStarts.contains(line[at]) && !isNumber(line.substr(0, line.find_first_of(lineEnds)));
}

/// The bytes of the first line, its line end included.
std::size_t lineLength(std::string_view text) {
    const char* const end = text.data() + text.size();
    const char* const lineEnd = bytesearch::find<'\r', '\n'>(text.data(), end);
    const auto length = static_cast<std::size_t>(lineEnd - text.data());
    if (lineEnd == end) return length;
    return length + (text.substr(length).starts_with("\r\n") ? 2 : 1);
}

} // namespace

void appendCsvCell(std::string& out, std::string_view cell) {
    const char* const end = cell.data() + cell.size();
    if (bytesearch::find<',', '"', '\r', '\n'>(cell.data(), end) == end) {
        out += cell;
        return;
    }
    out += '"';
    for (std::size_t quote = 0; (quote = cell.find('"')) != std::string_view::npos; cell.remove_prefix(quote + 1)) {
        out += cell.substr(0, quote + 1);
        out += '"';
    }
    out += cell;
    out += '"';
}

bool wouldRunInSpreadsheet(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size();) {
        const std::string_view line = cell.substr(at, lineLength(cell.substr(at)));
        if (isDangerous(line, at == 0, blanks)) return true;
        at += line.size();
    }
    return false;
}

bool appendSpreadsheetCell(std::string& out, std::string_view cell) {
    std::string safe;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < cell.size();) {
        const std::string_view line = cell.substr(at, lineLength(cell.substr(at)));
        if (isDangerous(line, at == 0)) {
            safe += cell.substr(copied, at - copied);
            safe += '\'';
            copied = at;
        }
        at += line.size();
    }
    const bool changed = !safe.empty();
    if (changed) safe += cell.substr(copied);
    appendCsvCell(out, changed ? std::string_view(safe) : cell);
    return changed;
}

} // namespace idscope
