#pragma once

#include "models/query/expression.h"

#include <QPlainTextEdit>

namespace idscope {

class FilterHighlighter;

/// One line of the filter language, coloured as it is typed. Enter and Escape are signals, Tab moves on. What is
/// pasted, or comes from an input method, is cut where the text would be longer than a filter may be.
class FilterField final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget* parent = nullptr);

    /// Underlines a stretch of the text, in bytes of its UTF-8; an empty span at the end marks the last character.
    void setErrorSpan(std::optional<TextSpan> span);
    /// An expression to show while the field is empty.
    void setExample(const QString& example);
    /// In place of words that introduce the example.
    void setHint(const QString& hint);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void accepted();
    void cureAccepted();
    void escaped();
    /// Up or Down: an earlier filter, or a later one.
    void historyWanted(bool older);
    void focusChanged();
    /// Ctrl+Z and its reverse go from filter to filter, not from letter to letter.
    void undoRequested();
    void redoRequested();
    /// A sentence for the status bar.
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// As much of `text` as there is room for in the place of what is selected; says so when that is not all.
    QString fitting(const QString& text);

    FilterHighlighter* highlighter_;
    QString example_;
    QString hint_;
};

} // namespace idscope
