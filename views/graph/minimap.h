#pragma once

#include <QPixmap>
#include <QWidget>

namespace idscope {

class GraphView;

/// The whole drawing, small, with a frame around what is seen; there only when something lies outside.
class Minimap final : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(GraphView& view);

    /// Takes over what is drawn.
    void renew();
    /// Takes over where the view is.
    void follow();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QTransform toMap() const;
    [[nodiscard]] QRectF seen() const;
    void paintDrawing(QPainter& painter) const;
    void go(QPointF place);

    GraphView& view_;
    QPixmap drawing_; ///< all but the frame; null: to be painted
    QRectF framed_;   ///< what was seen when it was last asked to paint, in the scene
};

} // namespace idscope
