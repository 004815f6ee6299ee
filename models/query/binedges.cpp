#include "models/query/binedges.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace idscope {

namespace {

using namespace std::chrono;

/// `count` × 10^exponent as people write it.
std::string decimalText(std::int64_t count, int exponent) {
    const bool negative = count < 0;
    std::string digits =
        std::to_string(negative ? -static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count));
    if (count == 0) return digits;
    if (exponent >= 0) {
        digits.append(static_cast<std::size_t>(exponent), '0');
    } else {
        const auto behind = static_cast<std::size_t>(-exponent);
        if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
        digits.insert(digits.size() - behind, 1, '.');
        while (digits.back() == '0')
            digits.pop_back();
        if (digits.back() == '.') digits.pop_back();
    }
    return negative ? '-' + digits : digits;
}

/// A number near it; nothing when it is beyond what bins are made of.
std::optional<long double> near(const Decimal& number) {
    constexpr std::int64_t largest = 300;
    if (number.exponent > largest) return std::nullopt;
    Decimal counted = number;
    counted.exponent = std::max(number.exponent, -largest);
    return nearest(counted);
}

/// The multiples of `step` × 10^exponent around two numbers.
std::vector<BinEdge> edgesBy(std::int64_t step, int exponent, const Decimal& smallest, const Decimal& largest,
                             std::size_t most) {
    const auto low = near(smallest);
    const long double unit = static_cast<long double>(step) * std::pow(10.0L, static_cast<long double>(exponent));
    const long double first = std::floor(*low / unit);
    constexpr long double countable = 1e18L;
    if (!(std::fabs(first) * static_cast<long double>(step) < countable)) return {};
    auto at = static_cast<std::int64_t>(first);
    const auto text = [&](std::int64_t multiple) { return decimalText(multiple * step, exponent); };
    const auto edge = [&] { return BinEdge{text(at), static_cast<long double>(at) * unit}; };
    // What was computed may be off by one.
    while (*parseDecimal(text(at)) > smallest)
        --at;
    while (*parseDecimal(text(at + 1)) <= smallest)
        ++at;
    std::vector<BinEdge> edges{edge()};
    while (*parseDecimal(edges.back().literal) <= largest) {
        if (edges.size() > most) return {};
        ++at;
        edges.push_back(edge());
    }
    return edges;
}

/// A length of bins by the calendar: so many seconds, or so many months.
struct CalendarStep {
    std::int64_t seconds = 0;
    int months = 0;
};

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t week = 7 * day;
constexpr std::array calendarSteps = {
    CalendarStep{1, 0},      CalendarStep{5, 0},          CalendarStep{15, 0},          CalendarStep{30, 0},
    CalendarStep{minute, 0}, CalendarStep{5 * minute, 0}, CalendarStep{15 * minute, 0}, CalendarStep{30 * minute, 0},
    CalendarStep{hour, 0},   CalendarStep{3 * hour, 0},   CalendarStep{6 * hour, 0},    CalendarStep{12 * hour, 0},
    CalendarStep{day, 0},    CalendarStep{week, 0},       CalendarStep{0, 1},           CalendarStep{0, 3},
    CalendarStep{0, 6},      CalendarStep{0, 12},         CalendarStep{0, 24},          CalendarStep{0, 60},
    CalendarStep{0, 120},    CalendarStep{0, 240},        CalendarStep{0, 600},         CalendarStep{0, 1200},
    CalendarStep{0, 2400},   CalendarStep{0, 6000},
};

std::int64_t floorTo(std::int64_t value, std::int64_t step) {
    return (value / step - (value % step < 0 ? 1 : 0)) * step;
}

/// Months since year 0 of an instant's month.
std::int64_t monthOf(Instant instant) {
    const year_month_day date(floor<days>(sys_seconds(seconds(instant.seconds))));
    return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
}

Instant beginOfMonth(std::int64_t month) {
    const auto inYear = static_cast<unsigned>(month - floorTo(month, 12)) + 1;
    const sys_days date = year(static_cast<int>(floorTo(month, 12) / 12)) / std::chrono::month(inYear) / 1;
    return {sys_seconds(date).time_since_epoch().count(), 0};
}

std::vector<Instant> edgesBy(CalendarStep step, Instant smallest, Instant largest, std::size_t most) {
    constexpr std::int64_t mondayBeforeEpoch = -3 * day;
    const std::int64_t origin = step.seconds == week ? mondayBeforeEpoch : 0;
    std::int64_t at = step.months > 0 ? floorTo(monthOf(smallest), step.months)
                                      : floorTo(smallest.seconds - origin, step.seconds) + origin;
    const auto instant = [&] { return step.months > 0 ? beginOfMonth(at) : Instant{at, 0}; };
    std::vector<Instant> edges{instant()};
    while (edges.back() <= largest) {
        if (edges.size() > most) return {};
        at += step.months > 0 ? step.months : step.seconds;
        edges.push_back(instant());
    }
    return edges;
}

} // namespace

std::vector<BinEdge> numberEdges(const Decimal& smallest, const Decimal& largest, bool whole, std::size_t most) {
    const auto low = near(smallest);
    const auto high = near(largest);
    if (!low || !high) return {};
    if (smallest == largest) { // one bin, as long as people count it
        const std::int64_t last = smallest.exponent - static_cast<std::int64_t>(smallest.digits.size());
        if (last < -300) return {};
        return edgesBy(1, static_cast<int>(std::min<std::int64_t>(0, last)), smallest, largest, most);
    }
    const long double fewest = (*high - *low) / static_cast<long double>(most);
    if (!(fewest > 0)) return {};
    int exponent = static_cast<int>(std::floor(std::log10(fewest)));
    if (whole) exponent = std::max(exponent, 0);
    for (int tries = 0; tries < 3; ++tries, ++exponent)
        for (const std::int64_t step : {1, 2, 5}) {
            if (auto edges = edgesBy(step, exponent, smallest, largest, most); !edges.empty()) return edges;
        }
    return {};
}

std::vector<BinEdge> instantEdges(Instant smallest, Instant largest, std::size_t most) {
    constexpr std::string_view midnight = "T00:00:00Z";
    for (const CalendarStep& step : calendarSteps) {
        const std::vector<Instant> edges = edgesBy(step, smallest, largest, most);
        if (edges.empty()) continue;
        std::vector<BinEdge> named;
        named.reserve(edges.size());
        for (const Instant edge : edges)
            named.push_back({toText(edge), static_cast<long double>(edge.seconds)});
        const auto isDate = [&](const BinEdge& edge) { return edge.literal.ends_with(midnight); };
        if (std::ranges::all_of(named, isDate))
            for (BinEdge& edge : named)
                edge.literal.resize(edge.literal.size() - midnight.size());
        return named;
    }
    return {};
}

} // namespace idscope
