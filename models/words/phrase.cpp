#include "models/words/phrase.h"

#include "models/words/words.h"

#include <QChar>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace idscope::words {

using namespace Qt::StringLiterals;

QString placed(const QString& place, const QString& text) {
    if (!place.isEmpty()) return Words::tr("%1: %2", "place: what is there").arg(place, text);
    return text.left(1).toUpper() + text.sliced(std::min<qsizetype>(1, text.size()));
}

QString joined(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + u' ' + second;
}

QString withCode(const QString& text, const QString& code) {
    return code.isEmpty() ? text : Words::tr("%1 (%2)", "sentence (code)").arg(text, code);
}

QString systemReason(int systemError) {
    switch (systemError) {
    case ENOENT:
        return Words::tr("there is no such file");
    case EACCES:
    case EPERM:
        return Words::tr("access is not allowed");
    case EISDIR:
        return Words::tr("it is a folder");
    case ENOTDIR:
        return Words::tr("a part of its path is not a folder");
    case EROFS:
        return Words::tr("its file system is read-only");
    case ENOSPC:
    case EDQUOT:
        return Words::tr("the disk is full");
    case EIO:
        return Words::tr("the disk reports a fault");
    case EMFILE:
    case ENFILE:
        return Words::tr("too many files are open");
    default:
        return Words::tr("the system refused");
    }
}

QString systemCode(int systemError) {
    if (systemError == 0) return {};
    const char* const name = strerrorname_np(systemError);
    return name ? QString::fromLatin1(name) : QString::number(systemError);
}

int plural(std::uint64_t value) {
    return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
}

QString duration(std::chrono::milliseconds time) {
    using namespace std::chrono;
    const auto whole = ceil<seconds>(std::max(time, milliseconds{0}));
    const auto count = [](auto value) { return number(static_cast<std::uint64_t>(value)); };
    if (whole < 2min) return Words::tr("%1 s", "seconds").arg(count(whole.count()));
    const auto minutesInAll = floor<minutes>(whole);
    if (minutesInAll < 1h) return Words::tr("%1 min", "minutes").arg(count(minutesInAll.count()));
    return Words::tr("%1 h %2 min", "hours, minutes")
        .arg(count(minutesInAll / 1h), count((minutesInAll % 60min).count()));
}

QString quoted(std::string_view data) {
    constexpr std::size_t longest = 80;
    QString shown;
    std::size_t characters = 0;
    // Only as many bytes as can be shown are decoded: a cell may hold 100 MB.
    for (const char32_t character : fromUtf8(data.substr(0, 4 * (longest + 1))).toUcs4()) {
        if (++characters > longest) return shown + u'…';
        const auto category = QChar::category(character);
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            shown += u"[U+%1]"_s.arg(QString::number(uint{character}, 16).toUpper().rightJustified(4, u'0'));
        else
            shown += QChar::fromUcs4(character);
    }
    return shown;
}

QString characterNumber(std::string_view text, std::size_t byte) {
    const auto isStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return number(static_cast<std::uint64_t>(std::ranges::count_if(text.substr(0, byte), isStart)) + 1);
}

} // namespace idscope::words
