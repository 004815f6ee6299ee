#include "views/startpage/emblem.h"

#include "views/style/shapes.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace idscope {

namespace {

QPainterPath bend(QPointF from, QPointF to) {
    QPainterPath path(from);
    const double middle = (from.x() + to.x()) / 2;
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    return path;
}

QPolygonF hexagon(QPointF c) {
    return QPolygonF({{c.x() - 15, c.y()},
                      {c.x() - 8, c.y() - 12},
                      {c.x() + 8, c.y() - 12},
                      {c.x() + 15, c.y()},
                      {c.x() + 8, c.y() + 12},
                      {c.x() - 8, c.y() + 12}});
}

QRectF around(QPointF c, double half) {
    return {c.x() - half, c.y() - half, 2 * half, 2 * half};
}

} // namespace

Emblem::Emblem(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
}

void Emblem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isRightToLeft()) { // it reads as the window does
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const Tokens& t = tokensOf(palette());
    const QPointF who(15, 54);
    const QPointF groups[] = {{107, 22}, {107, 54}, {107, 86}};
    const QPointF things[] = {{216, 18}, {216, 54}, {216, 90}};

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.edge, 1.25));
    painter.drawPath(bend({28, 54}, {92, 22}));
    painter.drawPath(bend({28, 54}, {92, 86}));
    painter.drawPath(bend({122, 22}, {204, 18}));
    painter.drawPath(bend({122, 54}, {204, 90}));
    painter.drawPath(bend({122, 86}, {204, 90}));
    painter.setPen(QPen(t.accent, 2.5));
    painter.drawLine(QPointF(28, 54), QPointF(92, 54));
    painter.drawLine(QPointF(122, 54), QPointF(204, 54));

    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.identityBg);
    painter.drawEllipse(who, 12, 12);
    paintShape(painter, around(who, 8), EntityShape::Identity, t);
    for (const QPointF& group : groups) {
        const bool onPath = group.y() == who.y();
        painter.setPen(onPath ? QPen(t.accent, 2) : QPen(t.connection, 1.25));
        painter.setBrush(t.connectionBg);
        painter.drawPolygon(hexagon(group));
        paintShape(painter, around(group, 8), EntityShape::Connection, t);
    }
    for (const QPointF& thing : things) {
        const bool onPath = thing.y() == who.y();
        painter.setPen(onPath ? QPen(t.accent, 2) : QPen(t.resource, 1.25));
        painter.setBrush(t.resourceBg);
        painter.drawRect(around(thing, 11));
        paintShape(painter, around(thing, 8), EntityShape::Resource, t);
    }
}

} // namespace idscope
