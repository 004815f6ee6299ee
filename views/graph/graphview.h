#pragma once

#include "models/items/graphdrawing.h"

#include <QGraphicsView>
#include <QVariantAnimation>

#include <map>
#include <memory>
#include <optional>

class QPushButton;

namespace idscope {

class ColumnHeads;
class EdgeLayer;
class Minimap;
class NodeItem;
class PlainLabel;

/// The drawing of an answer: to be looked over by mouse and keyboard. Arrows walk along edges and up and down a column,
/// Enter expands, + − 0 zoom, the keys for copying are about the current node. GUI thread.
class GraphView final : public QGraphicsView {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// Shows a drawing; nodes that were there glide to their places unless `anew`. Null: nothing.
    void show(const GraphDrawingPtr& drawing, bool anew);
    [[nodiscard]] const GraphDrawingPtr& drawing() const { return drawing_; }

    /// The node the keyboard is at; there is one whenever something is drawn.
    [[nodiscard]] std::optional<std::uint32_t> current() const;
    void setCurrent(std::uint32_t index, bool reveal = true);
    /// Marks a way: its nodes, and the edges between them.
    void markWay(const std::vector<NodeId>& way);

    [[nodiscard]] const std::vector<NodeItem*>& nodes() const { return nodes_; }
    void zoomBy(double factor);
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return transform().m11(); }
    void fit();
    /// Paints the whole drawing, wherever the view is.
    void paintWhole(QPainter& painter) const;
    /// Of the whole drawing, when nothing glides any more.
    [[nodiscard]] QRectF extent() const { return extent_; }

Q_SIGNALS:
    void currentChanged(std::uint32_t index);
    /// By Enter, or a double click on an entity.
    void activated(std::uint32_t index);
    /// What a counted node stands for, by a double click.
    void listRequested(std::uint32_t index);
    void foldRequested(std::uint32_t index);
    void copyRequested(std::uint32_t index);
    void menuRequested(std::uint32_t index, QPoint place);
    void viewChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void buildZoomBar();
    [[nodiscard]] QRectF measureExtent() const;
    void placeOverlays();
    void followView();
    /// Around the drawing, so that at a zoom all of it can be seen beside what lies over the view.
    void leaveRoom(double zoom);
    /// The zoom at which the whole drawing is seen, above the buttons.
    [[nodiscard]] double fittingZoom() const;
    /// Scrolls a node to where nothing lies over it.
    void uncover(const NodeItem& node);
    void updateMarks();
    void fitAtFirst();
    void glide(bool anew);
    void step(Qt::Key key);
    [[nodiscard]] std::optional<std::uint32_t> neighbour(std::uint32_t from, bool down) const;
    [[nodiscard]] std::optional<std::uint32_t> besides(std::uint32_t from, bool below) const;
    [[nodiscard]] NodeItem* itemUnder(QPoint place) const;

    GraphDrawingPtr drawing_;
    std::vector<NodeItem*> nodes_; ///< by the drawing's index
    EdgeLayer* edges_;
    QRectF extent_;
    std::optional<PictureKey> current_;
    std::vector<NodeId> way_;
    QVariantAnimation glide_;
    std::map<NodeItem*, QPointF> from_; ///< while nodes glide
    ColumnHeads* heads_;
    Minimap* minimap_;
    QWidget* zoomBar_;
    PlainLabel* zoomWords_;
};

} // namespace idscope
