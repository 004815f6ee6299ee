#include "models/query/instant.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

namespace idscope {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// Takes a text apart from the left. Once something is not there, every later step is a failure too.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    /// Exactly `count` digits.
    std::int64_t number(std::size_t count) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const bool there = !rest_.empty() && isDigit(rest_.front());
            ok_ = ok_ && there;
            if (!ok_) return 0;
            value = value * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return value;
    }

    std::int64_t number(std::size_t count, std::int64_t least, std::int64_t most) {
        const std::int64_t value = number(count);
        ok_ = ok_ && value >= least && value <= most;
        return value;
    }

    bool take(std::string_view oneOf) {
        const bool there = !rest_.empty() && oneOf.contains(rest_.front());
        if (there) rest_.remove_prefix(1);
        return there;
    }

    void expect(std::string_view oneOf) { ok_ = take(oneOf) && ok_; }

    /// What follows the point: one to nine digits, as nanoseconds.
    std::int32_t fraction() {
        std::int32_t nanos = 0;
        std::int32_t unit = 100'000'000;
        ok_ = ok_ && nextIsDigit();
        for (; ok_ && nextIsDigit(); unit /= 10) {
            ok_ = unit > 0;
            nanos += unit * (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return nanos;
    }

    /// `+05:30` or `+0530`, in seconds east of UTC. The sign is what stands next.
    std::int64_t offset() {
        const bool west = rest_.starts_with('-');
        expect("+-");
        const std::int64_t hours = number(2, 0, 23);
        take(":");
        const std::int64_t seconds = hours * hour + number(2, 0, 59) * minute;
        return west ? -seconds : seconds;
    }

    /// The name of a zone, at the end: capitals.
    void zoneName() {
        ok_ = ok_ && !rest_.empty() && std::ranges::all_of(rest_, [](char c) { return c >= 'A' && c <= 'Z'; });
        rest_ = {};
    }

    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    [[nodiscard]] bool done() const { return ok_ && rest_.empty(); }

private:
    [[nodiscard]] bool nextIsDigit() const { return !rest_.empty() && isDigit(rest_.front()); }

    std::string_view rest_;
    bool ok_ = true;
};

/// Seconds from 1970 to the beginning of a day, or nothing when there is no such day.
std::optional<std::int64_t> beginOf(std::int64_t year, std::int64_t month, std::int64_t dayOfMonth) {
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(dayOfMonth))};
    if (year < 1 || !date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * day;
}

std::optional<Instant> parseAmericanDate(std::string_view text) {
    Reader reader(text);
    const auto month = reader.number(2);
    reader.expect("/");
    const auto dayOfMonth = reader.number(2);
    reader.expect("/");
    const auto year = reader.number(4);
    if (!reader.done()) return std::nullopt;
    return beginOf(year, month, dayOfMonth).transform([](std::int64_t seconds) { return Instant{seconds, 0}; });
}

} // namespace

std::optional<Instant> parseInstant(std::string_view text) {
    if (text.size() > 2 && text[2] == '/') return parseAmericanDate(text);
    Reader reader(text);
    const auto year = reader.number(4);
    reader.expect("-");
    const auto month = reader.number(2);
    reader.expect("-");
    const auto date = beginOf(year, month, reader.number(2));
    if (!date) return std::nullopt;
    if (reader.done()) return Instant{*date, 0};

    reader.expect("T ");
    std::int64_t seconds = *date + reader.number(2, 0, 23) * hour;
    reader.expect(":");
    seconds += reader.number(2, 0, 59) * minute;
    reader.expect(":");
    seconds += reader.number(2, 0, 59);
    const std::int32_t nanos = reader.take(".") ? reader.fraction() : 0;
    if (reader.take(" ")) {
        seconds -= reader.offset();
        reader.expect(" ");
        reader.zoneName();
    } else if (!reader.take("Zz") && !reader.atEnd()) {
        seconds -= reader.offset();
    }
    if (!reader.done()) return std::nullopt;
    return Instant{seconds, nanos};
}

std::optional<Instant> parseRelativeInstant(std::string_view text, Instant now) {
    if (text.size() < 3 || text.front() != '-') return std::nullopt;
    const std::string_view digits = text.substr(1, text.size() - 2);
    const std::int64_t unit = text.back() == 'd' ? day : text.back() == 'h' ? hour : text.back() == 'w' ? 7 * day : 0;
    if (unit == 0 || !std::ranges::all_of(digits, isDigit)) return std::nullopt;
    // Whatever lies before every possible instant is as good as any other such time.
    constexpr std::int64_t beyond = std::numeric_limits<std::int64_t>::max() / 4;
    std::int64_t count = 0;
    for (const char digit : digits)
        count = std::min(beyond / unit, count * 10 + (digit - '0'));
    return Instant{now.seconds - count * unit, now.nanos};
}

Instant currentInstant() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    return {seconds.count(),
            static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now - seconds).count())};
}

std::string toText(Instant instant) {
    const std::chrono::sys_seconds time{std::chrono::seconds(instant.seconds)};
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss clock(time - midnight);
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    std::string text(buffer.data());
    if (instant.nanos != 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%09d", instant.nanos);
        text += buffer.data();
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + 'Z';
}

} // namespace idscope
