#pragma once

#include <QWidget>

namespace idscope {

/// A JSON path in the fixed font: parents muted, the leaf in text. Elided at the left: the leaf is what matters.
class PathLabel final : public QWidget {
    Q_OBJECT
public:
    explicit PathLabel(QWidget* parent = nullptr);

    void setPath(const QString& path);
    [[nodiscard]] const QString& path() const { return path_; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString path_;
};

} // namespace idscope
