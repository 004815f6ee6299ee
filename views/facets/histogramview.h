#pragma once

#include "models/items/facetanswer.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace idscope {

/// Bars of all rows, in front of them those within the filter, and a brush over them that selects whole bins. With the
/// mouse: drag over the bars, or drag an edge of the brush. With the keyboard: Left and Right move an edge of the
/// brush, Up and Down change to the other one, Home and End move it to the end, Delete clears.
class HistogramView final : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setBars(std::shared_ptr<const FacetBars> bars);
    /// Drops what is being brushed, without a word.
    void forget();
    /// Where the filter's range begins and ends, in bins from the left; nothing: open.
    void setBrush(std::optional<double> low, std::optional<double> high);

    /// The range that dragging has come to, in edges from the left, while it lasts.
    [[nodiscard]] bool isBrushing() const { return edges_.has_value(); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// From an edge of the bins to another; nothing: from, or to, the end.
    void brushed(std::optional<std::size_t> low, std::optional<std::size_t> high);
    void clearRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Edge : unsigned char { Low, High };
    /// Edges of bins, ascending.
    struct Edges {
        int low = 0;
        int high = 0;
    };

    [[nodiscard]] int bins() const { return bars_ ? static_cast<int>(bars_->bins->bins()) : 0; }
    [[nodiscard]] QRect barsPlace() const;
    [[nodiscard]] double leftOf(double edge) const;
    [[nodiscard]] double edgeAt(double x) const;
    [[nodiscard]] std::optional<Edge> handleAt(double x) const;
    [[nodiscard]] double low() const;
    [[nodiscard]] double high() const;
    [[nodiscard]] bool hasBrush() const { return edges_ || low_ || high_; }
    void dragTo(double x);
    void step(int by);
    void apply();
    void paintBars(QPainter& painter) const;
    void paintBrush(QPainter& painter) const;

    std::shared_ptr<const FacetBars> bars_;
    std::optional<double> low_;
    std::optional<double> high_;
    std::optional<Edges> edges_; ///< what is being dragged or stepped to
    int anchor_ = 0;             ///< the edge that stays while the other is dragged
    bool isDragging_ = false;
    bool hasMoved_ = false; ///< since the mouse was pressed
    double pressedAt_ = 0;
    Edge active_ = Edge::Low; ///< for the keyboard
    QTimer pause_;            ///< several steps in a row are one change of the filter
};

} // namespace idscope
