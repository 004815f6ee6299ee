#include "views/graph/edgelayer.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace idscope {

namespace {

constexpr int tileSide = 256;          ///< device pixels
constexpr double labelsFrom = 0.60;    ///< zoom
constexpr double around = 6;           ///< lines and arrow heads
constexpr int restMs = 100;            ///< after the last step of a zoom
constexpr std::size_t mostTiles = 128; ///< of 256 KiB, before those out of sight are dropped

const Tokens& tokens() {
    return tokensOf(QGuiApplication::palette());
}

/// The segments of a path that lie within a part of the drawing, or touch it: most of a long edge is elsewhere.
QPainterPath segmentsIn(const QPainterPath& path, const QRectF& where) {
    QPainterPath found;
    QPointF from;
    bool joined = false;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& element = path.elementAt(i);
        const bool curve = element.isCurveTo();
        const QPointF to = curve ? path.elementAt(i + 2) : element;
        if (!element.isMoveTo()) {
            QRectF bounds = QRectF(from, to).normalized();
            if (curve)
                for (const QPointF control : {QPointF(element), QPointF(path.elementAt(i + 1))})
                    bounds |= QRectF(control, control).adjusted(-1, -1, 1, 1);
            const bool seen = bounds.adjusted(-around, -around, around, around).intersects(where);
            if (seen && !joined) found.moveTo(from);
            if (seen && curve)
                found.cubicTo(element, path.elementAt(i + 1), to);
            else if (seen)
                found.lineTo(to);
            joined = seen;
        }
        from = to;
        if (curve) i += 2;
    }
    return found;
}

int tileAt(double pixel) {
    return static_cast<int>(std::floor(pixel / tileSide));
}

} // namespace

EdgeLayer::EdgeLayer() {
    setFlag(ItemUsesExtendedStyleOption); // what is exposed, for paint()
    rest_.setSingleShot(true);
    rest_.callOnTimeout(this, &EdgeLayer::settle);
}

void EdgeLayer::setEdges(const std::vector<LayoutRoute>& routes, const std::vector<QString>& words) {
    edges_.clear();
    for (std::size_t i = 0; i < routes.size(); ++i)
        edges_.push_back(
            {.route = routes[i], .words = words[i], .path = edgePath(routes[i]), .bounds = {}, .marks = {}});
    renew();
}

void EdgeLayer::setMarks(std::size_t edge, GraphMarks marks) {
    if (std::exchange(edges_[edge].marks, marks) != marks) update(edges_[edge].bounds);
}

void EdgeLayer::forgetTiles() {
    tiles_.clear();
    drafted_.clear();
}

void EdgeLayer::renew() {
    prepareGeometryChange();
    bounds_ = {};
    for (Edge& edge : edges_) {
        edge.bounds = edge.path.boundingRect().adjusted(-around, -around, around + Layout::arrow, around);
        if (!edge.words.isEmpty()) edge.bounds |= edgeLabelBox(edge.route, edge.words).adjusted(-2, -2, 2, 2);
        bounds_ |= edge.bounds;
    }
    forgetTiles();
    update();
}

void EdgeLayer::move(bool zooming) {
    moving_ = true;
    if (zooming || !rest_.isActive()) rest_.start(zooming ? restMs : 0); // a zoom scrolls, too
}

void EdgeLayer::settle() {
    moving_ = false;
    if (drafted_.empty()) return;
    // One at a time, so that nobody waits.
    const Place place = drafted_.back();
    drafted_.pop_back();
    tiles_[place] = tile(place);
    forgetDistant();
    update(sceneRect(place));
    moving_ = !drafted_.empty();
    if (moving_) rest_.start(0);
}

QRectF EdgeLayer::sceneRect(Place place) const {
    const double side = tileSide / scale_;
    return {place.first * side, place.second * side, side, side};
}

