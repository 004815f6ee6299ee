#include "views/graph/graphitems.h"

#include "models/items/displaytext.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace idscope {

namespace {

constexpr double kindsFrom = 0.75; ///< zoom

/// Whatever the screen: the world of a painter knows nothing of its device's pixel ratio.
double zoomOf(const QPainter& painter) {
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

const Tokens& tokens() {
    return tokensOf(QGuiApplication::palette());
}

} // namespace

NodeItem::NodeItem(std::uint32_t index, PictureKey key) : index_(index), key_(std::move(key)) {
    setFlag(ItemIsSelectable, false);
    setCacheMode(DeviceCoordinateCache);
    setZValue(2);
}

void NodeItem::update(std::uint32_t index, NodeLook look, const QString& tip, double width) {
    prepareGeometryChange();
    index_ = index;
    look_ = std::move(look);
    width_ = width;
    setToolTip(toolTipMarkup(tip));
    QGraphicsObject::update();
}

void NodeItem::setMarks(GraphMarks marks) {
    marks_ = marks;
    QGraphicsObject::update();
}

QRectF NodeItem::box() const {
    // On half pixels, so that straight outlines are sharp.
    return {0.5, -Layout::nodeHeight / 2 + 0.5, width_ - 1, Layout::nodeHeight - 1};
}

QRectF NodeItem::boundingRect() const {
    return nodeExtent(box());
}

QPainterPath NodeItem::shape() const {
    return nodeOutline(box(), look_.type);
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintNode(*painter, box(), look_, marks_, zoomOf(*painter) >= kindsFrom, tokens());
}

void NodeItem::paintWhole(QPainter& painter) const {
    paintNode(painter, box(), look_, marks_, true, tokens());
}

} // namespace idscope
