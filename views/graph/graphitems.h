#pragma once

#include "views/graph/graphpainting.h"

#include <QGraphicsObject>

namespace idscope {

/// A node of the drawing. Its place is the middle of its left edge.
class NodeItem final : public QGraphicsObject {
    Q_OBJECT
public:
    NodeItem(std::uint32_t index, PictureKey key);

    void update(std::uint32_t index, NodeLook look, const QString& tip, double width);
    void setMarks(GraphMarks marks);
    [[nodiscard]] std::uint32_t index() const { return index_; }
    [[nodiscard]] const PictureKey& key() const { return key_; }
    [[nodiscard]] const NodeLook& look() const { return look_; }
    [[nodiscard]] GraphMarks marks() const { return marks_; }
    [[nodiscard]] QRectF box() const;
    /// Where it goes to, while it glides.
    [[nodiscard]] QPointF target() const { return target_; }
    void setTarget(QPointF target) { target_ = target; }

    /// Paints it as it is at full size, for pictures that are saved.
    void paintWhole(QPainter& painter) const;
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    std::uint32_t index_;
    PictureKey key_;
    NodeLook look_;
    GraphMarks marks_;
    double width_ = 0;
    QPointF target_;
};

} // namespace idscope
