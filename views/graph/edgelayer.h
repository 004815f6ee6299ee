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
/// shown by tiles of other scales, stretched, or else drawn with hairlines; tiles follow one by one.
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
    struct Tiles {
        std::map<Place, QPixmap> pixmaps;
        double scale = 0; ///< their pixels per unit of the scene
    };
    enum class Quality : std::uint8_t { Full, Hairlines };

    [[nodiscard]] static QRectF sceneRect(Place place, double scale);
    [[nodiscard]] QPixmap tile(Place place, double scale) const;
    void paintEdges(QPainter& painter, const QRectF& where, double zoom, Quality quality) const;
    void beginTiles(double scale, double ratio);
    void beginOverview();
    void forgetOthers();
    static void stretch(const Tiles& tiles, QPainter& painter, const QTransform& world, QRegion& missing);
    void forgetDistant();
    void settle();

    std::vector<Edge> edges_;
    QRectF bounds_;
    Tiles tiles_;
    Tiles before_;               ///< of the last scale that was painted in full, until all tiles of this one are there
    Tiles overview_;             ///< of the whole drawing, made when nothing else is to be done
    double ratio_ = 1;           ///< device pixels per pixel
    QRectF seen_;                ///< of the scene, when it was last painted
    std::vector<Place> drafted_; ///< shown by other tiles or hairlines when it was last painted
    std::vector<Place> unmade_;  ///< of the overview
    bool moving_ = false;
    bool zooming_ = false;
    QTimer rest_;
};

} // namespace idscope
