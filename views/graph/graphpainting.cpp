#include "views/graph/graphpainting.h"

#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace idscope {

namespace {

constexpr double markPlace = 30;    ///< from the left edge to the words, the mark between
constexpr double rightPadding = 16; ///< behind the words
constexpr double leastWidth = 112;
constexpr double mostWidth = 220;
constexpr double mostLabel = 132;
constexpr double foldStep = 3;
constexpr double plateInset = 4;
constexpr double line = 1.25;
constexpr double pathLine = 2.5;
constexpr double outline = 4;  ///< from a node to its outline when it is selected
constexpr double rounding = 2; ///< heads are painted at whole pixels

struct TypeColors {
    QColor ink, ground;
};

TypeColors colorsOf(const QString& type, const Tokens& t) {
    switch (shapeOf(type)) {
    case EntityShape::Identity:
        return {t.identity, t.identityBg};
    case EntityShape::Connection:
        return {t.connection, t.connectionBg};
    case EntityShape::Resource:
        return {t.resource, t.resourceBg};
    case EntityShape::Other:
        break;
    }
    return {t.muted, t.alt};
}

void paintWords(QPainter& painter, const QRectF& box, const NodeLook& look, bool kinds, const Tokens& t) {
    const QRectF words = box.adjusted(markPlace, 0, -rightPadding / 2, 0);
    const QFont title = fontFor(FontRole::Body);
    const QFontMetricsF titles(title);
    painter.setFont(title);
    painter.setPen(t.text);
    const bool both = kinds && !look.kind.isEmpty();
    const double titleTop = both ? box.center().y() - 18 : box.center().y() - titles.height() / 2;
    painter.drawText(QPointF(words.left(), titleTop + titles.ascent()),
                     titles.elidedText(look.title, Qt::ElideRight, words.width()));
    if (!both) return;
    const QFont kind = fontFor(FontRole::Small);
    const QFontMetricsF kindMetrics(kind);
    painter.setFont(kind);
    painter.setPen(t.muted);
    painter.drawText(QPointF(words.left(), box.center().y() - 1 + kindMetrics.ascent()),
                     kindMetrics.elidedText(look.kind, Qt::ElideRight, words.width()));
}

QFont labelFont(bool bold) {
    return fontFor(bold ? FontRole::BodyBold : FontRole::Body);
}

} // namespace

GraphMeasure graphMeasure() {
    const QFontMetricsF titles(fontFor(FontRole::Body));
    const QFontMetricsF kinds(fontFor(FontRole::Small));
    const QFontMetricsF labels(labelFont(true));
    return {.node =
                [titles, kinds](const NodeWords& w) {
                    const double words =
                        std::max(titles.horizontalAdvance(w.markedTitle()), kinds.horizontalAdvance(w.kind));
                    return std::clamp(std::ceil(words) + markPlace + rightPadding, leastWidth, mostWidth);
                },
            .edge =
                [labels](const QString& words) {
                    return std::min(std::ceil(labels.horizontalAdvance(words)) + 2 * plateInset, mostLabel);
                },
            .head =
                [titles, labels](const words::ColumnHead& head) {
                    return std::ceil(labels.horizontalAdvance(head.lead)) + metrics::unit +
                           std::ceil(titles.horizontalAdvance(head.rest)) + metrics::gap + rounding;
                }};
}

QPainterPath nodeOutline(const QRectF& box, const QString& type) {
    QPainterPath path;
    const double middle = box.center().y();
    const auto pointed = [&](double tip) {
        path.addPolygon(QPolygonF({{box.left(), middle},
                                   {box.left() + tip, box.top()},
                                   {box.right() - tip, box.top()},
                                   {box.right(), middle},
                                   {box.right() - tip, box.bottom()},
                                   {box.left() + tip, box.bottom()}}));
        path.closeSubpath();
    };
    switch (shapeOf(type)) {
    case EntityShape::Identity:
        path.addRoundedRect(box, box.height() / 2, box.height() / 2);
        break;
    case EntityShape::Connection:
        pointed(9);
        break;
    case EntityShape::Resource:
        path.addRect(box);
        break;
    case EntityShape::Other:
        pointed(box.height() / 2);
        break;
    }
    return path;
}

