#include "views/filter/filterfield.h"

#include "models/words/words.h"
#include "views/filter/highlighter.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>

namespace idscope {

namespace {

constexpr int underline = 3;

std::size_t byteCount(const QString& text) {
    return static_cast<std::size_t>(text.toUtf8().size());
}

/// The longest beginning of `text` of at most `room` bytes of UTF-8 that cuts no character. O(room).
QString beginning(const QString& text, std::size_t room) {
    qsizetype end = 0;
    while (end < text.size()) {
        const bool isPair = text[end].isHighSurrogate() && end + 1 < text.size() && text[end + 1].isLowSurrogate();
        const char16_t unit = text[end].unicode();
        const std::size_t needed = isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        if (needed > room) break;
        room -= needed;
        end += isPair ? 2 : 1;
    }
    return text.left(end);
}

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

void FilterField::setHint(const QString& hint) {
    hint_ = hint;
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
    QString text = fitting(source->text());
    for (QChar& c : text)
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u' ';
    insertPlainText(text);
}

void FilterField::inputMethodEvent(QInputMethodEvent* event) {
    const QString text = event->commitString();
    if (const QString fits = fitting(text); fits.size() < text.size())
        event->setCommitString(fits, event->replacementStart(), event->replacementLength());
    QPlainTextEdit::inputMethodEvent(event);
}

QString FilterField::fitting(const QString& text) {
    if (text.isEmpty()) return text;
    const std::size_t held = byteCount(document()->toRawText()) - byteCount(textCursor().selectedText());
    QString fits = beginning(text, maximumExpressionLength - std::min(held, maximumExpressionLength));
    if (fits.size() < text.size())
        Q_EMIT said(tr("What was put into the filter was cut: a filter holds %1 at most.")
                        .arg(words::byteCount(maximumExpressionLength)));
    return fits;
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
    QRect place = viewport()->rect().adjusted(1, -underline, 0, 0);
    painter.setFont(fontFor(FontRole::Body));
    const QString words =
        painter.fontMetrics().elidedText(!hint_.isEmpty()     ? hint_
                                         : example_.isEmpty() ? tr("Type words, or an expression")
                                                              : tr("Type words, or an expression such as") + u' ',
                                         Qt::ElideRight, place.width());
    painter.drawText(seen(*viewport(), place), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(words));
    painter.setFont(fontFor(FontRole::Mono));
    const QString example = painter.fontMetrics().elidedText(example_, Qt::ElideRight, std::max(place.width(), 0));
    painter.drawText(seen(*viewport(), place), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, example);
}

void FilterField::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace idscope
