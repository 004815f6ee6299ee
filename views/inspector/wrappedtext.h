#pragma once

#include <QList>
#include <QTextLayout>
#include <QWidget>

namespace idscope {

/// Plain text that wraps anywhere when it must (a BRN has no blanks), with stretches in other colours; at most
/// `maximumLines` lines are drawn.
class WrappedText final : public QWidget {
    Q_OBJECT
public:
    static constexpr int maximumLines = 6;

    explicit WrappedText(QWidget* parent = nullptr);

    /// `mutedHead`: so many characters at the beginning are secondary.
    void show(const QString& text, const QFont& font, qsizetype mutedHead);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double layOut(QTextLayout& layout, int width) const;

    QString text_;
    qsizetype mutedHead_ = 0;
};

} // namespace idscope
