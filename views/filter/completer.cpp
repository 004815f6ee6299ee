#include "views/filter/completer.h"

#include "models/filter/filterstate.h"
#include "models/words/words.h"
#include "views/filter/filterfield.h"
#include "views/filter/highlighter.h"
#include "views/filter/suggestionpopup.h"
#include "views/style/metrics.h"

#include <QKeyEvent>
#include <QTextDocument>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// What people go on with behind a suggestion.
QString writtenText(const Suggestion& suggestion, const Table& table) {
    QString text = words::fromUtf8(suggestion.text);
    switch (suggestion.kind) {
    case Suggestion::Kind::Column: {
        const auto column = parseOperand(suggestion.text);
        const auto bound = column ? bindOperand(*column, table) : std::unexpected(QueryError{});
        const bool hasParts = bound && table.column(bound->column).type == ColumnType::Json;
        return hasParts ? text : text + u' ';
    }
    case Suggestion::Kind::Path:
        return text + u' ';
    case Suggestion::Kind::Word:
        if (suggestion.text == "in") return text + u" ("_s;
        if (suggestion.text == "matches") return text + u" /"_s;
        return suggestion.text.ends_with('(') ? text : text + u' ';
    case Suggestion::Kind::Step:
    case Suggestion::Kind::Value:
        break;
    }
    return text;
}

} // namespace

FilterCompleter::FilterCompleter(FilterField& field, FilterState& state)
    : QObject(&field), field_(field), state_(state), popup_(new SuggestionPopup(model_, &field)) {
    field.installEventFilter(this);
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, &FilterCompleter::look);
    connect(popup_, &SuggestionPopup::chosen, this, &FilterCompleter::accept);
    connect(&field, &FilterField::focusChanged, this, [this] {
        if (!field_.hasFocus()) close();
    });
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isOpen()) pause_.start();
    });
}

bool FilterCompleter::isOpen() const {
    return popup_->isVisible();
}

void FilterCompleter::open() {
    asked_ = true;
    chosen_ = false;
    look();
}

CompletionContext FilterCompleter::contextNow() const {
    const QString text = field_.document()->toRawText();
    const QByteArray utf8 = text.toUtf8();
    const auto at = static_cast<std::size_t>(text.left(field_.textCursor().position()).toUtf8().size());
    return completionAt({utf8.constData(), static_cast<std::size_t>(utf8.size())}, at);
}

void FilterCompleter::look() {
    pause_.stop();
    const TablePtr table = state_.table();
    if (!table || !field_.hasFocus()) return close();
    if (field_.textCursor().hasSelection() && !asked_) return close();
    const CompletionContext context = contextNow();
    const bool unasked =
        !asked_ && !isOpen() && context.typed.empty() && !context.valuesOf && !context.stepsOf && !context.nodes;
    if (context.isNothing() || unasked) return close();
    job_.start([this, table, context](const std::stop_token& stop,
                                      const BackgroundJob::Deliver& deliver) -> BackgroundJob::Call {
        // Columns are known at once, whereas paths may have to be looked for in every cell.
        if (context.columns)
            if (auto known = suggestionsFor(context, *table, stop, PathOffer::None))
                deliver([this, known = std::move(*known)] {
                    if (isWorthAList(known)) take(known);
                });
        auto found = suggestionsFor(context, *table, stop);
        if (!found) return [] {};
        return [this, found = std::move(*found)] {
            if (chosen_ && model_.suggestions().context == found.context) return; // from the columns alone
            if (isWorthAList(found))
                take(found);
            else
                close();
        };
    });
}

bool FilterCompleter::isWorthAList(const Suggestions& suggestions) const {
    // What is typed already, and nothing else, needs no list.
    const bool done = suggestions.list.size() == 1 && suggestions.list.front().shown == suggestions.context.typed;
    return !suggestions.list.empty() && (!done || asked_) && field_.hasFocus();
}

void FilterCompleter::take(Suggestions suggestions) {
    const QByteArray utf8 = field_.document()->toRawText().toUtf8();
    Utf16Positions positions({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    QTextCursor word = field_.textCursor();
    word.setPosition(static_cast<int>(positions.at(suggestions.context.replaced.begin)));
    const QPoint place(field_.cursorRect(word).left(), field_.viewport()->height() + metrics::gap);
    model_.show(std::move(suggestions));
    chosen_ = false;
    popup_->openAt(field_.viewport()->mapToGlobal(place), asked_);
    Q_EMIT changed();
}

void FilterCompleter::close() {
    pause_.stop();
    job_.cancel();
    asked_ = false;
    chosen_ = false;
    if (!popup_->isVisible()) return;
    popup_->hide();
    Q_EMIT changed();
}

void FilterCompleter::refuse() {
    if (asked_) Q_EMIT field_.said(words::noMemory()); // nobody waits for what opens by itself
    close();
}

void FilterCompleter::accept(int row) {
    const Suggestions& suggestions = model_.suggestions();
    if (row < 0 || row >= model_.rowCount() || !state_.table()) return close();
    if (suggestions.context != contextNow()) return look(); // typed on since
    const Suggestion& suggestion = suggestions.list[static_cast<std::size_t>(row)];
    const QByteArray utf8 = field_.document()->toRawText().toUtf8();
    Utf16Positions positions({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    QTextCursor word = field_.textCursor();
    word.setPosition(static_cast<int>(positions.at(suggestions.context.replaced.begin)));
    word.setPosition(static_cast<int>(positions.at(suggestions.context.replaced.end())), QTextCursor::KeepAnchor);
    const QString text = writtenText(suggestion, *state_.table());
    const bool goesOn = suggestion.kind != Suggestion::Kind::Step && suggestion.kind != Suggestion::Kind::Value;
    close();
    word.insertText(text);
    field_.setTextCursor(word);
    if (goesOn) {
        asked_ = true;
        pause_.start();
    }
}

bool FilterCompleter::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        open();
        return true;
    }
    if (!isOpen() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        popup_->step(key == Qt::Key_Down ? 1 : -1);
        chosen_ = true;
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        popup_->stepPage(key == Qt::Key_PageDown ? 1 : -1);
        chosen_ = true;
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (popup_->current() < 0) {
            close();
            return false;
        }
        accept(popup_->current());
        return true;
    case Qt::Key_Tab:
        accept(std::max(popup_->current(), 0));
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool FilterCompleter::eventFilter(QObject* watched, QEvent* event) {
    // Asked for before a shortcut may take it.
    if (event->type() == QEvent::ShortcutOverride && isOpen() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (handleKey(key.key(), key.modifiers())) return true;
    const bool types = !key.text().isEmpty() && key.text().front().isPrint() &&
                       !key.modifiers().testFlag(Qt::ControlModifier) && !key.modifiers().testFlag(Qt::AltModifier);
    const bool erases = key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete;
    if (types || (erases && isOpen()))
        pause_.start();
    else if (!isOpen())
        pause_.stop();
    return false;
}

} // namespace idscope
