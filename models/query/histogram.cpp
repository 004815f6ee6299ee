#include "models/query/histogram.h"

#include "models/query/binedges.h"
#include "models/query/decimal.h"
#include "models/query/expression.h"
#include "models/query/texttests.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

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
    static std::vector<BinEdge> edges(const Decimal& smallest, const Decimal& largest, bool whole, std::size_t most) {
        return numberEdges(smallest, largest, whole, most);
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
    static std::vector<BinEdge> edges(Instant smallest, Instant largest, bool, std::size_t most) {
        return instantEdges(smallest, largest, most);
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

/// Where each value stands on the axis; nothing: nowhere, or no row has it. Empty when stopped.
template <class Of>
using Places = std::vector<std::optional<typename Of::Place>>;

template <class Of>
Places<Of> placesOf(const Operand& operand, const OperandValues& values, std::span<const std::uint32_t> perValue,
                    const std::stop_token& stop) {
    Places<Of> places(values.size());
    const bool isPath = operand.kind == Operand::Kind::Path;
    for (std::uint32_t value = 0; value < values.size(); ++value) {
        if (stop.stop_requested()) return {};
        if (perValue[value] > 0) places[value] = Of::read(values.text(value), values.kind(value), isPath);
    }
    return places;
}

/// The values at both ends of those within a fence.
struct Ends {
    std::uint32_t smallest = 0;
    std::uint32_t largest = 0;
};

template <class Of, class Within>
std::optional<Ends> endsOf(const Places<Of>& places, const Within& within) {
    std::optional<Ends> ends;
    for (std::uint32_t value = 0; value < places.size(); ++value) {
        if (!places[value] || !within(value)) continue;
        if (!ends) ends = Ends{value, value};
        if (*places[value] < *places[ends->smallest]) ends->smallest = value;
        if (*places[value] > *places[ends->largest]) ends->largest = value;
    }
    return ends;
}

/// Places as numbers, ascending, each with its rows: of all values, or of so many, evenly chosen, that they tell where
/// most rows are.
template <class Of>
std::vector<std::pair<long double, std::uint64_t>> sampled(const Places<Of>& places,
                                                           std::span<const std::uint32_t> perValue) {
    constexpr std::size_t enough = 20'000;
    const std::size_t stride = std::max<std::size_t>(1, places.size() / enough);
    std::vector<std::pair<long double, std::uint64_t>> sample;
    for (std::size_t value = 0; value < places.size(); value += stride)
        if (places[value]) sample.emplace_back(Of::place(*places[value]), perValue[value]);
    std::ranges::sort(sample);
    return sample;
}

/// Where nearly all rows are, when a few lie so far from them that bins of one length would show those alone.
template <class Of>
std::optional<Ends> bulkOf(const Places<Of>& places, std::span<const std::uint32_t> perValue, const Ends& all) {
    constexpr std::uint64_t fewRows = 20; // of which none is far from "most"
    constexpr std::uint64_t oneIn = 100;  // at either end may be far
    constexpr long double far = 8;        // times as long as what nearly all rows take
    const auto sample = sampled<Of>(places, perValue);
    std::uint64_t rows = 0;
    for (const auto& [place, count] : sample)
        rows += count;
    if (rows < fewRows) return std::nullopt;
    const std::uint64_t left = std::max<std::uint64_t>(1, rows / oneIn);
    const auto leaving = [left](auto range) {
        std::uint64_t passed = 0;
        const auto at = std::ranges::find_if(range, [&](const auto& one) { return (passed += one.second) > left; });
        return (*at).first;
    };
    const long double low = leaving(std::views::all(sample));
    const long double high = leaving(sample | std::views::reverse);
    const long double length = high - low;
    const long double whole = Of::place(*places[all.largest]) - Of::place(*places[all.smallest]);
    if (!(length > 0) || !std::isfinite(whole) || whole <= far * length) return std::nullopt;
    std::uint64_t inAll = 0;
    std::uint64_t inside = 0;
    const auto ends = endsOf<Of>(places, [&](std::uint32_t value) {
        const long double place = Of::place(*places[value]);
        const bool isNear = place >= low - length && place <= high + length;
        inAll += perValue[value];
        inside += isNear ? perValue[value] : 0;
        return isNear;
    });
    return (inAll - inside) * oneIn <= 3 * inAll ? ends : std::nullopt;
}

/// Edges around all values, with a bin for what is far from the bulk at either end.
template <class Of>
void setEdges(HistogramBins& bins, const Places<Of>& places, const Ends& all, const Ends& bulk, bool whole) {
    bins.farBelow = *places[all.smallest] < *places[bulk.smallest];
    bins.farAbove = *places[all.largest] > *places[bulk.largest];
    const std::size_t ends = (bins.farBelow ? 1U : 0U) + (bins.farAbove ? 1U : 0U);
    bins.edges = Of::edges(*places[bulk.smallest], *places[bulk.largest], whole, HistogramBins::mostBins - ends);
    const auto around = [&](std::uint32_t value) { return Of::edges(*places[value], *places[value], whole, 1); };
    const auto first = bins.farBelow ? around(all.smallest) : std::vector<BinEdge>();
    const auto last = bins.farAbove ? around(all.largest) : std::vector<BinEdge>();
    if (bins.edges.empty() || (bins.farBelow && first.empty()) || (bins.farAbove && last.empty()))
        return bins.edges.clear();
    if (bins.farBelow) bins.edges.insert(bins.edges.begin(), first.front());
    if (bins.farAbove) bins.edges.push_back(last.back());
}

template <class Of>
std::shared_ptr<const HistogramBins> make(Axis axis, const Operand& operand, const OperandValues& values,
                                          std::span<const std::uint32_t> perValue, const std::stop_token& stop) {
    const Places<Of> places = placesOf<Of>(operand, values, perValue, stop);
    const auto all = endsOf<Of>(places, [](std::uint32_t) { return true; });
    if (!all) return nullptr;
    const bool whole = std::ranges::all_of(places, [](const auto& place) { return !place || Of::isWhole(*place); });
    const Ends bulk = bulkOf<Of>(places, perValue, *all).value_or(*all);
    auto bins = std::make_shared<HistogramBins>();
    bins->axis = axis;
    setEdges<Of>(*bins, places, *all, bulk, whole);
    if (bins->edges.empty()) return nullptr;
    bins->smallest = values.text(bulk.smallest);
    bins->largest = values.text(bulk.largest);
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
