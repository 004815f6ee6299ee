#include "views/facets/facetdelegate.h"

#include "models/items/cellroles.h"
#include "models/items/facetmodel.h"
#include "models/words/words.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"
#include "views/table/celltext.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QScrollBar>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int boxSize = 14;
constexpr int barHeight = 3;
constexpr int shapeWidth = 14;

struct Places {
    QRect box;
    QRect text; ///< name, count and share
    QRect bar;
};

Places placesIn(const QStyleOptionViewItem& option) {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(option.widget);
    const bool hasScrollBar = area != nullptr && area->verticalScrollBar()->isVisible();
    const QRect line = option.rect.adjusted(metrics::padding, 0, hasScrollBar ? -metrics::unit : -metrics::padding, 0);
    const int textHeight = line.height() - barHeight - 1;
    Places places;
    places.box = QRect(line.x(), line.y() + (textHeight - boxSize) / 2 + 1, boxSize, boxSize);
    places.text = line.adjusted(boxSize + metrics::gap, 0, 0, -barHeight - 1);
    places.bar = QRect(places.text.x(), line.bottom() - barHeight, places.text.width(), barHeight);
    for (QRect* place : {&places.box, &places.text, &places.bar})
        *place = QStyle::visualRect(option.direction, option.rect, *place);
    return places;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& t) {
    painter.fillRect(option.rect, t.window);
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    const QRect box = option.rect.adjusted(metrics::unit, 0, -metrics::unit, 0);
    if (focused && option.state.testFlag(QStyle::State_Selected))
        controls::drawBox(painter, box, t.sel, t.sel, 0, metrics::radius);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        controls::drawBox(painter, box, t.lineSoft, t.lineSoft, 0, metrics::radius);
}

void paintBox(QPainter& painter, const QRect& place, FacetState state, bool checkable,
              const QStyleOptionViewItem& option, const Tokens& t) {
    if (state == FacetState::Excluded) {
        controls::drawBox(painter, place, t.base, t.error, 1, metrics::smallRadius);
        return paintIcon(painter, place, u"close"_s, t.error);
    }
    QStyleOption box;
    box.rect = place;
    box.palette = option.palette;
    box.state.setFlag(QStyle::State_Enabled, checkable);
    box.state.setFlag(QStyle::State_On, state == FacetState::Included);
    controls::drawCheckBox(box, painter);
}

void paintBar(QPainter& painter, const QRect& place, double share, const QStyleOptionViewItem& option,
              const Tokens& t) {
    controls::drawBox(painter, place, t.barAll, t.barAll, 0, barHeight / 2);
    if (share <= 0) return;
    QRect bar = place;
    bar.setWidth(std::max(2, qRound(place.width() * share)));
    controls::drawBox(painter, QStyle::visualRect(option.direction, place, bar), t.bar, t.bar, 0, barHeight / 2);
}

/// Draws a text at the end of a place, and takes its room away.
void paintAtEnd(QPainter& painter, QRect& place, const QString& text, int width, Qt::LayoutDirection direction) {
    const bool mirrored = direction == Qt::RightToLeft;
    const int flags = static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine;
    painter.drawText(place, flags | static_cast<int>(mirrored ? Qt::AlignLeft : Qt::AlignRight), text);
    if (mirrored)
        place.setLeft(place.left() + width + metrics::gap);
    else
        place.setRight(place.right() - width - metrics::gap);
}

/// Leaves out the beginning of a place.
QRect takeBegin(QRect& place, int width, Qt::LayoutDirection direction) {
    QRect taken = place;
    taken.setWidth(width);
    taken = QStyle::visualRect(direction, place, taken);
    if (direction == Qt::RightToLeft)
        place.setRight(place.right() - width);
    else
        place.setLeft(place.left() + width);
    return taken;
}

} // namespace

void FacetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    const Places places = placesIn(option);
    const auto state = static_cast<FacetState>(index.data(FacetStateRole).toInt());
    const quint64 count = index.data(FacetCountRole).toULongLong();
    paintGround(*painter, option, t);
    paintBox(*painter, places.box, state, index.flags().testFlag(Qt::ItemIsUserCheckable), option, t);
    paintBar(*painter, places.bar, index.data(FacetShareRole).toDouble(), option, t);

    QRect text = places.text;
    painter->setFont(fontFor(FontRole::Small));
    const QFontMetrics small = painter->fontMetrics();
    painter->setPen(t.muted);
    if (const QString share = index.data(FacetShareTextRole).toString(); !share.isEmpty())
        paintAtEnd(*painter, text, share, small.horizontalAdvance(u"100 %"_s), option.direction);
    const QString number = words::number(count);
    painter->setPen(count > 0 ? t.text : t.muted);
    paintAtEnd(*painter, text, number, small.horizontalAdvance(number), option.direction);
    if (state == FacetState::Excluded) {
        painter->setFont(fontFor(FontRole::SmallBold));
        painter->setPen(t.error);
        const QString word = tr("not", "of an excluded value");
        const int width = painter->fontMetrics().horizontalAdvance(word);
        painter->drawText(takeBegin(text, width + metrics::unit, option.direction), Qt::AlignVCenter, word);
    }
    if (const QVariant type = index.data(BrnTypeRole); type.isValid()) {
        const QRect shape = takeBegin(text, shapeWidth, option.direction);
        paintShape(*painter, shape, shapeOf(type.toString()), t);
        takeBegin(text, metrics::unit, option.direction);
    }
    QFont font = fontFor(FontRole::Small);
    font.setItalic(index.data(FacetIsWordRole).toBool());
    painter->setPen(count > 0 ? t.text : t.muted);
    paintLine(*painter, text, index.data().toString(), font, QFontMetrics(font), {},
              index.data(MarksRole).value<QList<DisplayMark>>(), t);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), rowHeight()};
}

int FacetDelegate::rowHeight() {
    return metrics::row(QFontMetrics(fontFor(FontRole::Small)));
}

} // namespace idscope
