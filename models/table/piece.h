#pragma once

#include "models/base/ids.h"
#include "models/csv/cells.h"
#include "models/table/notice.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace idscope {

/// Something odd about a cell or row of a piece, before it becomes a notice.
struct Finding {
    static constexpr std::uint32_t endOfRow = ~0U;

    NoticeKind kind{};
    std::uint32_t record = 0; ///< within the piece
    std::uint32_t cell = 0;   ///< within the record, or endOfRow
    std::optional<ColumnId> column;
    std::uint64_t byte = 0;
    std::uint64_t count = 0;
    std::string_view value; ///< quoted in the notice; lives as long as its dictionary
};

/// Some records of one input on their way into the table: bytes first, then cells, then codes.
struct Piece {
    std::size_t file = 0;
    std::uint32_t firstRow = 0;
    std::uint32_t rows = 0;
    std::uint64_t begin = 0; ///< byte of the input at which the first record starts
    std::size_t length = 0;

    std::vector<char> buffer;
    std::string_view bytes; ///< of the records; in the buffer, or where the source has them
    CsvCells cells;

    /// What interning a pool's cells gave; its thread writes it.
    struct Interned {
        std::uint32_t distinct = 0; ///< values in the pool behind this piece
        std::vector<Finding> findings;
    };
    std::vector<Interned> pools;
    std::vector<std::vector<std::uint32_t>> codes; ///< by column and record
};

} // namespace idscope
