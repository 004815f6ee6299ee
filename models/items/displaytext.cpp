#include "models/items/displaytext.h"

#include "models/base/utf8.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// Characters that draw nothing although Unicode does not class them as controls or formats.
constexpr std::array<std::pair<char32_t, char32_t>, 9> invisibleLetters{{
    {0x034F, 0x034F},   // combining grapheme joiner
    {0x115F, 0x1160},   // Hangul fillers
    {0x17B4, 0x17B5},   // Khmer inherent vowels
    {0x180B, 0x180F},   // Mongolian variation selectors
    {0x2800, 0x2800},   // braille blank
    {0x3164, 0x3164},   // Hangul filler
    {0xFE00, 0xFE0F},   // variation selectors
    {0xFFA0, 0xFFA0},   // halfwidth Hangul filler
    {0xE0000, 0xE0FFF}, // tags, variation selectors supplement
}};

bool drawsNothing(char32_t point) {
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return std::ranges::any_of(invisibleLetters,
                                   [&](const auto& range) { return point >= range.first && point <= range.second; });
    }
}

/// ASCII that is shown as itself.
constexpr bool isPlain(char character) {
    return character >= ' ' && character <= '~';
}

QString codeOf(char32_t point) {
    constexpr int digits = 4;
    return QString::number(static_cast<uint>(point), 16).toUpper().rightJustified(digits, u'0');
}

} // namespace

QString shownInstead(char32_t point) {
    switch (point) {
    case U'\n':
        return u"\u21B5"_s;
    case U'\r':
        return u"\u240D"_s;
    case U'\t':
        return u"\u21E5"_s;
    default:
        if (point < 0x80 && isPlain(static_cast<char>(point))) return {}; // nearly everything
        return drawsNothing(point) ? u"[U+"_s + codeOf(point) + u']' : QString();
    }
}

namespace {

/// Makes a DisplayText of at most `limit` characters.
class Builder {
public:
    explicit Builder(qsizetype limit) : limit_(limit) {}

    /// What there is still room for.
    [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(limit_ - result_.text.size()); }
    void append(std::string_view ascii) {
        result_.text += QLatin1StringView(ascii.data(), static_cast<qsizetype>(ascii.size()));
    }
    void append(char32_t point) {
        if (const QString instead = shownInstead(point); !instead.isEmpty())
            mark(instead);
        else
            add(QChar::fromUcs4(point));
    }
    [[nodiscard]] bool isCut() const { return result_.cut; }
    DisplayText result() && { return std::move(result_); }

private:
    void mark(QStringView characters) {
        const qsizetype begin = result_.text.size();
        if (add(characters)) result_.marks.append({.begin = begin, .length = characters.size()});
    }
    bool add(QStringView characters) {
        result_.cut = result_.text.size() + characters.size() > limit_;
        if (result_.cut)
            result_.text += u'\u2026';
        else
            result_.text += characters;
        return !result_.cut;
    }

    qsizetype limit_;
    DisplayText result_;
};

} // namespace

DisplayText displayText(std::string_view utf8, qsizetype limit) {
    Builder builder(limit);
    for (std::size_t at = 0; at < utf8.size() && !builder.isCut();) {
        const std::string_view rest = utf8.substr(at, builder.room());
        const std::string_view plain(rest.begin(), std::ranges::find_if_not(rest, isPlain));
        if (!plain.empty()) { // nearly everything: in one piece
            builder.append(plain);
            at += plain.size();
            continue;
        }
        const Utf8Step step = decodeUtf8(utf8, at);
        at += step.length;
        const bool startsLineBreak = step.codePoint == U'\r' && at < utf8.size() && utf8[at] == '\n';
        if (!startsLineBreak) builder.append(step.codePoint);
    }
    return std::move(builder).result();
}

qsizetype displayPosition(std::string_view utf8, std::size_t byte, qsizetype limit) {
    const DisplayText before = displayText(utf8.substr(0, byte), limit);
    return before.text.size() - (before.cut ? 1 : 0);
}

QString toolTipMarkup(const QString& displayText) {
    return u"<p style='white-space:pre-wrap'>"_s + displayText.toHtmlEscaped() + u"</p>"_s;
}

} // namespace idscope
