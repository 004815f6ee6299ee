#include "views/inspector/recordview.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/schema/schema.h"
#include "views/parts/focusring.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"
#include "views/style/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameWidth = 108; // 88 and what is around them
constexpr int mostLines = 6;   ///< of one value; the whole is copied, and in the tooltip
constexpr qsizetype shownCharacters = 600;
constexpr int shapeWidth = 11;

bool isMono(const QModelIndex& value) {
    const auto type = static_cast<ColumnType>(value.data(ColumnTypeRole).toInt());
    return type == ColumnType::Brn || type == ColumnType::Json || type == ColumnType::Id;
}

QTextLayout::FormatRange inColor(qsizetype begin, qsizetype length, const QColor& color) {
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(begin);
    range.length = static_cast<int>(length);
    range.format.setForeground(color);
    return range;
}

QString fieldText(const QModelIndex& index) {
    const QString text = index.data().toString();
    return text.size() > shownCharacters ? text.first(shownCharacters) + u'…' : text;
}

QFont fieldFont(const QModelIndex& index) {
    return fontFor(index.column() == RecordModel::ValueColumn && isMono(index) ? FontRole::Mono : FontRole::Small);
}

bool isShaped(const QModelIndex& index) {
    return index.column() == RecordModel::ValueColumn && index.data(BrnTypeRole).isValid();
}

/// What a BRN is called, in the font of words. Empty where that is not known.
QTextLayout::FormatRange nameFormat(const QModelIndex& index, const QColor& color) {
    QTextLayout::FormatRange range = inColor(0, index.data(NameLengthRole).toInt(), color);
    range.format.setFont(fontFor(FontRole::Small));
    return range;
}

/// Room for the shape in the first line.
int indentOf(const QModelIndex& index) {
    return isShaped(index) ? shapeWidth + metrics::unit : 0;
}

/// Of a path only its end names something.
qsizetype linkBegin(const QString& text) {
    const qsizetype slash = text.lastIndexOf(u'/');
    return slash + 1 < text.size() ? slash + 1 : 0;
}

/// Lays a text out in lines of a width, the first one indented, broken anywhere when it must be (a BRN has no blanks);
/// returns the height.
double layOut(QTextLayout& layout, int width, int indent) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (int i = 0; i < mostLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        const int before = i == 0 ? indent : 0;
        line.setLineWidth(width - before);
        line.setPosition(QPointF(before, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// Lays a text out as far as there are lines for it; the last ends with … when that is not the whole.
void layOutCut(QTextLayout& layout, int width, int indent) {
    layOut(layout, width, indent);
    if (layout.lineCount() < mostLines) return;
    const QTextLine last = layout.lineAt(mostLines - 1);
    if (last.textStart() + last.textLength() >= layout.text().size()) return;
    const QString end = layout.text().mid(last.textStart(), last.textLength()) + u'…';
    const QString shown =
        layout.text().first(last.textStart()) + QFontMetrics(layout.font()).elidedText(end, Qt::ElideRight, width);
    QList<QTextLayout::FormatRange> formats = layout.formats();
    formats.removeIf([&](const auto& format) { return format.start >= shown.size(); });
    for (auto& format : formats)
        format.length = std::min(format.length, static_cast<int>(shown.size()) - format.start);
    layout.setText(shown);
    layout.setFormats(formats);
    layOut(layout, width, indent);
}

QRect textPlace(const QRect& cell, int column) {
    const int left = column == RecordModel::NameColumn ? metrics::padding : metrics::unit;
    return cell.adjusted(left, metrics::unit, -(metrics::gap), -metrics::unit);
}

} // namespace

RecordView::RecordView(RecordModel& model, QWidget* parent) : QTreeView(parent) {
    setItemDelegate(new RecordDelegate(this));
    setModel(&model);
    setFrameShape(NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setMinimumSectionSize(1);
    setColumnWidth(RecordModel::NameColumn, nameWidth);
    setMouseTracking(true);
    setAccessibleName(tr("Values of the row"));
    new FocusRing(*this);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, &model] {
        setColumnWidth(RecordModel::NameColumn, nameWidth);
        setCurrentIndex(model.index(0, RecordModel::ValueColumn));
        clearSelection(); // until somebody moves in here, nothing is chosen
    });
}

void RecordView::setLinking(bool linking) {
    linking_ = linking;
    viewport()->update();
}

bool RecordView::isLink(const QModelIndex& index) const {
    return linking_ && index.siblingAtColumn(RecordModel::ValueColumn).data(ReferenceRole).toBool();
}

QModelIndex RecordView::linkAt(const QPoint& place) const {
    const QModelIndex index = indexAt(place);
    return index.column() == RecordModel::ValueColumn && isLink(index) ? index : QModelIndex();
}

void RecordView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex link = linkAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && link.isValid()) Q_EMIT followRequested(link);
}

