#include "app/network/pace.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

/// A number in [-1, 1] that depends on both arguments (SplitMix64).
double scatter(std::uint64_t seed, std::uint64_t draw) {
    std::uint64_t z = seed + (draw + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) / static_cast<double>(1ULL << 52) - 1.0;
}

} // namespace

std::chrono::milliseconds pauseBefore(int index, std::uint64_t seed, std::uint64_t draw) {
    const double middle = std::min(500.0 * std::pow(1.5, index), 10'000.0);
    return std::chrono::milliseconds(std::llround(middle * (1.0 + 0.2 * scatter(seed, draw))));
}

QDateTime readHttpDate(QByteArrayView header) {
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> readRetryAfter(QByteArrayView header, const QDateTime& now) {
    using namespace std::chrono;
    const QByteArrayView text = header.trimmed();
    const bool digits = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        constexpr qlonglong longest = 366LL * 24 * 3600;
        bool fits = false;
        const qlonglong count = text.toLongLong(&fits);
        return milliseconds(seconds(fits ? std::min(count, longest) : longest));
    }
    const QDateTime date = readHttpDate(text);
    if (!date.isValid()) return std::nullopt;
    return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace idscope
