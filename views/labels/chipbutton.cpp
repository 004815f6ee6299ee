#include "views/labels/chipbutton.h"

#include "models/items/displaytext.h"
#include "views/parts/labelchip.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>

namespace idscope {

ChipButton::ChipButton(const QString& name, const ChipLook& light, const ChipLook& dark, QWidget* parent)
    : QAbstractButton(parent), name_(name), light_(light), dark_(dark) {
    setAccessibleName(tr("Label %1").arg(name));
    setToolTip(toolTipMarkup(tr("Go to the label %1").arg(name)));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize ChipButton::sizeHint() const {
    return labelChipSize(name_, QFontMetrics(fontFor(FontRole::Small))) +
           QSize(2 * metrics::focusWidth, 2 * metrics::focusWidth);
}

void ChipButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    constexpr int rim = metrics::focusWidth;
    paintLabelChip(painter, rect().adjusted(rim, rim, -rim, -rim), name_, isDark(palette()) ? dark_ : light_, t);
    if (!hasFocus()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, rim));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius + 1, metrics::radius + 1);
}

} // namespace idscope
