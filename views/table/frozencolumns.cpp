#include "views/table/frozencolumns.h"

#include "views/style/tokens.h"
#include "views/table/columnarrangement.h"
#include "views/table/headers.h"
#include "views/table/withoutupdates.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

namespace idscope {

FrozenColumns::FrozenColumns(QTableView& table, ColumnHeader& header, ColumnArrangement& arrangement)
    : QTableView(&table), table_(table), tableHeader_(header), arrangement_(arrangement),
      header_(new ColumnHeader(this)) {
    setHorizontalHeader(header_);
    setItemDelegate(table.itemDelegate());
    setFrameShape(NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setAutoScroll(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->setMinimumSectionSize(table.verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(table.verticalHeader()->defaultSectionSize());
    verticalHeader()->hide();
    setFocusProxy(&table);
    setAccessibleName(tr("Frozen columns"));
    setModel(table.model());
    delete selectionModel(); // its own
    setSelectionModel(table.selectionModel());

    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(), &QScrollBar::setValue);
    connect(&tableHeader_, &ColumnHeader::sortMarksChanged, this,
            [this] { header_->setSortMarks(tableHeader_.sortMarks()); });
    connect(header_, &ColumnHeader::sortRequested, &tableHeader_, &ColumnHeader::sortRequested);
    connect(header_, &ColumnHeader::menuRequested, &tableHeader_, &ColumnHeader::menuRequested);
    connect(header_, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (!following_) tableHeader_.moveSection(from, to);
    });
    connect(header_, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!following_) tableHeader_.resizeSection(column, width);
    });
    header_->setSortMarks(tableHeader_.sortMarks());
}

void FrozenColumns::follow() {
    const QScopedValueRollback guard(following_, true);
    setSelectionBehavior(table_.selectionBehavior());
    setSelectionMode(table_.selectionMode());
    takeColumns();
    place();
    show();
    verticalScrollBar()->setValue(table_.verticalScrollBar()->value());
}

/// Runs with each layout of the table: of most columns nothing is other than before.
void FrozenColumns::takeColumns() {
    const WithoutUpdates quick(*header_);
    int left = arrangement_.frozen();
    int visual = 0;
    for (const int column : arrangement_.all()) {
        if (header_->visualIndex(column) != visual) header_->moveSection(header_->visualIndex(column), visual);
        ++visual;
        const bool frozen = left > 0 && arrangement_.isShown(column);
        if (frozen) --left;
        if (isColumnHidden(column) == frozen) setColumnHidden(column, !frozen);
        if (frozen && columnWidth(column) != table_.columnWidth(column))
            setColumnWidth(column, table_.columnWidth(column));
    }
}

void FrozenColumns::place() {
    const QWidget& cells = *table_.viewport();
    const int header = tableHeader_.height();
    header_->setFixedHeight(header);
    const int width = std::min(header_->length(), cells.width() * 3 / 4);
    const int left = isRightToLeft() ? cells.x() + cells.width() - width : cells.x();
    setGeometry(left, cells.y() - header, width, header + cells.height());
}

void FrozenColumns::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int x = isRightToLeft() ? 0 : viewport()->width() - 1;
    painter.fillRect(x, 0, 1, viewport()->height(), tokensOf(palette()).border);
}

void FrozenColumns::wheelEvent(QWheelEvent* event) {
    // Sideways it is the others that scroll.
    QCoreApplication::sendEvent(table_.viewport(), event);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint place = table_.viewport()->mapFromGlobal(event->globalPos());
    QContextMenuEvent forwarded(event->reason(), place, event->globalPos(), event->modifiers());
    QCoreApplication::sendEvent(table_.viewport(), &forwarded);
}

} // namespace idscope
