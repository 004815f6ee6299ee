#include "views/graph/minimap.h"

#include "views/graph/graphitems.h"
#include "views/graph/graphview.h"

#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace idscope {

namespace {

constexpr QSize mapSize(176, 88);
constexpr double inset = 6;

QColor inkOf(const QString& type, const Tokens& t) {
    if (type == u"identity") return t.identity;
    if (type == u"connection") return t.connection;
    if (type == u"resource") return t.resource;
    return t.muted;
}

} // namespace

Minimap::Minimap(GraphView& view) : QWidget(&view), view_(view) {
    setFixedSize(mapSize);
    setAccessibleName(tr("The whole drawing, small"));
    hide();
}

QTransform Minimap::toMap() const {
    const QRectF all = view_.extent();
    const double scale = std::min((width() - 2 * inset) / all.width(), (height() - 2 * inset) / all.height());
    QTransform map;
    map.translate(width() / 2.0, height() / 2.0);
    map.scale(scale, scale);
    map.translate(-all.center().x(), -all.center().y());
    return map;
}

QRectF Minimap::seen() const {
    return view_.mapToScene(view_.viewport()->rect()).boundingRect();
}

void Minimap::renew() {
    drawing_ = {};
    update();
    follow();
}

void Minimap::follow() {
    const QRectF all = view_.extent();
    const QRectF now = seen();
    setVisible(!all.isEmpty() && !now.contains(all));
    if (std::exchange(framed_, now) != now) update();
}

void Minimap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) drawing_ = {};
}

void Minimap::paintDrawing(QPainter& painter) const {
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.setPen(t.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QTransform map = toMap();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.edge, 0.75));
    const auto& nodes = view_.nodes();
    for (const PictureEdge& edge : view_.drawing()->picture.edges) {
        const QRectF from = nodes[edge.from]->box().translated(nodes[edge.from]->target());
        const QRectF to = nodes[edge.to]->box().translated(nodes[edge.to]->target());
        painter.drawLine(map.map(QPointF(from.right(), from.center().y())),
                         map.map(QPointF(to.left(), to.center().y())));
    }
    for (const NodeItem* node : nodes) {
        QRectF box = map.mapRect(node->box().translated(node->target()));
        if (box.height() < 3) box.adjust(0, (box.height() - 3) / 2, 0, (3 - box.height()) / 2);
        painter.fillRect(box, inkOf(node->look().type, t));
    }
}

void Minimap::paintEvent(QPaintEvent*) {
    if (!view_.drawing()) return;
    if (drawing_.isNull() || drawing_.devicePixelRatio() != devicePixelRatioF()) {
        drawing_ = QPixmap(size() * devicePixelRatioF());
        drawing_.setDevicePixelRatio(devicePixelRatioF());
        QPainter painter(&drawing_);
        paintDrawing(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, drawing_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokensOf(palette()).accent, 1.5));
    painter.drawRect(toMap().mapRect(seen()).intersected(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5)));
}

void Minimap::go(QPointF place) {
    view_.centerOn(toMap().inverted().map(place));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    go(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    go(event->position());
}

} // namespace idscope