QRectF nodeExtent(const QRectF& box) {
    constexpr double around = outline + 2;
    return box.adjusted(-around, -around, around + 2 * foldStep, around + 2 * foldStep);
}

void paintNode(QPainter& painter, const QRectF& box, const NodeLook& look, GraphMarks marks, bool kinds,
               const Tokens& t) {
    const auto [ink, ground] = colorsOf(look.type, t);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    const QColor edge = marks.onPath || marks.selected ? t.accent : ink;
    const double width = marks.onPath || marks.selected ? 2 : line;
    if (look.fold)
        for (int i = 2; i > 0; --i) {
            painter.setPen(QPen(ink, line));
            painter.drawPath(nodeOutline(box.translated(i * foldStep, i * foldStep), look.type));
        }
    painter.setPen(QPen(edge, width));
    painter.drawPath(nodeOutline(box, look.type));
    if (marks.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, marks.focused ? 2 : line));
        painter.drawPath(nodeOutline(box.adjusted(-outline, -outline, outline, outline), look.type));
    }
    paintShape(painter, QRectF(box.left() + 14, box.center().y() - 6, 12, 12), shapeOf(look.type), t);
    paintWords(painter, box, look, kinds, t);
}

QPainterPath edgePath(const LayoutRoute& route) {
    QPainterPath path;
    const auto& points = route.points;
    if (points.empty()) return path;
    const auto at = [&](std::size_t i) { return QPointF(points[i].x, points[i].y); };
    path.moveTo(at(0));
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        const bool last = i + 3 >= points.size();
        const QPointF end = last ? at(i + 2) - QPointF(Layout::arrow - 1, 0) : at(i + 2);
        if (at(i) == at(i - 1) && at(i + 1) == at(i + 2))
            path.lineTo(end);
        else
            path.cubicTo(at(i), at(i + 1), end);
    }
    return path;
}

QRectF edgeLabelBox(const LayoutRoute& route, const QString& words) {
    const QFontMetricsF metrics(labelFont(true));
    const double width = std::min(metrics.horizontalAdvance(words) + 2 * plateInset, mostLabel);
    return {route.label.x - width / 2, route.label.y - metrics.height() / 2, width, metrics.height()};
}

void paintEdge(QPainter& painter, const QPainterPath& path, const LayoutRoute& route, GraphMarks marks, bool hairline,
               const Tokens& t) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = marks.onPath || marks.selected ? t.accent : t.edge;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, hairline ? 0 : marks.onPath ? pathLine : line, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(path);
    if (route.points.empty()) return;
    const QPointF tip(route.points.back().x, route.points.back().y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-Layout::arrow, -4.5), tip + QPointF(-Layout::arrow, 4.5)}));
}

void paintEdgeWords(QPainter& painter, const LayoutRoute& route, const QString& words, GraphMarks marks,
                    const Tokens& t) {
    if (words.isEmpty() || (route.crowded && !marks.onPath && !marks.selected)) return;
    const QRectF box = edgeLabelBox(route, words);
    painter.fillRect(box.adjusted(0, 2, 0, -2), t.base);
    if (marks.selected) {
        painter.setPen(QPen(t.accent, line));
        painter.setBrush(t.sel);
        painter.drawRoundedRect(box, 3, 3);
    }
    const QFont font = labelFont(marks.onPath || marks.selected);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(marks.onPath || marks.selected ? t.accent : t.muted);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, box.width() - plateInset);
    // At the right, so that the words of heads above each other line up with their arrows.
    painter.drawText(QPointF(box.right() - plateInset - metrics.horizontalAdvance(shown), box.top() + metrics.ascent()),
                     shown);
}

} // namespace idscope
