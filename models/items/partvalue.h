#pragma once

#include "models/query/query.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// What a cell holds of a JSON path or of a part of a BRN, as people look at it.
struct PartValue {
    enum class State : std::uint8_t {
        Value,   ///< `text` is it
        Missing, ///< the path leads to nothing, the cell is empty, or no BRN
        Null,    ///< JSON's null
        NotJson, ///< the cell is broken
        Unread,  ///< the cell is too long to be read while people wait
    };
    State state = State::Missing;
    ColumnType type = ColumnType::Text; ///< Json for all values but strings
    std::string text;                   ///< as operandText() has it, secrets masked
    std::size_t more = 0;               ///< further values that the path leads to
    /// Where the text stands as it is in the cell with its secrets masked; nothing when it does not (escapes).
    std::optional<std::size_t> begin;
};

/// The part that an operand (of any kind but Cell) names. O(bytes of the cell), at most longestReadJson of JSON.
PartValue partValue(const Operand& operand, std::string_view cell);

} // namespace idscope
