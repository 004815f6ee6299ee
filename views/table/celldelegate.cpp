#include "views/table/celldelegate.h"

#include "models/items/cellroles.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"

#include <QPainter>

#include <optional>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView utcZones[] = {" +0000 UTC"_L1, "Z"_L1};
constexpr int keptLines = 2048; ///< several screens
constexpr int shapeWidth = 11;
constexpr int shapeGap = 7;
constexpr int swatchWidth = 14;
constexpr int pictureSide = 18;

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

/// An instant says its zone when there is room; the tooltip and the record always do.
QString shortened(const QString& instant, const QFontMetrics& fm, int width) {
    if (fm.horizontalAdvance(instant) > width)
        for (const auto zone : utcZones)
            if (instant.endsWith(zone)) return instant.chopped(zone.size());
    return instant;
}

/// Of a BRN, and of a cell that is the name of one.
std::optional<EntityShape> shapeBefore(const QModelIndex& index, ColumnType type) {
    if (type == ColumnType::Brn) return shapeOf(index.data(BrnTypeRole).toString());
    if (type != ColumnType::Text) return std::nullopt;
    const QVariant named = index.data(NamedTypeRole);
    return named.isValid() ? std::optional(shapeOf(named.toString())) : std::nullopt;
}

/// Whether a cell is a code rather than words.
bool isMono(ColumnType type, const QVariant& brnType) {
    // An opaque name is a text, not a key.
    if (type == ColumnType::Brn) return !brnType.toString().isEmpty();
    return type == ColumnType::Json || type == ColumnType::Id || type == ColumnType::Color;
}

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent), body_(fontFor(FontRole::Body)), mono_(fontFor(FontRole::Mono)), bodyMetrics_(body_),
      monoMetrics_(mono_), kept_(keptLines) {
    updateStyle();
}

void CellDelegate::updateStyle() {
    body_ = fontFor(FontRole::Body);
    mono_ = fontFor(FontRole::Mono);
    note_ = body_;
    note_.setItalic(true);
    bodyMetrics_ = QFontMetrics(body_);
    monoMetrics_ = QFontMetrics(mono_);
    kept_.clear();
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    painter->fillRect(option.rect, groundOf(option, t));
    painter->fillRect(option.rect.right(), option.rect.y(), 1, option.rect.height(), t.lineSoft);

    const auto line = index.data(LineRole).value<CellLinePtr>();
    if (line && !line->text.isEmpty()) {
        const auto type = static_cast<ColumnType>(index.data(ColumnTypeRole).toInt());
        QRect place = option.rect.adjusted(metrics::cellPadding, 0, -metrics::cellPadding, 0);
        if (line->breaksAt < 0 && index.data(FlagRole).isValid()) {
            paintIcon(*painter, takeRight(place, metrics::icon), u"warning"_s, t.warn);
            takeRight(place, metrics::unit);
        }
        // Every form of an instant without fraction fits its column then.
        if (type == ColumnType::Instant) place.setRight(place.right() + metrics::unit);
        paintBefore(*painter, place, index, *line, type, t);
        const bool mono = isMono(type, type == ColumnType::Brn ? index.data(BrnTypeRole) : QVariant());
        painter->setPen(line->isNote ? t.muted : t.text);
        laidOut(line, type, mono, place.width(), t)
            .draw(*painter, place, t, type == ColumnType::Number ? Qt::AlignRight : Qt::AlignLeft);
    } else if (index.data(FlagRole).isValid()) {
        QRect place = option.rect.adjusted(metrics::cellPadding, 0, -metrics::cellPadding, 0);
        paintIcon(*painter, takeRight(place, metrics::icon), u"warning"_s, t.warn);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -1.75, -0.75));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
}

const LaidOutLine& CellDelegate::laidOut(const CellLinePtr& line, ColumnType type, bool mono, int width,
                                         const Tokens& t) const {
    const KeptLine* known = kept_.object(line.get());
    if (known != nullptr && known->width == width && known->mono == mono) return known->line;
    const QFont& font = line->isNote ? note_ : mono ? mono_ : body_;
    const QFontMetrics& fm = mono ? monoMetrics_ : bodyMetrics_;
    LineContent content{.text = line->text, .marks = line->marks, .matches = line->matches, .breaksAt = line->breaksAt};
    if (type == ColumnType::Instant) content.text = shortened(content.text, fm, width);
    if (type == ColumnType::Json) content.formats = jsonFormats(content.text, content.breaksAt, t);
    auto* made = new KeptLine{line, width, mono, LaidOutLine(std::move(content), font, fm, width, t)};
    kept_.insert(line.get(), made);
    return made->line; // NOLINT(clang-analyzer-cplusplus.NewDelete): the cache holds more than one
}

/// What stands before the text: a BRN's shape, the triangle of broken JSON, a colour's swatch, a picture.
void CellDelegate::paintBefore(QPainter& painter, QRect& place, const QModelIndex& index, const CellLine& line,
                               ColumnType type, const Tokens& t) const {
    if (const auto shape = shapeBefore(index, type)) {
        paintShape(painter, takeLeft(place, shapeWidth), *shape, t);
        takeLeft(place, shapeGap);
    } else if (line.breaksAt >= 0) {
        paintIcon(painter, takeLeft(place, metrics::icon), u"warning"_s, t.error);
        takeLeft(place, metrics::unit);
    } else if (type == ColumnType::Url && pictures_ != nullptr) {
        const QImage* picture = pictures_->picture(index.data(RawTextRole).toString());
        if (picture == nullptr) return;
        const QRect box = takeLeft(place, pictureSide);
        const QSize size = picture->size().scaled(pictureSide, pictureSide, Qt::KeepAspectRatio);
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRect(QPoint(box.x(), box.y() + (box.height() - size.height()) / 2), size), *picture);
        painter.restore();
        takeLeft(place, metrics::unit + 2);
    } else if (type == ColumnType::Color) {
        const QVariant color = index.data(SwatchRole);
        if (!color.isValid()) return;
        const QRect swatch = takeLeft(place, swatchWidth);
        const int top = swatch.y() + (swatch.height() - swatchWidth) / 2;
        controls::drawBox(painter, QRect(swatch.x(), top, swatchWidth, swatchWidth), QColor::fromRgba(color.toUInt()),
                          t.border, 1, metrics::smallRadius);
        takeLeft(place, metrics::unit + 2);
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto type = static_cast<ColumnType>(index.data(ColumnTypeRole).toInt());
    const auto line = index.data(LineRole).value<CellLinePtr>();
    const QFontMetrics& fm = isMono(type, index.data(BrnTypeRole)) ? monoMetrics_ : bodyMetrics_;
    int width = 2 * metrics::cellPadding + 2 + (line ? fm.horizontalAdvance(line->text) : 0);
    if (index.data(FlagRole).isValid()) width += metrics::icon + metrics::unit;
    if (shapeBefore(index, type)) width += shapeWidth + shapeGap;
    if (type == ColumnType::Color) width += swatchWidth + metrics::unit + 2;
    return {width, metrics::row(option.fontMetrics)};
}

} // namespace idscope
