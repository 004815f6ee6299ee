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

Q_SIGNALS:
    void clearRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PlainLabel* text_;
    PlainLabel* expression_;
    QPushButton* clear_;
};

} // namespace idscope
