#include "models/table/rawrows.h"

#include "models/csv/cells.h"
#include "models/table/tablelayout.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace idscope {

namespace {

/// Records are read while they are painted: longer ones wait until they are interned.
constexpr std::uint64_t longestListed = 1 << 20;

} // namespace

struct RawRows::File {
    RawRecords records;
    CellPlaces places;
    std::string name;
    std::uint32_t firstRow = 0;
};

struct RawRows::Record {
    const File* file = nullptr;
    std::vector<char> buffer;
    CsvCells cells;
    std::unordered_map<ColumnId, std::string> made; ///< what does not stand in the file as it reads
};

RawRows::RawRows(const TableLayout& layout, const std::vector<std::string>& names, std::vector<RawRecords> files)
    : source_(layout.source) {
    for (RawRecords& records : files) {
        const std::size_t file = files_.size();
        const std::size_t room = std::numeric_limits<std::uint32_t>::max() - count_;
        const auto rows = static_cast<std::uint32_t>(std::min(records.begins.size(), room));
        files_.push_back({std::move(records), cellPlaces(layout, file), names[file], count_});
        count_ += rows;
    }
    for (const DerivedPlace& place : layout.derived)
        derived_.push_back({layout.columns[place.column.value].derived, place.column, place.inputs});
}

RawRows::~RawRows() = default;

std::string_view RawRows::cell(RowId row, ColumnId column) const {
    if (row.value >= count_) return {};
    const std::lock_guard lock(mutex_);
    return cellOf(record(row), column);
}

RawRows::Record& RawRows::record(RowId row) const {
    std::unique_ptr<Record>& known = records_[row];
    if (known) return *known;
    known = std::make_unique<Record>();
    const auto next = std::ranges::upper_bound(files_, row.value, {}, &File::firstRow);
    known->file = &*(next - 1);
    const auto& [source, owner, begins, last] = known->file->records;
    const std::size_t index = row.value - known->file->firstRow;
    const std::uint64_t begin = begins[index];
    const std::uint64_t end = index + 1 < begins.size() ? begins[index + 1] : last;
    if (begin >= end || end > source->size()) return *known;
    if (end - begin > longestListed) {
        leftOut_ = true;
        return *known;
    }
    if (!source->isInMemory()) known->buffer.resize(static_cast<std::size_t>(end - begin));
    if (const auto bytes = source->read(begin, static_cast<std::size_t>(end - begin), known->buffer))
        known->cells.split(*bytes, begin);
    return *known;
}

std::string_view RawRows::cellOf(Record& record, ColumnId column) const {
    if (const auto known = record.made.find(column); known != record.made.end()) return known->second;
    if (column == source_) return record.file->name;
    if (const auto derived = std::ranges::find(derived_, column, &Derived::column); derived != derived_.end()) {
        const auto input = [&](std::size_t i) {
            return derived->inputs[i] ? cellOf(record, *derived->inputs[i]) : std::string_view();
        };
        return record.made[column] = derived->spec->compute(input(0), input(1));
    }
    const auto& place = record.file->places[column.value];
    if (!place || record.cells.records() == 0 || *place >= record.cells.cells(0)) return {};
    const CsvCells::Cell cell = record.cells.at(0, *place);
    if (!cell.escaped) return cell.text;
    std::vector<char> buffer;
    return record.made[column] = std::string(CsvCells::unescape(cell.text, buffer));
}

} // namespace idscope
