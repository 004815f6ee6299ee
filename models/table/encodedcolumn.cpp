#include "models/table/encodedcolumn.h"

#include "models/json/secrets.h"
#include "models/table/rowcodes.h"

namespace idscope {

namespace {

constexpr std::size_t mostKeptBytes = std::size_t{16} << 20U;

} // namespace

EncodedColumn::EncodedColumn(const Table& table, const WrittenColumn& column, CellEncoder encoder, bool revealSecrets)
    : table_(table), column_(column), encoder_(encoder),
      masks_(!revealSecrets && table.column(column.column).type == ColumnType::Json),
      cells_(table.distinct(column.column)) {}

void EncodedColumn::at(std::span<const RowId> rows, std::span<std::string_view> cells) {
    // Of many values, the next ones lie outside the cache.
    constexpr std::size_t cachedValues = 2048;
    constexpr std::size_t cacheLine = 64;
    if (keptBytes_ > mostKeptBytes) forget();
    if (cells_.size() > cachedValues)
        forEachCode(table_, column_.column, rows,
                    [&](std::size_t, std::uint32_t code) { __builtin_prefetch(&cells_[code]); });
    forEachCode(table_, column_.column, rows, [&](std::size_t i, std::uint32_t code) {
        Cell cell = cells_[code];
        if (cell.bytes == nullptr) cell = make(Code{code});
        if (cell.tells != 0) told_ += toldOf_.at(code);
        cells[i] = {cell.bytes, static_cast<std::size_t>(cell.size)};
        __builtin_prefetch(cell.bytes);
        if (cell.size > cacheLine) __builtin_prefetch(cell.bytes + cacheLine);
    });
}

EncodedColumn::Cell EncodedColumn::make(Code code) {
    const std::string_view value = table_.value(column_.column, code);
    text_.clear();
    const std::uint64_t told = column_.text ? encoder_(text_, column_.text(code))
                               : masks_     ? encoder_(text_, masked(value))
                                            : encoder_(text_, value);
    if (told > 0) toldOf_[code.value] = told;
    const bool isMade = text_ != value;
    if (isMade) keptBytes_ += made_.emplace_back(text_).size();
    const std::string_view written = isMade ? std::string_view(made_.back()) : value;
    return cells_[code.value] = {.bytes = written.empty() ? "" : written.data(),
                                 .size = written.size() & ~(std::uint64_t{3} << 62U),
                                 .isMade = isMade,
                                 .tells = told > 0};
}

void EncodedColumn::forget() {
    made_.clear();
    keptBytes_ = 0;
    for (Cell& cell : cells_)
        if (cell.isMade != 0) cell = {};
}

} // namespace idscope
