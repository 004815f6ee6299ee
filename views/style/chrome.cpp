#include "views/style/controls.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace idscope::controls {

using namespace Qt::StringLiterals;

namespace {

void bottomLine(QPainter& painter, const QRect& rect, const QColor& color) {
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color);
}

} // namespace

void drawTab(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const QRect& r = option.rect;
    if (!option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(r, t.window);
        if (option.state.testFlag(QStyle::State_MouseOver)) painter.fillRect(r.adjusted(0, 0, 0, -1), t.lineSoft);
        return bottomLine(painter, r, t.line);
    }
    painter.fillRect(r, t.base);
    painter.fillRect(r.x(), r.y(), 1, r.height(), t.line);
    painter.fillRect(r.right(), r.y(), 1, r.height(), t.line);
    painter.fillRect(r.x(), r.y(), r.width(), metrics::focusWidth, t.accent);
}

void drawTabLabel(const QStyleOptionTab& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    QRect place = option.rect.adjusted(metrics::padding, 0, -metrics::padding - option.rightButtonSize.width(), 0);
    if (!option.icon.isNull()) {
        option.icon.paint(&painter, seen(option, QRect(place.x(), place.y(), metrics::icon, place.height())),
                          Qt::AlignCenter, current ? QIcon::Selected : QIcon::Normal);
        place.setLeft(place.left() + metrics::icon + metrics::gap);
    }
    painter.setPen(current ? t.text : t.muted);
    painter.drawText(seen(option, place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option.text);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocus(option, painter);
}

void drawTabClose(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    const bool active = option.state.testFlag(QStyle::State_Raised) || option.state.testFlag(QStyle::State_Sunken);
    if (active && option.state.testFlag(QStyle::State_MouseOver))
        drawBox(painter, option.rect, t.line, t.line, 0, metrics::smallRadius);
    const QRect place = option.rect.adjusted(1, 1, -1, -1);
    paintIcon(painter, place, u"close"_s, option.state.testFlag(QStyle::State_MouseOver) ? t.text : t.muted);
}

void drawTabBarBase(const QStyleOption& option, QPainter& painter) {
    bottomLine(painter, option.rect, tokensOf(option.palette).line);
}

void drawHeaderGround(const QStyleOption& option, QPainter& painter, bool divided) {
    const Tokens& t = tokensOf(option.palette);
    painter.fillRect(option.rect, t.window);
    bottomLine(painter, option.rect, t.line);
    if (divided) painter.fillRect(option.rect.right(), option.rect.y(), 1, option.rect.height(), t.line);
}

void drawHeaderLabel(const QStyleOption& option, QPainter& painter) {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (header == nullptr) return;
    // The base style leaves 4 px; cells have 8.
    const QRect place = header->rect.adjusted(metrics::unit, 0, -metrics::unit, 0);
    painter.setPen(header->palette.color(QPalette::WindowText));
    painter.drawText(place, static_cast<int>(header->textAlignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     header->fontMetrics.elidedText(header->text, Qt::ElideRight, place.width()));
}

void drawMenuBarGround(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    painter.fillRect(option.rect, t.window);
    bottomLine(painter, option.rect, t.line);
}

void drawMenuBarItem(const QStyleOption& option, QPainter& painter, const QProxyStyle& style, bool mnemonics) {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (item == nullptr) return;
    const Tokens& t = tokensOf(item->palette);
    drawMenuBarGround(option, painter);
    const bool active = item->state.testFlag(QStyle::State_Selected) || item->state.testFlag(QStyle::State_Sunken);
    if (active && item->state.testFlag(QStyle::State_Enabled))
        drawBox(painter, item->rect.adjusted(0, 3, 0, -4), t.line, t.line, 0, metrics::radius);
    const int flags = Qt::AlignCenter | Qt::TextSingleLine | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    style.proxy()->drawItemText(&painter, item->rect, flags, item->palette, item->state.testFlag(QStyle::State_Enabled),
                                item->text, QPalette::WindowText);
}

void drawMenuFrame(const QStyleOption& option, QPainter& painter) {
    const Tokens& t = tokensOf(option.palette);
    painter.save();
    painter.setPen(t.border);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void drawBranch(const QStyleOption& option, QPainter& painter) {
    if (!option.state.testFlag(QStyle::State_Children)) return;
    const QString name = option.state.testFlag(QStyle::State_Open) ? u"chevron-down"_s
                         : option.direction == Qt::RightToLeft     ? u"chevron-left"_s
                                                                   : u"chevron-right"_s;
    paintIcon(painter, option.rect, name, tokensOf(option.palette).muted);
}

} // namespace idscope::controls
