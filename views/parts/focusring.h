#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace idscope {

/// Shows by the ring of the style that the keyboard is in a view, once people work by keyboard, as buttons do. Lies on
/// top of the view, whose child it is.
class FocusRing final : public QWidget {
    Q_OBJECT
public:
    explicit FocusRing(QAbstractScrollArea& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QAbstractScrollArea& view_;
};

} // namespace idscope
