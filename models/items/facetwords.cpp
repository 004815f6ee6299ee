#include "models/items/facetwords.h"

#include "models/items/displaytext.h"
#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QDateTime>
#include <QLocale>

namespace idscope::words {

using namespace Qt::StringLiterals;

namespace {

QString boundText(const ValueRange::Bound& bound, Axis axis, Instant now) {
    constexpr qsizetype longest = 40;
    if (axis == Axis::Instants)
        if (const auto instant = parseRelativeInstant(bound.value.text, now))
            return fromUtf8(toText({.seconds = instant->seconds, .nanos = 0})).left(10);
    return displayText(bound.value.text, longest).text;
}

/// The literal of an instant, without the clock at midnight.
QString endText(const HistogramBins& bins, const std::string& text) {
    constexpr qsizetype longest = 16;
    const auto instant = bins.axis == Axis::Instants ? parseInstant(text) : std::nullopt;
    if (!instant) return displayText(text, longest).text;
    constexpr qint64 day = 86'400;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(instant->seconds, Qt::UTC);
    const auto span = static_cast<qint64>(bins.end().place - bins.begin().place);
    if (span > 400 * day) return QLocale().toString(time, u"MMM yyyy"_s);
    if (span > 3 * day) return QLocale().toString(time, u"d MMM yyyy"_s);
    return QLocale().toString(time, u"d MMM HH:mm"_s);
}

} // namespace

QString rangeText(const ValueRange& range, Axis axis, Instant now) {
    const QString low = range.low ? boundText(*range.low, axis, now) : QString();
    const QString high = range.high ? boundText(*range.high, axis, now) : QString();
    const bool isTime = axis == Axis::Instants;
    if (range.low && range.high) return Words::tr("%1 to %2").arg(low, high);
    if (range.low && range.low->inclusive) return Words::tr("from %1").arg(low);
    if (range.low) return (isTime ? Words::tr("after %1") : Words::tr("above %1")).arg(low);
    if (range.high && range.high->inclusive) return Words::tr("up to %1").arg(high);
    if (range.high) return (isTime ? Words::tr("before %1") : Words::tr("below %1")).arg(high);
    return {};
}

QString axisBegin(const HistogramBins& bins) {
    return endText(bins, bins.smallest);
}

QString axisEnd(const HistogramBins& bins) {
    return endText(bins, bins.largest);
}

QString binText(const FacetBars& bars, std::uint32_t bin) {
    const auto& edges = bars.bins->edges;
    const QString place = Words::tr("%1 to %2").arg(fromUtf8(edges[bin].literal), fromUtf8(edges[bin + 1].literal));
    const QString all = number(bars.all[bin]);
    if (bars.all == bars.within) return Words::tr("%1: %2 rows").arg(place, all);
    return Words::tr("%1: %2 of %3 rows").arg(place, number(bars.within[bin]), all);
}

QString farText(const FacetBars& bars) {
    const HistogramBins& bins = *bars.bins;
    const bool isTime = bins.axis == Axis::Instants;
    const auto said = [&](const QString& sentence, std::uint64_t rows, const BinEdge& edge) {
        return sentence.arg(number(rows), endText(bins, edge.literal));
    };
    QStringList parts;
    if (bins.farBelow)
        parts << said(isTime ? Words::tr("%1 before %2", "rows, an instant")
                             : Words::tr("%1 below %2", "rows, a number"),
                      bars.all.front(), bins.begin());
    if (bins.farAbove)
        parts << said(isTime ? Words::tr("%1 after %2", "rows, an instant")
                             : Words::tr("%1 above %2", "rows, a number"),
                      bars.all[bins.bins() - 1], bins.end());
    return parts.isEmpty() ? QString() : Words::tr("Far off: %1").arg(list(parts));
}

QString shareText(std::uint64_t part, std::uint64_t whole) {
    if (part == 0 || whole == 0) return Words::tr("%1 %").arg(number(0));
    const std::uint64_t percent = (part * 100 + whole / 2) / whole;
    if (part * 100 < whole) return Words::tr("<%1 %").arg(number(1));
    if (percent == 100 && part < whole) return Words::tr(">%1 %").arg(number(99));
    return Words::tr("%1 %").arg(number(percent));
}

} // namespace idscope::words
