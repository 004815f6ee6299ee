#include "views/parts/labelchip.h"

#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 22;
constexpr int chipPadding = 7;
constexpr float edgeShare = 0.28F; ///< of the text in the edge

QColor mixed(const QColor& ground, const QColor& text, float share) {
    const auto part = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(part(ground.redF(), text.redF()), part(ground.greenF(), text.greenF()),
                            part(ground.blueF(), text.blueF()));
}

/// A part of a line as it lies from right to left; the painter turns the alignment of texts by itself. One that has no
/// direction, such as that of an image, draws from left to right.
QRect seen(const QPainter& painter, const QRect& line, const QRect& part) {
    return painter.layoutDirection() == Qt::RightToLeft ? QStyle::visualRect(Qt::RightToLeft, line, part) : part;
}

} // namespace

QSize labelChipSize(const QString& name, const QFontMetrics& metrics) {
    return {metrics.horizontalAdvance(name) + 2 * chipPadding, metrics::atLeast(chipHeight, metrics, 6)};
}

void paintLabelChip(QPainter& painter, const QRect& place, const QString& name, const ChipLook& look,
                    const Tokens& tokens) {
    painter.save();
    painter.setFont(fontFor(FontRole::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const QSize whole = labelChipSize(name, metrics);
    const QSize size(std::min(whole.width(), place.width()), whole.height());
    const QRect chip =
        seen(painter, place, QRect(QPoint(place.left(), place.center().y() - size.height() / 2 + 1), size));
    const QColor ground = look.ground ? QColor::fromRgba(*look.ground) : tokens.base;
    const QColor text = look.text ? QColor::fromRgba(*look.text) : tokens.muted;
    if (look.ground || look.text) {
        controls::drawBox(painter, chip, ground, mixed(ground, text, edgeShare), 1, metrics::radius);
    } else {
        painter.setPen(QPen(tokens.muted, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(chip.adjusted(0, 0, -1, -1));
    }
    painter.setPen(text);
    const QRect inside = chip.adjusted(chipPadding, 0, -chipPadding, 0);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(name, Qt::ElideRight, inside.width() + 1));
    painter.restore();
}

int paintContrast(QPainter& painter, const QRect& place, const ChipLook& look, const Tokens& tokens) {
    if (look.contrast.isEmpty()) return 0;
    painter.save();
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(look.low ? tokens.warn : tokens.muted);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, look.contrast);
    int width = painter.fontMetrics().horizontalAdvance(look.contrast);
    if (look.low) {
        width += metrics::icon + metrics::unit;
        const QRect icon(place.right() - width + 1, place.y(), metrics::icon, place.height());
        paintIcon(painter, seen(painter, place, icon), u"warning"_s, tokens.warn);
    }
    painter.restore();
    return width;
}

} // namespace idscope
