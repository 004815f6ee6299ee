#pragma once

#include <QDateTime>
#include <QLocale>

namespace idscope {

// Points in time for people: local, in the words of their language, short.

/// "09:41"
inline QString clockTime(const QDateTime& utc) {
    return QLocale().toString(utc.toLocalTime(), u"HH:mm");
}

/// "18 Jun 2024"
inline QString dayText(const QDate& day) {
    return QLocale().toString(day, u"d MMM yyyy");
}

/// "18 Jun 2024 09:41"
inline QString dayAndTime(const QDateTime& utc) {
    return dayText(utc.toLocalTime().date()) + u' ' + clockTime(utc);
}

} // namespace idscope
