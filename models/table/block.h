#pragma once

#include "models/base/ids.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace idscope {

/// The codes of one column over one block, as narrow as its largest code allows.
using CodeArray =
    std::variant<std::span<const std::uint8_t>, std::span<const std::uint16_t>, std::span<const std::uint32_t>>;

/// A row whose number of cells is not that of its file's header. Surplus cells are kept as text.
struct RaggedRow {
    RowId row;
    std::uint32_t cells = 0;
    std::vector<std::string> surplus;
};

/// Up to `capacity` rows of a table, column by column. Immutable once shared.
struct Block {
    static constexpr std::uint32_t shift = 16;
    static constexpr std::uint32_t capacity = 1U << shift;
    static constexpr std::uint32_t mask = capacity - 1;

    std::vector<CodeArray> columns;
    std::span<const std::uint64_t> offsets; ///< byte of the source at which each row's record starts
    std::vector<RaggedRow> ragged;          ///< ordered by row
    std::uint32_t rows = 0;
    std::shared_ptr<const void> owner; ///< of the memory in which codes and offsets lie

    [[nodiscard]] Code code(std::uint32_t rowInBlock, std::uint32_t column) const {
        return std::visit([&](const auto& codes) { return Code{codes[rowInBlock]}; }, columns[column]);
    }
};

} // namespace idscope
