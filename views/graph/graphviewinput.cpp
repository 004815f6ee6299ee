#include "views/graph/edgelayer.h"
#include "views/graph/graphitems.h"
#include "views/graph/graphview.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace idscope {

// What mouse and keyboard do with the drawing.

namespace {

constexpr double zoomStep = 1.2;

} // namespace

/// The node nearest in height at the other end of an edge.
std::optional<std::uint32_t> GraphView::neighbour(std::uint32_t from, bool down) const {
    std::optional<std::uint32_t> best;
    const auto distance = [&](std::uint32_t i) {
        return std::abs(nodes_[i]->target().y() - nodes_[from]->target().y());
    };
    for (const PictureEdge& edge : drawing_->picture.edges) {
        const std::uint32_t own = down ? edge.from : edge.to;
        const std::uint32_t other = down ? edge.to : edge.from;
        if (own == from && other != from && (!best || distance(other) < distance(*best))) best = other;
    }
    return best;
}

std::optional<std::uint32_t> GraphView::besides(std::uint32_t from, bool below) const {
    std::optional<std::uint32_t> best;
    const auto gap = [&](std::uint32_t i) {
        return (nodes_[i]->target().y() - nodes_[from]->target().y()) * (below ? 1 : -1);
    };
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
        if (drawing_->picture.nodes[i].column == drawing_->picture.nodes[from].column && gap(i) > 0 &&
            (!best || gap(i) < gap(*best)))
            best = i;
    return best;
}

void GraphView::step(Qt::Key key) {
    const auto at = current();
    if (!at) return;
    std::optional<std::uint32_t> next;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        next = neighbour(*at, key == Qt::Key_Right);
    else
        next = besides(*at, key == Qt::Key_Down);
    if (next) setCurrent(*next);
}

/// The menu's command to copy means the table below: it is left to that where there is no node.
bool GraphView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<const QKeyEvent*>(event)->matches(QKeySequence::Copy) && current()) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

void GraphView::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    const auto at = current();
    if (event->matches(QKeySequence::Copy)) {
        if (at) Q_EMIT copyRequested(*at);
        return;
    }
    if (!plain) return QGraphicsView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return step(static_cast<Qt::Key>(event->key()));
    case Qt::Key_Home:
        if (!nodes_.empty()) setCurrent(0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at && event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT foldRequested(*at);
        else if (at)
            Q_EMIT activated(*at);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(zoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / zoomStep);
    case Qt::Key_0:
        return fit();
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void GraphView::mousePressEvent(QMouseEvent* event) {
    if (NodeItem* item = itemUnder(event->position().toPoint())) {
        setFocus(Qt::MouseFocusReason);
        setCurrent(item->index(), false);
        if (event->button() == Qt::LeftButton) return event->accept();
    }
    QGraphicsView::mousePressEvent(event);
    viewport()->setCursor(Qt::ArrowCursor);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event) {
    NodeItem* item = itemUnder(event->position().toPoint());
    if (item == nullptr) return QGraphicsView::mouseDoubleClickEvent(event);
    if (item->key().isFold())
        Q_EMIT listRequested(item->index());
    else
        Q_EMIT activated(item->index());
}

void GraphView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (const auto at = current())
            Q_EMIT menuRequested(*at, viewport()->mapToGlobal(mapFromScene(nodes_[*at]->target())));
        return;
    }
    if (NodeItem* item = itemUnder(viewport()->mapFromGlobal(event->globalPos()))) {
        setCurrent(item->index(), false);
        Q_EMIT menuRequested(item->index(), event->globalPos());
    }
}

void GraphView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) return QGraphicsView::wheelEvent(event);
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void GraphView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    leaveRoom(zoom());
    placeOverlays();
    Q_EMIT viewChanged();
}

void GraphView::scrollContentsBy(int dx, int dy) {
    edges_->move(false);
    QGraphicsView::scrollContentsBy(dx, dy);
    followView();
    Q_EMIT viewChanged();
}

void GraphView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    edges_->renew();
    for (NodeItem* item : nodes_)
        item->QGraphicsObject::update();
    if (scene() != nullptr) scene()->update();
}

void GraphView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    updateMarks();
    if (const auto at = current()) {
        QAccessibleEvent focus(nodes_[*at], QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void GraphView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    updateMarks();
}

} // namespace idscope
