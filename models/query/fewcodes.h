#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace idscope {

/// A question that few of the codes of a byte answer with yes, or few with no: rows are held against those codes many
/// at a time, instead of looking up the answer of each.
class FewCodes {
public:
    /// `answers`: 0 or 1 by code; `negated`: no counts as yes. Nothing where neither are few.
    static std::optional<FewCodes> of(std::span<const std::uint8_t> answers, bool negated);

    /// Keeps of the open rows, of which the lowest bit is the first, those whose code answers yes. O(rows × few / 16).
    void keep(const std::uint8_t* codes, std::uint32_t rows, std::span<std::uint64_t> open) const;

private:
    static constexpr std::size_t most = 8;

    [[nodiscard]] std::uint64_t among(const std::uint8_t* codes) const;
    [[nodiscard]] bool isAmong(std::uint8_t code) const;

    std::array<std::uint8_t, most> codes_{};
    std::size_t count_ = 0;
    bool excluded_ = false; ///< they are those that answer no
};

} // namespace idscope
