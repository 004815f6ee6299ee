#pragma once

#include "views/graph/graphpainting.h"

#include <QGraphicsObject>
#include <QPixmap>
#include <QTimer>

#include <map>
#include <utility>
#include <vector>

namespace idscope {

/// All edges of the drawing with their words. Antialiased lines are what painting a graph costs, so they are painted
/// once into tiles of the screen's pixels, which panning only moves. While the drawing moves, what no tile holds yet is
/// drawn with hairlines; tiles follow one by one.
class EdgeLayer final : public QGraphicsObject {
    Q_OBJECT
public:
    EdgeLayer();

    void setEdges(const std::vector<LayoutRoute>& routes, const std::vector<QString>& words);
    void setMarks(std::size_t edge, GraphMarks marks);
    /// Colours or fonts are others now.
    void renew();
    /// The view is being scrolled or, `zooming`, scaled.
    void move(bool zooming);

    /// Paints all of them at full quality, those marked last.
    void paintWhole(QPainter& painter) const;
    [[nodiscard]] QRectF boundingRect() const override { return bounds_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Edge {
        LayoutRoute route;
        QString words;
        QPainterPath path;
        QRectF bounds;
        GraphMarks marks;
        [[nodiscard]] bool isMarked() const { return marks.onPath || marks.selected; }
    };
    using Place = std::pair<int, int>; ///< of a tile: column and row
    enum class Quality : std::uint8_t { Full, Hairlines };

    [[nodiscard]] QRectF sceneRect(Place place) const;
    [[nodiscard]] QPixmap tile(Place place) const;
    void paintEdges(QPainter& painter, const QRectF& where, double zoom, Quality quality) const;
    void forgetTiles();
    void forgetDistant();
    void settle();

    std::vector<Edge> edges_;
    QRectF bounds_;
    double scale_ = 0; ///< of the tiles: their pixels per unit of the scene
    double ratio_ = 1; ///< device pixels per pixel
    std::map<Place, QPixmap> tiles_;
    QRectF seen_;                ///< of the scene, when it was last painted
    std::vector<Place> drafted_; ///< drawn with hairlines when it was last painted
    bool moving_ = false;
    QTimer rest_;
};

} // namespace idscope
