#include "models/items/celloddity.h"

#include "models/relations/brn.h"

#include <algorithm>

namespace idscope {

namespace {

std::optional<Oddity> notedBreak(const Table& table, RowId row, ColumnId column) {
    const auto& notices = table.notices().notices;
    const auto noted = std::ranges::find_if(notices, [&](const Notice& notice) {
        return notice.kind == NoticeKind::BrokenJson && notice.row == row && notice.column == column;
    });
    if (noted == notices.end()) return std::nullopt;
    return Oddity{.kind = NoticeKind::BrokenJson, .byte = noted->count};
}

} // namespace

std::optional<Oddity> valueOddity(const Table& table, RowId row, ColumnId column) {
    const Column& described = table.column(column);
    const std::string_view cell = table.cell(row, column);
    if (described.type == ColumnType::Json && cell.size() > longestReadJson) return notedBreak(table, row, column);
    const bool isId = described.spec != nullptr && described.spec->name == "ID";
    return typeOddity({.type = described.type, .requiresId = isId}, cell);
}

std::string_view contradictedType(const Table& table, RowId row, ColumnId column) {
    const Schema* schema = table.schema();
    if (schema == nullptr || schema->typeClaim.type.empty()) return {};
    const ColumnSpec* spec = table.column(column).spec; // asked for every painted cell
    if (spec == nullptr || spec->name != schema->typeClaim.type) return {};
    const std::string_view cell = table.cell(row, column);
    const auto brn = table.find(schema->typeClaim.brn);
    const std::string_view type = !cell.empty() && brn ? brnType(table.cell(row, *brn)) : std::string_view{};
    return type == cell ? std::string_view{} : type;
}

} // namespace idscope
