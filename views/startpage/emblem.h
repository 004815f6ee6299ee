#pragma once

#include <QWidget>

namespace idscope {

/// The picture of the start page: one identity, three groups, three resources, and the path between two.
class Emblem final : public QWidget {
public:
    explicit Emblem(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {236, 108}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace idscope
