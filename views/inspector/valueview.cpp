#include "views/inspector/valueview.h"

#include "views/parts/focusring.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace idscope {

ValueView::ValueView(JsonTreeModel& tree, QWidget* parent) : QTreeView(parent), tree_(tree) {
    setItemDelegate(new JsonDelegate(this));
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    new FocusRing(*this);
}

void ValueView::toggleReveal(const QModelIndex& index) {
    const QModelIndex value = inTree(index);
    if (!value.data(JsonSecretRole).toBool()) return;
    tree_.setRevealed(value, !value.data(JsonRevealedRole).toBool());
    viewport()->update();
}

void ValueView::setNeedle(const QString& needle) {
    static_cast<JsonDelegate*>(itemDelegate())->setNeedle(needle);
    viewport()->update();
}

void ValueView::copyValue(const QModelIndex& index) {
    const QModelIndex value = inTree(index);
    if (!value.isValid()) return;
    if (value.data(JsonSecretRole).toBool()) return Q_EMIT refused(tr("Secrets are not copied."));
    const bool isContainer = value.data(JsonChildCountRole).toInt() > 0;
    QApplication::clipboard()->setText(value.data(isContainer ? JsonRawRole : JsonTextRole).toString());
}

void ValueView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    Q_EMIT valueChosen(inTree(current));
}

bool ValueView::overLink(const QPoint& place) const {
    const QModelIndex index = indexAt(place);
    return index.isValid() && index.column() == valueColumn() && inTree(index).data(JsonSecretRole).toBool() &&
           revealLink(visualRect(index)).contains(place);
}

void ValueView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && overLink(place)) toggleReveal(indexAt(place));
}

void ValueView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    viewport()->setCursor(overLink(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ValueView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && inTree(currentIndex()).data(JsonSecretRole).toBool()) return toggleReveal(currentIndex());
    if (event->matches(QKeySequence::Copy)) return copyValue(currentIndex());
    QTreeView::keyPressEvent(event);
}

void ValueView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        showMenu(index, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void ValueView::showMenu(const QModelIndex& index, const QPoint& place) {
    const QModelIndex value = inTree(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copies = [&](const QString& label, const QString& text, bool allowed) {
        if (text.isEmpty()) return;
        QAction* action = menu->addAction(label);
        action->setEnabled(allowed);
        connect(action, &QAction::triggered, this, [text] { QApplication::clipboard()->setText(text); });
    };
    const bool secret = value.data(JsonSecretRole).toBool();
    copies(tr("Copy value"), value.data(JsonTextRole).toString(), !secret);
    copies(tr("Copy value as JSON"), value.data(JsonRawRole).toString(), !secret);
    copies(tr("Copy path"), value.data(JsonPathRole).toString(), true);
    if (secret)
        connect(menu->addAction(value.data(JsonRevealedRole).toBool() ? tr("Hide") : tr("Reveal")), &QAction::triggered,
                this, [this, at = QPersistentModelIndex(index)] { toggleReveal(at); });
    menu->popup(place);
}

} // namespace idscope
