#include "views/labels/labeldelegate.h"

#include "models/items/labelgallerymodel.h"
#include "views/parts/labelchip.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QStyle>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int chevronRoom = metrics::icon + metrics::unit;
constexpr int currentBar = 3;

const Tokens* stripTokens(int column) {
    if (column == LabelGalleryModel::OnLightColumn) return &lightTokens;
    return column == LabelGalleryModel::OnDarkColumn ? &darkTokens : nullptr;
}

void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t) {
    const Tokens* strip = stripTokens(index.column());
    painter.fillRect(option.rect, strip != nullptr ? strip->base : t.window);
    if (index.column() != LabelGalleryModel::NameColumn) return;
    if (option.state.testFlag(QStyle::State_Selected)) painter.fillRect(option.rect, t.selOff);
    QRect place = option.rect.adjusted(metrics::padding, 0, -metrics::cellPadding, 0);
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QString closed = option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
    paintIcon(painter, seen(option, QRect(place.left() - metrics::unit, place.y(), metrics::icon, place.height())),
              open ? u"chevron-down"_s : closed, t.muted);
    place.setLeft(place.left() + metrics::icon);
    painter.setFont(fontFor(FontRole::BodyBold));
    painter.setPen(t.text);
    const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter.drawText(seen(option, place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name);
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(name) + metrics::gap);
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(t.muted);
    painter.drawText(seen(option, place), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     LabelDelegate::tr("%n labels", nullptr, index.data(LabelCountRole).toInt()));
}

void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t) {
    const QRect place = option.rect.adjusted(metrics::padding + metrics::icon, 2, -metrics::cellPadding, -3);
    const QRect upper(place.left(), place.top(), place.width(), place.height() / 2);
    QRect lower(place.left(), upper.bottom() + 1, place.width(), place.height() - upper.height());
    painter.setFont(fontFor(FontRole::Body));
    painter.setPen(t.text);
    painter.drawText(seen(option, upper), Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
    const bool flagged = index.data(LabelFlaggedRole).toBool();
    if (flagged) {
        paintIcon(painter, seen(option, QRect(lower.left() - 2, lower.top(), metrics::icon, lower.height())),
                  u"warning"_s, t.warn);
        lower.setLeft(lower.left() + chevronRoom - 2);
    }
    painter.setFont(fontFor(flagged ? FontRole::Small : FontRole::Mono));
    painter.setPen(flagged ? t.warn : t.muted);
    painter.drawText(
        seen(option, lower), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data(LabelDetailRole).toString(), Qt::ElideRight, lower.width()));
}

void paintChip(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& strip) {
    const ChipLook look = index.data(ChipLookRole).value<ChipLook>();
    QRect place = option.rect.adjusted(metrics::blockGap, 0, -metrics::blockGap, 0);
    place.setRight(place.right() - paintContrast(painter, place, look, strip) - metrics::gap);
    const QString name = index.siblingAtColumn(LabelGalleryModel::NameColumn).data().toString();
    paintLabelChip(painter, seen(option, place), name, look, strip);
}

void paintUses(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Tokens& t) {
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(index.data(LabelUsesRole).toInt() > 0 ? t.accent : t.muted);
    painter.drawText(seen(option, option.rect.adjusted(metrics::cellPadding, 0, -metrics::blockGap, 0)),
                     Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, index.data().toString());
}

} // namespace

void LabelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    if (!index.parent().isValid()) return paintGroup(*painter, option, index, t);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect& cell = option.rect;
    const Tokens* strip = stripTokens(index.column());
    const Tokens& own = strip != nullptr ? *strip : t;
    painter->fillRect(cell, strip != nullptr ? strip->base
                            : selected
                                ? option.palette.color(option.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                                                   : QPalette::Inactive,
                                                       QPalette::Highlight)
                                : t.base);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, own.lineSoft);
    if (index.column() == LabelGalleryModel::NameColumn) {
        if (selected)
            painter->fillRect(seen(option, QRect(cell.left(), cell.top(), currentBar, cell.height())), t.accent);
        paintName(*painter, option, index, t);
    } else if (strip != nullptr) {
        paintChip(*painter, option, index, *strip);
    } else {
        paintUses(*painter, option, index, t);
    }
}

QSize LabelDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
    const QFontMetrics body(fontFor(FontRole::Body));
    const QFontMetrics mono(fontFor(FontRole::Mono));
    const int label = std::max(40, body.height() + mono.height() + 6);
    return {120, index.parent().isValid() ? label : metrics::atLeast(30, body, 12)};
}

} // namespace idscope
