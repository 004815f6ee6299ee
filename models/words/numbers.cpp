#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QLocale>

#include <array>

namespace idscope::words {
namespace {

/// A power of 1000 that numbers of bytes are shown in. Below 10 a decimal tells 1.4 GB from 1 GB.
struct ByteUnit {
    const char* name = nullptr;
    double size = 1;
    int decimals = 0;

    [[nodiscard]] QString shown(std::uint64_t bytes) const {
        return QLocale().toString(static_cast<double>(bytes) / size, 'f', decimals);
    }
};

/// The unit in which `bytes` (1000 or more) reads best.
ByteUnit unitOf(std::uint64_t bytes) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("Words", "%1 KB"), QT_TRANSLATE_NOOP("Words", "%1 MB"),
                                      QT_TRANSLATE_NOOP("Words", "%1 GB"), QT_TRANSLATE_NOOP("Words", "%1 TB")};
    const auto value = static_cast<double>(bytes);
    std::size_t power = 0;
    double size = 1000;
    for (; value / size >= 999.5 && power + 1 < names.size(); ++power)
        size *= 1000;
    return {names[power], size, power > 0 && value / size < 9.95 ? 1 : 0};
}

} // namespace

QString number(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString byteCount(std::uint64_t bytes) {
    if (bytes < 1000) return Words::tr("%1 bytes", nullptr, plural(bytes)).arg(number(bytes));
    const auto unit = unitOf(bytes);
    return Words::tr(unit.name).arg(unit.shown(bytes));
}

QString partOf(std::uint64_t part, std::uint64_t whole) {
    const auto shown = whole < 1000 ? number(part) : unitOf(whole).shown(part);
    return Words::tr("%1 of %2", "bytes so far, bytes in all").arg(shown, byteCount(whole));
}

QString fromUtf8(std::string_view bytes) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // Qt drops it, but within a file it is data
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (bytes.starts_with(byteOrderMark)) text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

} // namespace idscope::words
