#include "views/table/celldelegate.h"

#include "models/items/cellroles.h"
#include "models/schema/schema.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"
#include "views/table/celltext.h"

#include <QPainter>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView utcZones[] = {" +0000 UTC"_L1, "Z"_L1};

QColor groundOf(const QStyleOptionViewItem& option, const Tokens& t) {
    if (option.state.testFlag(QStyle::State_Selected))
        return option.widget != nullptr && option.widget->hasFocus() ? t.sel : t.selOff;
    return option.features.testFlag(QStyleOptionViewItem::Alternate) ? t.alt : t.base;
}

QRect takeLeft(QRect& rest, int width) {
    const QRect taken(rest.x(), rest.y(), width, rest.height());
    rest.setLeft(std::min(rest.left() + width, rest.right() + 1));
    return taken;
}

QRect takeRight(QRect& rest, int width) {
    const QRect taken(rest.right() - width + 1, rest.y(), width, rest.height());
    rest.setRight(std::max(rest.right() - width, rest.left() - 1));
    return taken;
}

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent), body_(fontFor(FontRole::Body)), mono_(fontFor(FontRole::Mono)), bodyMetrics_(body_),
      monoMetrics_(mono_) {}

void CellDelegate::updateFonts() {
    body_ = fontFor(FontRole::Body);
    mono_ = fontFor(FontRole::Mono);
    bodyMetrics_ = QFontMetrics(body_);
    monoMetrics_ = QFontMetrics(mono_);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    painter->fillRect(option.rect, groundOf(option, t));
    painter->fillRect(option.rect.right(), option.rect.y(), 1, option.rect.height(), t.lineSoft);

    QRect place = option.rect.adjusted(metrics::cellPadding, 0, -metrics::cellPadding, 0);
    const auto type = static_cast<ColumnType>(index.data(ColumnTypeRole).toInt());
    const bool broken = index.data(BreakRole).isValid();
    if (!broken && index.data(FlagRole).isValid()) {
        paintIcon(*painter, takeRight(place, metrics::icon), u"warning"_s, t.warn);
        place.setRight(place.right() - metrics::unit);
    }
    // Every form of an instant without fraction fits its column then.
    if (type == ColumnType::Instant) place.setRight(place.right() + metrics::unit);
    painter->setPen(t.text);
    switch (type) {
    case ColumnType::Brn:
        paintBrn(*painter, place, index, t);
        break;
    case ColumnType::Json:
        paintJson(*painter, place, index, t);
        break;
    case ColumnType::Id:
        paintText(*painter, place, index, mono_, monoMetrics_, t);
        break;
    default:
        paintText(*painter, place, index, body_, bodyMetrics_, t);
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -1.75, -0.75));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto type = static_cast<ColumnType>(index.data(ColumnTypeRole).toInt());
    const bool mono = type == ColumnType::Brn || type == ColumnType::Json || type == ColumnType::Id;
    const QString text = index.data(Qt::DisplayRole).toString();
    const int marks = (type == ColumnType::Brn ? metrics::icon + metrics::unit : 0) +
                      (index.data(FlagRole).isValid() ? metrics::icon + metrics::unit : 0);
    const int width = (mono ? monoMetrics_ : bodyMetrics_).horizontalAdvance(text);
    return {width + marks + 2 * metrics::cellPadding + 2, metrics::row(option.fontMetrics)};
}

void CellDelegate::paintBrn(QPainter& painter, QRect place, const QModelIndex& index, const Tokens& t) const {
    const QVariant type = index.data(BrnTypeRole);
    if (!type.isValid()) return;
    const QString word = type.toString();
    paintShape(painter, takeLeft(place, 11), shapeOf(word), t);
    takeLeft(place, 7);
    // An opaque name is a text, not a key.
    if (word.isEmpty())
        paintText(painter, place, index, body_, bodyMetrics_, t);
    else
        paintText(painter, place, index, mono_, monoMetrics_, t);
}

void CellDelegate::paintJson(QPainter& painter, QRect place, const QModelIndex& index, const Tokens& t) const {
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) return;
    const QVariant breaks = index.data(BreakRole);
    const qsizetype breaksAt = breaks.isValid() ? breaks.toInt() : -1;
    if (breaksAt >= 0) {
        paintIcon(painter, takeLeft(place, metrics::icon), u"warning"_s, t.error);
        takeLeft(place, metrics::unit);
    }
    const double x = paintLine(painter, place, text, mono_, monoMetrics_, jsonFormats(text, breaksAt, t),
                               index.data(MarksRole).value<QList<DisplayMark>>(), t, breaksAt);
    if (breaksAt >= 0 && x >= 0) painter.fillRect(static_cast<int>(x), place.y() + 4, 2, place.height() - 8, t.error);
}

void CellDelegate::paintText(QPainter& painter, const QRect& place, const QModelIndex& index, const QFont& font,
                             const QFontMetrics& fm, const Tokens& t) const {
    QString text = index.data(Qt::DisplayRole).toString();
    // An instant says its zone when there is room; the tooltip and the record always do.
    if (static_cast<ColumnType>(index.data(ColumnTypeRole).toInt()) == ColumnType::Instant &&
        fm.horizontalAdvance(text) > place.width())
        for (const auto zone : utcZones)
            if (text.endsWith(zone)) text.chop(zone.size());
    const auto marks = index.data(MarksRole).value<QList<DisplayMark>>();
    if (!marks.isEmpty()) {
        paintLine(painter, place, text, font, fm, {}, marks, t);
        return;
    }
    painter.setFont(font);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fm.elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace idscope
