#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// A point in time: seconds since 1970-01-01T00:00:00Z and nanoseconds on top (0 … 999,999,999).
struct Instant {
    std::int64_t seconds = 0;
    std::int32_t nanos = 0;
    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// Reads every form of the contract: `2021-07-26T18:00:00Z`, with up to nine digits of fraction, with offset
/// (`+05:30`), Go's `2024-06-13 06:17:04 +0000 UTC`, zoneless (UTC), date-only (first instant, UTC), `MM/DD/YYYY`.
/// Nothing for anything else, impossible dates and times included. Years 0001 to 9999.
std::optional<Instant> parseInstant(std::string_view text);

/// Reads `-30d`, `-12h`, `-2w` (counted back from `now`).
std::optional<Instant> parseRelativeInstant(std::string_view text, Instant now);

/// The system clock.
Instant currentInstant();

/// `2024-06-13T06:17:04Z`, fraction only when there is one.
std::string toText(Instant instant);

} // namespace idscope
