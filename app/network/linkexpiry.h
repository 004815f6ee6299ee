#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace idscope {

/// How long a pre-signed link holds from `now` on, as far as its path and query tell: by X-Amz-Date and X-Amz-Expires
/// (and X-Goog-…), by `Expires` in seconds since 1970, or by `se` as an instant. Negative when it is over; nothing when
/// the link does not say, or `now` is invalid.
std::optional<std::chrono::milliseconds> lifetimeOf(const QByteArray& target, const QDateTime& now);

} // namespace idscope
