#include "models/table/table.h"

#include "models/schema/recognise.h"

#include <algorithm>

namespace idscope {

const RaggedRow* Table::raggedAt(RowId row) const {
    if (row.value >= parts_.rows) return nullptr;
    const auto& ragged = parts_.blocks[row.value >> Block::shift]->ragged;
    const auto found = std::ranges::lower_bound(ragged, row, {}, &RaggedRow::row);
    return found != ragged.end() && found->row == row ? &*found : nullptr;
}

std::shared_ptr<const Table> Table::withoutRaw() const {
    Parts parts = parts_;
    parts.raw.reset();
    return std::make_shared<const Table>(std::move(parts));
}

std::optional<ColumnId> Table::find(std::string_view name) const {
    // Of columns with the same header, the first has it as its label.
    const std::string folded = foldedName(name);
    const auto found =
        std::ranges::find_if(parts_.columns, [&](const Column& column) { return foldedName(column.label) == folded; });
    if (found == parts_.columns.end()) return std::nullopt;
    return ColumnId{static_cast<std::uint32_t>(found - parts_.columns.begin())};
}

std::optional<ColumnId> Table::documented(std::string_view name) const {
    const auto found = std::ranges::find_if(
        parts_.columns, [&](const Column& column) { return column.spec != nullptr && column.spec->name == name; });
    if (found == parts_.columns.end()) return std::nullopt;
    return ColumnId{static_cast<std::uint32_t>(found - parts_.columns.begin())};
}

} // namespace idscope
