#include "views/table/celltext.h"

#include "views/style/controls.h"
#include "views/style/metrics.h"

#include <QPainter>

namespace idscope {

namespace {

QTextLayout::FormatRange colored(qsizetype begin, qsizetype end, const QColor& color) {
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(begin);
    range.length = static_cast<int>(end - begin);
    range.format.setForeground(color);
    return range;
}

/// The end of the string token that begins at `begin`.
qsizetype stringEnd(QStringView text, qsizetype begin) {
    for (qsizetype i = begin + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return text.size();
}

bool isKey(QStringView text, qsizetype afterString) {
    while (afterString < text.size() && text[afterString] == u' ')
        ++afterString;
    return afterString < text.size() && text[afterString] == u':';
}

bool isSign(QChar c) {
    return QStringView(u"{}[]:, ").contains(c);
}

} // namespace

QList<QTextLayout::FormatRange> jsonFormats(QStringView json, qsizetype breaksAt, const Tokens& t) {
    QList<QTextLayout::FormatRange> formats;
    const QStringView sound = breaksAt < 0 ? json : json.first(std::min(breaksAt, json.size()));
    qsizetype i = 0;
    while (i < sound.size()) {
        const qsizetype begin = i;
        if (sound[i] == u'"') {
            i = stringEnd(sound, i);
            formats.append(colored(begin, i, isKey(sound, i) ? t.text : t.string));
        } else if (isSign(sound[i])) {
            while (i < sound.size() && isSign(sound[i]))
                ++i;
            formats.append(colored(begin, i, t.muted));
        } else {
            while (i < sound.size() && !isSign(sound[i]) && sound[i] != u'"')
                ++i;
            formats.append(colored(begin, i, sound[begin].isLetter() ? t.constant : t.number));
        }
    }
    if (sound.size() < json.size()) formats.append(colored(sound.size(), json.size(), t.muted));
    return formats;
}

double paintLine(QPainter& painter, const QRect& place, const QString& text, const QFont& font, const QFontMetrics& fm,
                 QList<QTextLayout::FormatRange> formats, const QList<DisplayMark>& marks, const Tokens& t,
                 qsizetype position) {
    const QString shown = fm.elidedText(text, Qt::ElideRight, place.width());
    // Everything before the ellipsis stands where it stood in the whole text.
    const qsizetype kept = shown.size() == text.size() ? text.size() : shown.size() - 1;
    for (const DisplayMark& mark : marks)
        formats.append(colored(mark.begin, mark.begin + mark.length, t.warn));
    formats.removeIf([kept](const QTextLayout::FormatRange& range) { return range.start >= kept; });

    QTextLayout layout(shown, font, painter.device());
    layout.setCacheEnabled(false);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();

    const QPointF origin(place.x(), place.y() + (place.height() - line.height()) / 2);
    for (const DisplayMark& mark : marks) {
        if (mark.begin + mark.length > kept) break;
        const double left = line.cursorToX(static_cast<int>(mark.begin));
        const double right = line.cursorToX(static_cast<int>(mark.begin + mark.length));
        controls::drawBox(painter, QRectF(origin.x() + left, origin.y(), right - left, line.height()).toAlignedRect(),
                          t.warnBg, t.warn, 1, metrics::smallRadius);
    }
    layout.draw(&painter, origin);
    if (position < 0 || position > kept) return -1;
    return origin.x() + line.cursorToX(static_cast<int>(position));
}

} // namespace idscope
