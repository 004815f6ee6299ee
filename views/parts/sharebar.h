#pragma once

#include <QWidget>

namespace idscope {

/// How much of something is done, as a bar. The words beside it say the same.
class ShareBar final : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);

    /// From 0 to 1.
    void setShare(double share);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double share_ = 0;
};

} // namespace idscope
