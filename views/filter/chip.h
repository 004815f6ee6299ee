#pragma once

#include <QAbstractButton>

namespace idscope {

/// One part of a filter: checked while it is on. A click on its sign, or Space, switches it; Enter or a click on its
/// text edits it; Delete or its × removes it; `!` turns it into its complement. Arrows go to its neighbours.
class FilterChip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit FilterChip(QWidget* parent = nullptr);

    /// `expression`: in the filter language.
    void setPart(const QString& expression, bool on);
    [[nodiscard]] const QString& expression() const { return expression_; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void switched();
    void editRequested();
    void removeRequested();
    void invertRequested();
    /// The neighbour is to get the keyboard.
    void stepRequested(int by);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    /// The expression, with less of it where the width is too small.
    [[nodiscard]] QString shownIn(int width) const;
    [[nodiscard]] QRect signRect() const;
    [[nodiscard]] QRect closeRect() const;

    QString expression_;
    QString shortened_; ///< with the keys of BRNs only
    bool overClose_ = false;
};

} // namespace idscope
