#include "views/inspector/rawview.h"

#include "views/parts/focusring.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

// Each mark costs time whenever the text is drawn: so many around the place that is looked at.
constexpr std::size_t shownMatches = 500;
constexpr qsizetype shownMarks = 1000;
constexpr int breakWidth = 2;

} // namespace

RawView::RawView(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(fontFor(FontRole::Mono));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setUndoRedoEnabled(false);
    setAccessibleName(tr("Raw text of the cell"));
    document()->setDocumentMargin(metrics::padding);
    setTabChangesFocus(true);
    new FocusRing(*this);
}

void RawView::setRawText(const RawText& text, std::optional<qsizetype> breaksAt) {
    text_ = text;
    breaksAt_ = breaksAt;
    matches_.clear();
    currentMatch_ = 0;
    setExtraSelections({});
    setPlainText(text_.shown());
    mark();
    if (breaksAt_) {
        QTextCursor cursor(document());
        cursor.setPosition(static_cast<int>(text_.toShown(*breaksAt_)));
        setTextCursor(cursor);
        centerCursor();
    }
}

void RawView::setMatches(std::vector<qsizetype> positions, qsizetype length) {
    matches_ = std::move(positions);
    matchLength_ = length;
    currentMatch_ = 0;
    mark();
}

void RawView::showMatch(std::size_t index) {
    currentMatch_ = index;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(text_.toShown(matches_[index])));
    setTextCursor(cursor);
    centerCursor();
    mark();
}

QTextEdit::ExtraSelection RawView::selection(qsizetype begin, qsizetype end) const {
    QTextEdit::ExtraSelection part;
    part.cursor = QTextCursor(document());
    part.cursor.setPosition(static_cast<int>(begin));
    part.cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    return part;
}

void RawView::mark() {
    const Tokens& t = tokensOf(palette());
    QList<QTextEdit::ExtraSelection> parts;
    if (breaksAt_) {
        parts.append(selection(text_.toShown(*breaksAt_), text_.shown().size()));
        parts.back().format.setForeground(t.muted);
    }
    for (const DisplayMark& mark : text_.marks().first(std::min(text_.marks().size(), shownMarks))) {
        parts.append(selection(mark.begin, mark.begin + mark.length));
        parts.back().format.setForeground(t.warn);
        parts.back().format.setBackground(t.warnBg);
    }
    const std::size_t first = currentMatch_ - std::min(currentMatch_, shownMatches / 2);
    for (std::size_t i = first; i < std::min(matches_.size(), first + shownMatches); ++i) {
        parts.append(selection(text_.toShown(matches_[i]), text_.toShown(matches_[i] + matchLength_)));
        QTextCharFormat& format = parts.back().format;
        const bool current = i == currentMatch_;
        format.setBackground(current ? t.matchLine : t.match);
        format.setForeground(current ? t.base : t.matchText);
        format.setFontUnderline(true);
        format.setUnderlineColor(t.matchLine);
    }
    setExtraSelections(parts);
    viewport()->update();
}

QMimeData* RawView::createMimeDataFromSelection() const {
    const QTextCursor cursor = textCursor();
    const qsizetype begin = text_.toText(cursor.selectionStart());
    auto* copied = new QMimeData;
    copied->setText(text_.text().sliced(begin, text_.toText(cursor.selectionEnd()) - begin));
    return copied;
}

void RawView::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    if (!breaksAt_) return;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(text_.toShown(*breaksAt_)));
    const QRect place = cursorRect(cursor);
    QPainter(viewport()).fillRect(place.x(), place.y(), breakWidth, place.height(), tokensOf(palette()).error);
}

void RawView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) mark();
}

} // namespace idscope
