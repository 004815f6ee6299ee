#include "views/notices/noticedelegate.h"

#include "models/items/activitymodel.h"
#include "models/items/noticemodel.h"
#include "models/items/qualitymodel.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyle>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// What a click does, as a word; empty: nothing.
QString linkOf(const QModelIndex& index) {
    if (index.data(QualityFilterRole).isValid()) return NoticeDelegate::tr("Filter");
    if (index.data(ActivityProfileRole).isValid()) return NoticeDelegate::tr("Change…", "a connection");
    if (index.data(ActivityTransferRole).isValid()) return NoticeDelegate::tr("Show");
    const bool leads = index.data(NoticeRowRole).isValid() || index.data(QualityRowsRole).toBool();
    return leads ? NoticeDelegate::tr("Show") : QString();
}

struct Sign {
    QString icon;
    QColor color;
};

Sign signOf(const QModelIndex& index, const Tokens& t) {
    const Sign note{u"info"_s, t.muted};
    const Sign warning{u"warning"_s, t.warn};
    if (const QVariant gravity = index.data(ActivityGravityRole); gravity.isValid())
        switch (static_cast<ActivityModel::Gravity>(gravity.toInt())) {
        case ActivityModel::Gravity::Note:
            return note;
        case ActivityModel::Gravity::Warning:
            return warning;
        case ActivityModel::Gravity::Fault:
            return {u"error"_s, t.error};
        }
    const QVariant kind = index.data(NoticeKindRole);
    return kind.isValid() && static_cast<NoticeKind>(kind.toInt()) == NoticeKind::MissingId ? note : warning;
}

constexpr int textFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

QRect textPlace(const QRect& line, const QString& link, Qt::LayoutDirection direction) {
    const QFontMetrics fm(fontFor(FontRole::Small));
    const QRect place = line.adjusted(metrics::padding + metrics::icon + metrics::gap, metrics::gap,
                                      -metrics::padding - metrics::gap - fm.horizontalAdvance(link), -metrics::gap - 1);
    return QStyle::visualRect(direction, line, place);
}

} // namespace

void NoticeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, !selected ? t.base : focused ? t.sel : t.selOff);
    painter->fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, t.lineSoft);
    const Sign sign = signOf(index, t);
    const QRect place(option.rect.x() + metrics::padding, option.rect.y() + metrics::gap, metrics::icon,
                      metrics::icon + 2);
    paintIcon(*painter, QStyle::visualRect(option.direction, option.rect, place), sign.icon, sign.color);
    painter->setFont(fontFor(FontRole::Small));
    painter->setPen(t.text);
    painter->drawText(textPlace(option.rect, linkOf(index), option.direction), textFlags, index.data().toString());
    painter->setPen(t.accent);
    painter->drawText(option.rect.adjusted(metrics::padding, metrics::gap, -metrics::padding, 0),
                      Qt::AlignRight | Qt::AlignTop, linkOf(index));
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(option.widget);
    const int width = area != nullptr ? area->viewport()->width() : option.rect.width();
    const QRect place = textPlace(QRect(0, 0, width, 4000), linkOf(index), option.direction);
    const int height =
        QFontMetrics(fontFor(FontRole::Small)).boundingRect(place, textFlags, index.data().toString()).height();
    return {width, height + 2 * metrics::gap + 1};
}

} // namespace idscope
