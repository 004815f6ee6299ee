#include "app/sample/byterange.h"

#include <algorithm>

namespace idscope {

namespace {

/// Digits only; nothing for anything else.
std::optional<qint64> position(QByteArrayView text) {
    if (text.isEmpty() || !std::ranges::all_of(text, [](char digit) { return digit >= '0' && digit <= '9'; }))
        return {};
    bool fits = false;
    const qint64 number = text.toByteArray().toLongLong(&fits);
    return fits ? std::optional(number) : std::nullopt;
}

} // namespace

ByteRange requestedRange(const QByteArray& range, const QByteArray& ifRange, const QByteArray& etag, qint64 size) {
    const ByteRange whole{.kind = ByteRange::Kind::Whole, .begin = 0, .length = size};
    constexpr QByteArrayView unit = "bytes=";
    if (!range.startsWith(unit) || (!ifRange.isEmpty() && ifRange != etag)) return whole;
    const QByteArrayView spec = QByteArrayView(range).sliced(unit.size());
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0) return whole;
    const auto first = position(spec.first(dash));
    const auto last = position(spec.sliced(dash + 1));
    if ((!first && dash > 0) || (!last && dash + 1 < spec.size()) || (!first && !last)) return whole;
    if (first && last && *last < *first) return whole;
    const qint64 begin = first ? *first : std::max<qint64>(0, size - *last);
    const qint64 end = first && last && *last < size ? *last + 1 : size;
    if (begin >= end) return {.kind = ByteRange::Kind::Unsatisfiable, .begin = 0, .length = 0};
    return {.kind = ByteRange::Kind::Part, .begin = begin, .length = end - begin};
}

} // namespace idscope
