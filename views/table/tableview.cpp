#include "views/table/tableview.h"

#include "models/items/cellroles.h"
#include "models/items/tablemodel.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/table/celldelegate.h"
#include "views/table/columnarrangement.h"
#include "views/table/columnmenu.h"
#include "views/table/columnspopup.h"
#include "views/table/frozencolumns.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>
#include <utility>

namespace idscope {

TableView::TableView(QWidget* parent)
    : QTableView(parent), delegate_(new CellDelegate(this)), columns_(new ColumnHeader(this)),
      rows_(new RowHeader(this)), arrangement_(new ColumnArrangement(*this, *columns_)) {
    setItemDelegate(delegate_);
    setHorizontalHeader(columns_);
    setVerticalHeader(rows_);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Rows"));
    if (auto* corner = findChild<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
        corner->installEventFilter(this);
    connect(arrangement_, &ColumnArrangement::arranged, this, &TableView::followArrangement);
    connect(columns_, &ColumnHeader::menuRequested, this, [this](int column, QPoint place) {
        QMenu* menu = columnMenu(*this, column);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
}

void TableView::setModel(QAbstractItemModel* newModel) {
    delete std::exchange(frozen_, nullptr);
    QTableView::setModel(newModel);
    if (newModel == nullptr) return;
    arrangement_->watchModel();
    const auto refresh = [this] {
        arrangement_->takeNewColumns();
        rows_->fit(model()->rowCount());
        // A current cell always: screen readers ask for it, and arrow keys begin there.
        if (!currentIndex().isValid() && model()->rowCount() > 0)
            makeCurrent(model()->index(0, lastColumn()), QItemSelectionModel::NoUpdate);
    };
    connect(newModel, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (currentIndex().isValid()) lastColumn_ = currentIndex().column();
    });
    connect(newModel, &QAbstractItemModel::modelReset, this, refresh);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, refresh);
    connect(newModel, &QAbstractItemModel::columnsInserted, this, [this, refresh] {
        refresh();
        if (!selectsCells()) // a selected row has the new columns too
            selectionModel()->select(selectionModel()->selection(),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
    refresh();
}

int TableView::lastColumn() const {
    const std::vector<int> shown = arrangement_->shown();
    if (std::ranges::find(shown, lastColumn_) != shown.end()) return lastColumn_;
    return shown.empty() ? 0 : shown.front();
}

void TableView::resumeAt(const QModelIndex& cell) {
    makeCurrent(cell, selectionCommand(cell, nullptr));
}

/// Up and down the rows have changed, but nobody has asked to look at other columns.
void TableView::makeCurrent(const QModelIndex& cell, QItemSelectionModel::SelectionFlags command) {
    QScrollBar& bar = *horizontalScrollBar();
    const int before = bar.value();
    selectionModel()->setCurrentIndex(cell, command);
    bar.setValue(before);
}

void TableView::followArrangement() {
    // What is current can be seen.
    if (const QModelIndex current = currentIndex(); current.isValid() && isColumnHidden(current.column())) {
        const std::vector<int> shown = arrangement_->shown();
        const int place = columns_->visualIndex(current.column());
        const auto next =
            std::ranges::find_if(shown, [&](int column) { return columns_->visualIndex(column) > place; });
        selectionModel()->setCurrentIndex(current.siblingAtColumn(next == shown.end() ? shown.back() : *next),
                                          QItemSelectionModel::NoUpdate);
    }
    if (arrangement_->frozen() == 0) {
        delete std::exchange(frozen_, nullptr);
        return;
    }
    if (frozen_ == nullptr) frozen_ = new FrozenColumns(*this, *columns_, *arrangement_);
    frozen_->follow();
}

void TableView::updateGeometries() {
    QTableView::updateGeometries();
    // Qt comes here for each column that moves.
    if (frozen_ != nullptr && !arrangement_->isArranging()) frozen_->follow();
}

void TableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (frozen_ == nullptr || !index.isValid()) return QTableView::scrollTo(index, hint);
    QScrollBar& bar = *horizontalScrollBar();
    const int before = bar.value();
    QTableView::scrollTo(index, hint);
    if (arrangement_->isFrozen(index.column())) return bar.setValue(before);
    // Not below the frozen ones.
    const QRect cell = visualRect(index);
    const int hidden =
        isRightToLeft() ? cell.right() - (viewport()->width() - 1 - frozen_->width()) : frozen_->width() - cell.left();
    if (hidden > 0) bar.setValue(bar.value() - hidden);
}

void TableView::goToColumn(int column) {
    arrangement_->setShown(column, true);
    updateGeometries(); // there is more to scroll now
    const QModelIndex cell = model()->index(std::max(currentIndex().row(), 0), column);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    scrollTo(cell);
    setFocus(Qt::OtherFocusReason);
}

void TableView::openColumnList() {
    const auto* rows = qobject_cast<const TableModel*>(model());
    auto* popup = new ColumnsPopup(*arrangement_, rows != nullptr ? rows->table() : nullptr, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &ColumnsPopup::columnChosen, this, &TableView::goToColumn);
    connect(popup, &ColumnsPopup::columnRequested, this, &TableView::columnRequested);
    popup->openAt(*viewport());
}

void TableView::setPictures(CellPictures& pictures) {
    pictures_ = &pictures;
    delegate_->setPictures(&pictures);
    connect(&pictures, &CellPictures::changed, viewport(), qOverload<>(&QWidget::update));
}

std::vector<int> TableView::shownColumns() const {
    return arrangement_->shown();
}

int TableView::selectedRows() const {
    int rows = 0;
    for (const RowRange& range : selectedRanges())
        rows += static_cast<int>(range.count);
    return rows;
}

std::vector<RowRange> TableView::selectedRanges() const {
    std::vector<RowRange> ranges;
    if (selectionModel() == nullptr) return ranges;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        ranges.push_back({static_cast<std::uint32_t>(range.top()), static_cast<std::uint32_t>(range.height())});
    std::ranges::sort(ranges, {}, &RowRange::first);
    std::vector<RowRange> joined;
    for (const RowRange& range : ranges) {
        if (joined.empty() || range.first > joined.back().first + joined.back().count) {
            joined.push_back(range);
            continue;
        }
        RowRange& last = joined.back();
        last.count = std::max(last.first + last.count, range.first + range.count) - last.first;
    }
    return joined;
}

std::vector<int> TableView::selectedColumns() const {
    std::vector<int> columns = shownColumns();
    if (!selectsCells() || selectionModel() == nullptr) return columns;
    const QItemSelection selection = selectionModel()->selection();
    std::erase_if(columns, [&selection](int column) {
        return std::ranges::none_of(selection, [column](const QItemSelectionRange& range) {
            return range.left() <= column && column <= range.right();
        });
    });
    return columns;
}

void TableView::setSelectsCells(bool cells) {
    if (cells == selectsCells()) return;
    setSelectionBehavior(cells ? SelectItems : SelectRows);
    setSelectionMode(cells ? ContiguousSelection : ExtendedSelection);
    if (frozen_ != nullptr) frozen_->follow();
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), cells
                                                     ? QItemSelectionModel::ClearAndSelect
                                                     : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TableView::selectCurrentColumn() {
    if (!currentIndex().isValid()) return;
    setSelectsCells(true);
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Columns);
}

void TableView::sortByCurrentColumn(bool extend) {
    if (currentIndex().isValid())
        Q_EMIT columns_->sortRequested(cycledSort(columns_->sortMarks(), currentIndex().column(), extend));
}

/// With Ctrl and Shift Qt only goes where the key leads: here the selection reaches to there, as everywhere else.
QItemSelectionModel::SelectionFlags TableView::selectionCommand(const QModelIndex& index, const QEvent* event) const {
    if (event != nullptr && event->type() == QEvent::KeyPress) {
        const auto& press = static_cast<const QKeyEvent&>(*event);
        const bool leads = press.key() == Qt::Key_Home || press.key() == Qt::Key_End;
        if (leads && press.modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier))
            return selectsCells() ? QItemSelectionModel::SelectCurrent
                                  : QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
    }
    return QTableView::selectionCommand(index, event);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    Q_EMIT currentCellChanged(current);
}

void TableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    rows_->viewport()->update();
    Q_EMIT selectedRowsChanged(selectedRows());
}

// Selected rows have another ground while another part has the focus.
void TableView::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    viewport()->update();
    rows_->viewport()->update();
    if (frozen_ != nullptr) frozen_->viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
    rows_->viewport()->update();
    if (frozen_ != nullptr) frozen_->viewport()->update();
}

/// Without rows there is no current cell to show that the keyboard is here.
void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (!hasFocus() || model() == nullptr || model()->rowCount() > 0) return;
    QPainter painter(viewport());
    QStyleOption ring;
    ring.initFrom(viewport());
    controls::drawFocus(ring, painter);
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    if (!currentIndex().isValid()) return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) delegate_->updateStyle();
}

bool TableView::eventFilter(QObject* watched, QEvent* event) {
    auto* corner = qobject_cast<QAbstractButton*>(watched);
    if (corner == nullptr || event->type() != QEvent::Paint) return QTableView::eventFilter(watched, event);
    paintCorner(*corner);
    return true;
}

void TableView::paintCorner(QWidget& corner) {
    QPainter painter(&corner);
    QStyleOption ground;
    ground.initFrom(this);
    ground.rect = corner.rect();
    controls::drawHeaderGround(ground, painter, true);
    painter.setFont(columns_->font());
    painter.setPen(tokensOf(palette()).muted);
    painter.drawText(corner.rect().adjusted(metrics::cellPadding, 0, -metrics::cellPadding, -1 - columns_->roomBelow()),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Row"));
}

} // namespace idscope
