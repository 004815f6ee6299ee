#pragma once

#include <QWidget>

class QPushButton;

namespace idscope {

class PlainLabel;

/// Stands over a table without rows: why, and what helps.
class EmptyNote final : public QWidget {
    Q_OBJECT
public:
    /// Covers `over` and follows its size.
    explicit EmptyNote(QWidget* over);

    void say(const QString& text, const QString& expression, bool canClear);
    /// Says which part of the filter is the reason, and offers to switch it off.
    void blame(const QString& reason, const QString& expression, const QString& offer);

Q_SIGNALS:
    void clearRequested();
    void switchOffRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    PlainLabel* text_;
    PlainLabel* reason_;
    PlainLabel* expression_;
    QPushButton* switchOff_;
    QPushButton* clear_;
};

} // namespace idscope
