#pragma once

#include "models/query/query.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace idscope {

/// Appends a cell in some format. Returns how much there is to tell about it: cells changed, or bad bytes replaced.
using CellWriter = std::uint64_t (*)(std::string& out, std::string_view text);

/// An operand's texts in one format, each made once per distinct value of its column. Secrets are masked unless
/// revealed. One thread; the table must outlive it.
class RenderedColumn {
public:
    RenderedColumn(const Table& table, Operand operand, CellWriter writer, bool revealSecrets);

    /// The cell of a row, valid until the next call. Amortised O(1) and O(bytes).
    std::string_view at(RowId row);
    /// What the writer had to tell about all cells asked for so far.
    [[nodiscard]] std::uint64_t told() const { return told_; }

private:
    static constexpr std::uint32_t unknown = 0;
    static constexpr std::uint32_t asItIs = 1; ///< the value's own bytes
    static constexpr std::uint32_t firstMade = 2;

    void make(Code code);

    const Table& table_;
    Operand operand_;
    CellWriter writer_;
    bool revealSecrets_;
    std::vector<std::uint32_t> states_; ///< by code
    std::deque<std::string> made_;
    std::unordered_map<std::uint32_t, std::uint64_t> toldOf_; ///< by code, where not 0
    std::uint64_t told_ = 0;
    std::string text_; ///< of the value being made
};

} // namespace idscope
