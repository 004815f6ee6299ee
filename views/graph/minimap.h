#pragma once

#include <QWidget>

namespace idscope {

class GraphView;

/// The whole drawing, small, with a frame around what is seen; there only when something lies outside.
class Minimap final : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(GraphView& view);

    /// Takes over where the view is.
    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QTransform toMap() const;
    void go(QPointF place);

    GraphView& view_;
};

} // namespace idscope
