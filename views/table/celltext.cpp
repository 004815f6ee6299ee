#include "views/table/celltext.h"

#include "views/style/controls.h"
#include "views/style/metrics.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace idscope {

using namespace Qt::StringLiterals;

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

/// Which part of a text is drawn.
struct LaidOutLine::Cut {
    QString text;         ///< with … at the ends that are cut
    qsizetype begin = 0;  ///< of the part in the whole text
    qsizetype length = 0; ///< of the part, without …
    [[nodiscard]] qsizetype lead() const { return begin > 0 ? 1 : 0; }
    [[nodiscard]] bool holds(qsizetype position) const { return begin <= position && position <= begin + length; }
    /// A stretch of the whole text as one of the drawn text; of length 0 when it is not drawn.
    [[nodiscard]] DisplayMark drawn(const DisplayMark& mark) const {
        const qsizetype first = std::max(mark.begin, begin);
        const qsizetype last = std::min(mark.begin + mark.length, begin + length);
        return {.begin = first - begin + lead(), .length = std::max<qsizetype>(last - first, 0)};
    }
};

LaidOutLine::Cut LaidOutLine::cutFor(const LineContent& content, const QFontMetrics& fm, int width) {
    // No letter is narrower than two pixels on average, so nothing beyond can be seen.
    const qsizetype most = std::max(width, 0) / 2 + 32;
    const auto elided = [&](qsizetype begin) {
        const QString lead = begin > 0 ? u"\u2026"_s : QString();
        const QString whole = lead + content.text.sliced(begin, std::min(most, content.text.size() - begin)) +
                              (content.text.size() - begin > most ? u"\u2026"_s : QString());
        Cut cut{.text = fm.elidedText(whole, Qt::ElideRight, width), .begin = begin};
        const bool toTheEnd =
            cut.text.size() == lead.size() + content.text.size() - begin && content.text.size() - begin <= most;
        cut.length = std::max<qsizetype>(cut.text.size() - lead.size() - (toTheEnd ? 0 : 1), 0);
        return cut;
    };
    Cut cut = elided(0);
    if (content.matches.isEmpty()) return cut;
    const DisplayMark& match = content.matches.front();
    if (cut.holds(match.begin + match.length)) return cut;
    // Some of what stands before the match stays, for a third of the room.
    qsizetype begin = std::min(match.begin, content.text.size());
    for (int room = width / 3; begin > 0 && room > 0; --begin)
        room -= fm.horizontalAdvance(content.text[begin - 1]);
    for (const DisplayMark& mark : content.marks)
        if (mark.begin < begin && begin < mark.begin + mark.length) begin = mark.begin + mark.length;
    begin = std::min({begin, match.begin, content.text.size()}); // a match may lie within a mark, at the very end
    if (begin > 0 && begin < content.text.size() && content.text[begin].isLowSurrogate()) --begin;
    return elided(begin);
}

LaidOutLine::LaidOutLine(LineContent content, const QFont& font, const QFontMetrics& fm, int width, const Tokens& t) {
    const Cut cut = cutFor(content, fm, width);
    for (const DisplayMark& mark : content.marks)
        content.formats.append(colored(mark.begin, mark.begin + mark.length, t.warn));
    for (const DisplayMark& match : content.matches)
        content.formats.append(colored(match.begin, match.begin + match.length, t.matchText));
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange range : content.formats) {
        const DisplayMark drawn = cut.drawn({.begin = range.start, .length = range.length});
        range.start = static_cast<int>(drawn.begin);
        range.length = static_cast<int>(drawn.length);
        if (drawn.length > 0) formats.append(range);
    }
    const auto keep = [&cut](const QList<DisplayMark>& marks, QList<DisplayMark>& kept) {
        for (const DisplayMark& mark : marks)
            if (const DisplayMark drawn = cut.drawn(mark); drawn.length > 0) kept.append(drawn);
    };
    keep(content.marks, marks_);
    keep(content.matches, matches_);
    if (content.breaksAt >= 0 && cut.holds(content.breaksAt)) breaksAt_ = content.breaksAt - cut.begin + cut.lead();

    layout_ = std::make_unique<QTextLayout>(cut.text, font);
    layout_->setCacheEnabled(true); // else draw() would shape the text again
    layout_->setFormats(formats);
    layout_->beginLayout();
    layout_->createLine().setLineWidth(1e6);
    layout_->endLayout();
}

QRectF LaidOutLine::boxOf(const DisplayMark& mark, QPointF origin) const {
    const QTextLine line = layout_->lineAt(0);
    const double one = line.cursorToX(static_cast<int>(mark.begin));
    const double other = line.cursorToX(static_cast<int>(mark.begin + mark.length));
    return {origin.x() + std::min(one, other), origin.y(), std::abs(other - one), line.height()};
}

void LaidOutLine::draw(QPainter& painter, const QRect& place, const Tokens& t, Qt::Alignment alignment) const {
    const QTextLine line = layout_->lineAt(0);
    QPointF origin(place.x(), place.y() + (place.height() - line.height()) / 2);
    if (alignment.testFlag(Qt::AlignRight)) origin.rx() += std::max(0.0, place.width() - line.naturalTextWidth());
    for (const DisplayMark& match : matches_) {
        const QRect box = boxOf(match, origin).toAlignedRect();
        painter.fillRect(box, t.match);
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, t.matchLine);
    }
    for (const DisplayMark& mark : marks_)
        controls::drawBox(painter, boxOf(mark, origin).toAlignedRect(), t.warnBg, t.warn, 1, metrics::smallRadius);
    layout_->draw(&painter, origin);
    if (breaksAt_ < 0) return;
    const double x = origin.x() + line.cursorToX(static_cast<int>(breaksAt_));
    painter.fillRect(static_cast<int>(x), place.y() + metrics::unit, 2, place.height() - 2 * metrics::unit, t.error);
}

void paintLine(QPainter& painter, const QRect& place, const QString& text, const QFont& font, const QFontMetrics& fm,
               QList<QTextLayout::FormatRange> formats, const QList<DisplayMark>& marks, const Tokens& t) {
    LaidOutLine({.text = text, .formats = std::move(formats), .marks = marks}, font, fm, place.width(), t)
        .draw(painter, place, t);
}

} // namespace idscope
