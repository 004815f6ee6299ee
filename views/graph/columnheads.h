#pragma once

#include <QWidget>

namespace idscope {

class GraphView;

/// What the columns of the drawing are, in words that stand over them wherever it is scrolled to.
class ColumnHeads final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnHeads(GraphView& view);

    /// Takes over what is drawn.
    void renew();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    GraphView& view_;
};

} // namespace idscope
