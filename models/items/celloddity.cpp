#include "models/items/celloddity.h"

#include "models/relations/brn.h"
#include "models/table/valuepool.h"

#include <string>
#include <string_view>

namespace idscope {

namespace {

/// The type of the BRN that the cell should repeat, when it contradicts it; else empty.
std::string_view contradictedType(const Table& table, RowId row, ColumnId column, std::string_view cell) {
    const Schema* schema = table.schema();
    if (schema == nullptr || schema->typeClaim.type.empty()) return {};
    if (table.find(schema->typeClaim.type) != column) return {};
    const auto brn = table.find(schema->typeClaim.brn);
    const std::string_view type = brn ? brnType(table.cell(row, *brn)) : std::string_view{};
    return type == cell ? std::string_view{} : type;
}

/// Oddities of the text itself need no flag: displayText() shows where they are.
bool showsInText(NoticeKind kind) {
    return kind == NoticeKind::NulByte || kind == NoticeKind::InvalidUtf8;
}

} // namespace

std::optional<Notice> cellOddity(const Table& table, RowId row, ColumnId column) {
    const Column& described = table.column(column);
    const std::string_view cell = table.cell(row, column);
    const auto notice = [&](NoticeKind kind, std::string_view text, std::uint64_t byte = 0) {
        constexpr std::size_t enough = 1024; // for any sentence about it
        return Notice{
            .kind = kind, .row = row, .column = column, .count = byte, .text = std::string(text.substr(0, enough))};
    };
    const bool isId = described.spec != nullptr && described.spec->name == "ID";
    for (const Oddity& oddity : oddities({.type = described.type, .requiresId = isId}, cell))
        if (!showsInText(oddity.kind))
            return notice(oddity.kind, quotesValue(oddity.kind) ? cell : std::string_view{}, oddity.byte);
    const std::string_view type = cell.empty() ? cell : contradictedType(table, row, column, cell);
    return type.empty() ? std::nullopt : std::optional(notice(NoticeKind::TypeMismatch, type));
}

} // namespace idscope
