#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace idscope {

class PlainLabel;

/// A line to look for text: field, count, previous and next. Typing searches after a pause; Enter goes to the next
/// match, Shift+Enter to the one before, Escape closes.
class SearchLine final : public QWidget {
    Q_OBJECT
public:
    explicit SearchLine(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Ready to type, what is there selected.
    void open();
    void close();
    /// "3 of 12"; `current` counts from 0, negative: none.
    void setCount(qsizetype current, qsizetype all);

Q_SIGNALS:
    void searched(const QString& text);
    /// By 1 or -1.
    void stepped(int by);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();

    QLineEdit* field_;
    PlainLabel* count_;
    QToolButton* previous_;
    QToolButton* next_;
    QTimer pause_;
};

} // namespace idscope
