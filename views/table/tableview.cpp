#include "views/table/tableview.h"

#include "models/items/cellroles.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/table/celldelegate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

QString tsvCell(const QString& text) {
    const bool plain = std::ranges::none_of(text, [](QChar c) { return QStringView(u"\t\n\r\"").contains(c); });
    if (plain) return text;
    QString quoted = text;
    quoted.replace(u'"', u"\"\""_s);
    return u'"' + quoted + u'"';
}

TableView::TableView(QWidget* parent)
    : QTableView(parent), delegate_(new CellDelegate(this)), columns_(new ColumnHeader(this)),
      rows_(new RowHeader(this)) {
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
}

void TableView::setModel(QAbstractItemModel* newModel) {
    columnsInitialised_ = 0;
    QTableView::setModel(newModel);
    if (newModel == nullptr) return;
    const auto refresh = [this] {
        initialiseColumns();
        rows_->fit(model()->rowCount());
        // A current cell always: screen readers ask for it, and arrow keys begin there.
        if (!currentIndex().isValid() && model()->rowCount() > 0)
            selectionModel()->setCurrentIndex(model()->index(0, std::max(0, columns_->logicalIndexAt(0))),
                                              QItemSelectionModel::NoUpdate);
    };
    connect(newModel, &QAbstractItemModel::modelReset, this, refresh);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, refresh);
    connect(newModel, &QAbstractItemModel::columnsInserted, this, refresh);
    refresh();
}

void TableView::initialiseColumns() {
    const int count = model()->columnCount();
    const double scale = QFontMetricsF(fontFor(FontRole::Body)).height() / 18.0;
    for (int column = columnsInitialised_; column < count; ++column) {
        const int width = model()->headerData(column, Qt::Horizontal, WidthRole).toInt();
        if (width > 0) setColumnWidth(column, static_cast<int>(width * std::max(1.0, scale)));
        setColumnHidden(column, model()->headerData(column, Qt::Horizontal, DerivedRole).toBool());
    }
    columnsInitialised_ = count;
}

std::vector<int> TableView::shownColumns() const {
    std::vector<int> shown;
    for (int visual = 0; visual < columns_->count(); ++visual)
        if (const int column = columns_->logicalIndex(visual); !isColumnHidden(column)) shown.push_back(column);
    return shown;
}

int TableView::selectedRows() const {
    if (selectionModel() == nullptr) return 0;
    int rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        rows += range.height();
    return rows;
}

void TableView::copy() {
    if (selectedRows() > 1) return copyRows();
    if (currentIndex().isValid()) QApplication::clipboard()->setText(currentIndex().data(RawTextRole).toString());
}

void TableView::copyRows() {
    const int count = selectedRows();
    if (count > maximumCopiedRows) {
        Q_EMIT tooManyToCopy(count);
        return;
    }
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    if (rows.empty()) return;
    const std::vector<int> shown = shownColumns();
    QString text;
    for (const int row : rows) {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (i > 0) text += u'\t';
            text += tsvCell(model()->index(row, shown[i]).data(RawTextRole).toString());
        }
        text += u'\n';
    }
    QApplication::clipboard()->setText(text);
}

void TableView::sortByCurrentColumn() {
    if (currentIndex().isValid())
        Q_EMIT columns_->sortRequested(cycledSort(columns_->sortMarks(), currentIndex().column(), false));
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
}

void TableView::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
    rows_->viewport()->update();
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
    painter.drawText(corner.rect().adjusted(0, 0, -metrics::cellPadding, -1), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Row"));
}

} // namespace idscope
