#include "app/commands/console.h"

#include <QStringList>

#include <algorithm>
#include <cstdio>

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

bool isPlainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return byte >= 0x20 && byte < 0x7F; });
}

} // namespace

std::string visibleText(std::string_view text) {
    if (isPlainAscii(text)) return std::string(text);
    return visible(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
}

void complain(const QString& sentence) {
    QStringList lines = sentence.split(u'\n');
    for (QString& line : lines)
        line = visible(line);
    const QByteArray bytes = "idscope: " + lines.join(u'\n').toUtf8() + '\n';
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stderr);
}

bool print(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size()) &&
           std::fflush(stdout) == 0;
}

} // namespace idscope
