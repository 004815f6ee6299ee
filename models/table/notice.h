#pragma once

#include "models/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// Something about a file that a reader should know. Nothing is ever dropped because of it.
enum class NoticeKind : std::uint8_t {
    MissingRequiredColumn, ///< text: the column's name
    DuplicateColumn,       ///< text: the header cell that appears again
    OtherSeparator,        ///< one column, named as if something else than commas parted several; text: what
    ShortRow,              ///< count: cells found, expected: cells of the header
    LongRow,               ///< count: cells found, expected: cells of the header
    UnclosedQuote,         ///< the file ends inside a quoted cell
    TextAfterQuote,        ///< a quoted cell goes on after its closing quote
    QuoteInPlainCell,      ///< a quote inside a cell that does not begin with one
    LoneCarriageReturn,    ///< CR without LF outside quotes, kept as data
    NulByte,               ///< count: its byte within the cell, after unquoting
    InvalidUtf8,           ///< count: the first bad byte within the cell, after unquoting
    BrokenJson,            ///< count: byte within the cell where it breaks
    OddValue,              ///< not what its column's type says (instant, number, colour); text: the cell's beginning
    OddBrn,                ///< not a BRN: kept as an opaque name; text: its beginning
    TypeMismatch,          ///< a row's type differs from that of its BRN (Schema::typeClaim); text: the BRN's type
    MissingId,             ///< a row without the ID its resource should have
};

inline constexpr std::size_t noticeKinds = static_cast<std::size_t>(NoticeKind::MissingId) + 1;

/// Shape: where and what. `byte` is where the cell (of row notices: the record) begins, counted from the start of its
/// source file; `row` is empty for notices about headers. `text` is data from the file: show as plain text.
struct Notice {
    NoticeKind kind{};
    std::optional<RowId> row;
    std::optional<ColumnId> column;
    std::uint64_t byte = 0;
    std::uint64_t count = 0;
    std::uint64_t expected = 0;
    std::string text;
};

/// All notices of a table: the first `kept` of each kind in file order, and how many there were of each in all.
struct NoticeList {
    static constexpr std::size_t keptPerKind = 1000;
    std::vector<Notice> notices;
    std::vector<std::pair<NoticeKind, std::uint64_t>> totals;
    [[nodiscard]] std::uint64_t total() const {
        std::uint64_t sum = 0;
        for (const auto& [kind, count] : totals)
            sum += count;
        return sum;
    }
};

} // namespace idscope
