#include "views/style/shapes.h"

#include <QPainter>
#include <QPolygonF>

namespace idscope {

EntityShape shapeOf(QStringView brnType) {
    if (brnType == u"identity") return EntityShape::Identity;
    if (brnType == u"connection") return EntityShape::Connection;
    if (brnType == u"resource") return EntityShape::Resource;
    return EntityShape::Other;
}

void paintShape(QPainter& painter, const QRectF& place, EntityShape shape, const Tokens& tokens) {
    const QPointF c = place.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (shape) {
    case EntityShape::Identity:
        painter.setBrush(tokens.identity);
        painter.drawEllipse(c, 4.75, 4.75);
        break;
    case EntityShape::Connection:
        painter.setBrush(tokens.connection);
        painter.drawPolygon(QPolygonF({{c.x() - 5.5, c.y()},
                                       {c.x() - 2.75, c.y() - 4.75},
                                       {c.x() + 2.75, c.y() - 4.75},
                                       {c.x() + 5.5, c.y()},
                                       {c.x() + 2.75, c.y() + 4.75},
                                       {c.x() - 2.75, c.y() + 4.75}}));
        break;
    case EntityShape::Resource:
        painter.setBrush(tokens.resource);
        painter.drawRect(QRectF(c.x() - 4.5, c.y() - 4.5, 9, 9));
        break;
    case EntityShape::Other:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.muted, 1.4));
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - 5}, {c.x() + 5, c.y()}, {c.x(), c.y() + 5}, {c.x() - 5, c.y()}}));
        break;
    }
    painter.restore();
}

} // namespace idscope
