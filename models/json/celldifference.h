#pragma once

#include "models/json/json.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// JSON cells beside each other: what leads to a value in any of them, and the values. What holds others (objects and
/// arrays that are not empty) is no line of its own.
struct CellDifference {
    static constexpr std::size_t mostLines = 2000;
    static constexpr std::size_t longestCell = std::size_t{1} << 20; ///< bytes; longer ones are not read

    struct Value {
        JsonKind kind{};
        std::string text; ///< as written; dots where it is secret
        bool secret = false;
    };
    struct Line {
        std::string path; ///< as the filter language writes it behind the column; empty: the cell itself
        std::vector<std::optional<Value>> values; ///< one per cell; nothing: there is none
        /// Not all cells have it, or not the same value. Secrets are not told apart. Cells that can't be read don't
        /// count.
        bool differs = false;
    };
    std::vector<Line> lines;      ///< in the order of the first cell that has them
    std::size_t left = 0;         ///< lines beyond mostLines, which are left out
    std::vector<bool> unreadable; ///< per cell: no JSON, or too long
};

/// Nothing when stopped. O(bytes log lines).
std::optional<CellDifference> compareCells(std::span<const std::string_view> cells, const std::stop_token& stop = {});

} // namespace idscope
