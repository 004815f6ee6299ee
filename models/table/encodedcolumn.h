#pragma once

#include "models/table/table.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace idscope {

/// One column to be written: its header cell, and how a distinct value of `column` is written. Without `text` a cell is
/// written byte for byte, but for the secrets of JSON columns.
struct WrittenColumn {
    std::string header;
    ColumnId column;
    std::function<std::string(Code)> text = {}; ///< pure; its answers are kept per distinct value
};

/// Appends a text in some format. Returns how much there is to tell about it: cells changed, or bad bytes replaced.
using CellEncoder = std::uint64_t (*)(std::string& out, std::string_view text);

/// The cells of a column in one format, each made once per distinct value (of those last seen, where they are too many
/// to keep). Secrets are masked unless revealed; columns with their own `text` decide themselves. One thread at a time;
/// table and column must outlive it.
class EncodedColumn {
public:
    EncodedColumn(const Table& table, const WrittenColumn& column, CellEncoder encoder, bool revealSecrets);

    /// The cells of rows, which are few, valid until the next call. Amortised O(rows) and O(bytes).
    void at(std::span<const RowId> rows, std::span<std::string_view> cells);
    /// The cell of a row, valid until the next call.
    std::string_view at(RowId row) {
        std::string_view cell;
        at({&row, 1}, {&cell, 1});
        return cell;
    }
    /// What the encoder had to tell about all cells asked for so far.
    [[nodiscard]] std::uint64_t told() const { return told_; }

private:
    /// How a value is written, and whether there is anything to tell about it.
    struct Cell {
        const char* bytes = nullptr; ///< null: not made yet
        std::uint64_t size : 62 = 0;
        std::uint64_t isMade : 1 = 0; ///< they are not those of the value
        std::uint64_t tells : 1 = 0;
    };

    Cell make(Code code);
    void forget();

    const Table& table_;
    const WrittenColumn& column_;
    CellEncoder encoder_;
    bool masks_;
    std::vector<Cell> cells_; ///< by code
    std::deque<std::string> made_;
    std::size_t keptBytes_ = 0;
    std::unordered_map<std::uint32_t, std::uint64_t> toldOf_; ///< by code, where not 0
    std::uint64_t told_ = 0;
    std::string text_; ///< of the value being made
};

} // namespace idscope
