#include "models/items/shownrows.h"

#include <algorithm>
#include <limits>

namespace idscope {

namespace {

constexpr std::uint32_t notShown = std::numeric_limits<std::uint32_t>::max();

} // namespace

ShownRows ShownRows::all(std::uint32_t count) {
    return {count, nullptr};
}

ShownRows ShownRows::ascending(RowList rows) {
    const auto size = static_cast<std::uint32_t>(rows.size());
    return {size, std::make_shared<const List>(List{.rows = std::move(rows), .positions = {}})};
}

ShownRows ShownRows::ordered(RowList rows, std::uint32_t tableRows) {
    std::vector<std::uint32_t> positions(tableRows, notShown);
    for (std::uint32_t position = 0; const RowId row : rows)
        positions[row.value] = position++;
    const auto size = static_cast<std::uint32_t>(rows.size());
    return {size, std::make_shared<const List>(List{.rows = std::move(rows), .positions = std::move(positions)})};
}

std::optional<std::uint32_t> ShownRows::find(RowId row) const {
    if (!list_) return row.value < size_ ? std::optional(row.value) : std::nullopt;
    if (list_->positions.empty()) {
        const auto found = std::ranges::lower_bound(list_->rows, row);
        if (found == list_->rows.end() || *found != row) return std::nullopt;
        return static_cast<std::uint32_t>(found - list_->rows.begin());
    }
    if (row.value >= list_->positions.size() || list_->positions[row.value] == notShown) return std::nullopt;
    return list_->positions[row.value];
}

} // namespace idscope
