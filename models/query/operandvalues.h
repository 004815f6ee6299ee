#pragma once

#include "models/base/arena.h"
#include "models/query/query.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

/// What a value of an operand is. The cells of a column and the parts of a BRN are Text.
enum class ValueKind : std::uint8_t {
    Text,      ///< within JSON: a string, decoded
    Number,    ///< within JSON; 3, 3.0 and 3e0 are one value
    Constant,  ///< within JSON: true or false
    Container, ///< within JSON: an object or array, as written but for its secrets; equals nothing in the language
    Secret,    ///< a masked secret, or a cell that holds one; equals nothing either
};

/// The distinct values of an operand as the filter language tells them apart, and which of them each distinct cell of
/// its column has: none, one or, under a path, several. Values are numbered from 0; behind them stand two more things
/// that a cell can be: empty() as `is empty` has it (cells that are no JSON are among them when it is about a path),
/// and invalid() as `is invalid` has it of a path's column. Immutable; any thread; its texts live as long as the table.
class OperandValues {
public:
    /// Reads the cells' values, and keeps them with the table. Null when stopped. O(bytes of the distinct cells);
    /// O(distinct) for columns whose values are their cells; O(1) when asked again.
    static std::shared_ptr<const OperandValues> of(const Operand& operand, const Table& table,
                                                   const std::stop_token& stop = {});

    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::uint32_t empty() const { return size_; }
    [[nodiscard]] std::uint32_t invalid() const { return size_ + 1; }
    /// Of a value below size().
    [[nodiscard]] std::string_view text(std::uint32_t value) const;
    [[nodiscard]] ValueKind kind(std::uint32_t value) const;
    /// Whether a cell may have several values: then counts of values add up to more than there are rows.
    [[nodiscard]] bool hasSeveral() const { return hasSeveral_; }

    /// How many rows have each value, empty() and invalid(), from how many have each code. O(distinct).
    [[nodiscard]] std::vector<std::uint32_t> perValue(std::span<const std::uint32_t> perCode) const;

private:
    friend class OperandValuesMaker;

    const Dictionary* dictionary_ = nullptr; ///< of values that are cells: their numbers are codes
    std::uint32_t size_ = 0;
    std::uint32_t emptyCode_ = 0; ///< of the empty cell among them; size_ when there is none
    bool hasSeveral_ = false;

    // of all others
    std::vector<std::uint32_t> byCode_;                            ///< the first value of each code, or empty()
    std::vector<std::pair<std::uint32_t, std::uint32_t>> further_; ///< code and one more thing that it is
    std::vector<std::pair<std::string_view, ValueKind>> values_;
    Arena texts_; ///< those that no dictionary holds
};

/// How many rows have each code of a column's dictionary: all rows, or some, each named once. O(rows + distinct), any
/// thread; takes two for many rows.
std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column);
std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column, std::span<const RowId> rows);

} // namespace idscope
