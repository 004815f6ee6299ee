#include "views/graph/hitdelegate.h"

#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"

#include <QPainter>

namespace idscope {

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    const QRect box = option.rect;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(box, chosen ? t.sel : t.base);
    const int baseline = box.top() + (box.height() + option.fontMetrics.ascent() - option.fontMetrics.descent()) / 2;
    int x = box.left() + metrics::cellPadding;
    if (!index.data(NodeRole).isValid()) {
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.muted);
        painter->drawText(x, baseline, index.data().toString());
        return;
    }
    paintShape(*painter, QRectF(x, box.center().y() - 5.5, 12, 12), shapeOf(index.data(TypeRole).toString()), t);
    x += 12 + metrics::gap;
    const auto draw = [&](FontRole role, const QColor& ink, const QString& text, Qt::TextElideMode where) {
        const QFont font = fontFor(role);
        const QFontMetrics own(font);
        painter->setFont(font);
        painter->setPen(ink);
        const QString shown = own.elidedText(text, where, box.right() - metrics::cellPadding - x);
        painter->drawText(x, baseline, shown);
        x += own.horizontalAdvance(shown) + metrics::gap;
    };
    draw(FontRole::Body, t.text, index.data().toString(), Qt::ElideRight);
    draw(FontRole::Small, t.muted, index.data(KindRole).toString(), Qt::ElideRight);
    if (box.right() - x > 60) draw(FontRole::Mono, t.muted, index.data(KeyRole).toString(), Qt::ElideMiddle);
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, metrics::row(option.fontMetrics)};
}

} // namespace idscope
