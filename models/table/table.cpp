#include "models/table/table.h"

#include "models/base/randomhash.h"
#include "models/schema/recognise.h"

#include <algorithm>
#include <unordered_map>

namespace idscope {

class ColumnNames {
public:
    explicit ColumnNames(std::span<const Column> columns) {
        for (std::uint32_t i = 0; i < columns.size(); ++i)
            columns_.try_emplace(foldedName(columns[i].label), ColumnId{i});
    }

    std::optional<ColumnId> find(std::string_view name) const {
        const auto found = columns_.find(foldedName(name));
        return found == columns_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string, ColumnId, RandomHash> columns_;
};

Table::Table(Parts parts) : parts_(std::move(parts)) {
    if (!parts_.names) parts_.names = namesOf(parts_.columns);
}

std::shared_ptr<const ColumnNames> Table::namesOf(std::span<const Column> columns) {
    return std::make_shared<const ColumnNames>(columns);
}

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
    return parts_.names->find(name);
}

std::optional<ColumnId> Table::documented(std::string_view name) const {
    const auto found = std::ranges::find_if(
        parts_.columns, [&](const Column& column) { return column.spec != nullptr && column.spec->name == name; });
    if (found == parts_.columns.end()) return std::nullopt;
    return ColumnId{static_cast<std::uint32_t>(found - parts_.columns.begin())};
}

} // namespace idscope
