#include "app/network/linkexpiry.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

std::optional<qint64> seconds(const QString& text) {
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 count = text.toLongLong(&fits);
    return digits && fits && count < 1LL << 40 ? std::optional(count) : std::nullopt; // far beyond any date
}

/// When the link is over: an invalid date if it does not say.
QDateTime endOf(const QUrlQuery& query) {
    const auto value = [&](const QString& key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    for (const auto vendor : {"X-Amz-"_L1, "X-Goog-"_L1}) {
        QDateTime signedAt = QDateTime::fromString(value(vendor + "Date"_L1), u"yyyyMMdd'T'HHmmss'Z'"_s);
        const auto lifetime = seconds(value(vendor + "Expires"_L1));
        if (!signedAt.isValid() || !lifetime) continue;
        signedAt.setTimeSpec(Qt::UTC);
        return signedAt.addSecs(*lifetime);
    }
    if (const auto end = seconds(value(u"Expires"_s))) return QDateTime::fromSecsSinceEpoch(*end, Qt::UTC);
    return QDateTime::fromString(value(u"se"_s), Qt::ISODate);
}

} // namespace

std::optional<std::chrono::milliseconds> lifetimeOf(const QByteArray& target, const QDateTime& now) {
    const qsizetype mark = target.indexOf('?');
    if (mark < 0 || !now.isValid()) return std::nullopt;
    const QDateTime end = endOf(QUrlQuery(QString::fromLatin1(target.sliced(mark + 1))));
    if (!end.isValid()) return std::nullopt;
    return std::chrono::milliseconds(now.msecsTo(end));
}

} // namespace idscope
