#pragma once

#include <QAbstractButton>

class QToolButton;

namespace idscope {

/// The head of a facet: folds it, says what it is about and how many values there are, and holds its menu.
class FacetHead final : public QAbstractButton {
    Q_OBJECT
public:
    explicit FacetHead(QWidget* parent = nullptr);

    /// `isPath`: a sign says that it looks into JSON. `fact`: such as the number of values.
    void setWords(const QString& title, bool isPath, const QString& fact);
    /// Whether the filter says something of it: then it can be cleared here.
    void setActive(bool active);
    [[nodiscard]] QToolButton& more() const { return *more_; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clearRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString title_; ///< data: not the button's text
    QString fact_;
    bool isPath_ = false;
    QToolButton* clear_;
    QToolButton* more_;
};

} // namespace idscope
