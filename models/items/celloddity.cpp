#include "models/items/celloddity.h"

#include "models/json/json.h"
#include "models/query/query.h"
#include "models/relations/brn.h"
#include "models/schema/entityrelations.h"

namespace idscope {

namespace {

/// Whether the cell names a type that differs from that of its row's child BRN.
bool contradictsChild(const Table& table, RowId row, ColumnId column) {
    if (table.schema() != &schemas::entityRelations || table.find("Entity Type") != column) return false;
    const auto child = table.find("Entity BRN");
    const std::string_view type = child ? brnType(table.cell(row, *child)) : std::string_view{};
    return !type.empty() && type != table.cell(row, column);
}

bool lacksId(const Column& column, std::string_view cell) {
    return cell.empty() && column.spec != nullptr && column.spec->name == "ID";
}

} // namespace

std::optional<Notice> cellOddity(const Table& table, RowId row, ColumnId column) {
    const Column& described = table.column(column);
    const std::string_view cell = table.cell(row, column);
    const auto oddity = [&](NoticeKind kind, std::size_t byte = 0) {
        return Notice{.kind = kind, .row = row, .column = column, .count = byte, .text = {}};
    };
    if (lacksId(described, cell)) return oddity(NoticeKind::MissingId);
    if (cell.empty()) return std::nullopt;
    if (described.type == ColumnType::Json) {
        const JsonDocument document(cell);
        return document.valid() ? std::nullopt : std::optional(oddity(NoticeKind::BrokenJson, document.error()->byte));
    }
    if (isInvalid(described.type, cell))
        return oddity(described.type == ColumnType::Brn ? NoticeKind::OddBrn : NoticeKind::OddValue);
    if (contradictsChild(table, row, column)) return oddity(NoticeKind::TypeMismatch);
    return std::nullopt;
}

} // namespace idscope
