#pragma once

#include <QSplitter>

namespace idscope {

/// Two parts: the second is as large as is wanted of it, the first has the rest. Want of room changes that only while
/// it lasts.
class FittedSplitter : public QSplitter {
    Q_OBJECT
public:
    FittedSplitter(Qt::Orientation orientation, QWidget& first, QWidget& second, QWidget* parent);

protected:
    /// How large the second part is to be, out of so much for both.
    [[nodiscard]] virtual int wanted(int room) const = 0;
    /// People gave the second part this size.
    virtual void chooseSize(int size) = 0;
    void fit();

    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget& second_;
};

} // namespace idscope
