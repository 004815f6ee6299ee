#include "views/table/headers.h"

#include "models/items/cellroles.h"
#include "models/items/tablemodel.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>

#include <algorithm>
#include <limits>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

const auto pathMark = u"{}"_s; ///< before the name of a JSON path

} // namespace

std::vector<SortMark> cycledSort(std::vector<SortMark> marks, int column, bool extend) {
    const auto at = std::ranges::find(marks, column, &SortMark::column);
    const bool known = at != marks.end();
    const bool wasDescending = known && at->descending;
    if (!extend) {
        if (!known) return {{column, false}};
        return wasDescending ? std::vector<SortMark>{} : std::vector<SortMark>{{column, true}};
    }
    if (!known)
        marks.push_back({column, false});
    else if (wasDescending)
        marks.erase(at);
    else
        at->descending = true;
    return marks;
}

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setFont(fontFor(FontRole::Small));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(3 * metrics::padding);
    setAccessibleName(tr("Columns"));
    connect(this, &QHeaderView::sectionClicked, this, &ColumnHeader::clicked);
}

void ColumnHeader::setSortMarks(std::vector<SortMark> marks) {
    marks_ = std::move(marks);
    viewport()->update();
    Q_EMIT sortMarksChanged();
}

void ColumnHeader::clicked(int section) {
    Q_EMIT sortRequested(cycledSort(marks_, section, extend_));
}

void ColumnHeader::mousePressEvent(QMouseEvent* event) {
    extend_ = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mousePressEvent(event);
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent* event) {
    if (const int column = logicalIndexAt(event->pos()); column >= 0) Q_EMIT menuRequested(column, event->globalPos());
}

void ColumnHeader::setRoomBelow(int room) {
    if (room == std::exchange(room_, room)) return;
    updateGeometry();
    Q_EMIT geometriesChanged();
}

QSize ColumnHeader::sizeHint() const {
    return QHeaderView::sizeHint() + QSize(0, room_);
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& whole, int section) const {
    if (!whole.isValid()) return;
    const Tokens& t = tokensOf(palette());
    const QRect rect = whole.adjusted(0, 0, 0, -room_);
    if (room_ > 0) {
        painter->fillRect(whole.adjusted(0, rect.height(), 0, 0), t.window);
        painter->fillRect(whole.x(), whole.bottom(), whole.width(), 1, t.line);
    }
    QStyleOption ground;
    ground.initFrom(this);
    ground.rect = rect;
    controls::drawHeaderGround(ground, *painter, true);

    // Drawn alike in both directions, as the cells below are.
    constexpr int absolute = Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine;
    QRect place = rect.adjusted(metrics::cellPadding, 0, -metrics::cellPadding, -1);
    const auto mark = std::ranges::find(marks_, section, &SortMark::column);
    if (mark != marks_.end()) {
        const QString order = QLocale().toString(mark - marks_.begin() + 1);
        painter->setFont(fontFor(FontRole::SmallBold));
        painter->setPen(t.accent);
        const int width = QFontMetrics(painter->font()).horizontalAdvance(order);
        painter->drawText(place, absolute | Qt::AlignRight, order);
        place.setRight(place.right() - width - 2);
        paintIcon(*painter, QRect(place.right() - metrics::icon + 1, place.y(), metrics::icon, place.height()),
                  mark->descending ? u"chevron-down"_s : u"chevron-up"_s, t.accent);
        place.setRight(place.right() - metrics::icon - metrics::unit);
    }
    painter->setFont(font());
    if (isPath(section)) {
        painter->setPen(t.muted);
        painter->drawText(place, absolute | Qt::AlignLeft, pathMark);
        place.setLeft(place.left() + fontMetrics().horizontalAdvance(pathMark) + metrics::unit);
    }
    const bool derived = model()->headerData(section, orientation(), DerivedRole).toBool();
    painter->setPen(derived ? t.muted : t.text);
    painter->drawText(place, absolute | Qt::AlignLeft,
                      fontMetrics().elidedText(model()->headerData(section, orientation()).toString(), Qt::ElideRight,
                                               place.width()));
}

bool ColumnHeader::isPath(int section) const {
    return model()->headerData(section, orientation(), AddedRole).toBool() &&
           model()->headerData(section, orientation(), ColumnTypeRole).toInt() == static_cast<int>(ColumnType::Json);
}

QSize ColumnHeader::sectionSizeFromContents(int section) const {
    // Asked once more, without a model, when that goes first.
    const QString text = model() != nullptr ? model()->headerData(section, orientation()).toString() : QString();
    const int path =
        model() != nullptr && isPath(section) ? fontMetrics().horizontalAdvance(pathMark) + metrics::unit : 0;
    const int mark = path + metrics::icon + 2 * metrics::padding;
    return {fontMetrics().horizontalAdvance(text) + 2 * metrics::cellPadding + mark, metrics::header(fontMetrics())};
}

RowHeader::RowHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
    setFont(fontFor(FontRole::Small));
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(false);
    setSectionsClickable(true);
    // So high that the whole table stays below 2^31 px. The minimum comes first: it would raise the default otherwise.
    constexpr int highest = std::numeric_limits<int>::max() / TableModel::maximumRows;
    const int height = std::min(metrics::row(QFontMetrics(fontFor(FontRole::Body))), highest);
    setMinimumSectionSize(height);
    setDefaultSectionSize(height);
    setAccessibleName(tr("Row numbers"));
    fit(0);
}

void RowHeader::fit(int rows) {
    const int digits = fontMetrics().horizontalAdvance(QString::number(std::max(rows, 1)));
    setFixedWidth(std::max(metrics::rowNumbers, digits + 2 * metrics::cellPadding));
}

void RowHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    if (!rect.isValid()) return;
    const Tokens& t = tokensOf(palette());
    const auto* view = qobject_cast<const QAbstractItemView*>(parentWidget());
    const bool selected = selectionModel() != nullptr && selectionModel()->isRowSelected(section, {});
    painter->fillRect(rect, !selected ? t.window : view != nullptr && view->hasFocus() ? t.sel : t.selOff);
    const auto mirrored = [&](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect, place); };
    if (selected) painter->fillRect(mirrored(QRect(rect.x(), rect.y(), 3, rect.height())), t.accent);
    painter->fillRect(mirrored(QRect(rect.right(), rect.y(), 1, rect.height())), t.line);
    painter->setFont(font());
    painter->setPen(selected ? t.text : t.muted);
    painter->drawText(rect.adjusted(metrics::cellPadding, 0, -metrics::cellPadding, 0),
                      Qt::AlignRight | Qt::AlignVCenter, model()->headerData(section, orientation()).toString());
}

} // namespace idscope
