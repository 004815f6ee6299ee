#include "views/inspector/jsonview.h"

#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>

namespace idscope {

JsonView::JsonView(JsonTreeModel& model, QWidget* parent) : QTreeView(parent), model_(model) {
    setItemDelegate(new JsonDelegate(this));
    setModel(&model_);
    setHeaderHidden(true);
    setColumnHidden(JsonTreeModel::ValueColumn, true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(JsonTreeModel::KeyColumn, QHeaderView::Stretch);
    setFrameShape(NoFrame);
    setIndentation(metrics::icon);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Values of the cell"));
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] {
        setColumnHidden(JsonTreeModel::ValueColumn, true);
        expandToDepth(1);
        setCurrentIndex(model_.index(0, 0));
    });
}

void JsonView::toggleReveal(const QModelIndex& index) {
    if (!index.data(JsonSecretRole).toBool()) return;
    model_.setRevealed(index.siblingAtColumn(JsonTreeModel::KeyColumn), !index.data(JsonRevealedRole).toBool());
    viewport()->update();
}

void JsonView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    // The selection's ground reaches the edge; the chevron stands on it.
    const Tokens& t = tokensOf(palette());
    if (selectionModel()->isSelected(index)) painter->fillRect(rect, hasFocus() ? t.sel : t.selOff);
    QTreeView::drawBranches(painter, rect, index);
}

void JsonView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    Q_EMIT pathChanged(current.data(JsonPathRole).toString());
}

bool JsonView::overLink(const QPoint& place) const {
    const QModelIndex index = indexAt(place);
    return index.data(JsonSecretRole).toBool() && revealLink(visualRect(index)).contains(place);
}

void JsonView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && overLink(place)) toggleReveal(indexAt(place));
}

void JsonView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    viewport()->setCursor(overLink(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void JsonView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().data(JsonSecretRole).toBool()) return toggleReveal(currentIndex());
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(currentIndex().data(JsonRawRole).toString());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void JsonView::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copies = [&](const QString& label, const QString& text) {
        if (text.isEmpty()) return;
        connect(menu->addAction(label), &QAction::triggered, this,
                [text] { QApplication::clipboard()->setText(text); });
    };
    copies(tr("Copy value"), index.data(JsonRawRole).toString());
    copies(tr("Copy path"), index.data(JsonPathRole).toString());
    menu->popup(event->globalPos());
}

} // namespace idscope
