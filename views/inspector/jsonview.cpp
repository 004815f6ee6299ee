#include "views/inspector/jsonview.h"

#include "views/style/metrics.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace idscope {

namespace {

constexpr int openedRows = 200;     ///< at first
constexpr int roomForDeepest = 220; ///< px that are left for a line's text, however deep it stands

int levelOf(QModelIndex index) {
    int level = 0;
    while ((index = index.parent()).isValid())
        ++level;
    return level;
}

} // namespace

JsonView::JsonView(JsonTreeModel& model, QWidget* parent) : ValueView(model, parent) {
    setModel(&model);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(1);
    setIndentation(metrics::icon);
    setLayoutDirection(Qt::LeftToRight); // as code is written everywhere
    setAccessibleName(tr("Values of the cell"));
    connect(&model, &QAbstractItemModel::modelReset, this, &JsonView::openFirst);
    connect(this, &QTreeView::expanded, this, &JsonView::deepen);
    openFirst();
}

/// The first two levels, as far as they are no long lists.
void JsonView::openFirst() {
    setColumnHidden(JsonTreeModel::ValueColumn, true);
    deepest_ = 0;
    fitWidth();
    const QModelIndex root = model()->index(0, 0);
    setCurrentIndex(root);
    if (!root.isValid()) return;
    expand(root);
    int rows = model()->rowCount(root);
    for (int row = 0; row < std::min(model()->rowCount(root), openedRows); ++row) {
        const QModelIndex child = model()->index(row, 0, root);
        const int inside = model()->rowCount(child);
        if (inside == 0) continue;
        rows += inside;
        if (rows <= openedRows) expand(child);
    }
}

void JsonView::deepen(const QModelIndex& expanded) {
    deepest_ = std::max(deepest_, levelOf(expanded) + 1);
    fitWidth();
}

void JsonView::fitWidth() {
    const int needed = (deepest_ + 1) * indentation() + roomForDeepest;
    setColumnWidth(JsonTreeModel::KeyColumn, std::max(viewport()->width(), needed));
}

/// Across, too: the text of a deep line begins far to the right.
void JsonView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    ValueView::scrollTo(index, hint);
    const QRect line = visualRect(index);
    const int room = std::min(roomForDeepest, viewport()->width());
    if (line.left() < 0 || line.left() + room > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + line.left() + room - viewport()->width());
}

void JsonView::resizeEvent(QResizeEvent* event) {
    ValueView::resizeEvent(event);
    fitWidth();
}

void JsonView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    // The selection's ground reaches the edge; the chevron stands on it.
    const Tokens& t = tokensOf(palette());
    if (selectionModel()->isSelected(index)) painter->fillRect(rect, hasFocus() ? t.sel : t.selOff);
    QTreeView::drawBranches(painter, rect, index);
}

} // namespace idscope