QPixmap EdgeLayer::tile(Place place) const {
    QPixmap pixmap(tileSide, tileSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.translate(-place.first * tileSide, -place.second * tileSide);
    painter.scale(scale_, scale_);
    paintEdges(painter, sceneRect(place), scale_ / ratio_, Quality::Full);
    painter.end();
    pixmap.setDevicePixelRatio(ratio_);
    return pixmap;
}

void EdgeLayer::paintEdges(QPainter& painter, const QRectF& where, double zoom, Quality quality) const {
    for (const Edge& edge : edges_)
        if (edge.bounds.intersects(where))
            paintEdge(painter, segmentsIn(edge.path, where), edge.route, {}, quality == Quality::Hairlines, tokens());
    if (zoom < labelsFrom) return;
    for (const Edge& edge : edges_)
        if (edge.bounds.intersects(where)) paintEdgeWords(painter, edge.route, edge.words, {}, tokens());
}

void EdgeLayer::paintWhole(QPainter& painter) const {
    paintEdges(painter, bounds_, 1, Quality::Full);
    for (const Edge& edge : edges_)
        if (edge.isMarked()) {
            paintEdge(painter, edge.path, edge.route, edge.marks, false, tokens());
            paintEdgeWords(painter, edge.route, edge.words, edge.marks, tokens());
        }
}

/// What lies farther than a tile from what is seen: nobody waits for it; tiles of it are kept as long as they are few.
void EdgeLayer::forgetDistant() {
    const double side = tileSide / scale_;
    const QRectF near = seen_.adjusted(-side, -side, side, side);
    const auto isDistant = [&](Place place) { return !near.intersects(sceneRect(place)); };
    std::erase_if(drafted_, isDistant);
    if (tiles_.size() > mostTiles) std::erase_if(tiles_, [&](const auto& tile) { return isDistant(tile.first); });
}

void EdgeLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) {
    const QTransform world = painter->worldTransform();
    const double zoom = world.m11();
    const double ratio = painter->device()->devicePixelRatioF();
    const QRectF exposed = option->exposedRect.intersected(bounds_);
    if (exposed.isEmpty()) return;
    if (zoom * ratio != scale_ || ratio != ratio_) {
        forgetTiles();
        scale_ = zoom * ratio;
        ratio_ = ratio;
    }
    seen_ = widget != nullptr ? world.inverted().mapRect(QRectF(widget->rect())) : exposed;
    const Place first{tileAt(exposed.left() * scale_), tileAt(exposed.top() * scale_)};
    const Place last{tileAt(exposed.right() * scale_), tileAt(exposed.bottom() * scale_)};
    // On whole device pixels, as it was painted.
    const QPointF origin(std::round(world.dx() * ratio), std::round(world.dy() * ratio));
    QPainterPath missing;
    painter->save();
    painter->setWorldTransform(QTransform());
    for (int row = first.second; row <= last.second; ++row)
        for (int column = first.first; column <= last.first; ++column) {
            const Place place{column, row};
            auto known = tiles_.find(place);
            if (known == tiles_.end() && moving_) {
                missing.addRect(sceneRect(place));
                if (std::ranges::find(drafted_, place) == drafted_.end()) drafted_.push_back(place);
                continue;
            }
            if (known == tiles_.end()) known = tiles_.emplace(place, tile(place)).first;
            painter->drawPixmap((origin + QPointF(column, row) * tileSide) / ratio, known->second);
        }
    painter->restore();
    if (!missing.isEmpty()) {
        painter->save();
        painter->setClipPath(missing, Qt::IntersectClip);
        paintEdges(*painter, missing.boundingRect() & exposed, zoom, Quality::Hairlines);
        painter->restore();
    }
    for (const Edge& edge : edges_)
        if (edge.isMarked() && edge.bounds.intersects(exposed)) {
            paintEdge(*painter, edge.path, edge.route, edge.marks, false, tokens());
            if (zoom >= labelsFrom) paintEdgeWords(*painter, edge.route, edge.words, edge.marks, tokens());
        }
    forgetDistant();
}

} // namespace idscope