void RecordView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    viewport()->setCursor(linkAt(event->position().toPoint()).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RecordView::copyValue(const QModelIndex& index) const {
    if (index.isValid())
        QApplication::clipboard()->setText(
            index.siblingAtColumn(RecordModel::ValueColumn).data(RawTextRole).toString());
}

void RecordView::copyAll() const {
    QApplication::clipboard()->setText(QString::fromStdString(static_cast<const RecordModel*>(model())->lines()));
}

void RecordView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyValue(currentIndex());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && isLink(currentIndex())) return Q_EMIT followRequested(currentIndex());
    QTreeView::keyPressEvent(event);
}

void RecordView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
            [this, at = QPersistentModelIndex(index)] { copyValue(at); });
    connect(menu->addAction(tr("Copy the record")), &QAction::triggered, this, &RecordView::copyAll);
    if (isLink(index))
        connect(menu->addAction(tr("Show what it names")), &QAction::triggered, this,
                [this, at = QPersistentModelIndex(index)] { Q_EMIT followRequested(at); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void RecordView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // values wrap anew
}

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool focused = option.widget != nullptr && option.widget->hasFocus();
        painter->fillRect(option.rect, focused ? t.sel : t.selOff);
    }
    QRect place = textPlace(option.rect, index.column());
    const bool isValue = index.column() == RecordModel::ValueColumn;
    const QString text = fieldText(index);
    const QTextLayout::FormatRange name = nameFormat(index, t.text);
    QList<QTextLayout::FormatRange> formats{name}; // the last of several wins, draw() by itself shows but the first
    const qsizetype head = isValue ? index.data(MutedHeadRole).toInt() : 0;
    formats.append(inColor(name.length, head, t.muted));
    if (isValue && static_cast<const RecordView*>(option.widget)->isLink(index)) {
        const qsizetype begin = std::max(name.length + head, linkBegin(text));
        formats.append(inColor(begin, text.size() - begin, t.accent));
    }
    for (const DisplayMark& mark : index.data(MarksRole).value<QList<DisplayMark>>())
        formats.append(inColor(mark.begin, mark.length, t.warn));
    QTextLayout layout(text, fieldFont(index), painter->device());
    layout.setFormats(formats);
    layOutCut(layout, place.width(), indentOf(index));
    if (isShaped(index)) {
        const QRect shape(place.x(), place.y(), shapeWidth, QFontMetrics(layout.font()).height());
        paintShape(*painter, shape, shapeOf(index.data(BrnTypeRole).toString()), t);
    }
    painter->setPen(isValue ? t.text : t.muted);
    layout.draw(painter, place.topLeft());
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = static_cast<const QTreeView*>(option.widget);
    const int width = view == nullptr ? nameWidth : view->columnWidth(index.column());
    QTextLayout layout(fieldText(index), fieldFont(index));
    layout.setFormats({nameFormat(index, option.palette.text().color())});
    const int text = static_cast<int>(
        std::ceil(layOut(layout, textPlace({0, 0, width, 0}, index.column()).width(), indentOf(index))));
    return {width, std::max(text, QFontMetrics(fontFor(FontRole::Small)).height()) + 2 * metrics::unit};
}

} // namespace idscope
