#include "views/style/controls.h"

#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace idscope::controls {

using namespace Qt::StringLiterals;

namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

bool hasFeature(const QStyleOption& option, QStyleOptionButton::ButtonFeature feature) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    return button != nullptr && button->features.testFlag(feature);
}

/// The one button of a page that goes on: filled with the accent.
bool isPrimary(const QStyleOption& option) {
    return hasFeature(option, QStyleOptionButton::DefaultButton) && has(option, QStyle::State_Enabled);
}

/// A colour a little nearer to the text, for things under the mouse or pressed.
QColor nearer(const QColor& color, const QColor& text, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(color.redF(), text.redF()), mix(color.greenF(), text.greenF()),
                            mix(color.blueF(), text.blueF()));
}

QColor withState(const QColor& color, const QStyleOption& option, const QColor& text) {
    if (!has(option, QStyle::State_Enabled)) return color;
    if (has(option, QStyle::State_Sunken)) return nearer(color, text, 0.12);
    if (has(option, QStyle::State_MouseOver)) return nearer(color, text, 0.05);
    return color;
}

} // namespace

void drawBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge, int width, int radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(width > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = width / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawPushButton(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool checked = has(option, QStyle::State_On);
    if (hasFeature(option, QStyleOptionButton::Flat)) {
        if (checked)
            drawBox(painter, option.rect, t.accentSoft, t.accentSoft, 0, metrics::radius);
        else if (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken))
            drawBox(painter, option.rect, withState(t.lineSoft, option, t.text), t.line, 0, metrics::radius);
    } else if (isPrimary(option)) {
        drawBox(painter, option.rect, withState(t.accent, option, t.onAccent), t.accent, 0, metrics::radius);
    } else {
        const bool enabled = has(option, QStyle::State_Enabled);
        const QColor& ground = !enabled ? t.window : checked ? t.accentSoft : t.raised;
        drawBox(painter, option.rect, withState(ground, option, t.text),
                !enabled  ? t.line
                : checked ? t.accent
                          : t.border,
                1, metrics::radius);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        drawFocus(option, painter);
}

/// Icon and text side by side in the middle.
void drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter, bool mnemonics) {
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor ink = option.palette.color(QPalette::ButtonText);
    if (isPrimary(option)) ink = t.onAccent;
    if (enabled && !isPrimary(option) && has(option, QStyle::State_On)) ink = t.accent;

    const int flags = Qt::TextSingleLine | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int text = option.fontMetrics.size(flags, option.text).width();
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = icon > 0 && text > 0 ? metrics::unit : 0;
    const QRect& r = option.rect;
    QRect place(r.x() + (r.width() - icon - gap - text) / 2, r.y(), icon, r.height());
    if (icon > 0)
        option.icon.paint(&painter, QStyle::visualRect(option.direction, r, place), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled,
                          has(option, QStyle::State_On) ? QIcon::On : QIcon::Off);
    place.setLeft(std::max(r.left(), place.left() + icon + gap));
    place.setWidth(std::min(text, r.right() + 1 - place.left()));
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(option.direction, r, place), Qt::AlignCenter | flags, option.text);
}

void drawToolButton(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    if (has(option, QStyle::State_On))
        drawBox(painter, option.rect, t.accentSoft, t.accentSoft, 0, metrics::radius);
    else if (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken))
        drawBox(painter, option.rect, withState(t.lineSoft, option, t.text), t.lineSoft, 0, metrics::radius);
}

void drawField(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    drawBox(painter, option.rect, enabled ? t.base : t.window,
            focus     ? t.accent
            : enabled ? t.border
                      : t.line,
            focus ? metrics::focusWidth : 1, metrics::radius);
}

void drawCheckBox(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_On) || has(option, QStyle::State_NoChange)) {
        drawBox(painter, option.rect, enabled ? t.accent : t.disabled, t.accent, 0, metrics::smallRadius);
        if (has(option, QStyle::State_On))
            paintIcon(painter, option.rect, u"check"_s, t.onAccent);
        else
            painter.fillRect(option.rect.adjusted(3, 6, -3, -6), t.onAccent);
        return;
    }
    drawBox(painter, option.rect, t.base, enabled ? t.border : t.line, 1, metrics::smallRadius);
}

void drawRadioButton(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const int round = option.rect.height() / 2;
    if (!has(option, QStyle::State_On))
        return drawBox(painter, option.rect, t.base, enabled ? t.border : t.line, 1, round);
    drawBox(painter, option.rect, enabled ? t.accent : t.disabled, t.accent, 0, round);
    const int dot = option.rect.height() / 3;
    drawBox(painter, option.rect.adjusted(dot, dot, -dot, -dot), t.onAccent, t.onAccent, 0, round);
}

void drawFocus(const QStyleOption& option, QPainter& painter) {
    // A primary button is itself accent: its ring stands inside, in the colour of its text.
    const Tokens& t = tokensOf(option.palette);
    if (isPrimary(option))
        drawBox(painter, option.rect.adjusted(2, 2, -2, -2), Qt::transparent, t.onAccent, 1, metrics::smallRadius);
    else
        drawBox(painter, option.rect, Qt::transparent, t.accent, metrics::focusWidth, metrics::radius);
}

void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& thumb, const QColor& ground) {
    const Tokens& t = tokensOf(option.palette);
    const bool horizontal = option.orientation == Qt::Horizontal;
    painter.fillRect(option.rect, ground);
    const QRect edge = horizontal ? QRect(option.rect.x(), option.rect.y(), option.rect.width(), 1)
                                  : QRect(option.rect.x(), option.rect.y(), 1, option.rect.height());
    painter.fillRect(edge, t.lineSoft);
    if (option.minimum == option.maximum) return;
    const bool active = has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver);
    const QRect body = horizontal ? thumb.adjusted(1, 3, -1, -2) : thumb.adjusted(3, 1, -2, -1);
    drawBox(painter, body, active ? t.border : t.thumb, t.thumb, 0, metrics::smallRadius);
}

} // namespace idscope::controls
