#include "app/commands/console.h"

#include "models/base/utf8.h"

#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

bool shownAsCode(char32_t character) {
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString visible(const QString& text) {
    QString out;
    out.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        if (character == U'\n')
            out += u"\\n"_s;
        else if (character == U'\r')
            out += u"\\r"_s;
        else if (character == U'\t')
            out += u"\\t"_s;
        else if (shownAsCode(character))
            out += u"<U+%1>"_s.arg(uint(character), 4, 16, QChar(u'0')).toUpper();
        else
            out += QChar::fromUcs4(character);
    }
    return out;
}

/// East Asian wide and full-width characters, and emoji: ranges of Unicode 15, first and last.
constexpr std::pair<char32_t, char32_t> wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

std::size_t widthOf(char32_t character) {
    const auto category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) return 0;
    const bool isWide = std::ranges::any_of(
        wide, [&](const auto& range) { return character >= range.first && character <= range.second; });
    return isWide ? 2 : 1;
}

bool isPlainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return byte >= 0x20 && byte < 0x7F; });
}

} // namespace

std::string visibleText(std::string_view text) {
    if (isPlainAscii(text)) return std::string(text);
    return visible(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
}

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        width += step.codePoint < 0x80 ? 1 : widthOf(step.codePoint);
        at += step.length;
    }
    return width;
}

QString pointedOut(std::string_view text, TextSpan span) {
    const std::size_t begin = std::min(span.begin, text.size());
    const std::string before = visibleText(text.substr(0, begin));
    const std::string within = visibleText(text.substr(begin, span.length));
    const QString blanks(qsizetype(displayWidth(before)), u' ');
    const QString carets(qsizetype(std::max<std::size_t>(1, displayWidth(within))), u'^');
    return u"\n    "_s + QString::fromStdString(visibleText(text)) + u"\n    "_s + blanks + carets;
}

void complain(const QString& sentence) {
    QStringList lines = sentence.split(u'\n');
    for (QString& line : lines)
        line = visible(line);
    const QByteArray bytes = "idscope: " + lines.join(u'\n').toUtf8() + '\n';
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stderr);
}

void printError(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fputc('\n', stderr);
}

bool print(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size()) &&
           std::fflush(stdout) == 0;
}

} // namespace idscope
