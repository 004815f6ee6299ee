#pragma once

#include "models/items/graphdrawing.h"
#include "views/style/tokens.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace idscope {

/// How a node or edge stands out.
struct GraphMarks {
    bool onPath = false;
    bool selected = false; ///< with a second outline
    bool focused = false;  ///< the keyboard is there
    friend bool operator==(const GraphMarks&, const GraphMarks&) = default;
};

/// What a picture needs to know of a node to paint it.
struct NodeLook {
    QString title;
    QString kind;
    QString type; ///< of its BRN; empty: none
    bool fold = false;
};

/// How wide the words of nodes and edges are. Safe on any thread; fonts are read when it is made.
GraphMeasure graphMeasure();

/// The outline of a node of this type: pill, hexagon, rectangle; a flat diamond for other names.
QPainterPath nodeOutline(const QRectF& box, const QString& type);
/// Everything that belongs to a node, its outlines around it included.
QRectF nodeExtent(const QRectF& box);
/// Paints a node whole; `kinds` false: without the second line.
void paintNode(QPainter& painter, const QRectF& box, const NodeLook& look, GraphMarks marks, bool kinds,
               const Tokens& tokens);

QPainterPath edgePath(const LayoutRoute& route);
QRectF edgeLabelBox(const LayoutRoute& route, const QString& words);
/// Paints an edge with its arrow; `hairline`: as thin as the screen can, which takes a tenth of the time.
void paintEdge(QPainter& painter, const QPainterPath& path, const LayoutRoute& route, GraphMarks marks, bool hairline,
               const Tokens& tokens);
/// Paints the words on an edge, if it has any and there is room.
void paintEdgeWords(QPainter& painter, const LayoutRoute& route, const QString& words, GraphMarks marks,
                    const Tokens& tokens);

} // namespace idscope
