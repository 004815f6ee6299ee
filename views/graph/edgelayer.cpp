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
constexpr double overviewSide = 2048;  ///< device pixels, at most
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

/// Tiles of another scale from now on. Those of the last one that stood still are kept for the way there.
void EdgeLayer::beginTiles(double scale, double ratio) {
    if (ratio != ratio_)
        forgetOthers();
    else if (drafted_.empty() && !tiles_.pixmaps.empty())
        before_ = std::move(tiles_);
    tiles_ = {.pixmaps = {}, .scale = scale};
    ratio_ = ratio;
    drafted_.clear();
}

void EdgeLayer::forgetOthers() {
    before_ = {};
    overview_ = {};
    unmade_.clear();
}

/// For drawings that are looked at: it may be zoomed next.
void EdgeLayer::beginOverview() {
    const double longest = std::max(bounds_.width(), bounds_.height());
    if (overview_.scale != 0 || longest == 0) return;
    overview_.scale = std::min(ratio_, overviewSide / longest);
    const QRectF pixels(bounds_.topLeft() * overview_.scale, bounds_.size() * overview_.scale);
    for (int row = tileAt(pixels.top()); row <= tileAt(pixels.bottom()); ++row)
        for (int column = tileAt(pixels.left()); column <= tileAt(pixels.right()); ++column)
            unmade_.emplace_back(column, row);
    if (!rest_.isActive()) rest_.start(restMs);
}

void EdgeLayer::renew() {
    prepareGeometryChange();
    bounds_ = {};
    for (Edge& edge : edges_) {
        edge.bounds = edge.path.boundingRect().adjusted(-around, -around, around + Layout::arrow, around);
        if (!edge.words.isEmpty()) edge.bounds |= edgeLabelBox(edge.route, edge.words).adjusted(-2, -2, 2, 2);
        bounds_ |= edge.bounds;
    }
    drafted_.clear();
    tiles_.pixmaps.clear();
    forgetOthers();
    update();
}

void EdgeLayer::move(bool zooming) {
    moving_ = true;
    if (zooming) zooming_ = true; // until all is at rest: a zoom scrolls, too
    if (zooming || !zooming_) rest_.start(zooming ? restMs : 0);
}

/// Paints one tile at a time, so that nobody waits.
void EdgeLayer::settle() {
    if (!drafted_.empty()) {
        const Place place = drafted_.back();
        drafted_.pop_back();
        tiles_.pixmaps[place] = tile(place, tiles_.scale);
        forgetDistant();
        update(sceneRect(place, tiles_.scale));
    } else if (!unmade_.empty()) {
        overview_.pixmaps[unmade_.back()] = tile(unmade_.back(), overview_.scale);
        unmade_.pop_back();
    }
    moving_ = !drafted_.empty();
    if (!moving_) {
        zooming_ = false;
        before_ = {};
    }
    if (moving_ || !unmade_.empty()) rest_.start(0);
}

QRectF EdgeLayer::sceneRect(Place place, double scale) {
    const double side = tileSide / scale;
    return {place.first * side, place.second * side, side, side};
}

QPixmap EdgeLayer::tile(Place place, double scale) const {
    QPixmap pixmap(tileSide, tileSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.translate(-place.first * tileSide, -place.second * tileSide);
    painter.scale(scale, scale);
    paintEdges(painter, sceneRect(place, scale), scale / ratio_, Quality::Full);
    painter.end();
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
    const double side = tileSide / tiles_.scale;
    const QRectF near = seen_.adjusted(-side, -side, side, side);
    const auto isDistant = [&](Place place) { return !near.intersects(sceneRect(place, tiles_.scale)); };
    std::erase_if(drafted_, isDistant);
    if (tiles_.pixmaps.size() > mostTiles)
        std::erase_if(tiles_.pixmaps, [&](const auto& tile) { return isDistant(tile.first); });
}

/// Shows what is missing, of device pixels, by tiles of another scale; what they do not cover stays missing.
void EdgeLayer::stretch(const Tiles& tiles, QPainter& painter, const QTransform& world, QRegion& missing) {
    QRegion shown;
    for (const QRect& part : missing) { // a clip that is no rectangle is slow
        painter.setClipRect(part);
        for (const auto& [place, pixmap] : tiles.pixmaps) {
            // Whole pixels, so that no seam shows.
            const QRectF where = world.mapRect(sceneRect(place, tiles.scale));
            const QRect pixels(where.topLeft().toPoint(), where.bottomRight().toPoint() - QPoint(1, 1));
            if (!pixels.intersects(part)) continue;
            painter.drawPixmap(pixels, pixmap);
            shown += pixels;
        }
    }
    missing -= shown;
}

void EdgeLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) {
    const QTransform world = painter->worldTransform();
    const double zoom = world.m11();
    const double ratio = painter->device()->devicePixelRatioF();
    const QRectF exposed = option->exposedRect.intersected(bounds_);
    if (exposed.isEmpty()) return;
    if (zoom * ratio != tiles_.scale || ratio != ratio_) beginTiles(zoom * ratio, ratio);
    seen_ = widget != nullptr ? world.inverted().mapRect(QRectF(widget->rect())) : exposed;
    const Place first{tileAt(exposed.left() * tiles_.scale), tileAt(exposed.top() * tiles_.scale)};
    const Place last{tileAt(exposed.right() * tiles_.scale), tileAt(exposed.bottom() * tiles_.scale)};
    // On whole device pixels, as it was painted.
    const QPoint origin(qRound(world.dx() * ratio), qRound(world.dy() * ratio));
    QRegion missing; // device pixels
    painter->save();
    painter->setWorldTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    for (int row = first.second; row <= last.second; ++row)
        for (int column = first.first; column <= last.first; ++column) {
            const Place place{column, row};
            const QRect pixels(origin + QPoint(column, row) * tileSide, QSize(tileSide, tileSide));
            auto known = tiles_.pixmaps.find(place);
            if (known == tiles_.pixmaps.end() && moving_) {
                missing += pixels;
                if (std::ranges::find(drafted_, place) == drafted_.end()) drafted_.push_back(place);
                continue;
            }
            if (known == tiles_.pixmaps.end()) known = tiles_.pixmaps.emplace(place, tile(place, tiles_.scale)).first;
            painter->drawPixmap(pixels.topLeft(), known->second);
        }
    if (zooming_ && !missing.isEmpty()) {
        const QTransform toPixels =
            QTransform::fromScale(tiles_.scale, tiles_.scale) * QTransform::fromTranslate(origin.x(), origin.y());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        stretch(before_, *painter, toPixels, missing);
        stretch(overview_, *painter, toPixels, missing);
    }
    painter->setWorldTransform(world);
    for (const QRect& part : missing) {
        const QRectF where =
            world.inverted().mapRect(QRectF(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio));
        painter->setClipRect(where);
        paintEdges(*painter, where & exposed, zoom, Quality::Hairlines);
    }
    painter->restore();
    for (const Edge& edge : edges_)
        if (edge.isMarked() && edge.bounds.intersects(exposed)) {
            paintEdge(*painter, edge.path, edge.route, edge.marks, false, tokens());
            if (zoom >= labelsFrom) paintEdgeWords(*painter, edge.route, edge.words, edge.marks, tokens());
        }
    forgetDistant();
    if (!moving_) beginOverview();
}

} // namespace idscope
