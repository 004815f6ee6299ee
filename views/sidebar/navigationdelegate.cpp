#include "views/sidebar/navigationdelegate.h"

#include "views/sidebar/navigation.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QPainter>
#include <QStyle>
#include <QTreeView>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int textLeft = metrics::padding + metrics::icon + metrics::gap;

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t) {
    painter.fillRect(option.rect, t.window);
    const QRect box = option.rect.adjusted(metrics::unit, 0, -metrics::unit, 0);
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    if (option.state.testFlag(QStyle::State_Selected) && focused)
        controls::drawBox(painter, box, t.sel, t.sel, 0, metrics::radius);
    else if (index.data(CurrentRole).toBool())
        controls::drawBox(painter, box, t.selOff, t.selOff, 0, metrics::radius);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        controls::drawBox(painter, box, t.lineSoft, t.lineSoft, 0, metrics::radius);
}

QRect iconAtEnd(const QStyleOptionViewItem& line, const QRect& place) {
    return seen(line, QRect(place.right() - metrics::icon + 1, place.y(), metrics::icon, place.height()));
}

/// Draws the fact and returns how much of the width it took.
int paintFact(QPainter& painter, const QStyleOptionViewItem& line, const QRect& place, const QModelIndex& index,
              const Tokens& t, bool bold) {
    if (index.data(FailedRole).toBool()) {
        paintIcon(painter, iconAtEnd(line, place), u"error"_s, t.error);
        return metrics::icon + metrics::gap;
    }
    const QString fact = index.data(FactRole).toString();
    if (fact.isEmpty()) return 0;
    painter.setFont(fontFor(bold ? FontRole::SmallBold : FontRole::Small));
    painter.setPen(bold ? t.text : t.muted);
    painter.drawText(seen(line, place), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, fact);
    return painter.fontMetrics().horizontalAdvance(fact) + metrics::gap;
}

void paintChevron(QPainter& painter, const QStyleOptionViewItem& line, const QRect& place, const Tokens& t) {
    const bool open = line.state.testFlag(QStyle::State_Open);
    const QString closed = line.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
    paintIcon(painter, iconAtEnd(line, place), open ? u"chevron-down"_s : closed, t.muted);
}

} // namespace

void NavigationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    QStyleOptionViewItem line = option;
    if (option.widget != nullptr) { // the whole width, whatever the indentation
        line.rect.setLeft(0);
        line.rect.setRight(qobject_cast<const QAbstractScrollArea*>(option.widget)->viewport()->width() - 1);
    }
    if (index.data(DayRole).toBool()) {
        painter->fillRect(line.rect, t.window);
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.muted);
        painter->drawText(line.rect.adjusted(metrics::padding, 0, -metrics::padding, 0), Qt::AlignVCenter,
                          index.data().toString());
        return;
    }
    paintGround(*painter, line, index, t);
    const bool bold = index.data(CurrentRole).toBool();
    QRect place = line.rect.adjusted(metrics::padding, 0, -metrics::padding, 0);
    const QString lead = index.data(LeadRole).toString();
    const QString icon = index.data(IconNameRole).toString();
    const bool hasChildren = index.model()->hasChildren(index);
    if (hasChildren && index.data(FactRole).toString().isEmpty() && !index.data(FailedRole).toBool()) {
        paintChevron(*painter, line, place, t);
        place.setRight(place.right() - metrics::icon - metrics::unit);
    } else {
        place.setRight(place.right() - paintFact(*painter, line, place, index, t, bold));
    }
    if (!lead.isEmpty()) {
        painter->setFont(fontFor(bold ? FontRole::SmallBold : FontRole::Small));
        painter->setPen(bold ? t.text : t.muted);
        painter->drawText(seen(line, place), Qt::AlignVCenter | Qt::AlignLeft, lead);
        place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(lead) + metrics::gap);
    }
    if (!icon.isEmpty())
        paintIcon(*painter, seen(line, QRect(place.x(), place.y(), metrics::icon, place.height())), icon, t.muted);
    if (lead.isEmpty())
        place.setLeft(textLeft);
    else if (!icon.isEmpty())
        place.setLeft(place.left() + metrics::icon + metrics::unit);
    painter->setFont(fontFor(!lead.isEmpty() ? (bold ? FontRole::SmallBold : FontRole::Small)
                                             : (bold ? FontRole::BodyBold : FontRole::Body)));
    painter->setPen(t.text);
    painter->drawText(seen(line, place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics fm(fontFor(FontRole::Body));
    const bool top =
        !index.parent().isValid() && index.data(LeadRole).toString().isEmpty() && !index.data(DayRole).toBool();
    return {option.rect.width(), top ? metrics::navigationRow(fm) : metrics::row(fm)};
}

} // namespace idscope
