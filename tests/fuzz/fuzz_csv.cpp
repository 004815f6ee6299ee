// The scanner gives the same cells however the bytes are cut, and a table made of any bytes holds exactly those cells.

#include "models/csv/scanner.h"
#include "models/csv/writer.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace idscope;

namespace {

struct Cell {
    std::string text;
    std::uint64_t begin;
    CsvMark marks;
    bool endsRecord;
    bool operator==(const Cell&) const = default;
};

void check(bool holds) {
    if (!holds) std::abort();
}

std::vector<Cell> scanned(std::string_view csv, std::size_t chunkSize) {
    std::vector<Cell> cells;
    const auto keep = [&](const std::vector<CsvCell>& some) {
        for (const CsvCell& cell : some)
            cells.push_back({std::string(cell.text), cell.begin, cell.marks, cell.endsRecord});
    };
    CsvScanner scanner;
    for (; !csv.empty(); csv.remove_prefix(std::min(chunkSize, csv.size())))
        keep(scanner.feed(csv.substr(0, chunkSize)));
    keep(scanner.finish());
    return cells;
}

void checkTable(const Table& table, const std::vector<Cell>& cells) {
    std::uint32_t record = 0;
    std::uint32_t column = 0;
    std::uint32_t width = 0;
    for (const Cell& cell : cells) {
        if (record == 0) {
            ++width;
            check(table.column(ColumnId{column}).header == cell.text);
        } else if (column < width) {
            check(table.cell(RowId{record - 1}, ColumnId{column}) == cell.text);
        } else {
            check(table.raggedAt(RowId{record - 1})->surplus[column - width] == cell.text);
        }
        ++column;
        if (!cell.endsRecord) continue;
        if (record > 0) check((table.raggedAt(RowId{record - 1}) != nullptr) == (column != width));
        ++record;
        column = 0;
    }
    check(table.rowCount() + 1 == record);
}

/// What is written reads back, but for a first cell that begins like a byte order mark.
void checkWriter(const std::vector<Cell>& cells) {
    std::string csv = "\xEF\xBB\xBF";
    for (const Cell& cell : cells) {
        appendCsvCell(csv, cell.text);
        csv += cell.endsRecord ? '\n' : ',';
    }
    const std::vector<Cell> again = scanned(csv, csv.size());
    check(again.size() == cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        check(again[i].text == cells[i].text && again[i].endsRecord == cells[i].endsRecord);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The first byte chooses where the cuts are.
    if (size == 0) return 0;
    const std::size_t chunkSize = data[0] % 32U + 1;
    const std::string csv(data + 1, data + size);
    const std::vector<Cell> cells = scanned(csv, csv.size() + 1);
    check(scanned(csv, chunkSize) == cells);
    const auto table = loadTableFromMemory(csv, "fuzz", {.schemas = resources()});
    check(table.has_value() == !cells.empty());
    if (!table) return 0;
    checkTable(**table, cells);
    const LoadOptions divided{.schemas = resources(), .threads = 1, .sectionBytes = chunkSize, .pieceBytes = chunkSize};
    checkTable(**loadTableFromMemory(csv, "fuzz", divided), cells);
    checkWriter(cells);
    return 0;
}
