#include "views/filter/filterfield.h"

#include "views/filter/highlighter.h"
#include "views/style/fonts.h"
#include "views/style/tokens.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QWheelEvent>

namespace idscope {

namespace {

constexpr int underline = 3;

} // namespace

FilterField::FilterField(QWidget* parent) : QPlainTextEdit(parent), highlighter_(new FilterHighlighter(document())) {
    setFont(fontFor(FontRole::Mono));
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setViewportMargins(0, underline, 0, 0);
    viewport()->setAutoFillBackground(false);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    highlighter_->setTokens(tokensOf(palette()));
}

void FilterField::setErrorSpan(std::optional<TextSpan> span) {
    highlighter_->setErrorSpan(span);
}

void FilterField::setExample(const QString& example) {
    example_ = example;
    viewport()->update();
}

QSize FilterField::sizeHint() const {
    // Room below the line for the wavy underline, and above it for balance.
    return {200, fontMetrics().height() + 2 * underline};
}

QSize FilterField::minimumSizeHint() const {
    return {60, sizeHint().height()};
}

void FilterField::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) return Q_EMIT undoRequested();
    if (event->matches(QKeySequence::Redo)) return Q_EMIT redoRequested();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::AltModifier))
            Q_EMIT cureAccepted();
        else
            Q_EMIT accepted();
        return;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    case Qt::Key_Down:
    case Qt::Key_Up:
        Q_EMIT historyWanted(event->key() == Qt::Key_Up); // one line: nowhere else to go
        return;
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void FilterField::insertFromMimeData(const QMimeData* source) {
    // One line stays one line: what separates words elsewhere becomes a blank here.
    QString text = source->text();
    for (QChar& c : text)
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u' ';
    insertPlainText(text);
}

void FilterField::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void FilterField::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

void FilterField::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) highlighter_->setTokens(tokensOf(palette()));
}

void FilterField::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    if (!document()->isEmpty()) return;
    // Words in the text font, the example in the fixed font.
    QPainter painter(viewport());
    painter.setPen(tokensOf(palette()).muted);
    const QString words = tr("Type words, or an expression such as") + u' ';
    QRect place = viewport()->rect().adjusted(1, -underline, 0, 0);
    painter.setFont(fontFor(FontRole::Body));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(words));
    painter.setFont(fontFor(FontRole::Mono));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, example_);
}

void FilterField::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace idscope
