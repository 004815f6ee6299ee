#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <cstdint>
#include <optional>

namespace idscope {

/// The rhythm of polling and retrying: pause number `index` (from 0) of a step is 0.5 s × 1.5^index, at most 10 s, ± 20
/// %. Which of the ± 20 % is drawn from `seed` and `draw` alone, so a sequence can be repeated.
std::chrono::milliseconds pauseBefore(int index, std::uint64_t seed, std::uint64_t draw);

/// A date as HTTP headers have it, in UTC; invalid when it can't be read.
QDateTime readHttpDate(QByteArrayView header);

/// A Retry-After header, in seconds or as an HTTP date, as the time to wait from `now` (UTC); past dates are 0. Nothing
/// when it can't be read.
std::optional<std::chrono::milliseconds> readRetryAfter(QByteArrayView header, const QDateTime& now);

} // namespace idscope
