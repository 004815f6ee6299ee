#pragma once

#include "models/query/query.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace idscope {

/// The rows a view shows, in its order: every row of a table in file order, or a list. Immutable and cheap to copy (a
/// pointer); may be made on a worker and read on any thread.
class ShownRows {
public:
    /// The first `count` rows in file order. O(1).
    static ShownRows all(std::uint32_t count);
    /// A list as select() gives it: in file order. O(1).
    static ShownRows ascending(RowList rows);
    /// A list in any order, each row once, of a table of `tableRows` rows. O(tableRows).
    static ShownRows ordered(RowList rows, std::uint32_t tableRows);

    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] RowId at(std::uint32_t position) const { return list_ ? list_->rows[position] : RowId{position}; }
    /// Where a row is shown, or nothing. O(1), O(log size) for ascending lists.
    [[nodiscard]] std::optional<std::uint32_t> find(RowId row) const;

    [[nodiscard]] bool isAll() const { return list_ == nullptr; }
    /// The list; not to be called when isAll().
    [[nodiscard]] const RowList& list() const { return list_->rows; }

private:
    struct List {
        RowList rows;
        std::vector<std::uint32_t> positions; ///< per row of the table; empty: `rows` ascends
    };
    ShownRows(std::uint32_t size, std::shared_ptr<const List> list) : size_(size), list_(std::move(list)) {}

    std::uint32_t size_ = 0;
    std::shared_ptr<const List> list_;
};

} // namespace idscope
