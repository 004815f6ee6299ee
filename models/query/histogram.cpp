#include "models/query/histogram.h"

#include "models/query/binedges.h"
#include "models/query/decimal.h"
#include "models/query/expression.h"
#include "models/query/texttests.h"

#include <algorithm>
#include <cmath>

namespace idscope {

namespace {

/// A column of few values is a list, whatever they are.
constexpr std::uint32_t fewValues = 12;
/// Of a hundred values so many must be on the axis.
constexpr std::uint64_t nearlyAll = 90;

struct NumberAxis {
    using Place = Decimal;
    /// Within JSON, "3" is no number.
    static std::optional<Decimal> read(std::string_view text, ValueKind kind, bool isPath) {
        return kind == (isPath ? ValueKind::Number : ValueKind::Text) ? parseDecimal(text) : std::nullopt;
    }
    static Decimal edge(const std::string& literal) { return *parseDecimal(literal); }
    static std::optional<Decimal> readLiteral(const Literal& literal, Instant) { return parseDecimal(literal.text); }
    static std::vector<BinEdge> edges(const Decimal& smallest, const Decimal& largest, bool whole) {
        return numberEdges(smallest, largest, whole, HistogramBins::mostBins);
    }
    static bool isWhole(const Decimal& number) {
        return number.exponent >= static_cast<std::int64_t>(number.digits.size());
    }
    /// Only between neighbouring edges, which are near.
    static long double place(const Decimal& number) { return nearest(number); }
};

struct InstantAxis {
    using Place = Instant;
    // 0001-01-01T00:00:00Z and the end of 9999: an offset may lead out of these years, where no literal is.
    static constexpr Instant first{-62'135'596'800, 0};
    static constexpr Instant last{253'402'300'799, 999'999'999};
    static std::optional<Instant> read(std::string_view text, ValueKind kind, bool) {
        const auto instant = kind == ValueKind::Text ? parseInstant(text) : std::nullopt;
        return instant && *instant >= first && *instant <= last ? instant : std::nullopt;
    }
    static Instant edge(const std::string& literal) { return *parseInstant(literal); }
    static std::optional<Instant> readLiteral(const Literal& literal, Instant now) { return instantOf(literal, now); }
    static bool isWhole(Instant) { return true; }
    static std::vector<BinEdge> edges(Instant smallest, Instant largest, bool) {
        return instantEdges(smallest, largest, HistogramBins::mostBins);
    }
    static long double place(Instant instant) {
        return static_cast<long double>(instant.seconds) + static_cast<long double>(instant.nanos) / 1e9L;
    }
};

/// The edges that values are compared with: of the outermost bins, one is none.
template <class Of>
std::vector<typename Of::Place> innerEdges(const std::vector<BinEdge>& edges) {
    std::vector<typename Of::Place> inner;
    for (std::size_t i = 1; i + 1 < edges.size(); ++i)
        inner.push_back(Of::edge(edges[i].literal));
    return inner;
}

template <class Of>
std::shared_ptr<const HistogramBins> make(Axis axis, const Operand& operand, const OperandValues& values,
                                          std::span<const std::uint32_t> perValue, const std::stop_token& stop) {
    std::vector<std::optional<typename Of::Place>> places(values.size());
    const bool isPath = operand.kind == Operand::Kind::Path;
    std::optional<std::uint32_t> smallest;
    std::optional<std::uint32_t> largest;
    bool whole = true;
    for (std::uint32_t value = 0; value < values.size(); ++value) {
        if (stop.stop_requested()) return nullptr;
        if (perValue[value] == 0) continue;
        places[value] = Of::read(values.text(value), values.kind(value), isPath);
        if (!places[value]) continue;
        whole = whole && Of::isWhole(*places[value]);
        if (!smallest || *places[value] < *places[*smallest]) smallest = value;
        if (!largest || *places[value] > *places[*largest]) largest = value;
    }
    if (!smallest) return nullptr;
    auto bins = std::make_shared<HistogramBins>();
    bins->axis = axis;
    bins->edges = Of::edges(*places[*smallest], *places[*largest], whole);
    if (bins->edges.empty()) return nullptr;
    bins->smallest = values.text(*smallest);
    bins->largest = values.text(*largest);
    const auto inner = innerEdges<Of>(bins->edges);
    bins->binOf.reserve(values.size());
    for (const auto& place : places)
        bins->binOf.push_back(
            place ? static_cast<std::uint32_t>(std::ranges::upper_bound(inner, *place) - inner.begin()) : bins->bins());
    return bins;
}

template <class Of>
std::optional<double> placeOn(const HistogramBins& bins, const Literal& literal, Instant now) {
    const auto place = Of::readLiteral(literal, now);
    if (!place) return std::nullopt;
    const auto inner = innerEdges<Of>(bins.edges);
    const auto bin = static_cast<std::size_t>(std::ranges::upper_bound(inner, *place) - inner.begin());
    const long double begin = bins.edges[bin].place;
    const long double length = bins.edges[bin + 1].place - begin;
    return static_cast<double>(static_cast<long double>(bin) +
                               std::clamp((Of::place(*place) - begin) / length, 0.0L, 1.0L));
}

} // namespace

std::optional<Axis> suitableAxis(const Operand& operand, const Table& table, const OperandValues& values) {
    if (values.hasSeveral()) return std::nullopt; // `>= a and < b` could be met by two of them
    const bool isPath = operand.kind == Operand::Kind::Path;
    if (operand.kind != Operand::Kind::Cell && !isPath) return std::nullopt;
    const ColumnType type = table.column(operand.column).type;
    if (!isPath && type == ColumnType::Instant) return Axis::Instants;
    if (!isPath && type == ColumnType::Number) return Axis::Numbers;
    if ((!isPath && type != ColumnType::Text) || values.size() <= fewValues) return std::nullopt;
    std::uint64_t numbers = 0;
    std::uint64_t instants = 0;
    for (std::uint32_t value = 0; value < values.size(); ++value) {
        const ValueKind kind = values.kind(value);
        const std::string_view text = values.text(value);
        if (isPath ? kind == ValueKind::Number : parseDecimal(text).has_value())
            ++numbers;
        else if (kind == ValueKind::Text && parseInstant(text))
            ++instants;
    }
    const auto isNearlyAll = [&](std::uint64_t count) { return count * 100 >= values.size() * nearlyAll; };
    return isNearlyAll(instants)  ? std::optional(Axis::Instants)
           : isNearlyAll(numbers) ? std::optional(Axis::Numbers)
                                  : std::nullopt;
}

std::vector<std::uint64_t> HistogramBins::perBin(std::span<const std::uint32_t> perValue) const {
    std::vector<std::uint64_t> counts(std::size_t{bins()} + 1);
    for (std::size_t value = 0; value < binOf.size(); ++value)
        counts[binOf[value]] += perValue[value];
    return counts;
}

std::optional<double> HistogramBins::placeOf(const Literal& literal, Instant now) const {
    return axis == Axis::Numbers ? placeOn<NumberAxis>(*this, literal, now) : placeOn<InstantAxis>(*this, literal, now);
}

std::shared_ptr<const HistogramBins> histogramBins(Axis axis, const Operand& operand, const OperandValues& values,
                                                   std::span<const std::uint32_t> perValue,
                                                   const std::stop_token& stop) {
    return axis == Axis::Numbers ? make<NumberAxis>(axis, operand, values, perValue, stop)
                                 : make<InstantAxis>(axis, operand, values, perValue, stop);
}

} // namespace idscope
