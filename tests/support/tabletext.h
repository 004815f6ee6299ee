#pragma once

#include "models/table/table.h"

#include <string>
#include <utility>

namespace idscope::test {

/// A table as text, a row per line, cells between bars; surplus cells behind `+`.
inline std::string rowsText(const Table& table) {
    std::string text;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        for (std::uint32_t column = 0; column < table.columnCount(); ++column) {
            if (column > 0) text += '|';
            text += table.cell(RowId{row}, ColumnId{column});
        }
        if (const RaggedRow* ragged = table.raggedAt(RowId{row}))
            for (const std::string& cell : ragged->surplus)
                text += "+" + cell;
        text += '\n';
    }
    return text;
}

/// The labels of all columns between bars; derived ones in parentheses.
inline std::string labelsText(const Table& table) {
    std::string text;
    for (const Column& column : table.columns()) {
        if (&column != &table.columns().front()) text += '|';
        text += column.isDerived() ? "(" + column.label + ")" : column.label;
    }
    return text;
}

/// The notices, one per line: kind, row from 1 and column (`-`: none), byte, count, expected, text.
inline std::string noticesText(const Table& table) {
    static constexpr const char* names[] = {"MissingRequiredColumn",
                                            "DuplicateColumn",
                                            "OtherSeparator",
                                            "ShortRow",
                                            "LongRow",
                                            "UnclosedQuote",
                                            "TextAfterQuote",
                                            "QuoteInPlainCell",
                                            "LoneCarriageReturn",
                                            "NulByte",
                                            "InvalidUtf8",
                                            "BrokenJson",
                                            "OddValue",
                                            "OddBrn",
                                            "TypeMismatch",
                                            "MissingId"};
    std::string text;
    for (const Notice& notice : table.notices().notices) {
        text += names[std::to_underlying(notice.kind)];
        text += " row " + (notice.row ? std::to_string(notice.row->value + 1) : "-");
        text += " column " + (notice.column ? table.column(*notice.column).label : "-");
        text += " byte " + std::to_string(notice.byte);
        if (notice.count > 0) text += " count " + std::to_string(notice.count);
        if (notice.expected > 0) text += " expected " + std::to_string(notice.expected);
        if (!notice.text.empty()) text += " \"" + notice.text + "\"";
        text += '\n';
    }
    return text;
}

/// All of a table: cells, codes, offsets and notices.
inline std::string wholeText(const Table& table) {
    std::string text = labelsText(table) + "\n" + rowsText(table) + noticesText(table);
    for (const auto& [kind, count] : table.notices().totals)
        text += std::to_string(static_cast<int>(kind)) + "=" + std::to_string(count) + " ";
    for (std::uint32_t column = 0; column < table.columnCount(); ++column)
        text += std::to_string(table.distinct(ColumnId{column})) + " ";
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        for (std::uint32_t column = 0; column < table.columnCount(); ++column)
            text += std::to_string(table.code(RowId{row}, ColumnId{column}).value) + " ";
        const Block& block = *table.blocks()[row >> Block::shift];
        text += "@" + std::to_string(block.offsets[row & Block::mask]) + "\n";
    }
    return text + std::to_string(table.bytes());
}

} // namespace idscope::test
