#pragma once

#include "models/items/shownrows.h"
#include "models/table/table.h"

#include <QString>

#include <cstdint>
#include <expected>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

enum class CopyFormat : std::uint8_t { Tsv, Csv, Json, Markdown };

/// Rows as they are shown, from `first` on.
struct RowRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// What to copy: these rows and columns, in this order.
struct CopyRequest {
    TablePtr table;
    ShownRows rows = ShownRows::all(0);
    std::vector<RowRange> ranges; ///< into `rows`
    std::vector<Operand> columns;
    CopyFormat format = CopyFormat::Tsv;
    bool headers = false;
    [[nodiscard]] std::uint64_t rowCount() const;
};

enum class CopyError : std::uint8_t {
    TooLong,      ///< more than maximumCopiedBytes
    StillLoading, ///< cells of very long records, which are read when they are loaded
    OutOfMemory,
    Cancelled,
};

/// No clipboard is given more. Saving has no limit.
inline constexpr std::size_t maximumCopiedBytes = std::size_t{64} * 1024 * 1024;

/// Appends one cell of tab-separated text, as copies have it. O(bytes).
void appendTsvCell(std::string& out, std::string_view cell);

/// The cells as text, exactly, but for secrets, which are dots (copies are never revealed):
/// - Tsv: quoted where a tab, quote or line end makes it necessary
/// - Csv: as saved
/// - Json: objects by column name, every value a string; without headers arrays
/// - Markdown: a table, its own signs escaped, line ends as <br>; without headers its head is empty
/// `progress` is told the rows done, every some thousand. O(bytes), any thread.
std::expected<QString, CopyError> copyText(const CopyRequest& request, const std::stop_token& stop,
                                           const std::function<void(std::uint64_t rows)>& progress);

} // namespace idscope
