#include "views/facets/facethead.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QToolTip>

namespace idscope {

using namespace Qt::StringLiterals;

FacetHead::FacetHead(QWidget* parent)
    : QAbstractButton(parent), clear_(iconButton(u"close"_s, tr("Clear this facet's part of the filter"), this)),
      more_(iconButton(u"more"_s, tr("What can be done with this facet"), this)) {
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::unit, 0);
    layout->setSpacing(0);
    layout->addStretch();
    layout->addWidget(clear_);
    layout->addWidget(more_);
    clear_->hide();
    connect(clear_, &QToolButton::clicked, this, &FacetHead::clearRequested);
}

void FacetHead::setWords(const QString& title, bool isPath, const QString& fact) {
    title_ = title;
    isPath_ = isPath;
    fact_ = fact;
    setAccessibleName(fact.isEmpty() ? tr("Facet %1").arg(title) : tr("Facet %1, %2 values").arg(title, fact));
    update();
}

void FacetHead::setActive(bool active) {
    clear_->setVisible(active);
    update();
}

QSize FacetHead::sizeHint() const {
    return {0, metrics::navigationRow(QFontMetrics(fontFor(FontRole::SmallBold)))};
}

bool FacetHead::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractButton::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), toolTipMarkup(accessibleName()), this);
    return true;
}

void FacetHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const Qt::LayoutDirection direction = layoutDirection();
    const auto placed = [&](const QRect& place) { return QStyle::visualRect(direction, rect(), place); };
    const QString closed = direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
    paintIcon(painter, placed({metrics::padding - 2, 0, metrics::icon, height()}),
              isChecked() ? u"chevron-down"_s : closed, t.muted);
    int left = metrics::padding + metrics::icon;
    int right = width() - metrics::padding - (clear_->isHidden() ? 1 : 2) * more_->sizeHint().width();
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(t.muted);
    const int factWidth = painter.fontMetrics().horizontalAdvance(fact_);
    painter.drawText(placed({right - factWidth, 0, factWidth, height()}), Qt::AlignVCenter, fact_);
    right -= factWidth + metrics::gap;
    if (isPath_) {
        painter.setFont(fontFor(FontRole::Mono));
        const int width = painter.fontMetrics().horizontalAdvance(u"{}"_s);
        painter.drawText(placed({left, 0, width, height()}), Qt::AlignVCenter, u"{}"_s);
        left += width + metrics::unit;
    }
    painter.setFont(fontFor(FontRole::SmallBold));
    painter.setPen(t.text);
    const QRect place = placed({left, 0, right - left, height()});
    painter.drawText(
        place, Qt::AlignVCenter | Qt::TextSingleLine | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
        painter.fontMetrics().elidedText(title_, Qt::ElideRight, place.width()));
    if (!hasFocus()) return;
    QStyleOption focus;
    focus.initFrom(this);
    focus.rect = rect().adjusted(metrics::unit, 1, -metrics::unit, -1);
    controls::drawFocus(focus, painter);
}

} // namespace idscope
