#pragma once

#include "models/query/binedges.h"
#include "models/query/operandvalues.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace idscope {

/// What the values of an operand are on an axis.
enum class Axis : std::uint8_t { Numbers, Instants };

/// The axis that suits an operand: that of its column's type, or of nearly all its values when they are many; nothing
/// for values that are names, and where a cell may have several. O(distinct) for columns without such a type.
std::optional<Axis> suitableAxis(const Operand& operand, const Table& table, const OperandValues& values);

/// The bins of a histogram: at most `mostBins`, of nice lengths (1, 2, 5 × 10^n; seconds to centuries by the calendar
/// in UTC) from the smallest value to the largest, exact to the last digit. A few rows far from all others would leave
/// those in one bar: what lies far below, or above, has one bin of its own at that end, as long as it has to be.
/// Immutable.
struct HistogramBins {
    static constexpr std::size_t mostBins = 40;

    Axis axis{};
    /// One more than there are bins, ascending: bin i holds what is `>= edges[i]` and `< edges[i + 1]`.
    std::vector<BinEdge> edges;
    bool farBelow = false;            ///< the first bin holds what lies far below all others
    bool farAbove = false;            ///< the last bin holds what lies far above
    std::string smallest;             ///< as written first; neither far below
    std::string largest;              ///< nor far above
    std::vector<std::uint32_t> binOf; ///< per value of the operand; bins() when it is not on the axis

    [[nodiscard]] std::uint32_t bins() const { return static_cast<std::uint32_t>(edges.size()) - 1; }
    /// Where the bins of equal length begin and end.
    [[nodiscard]] const BinEdge& begin() const { return edges[farBelow ? 1 : 0]; }
    [[nodiscard]] const BinEdge& end() const { return edges[edges.size() - (farAbove ? 2 : 1)]; }
    /// How many rows each bin holds, and, last, how many have a value that is not on the axis. O(values).
    [[nodiscard]] std::vector<std::uint64_t> perBin(std::span<const std::uint32_t> perValue) const;
    /// Where a literal (`10`, `2024-06-01`, `-90d`) stands: whole bins from the left, and its share of the one it is
    /// in; 0 and bins() for what lies outside. Nothing when it is not on the axis.
    [[nodiscard]] std::optional<double> placeOf(const Literal& literal, Instant now) const;
};

/// Bins for the values that some row has (`perValue` is not 0). Null when none is on the axis, when numbers are too far
/// apart for bins, or when stopped. O(values log bins).
std::shared_ptr<const HistogramBins> histogramBins(Axis axis, const Operand& operand, const OperandValues& values,
                                                   std::span<const std::uint32_t> perValue,
                                                   const std::stop_token& stop = {});

} // namespace idscope
