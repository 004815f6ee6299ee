#include "views/filter/filterbar.h"

#include "models/filter/lettercase.h"
#include "models/items/displaytext.h"
#include "views/filter/chiprow.h"
#include "views/filter/completer.h"
#include "views/filter/filterfield.h"
#include "views/filter/filterframe.h"
#include "views/filter/filtermessage.h"
#include "views/filter/highlighter.h"
#include "views/parts/label.h"
#include "views/parts/strip.h"
#include "views/parts/taborder.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// The ground of data under the field and its message.
class Ground final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokensOf(palette());
        painter.fillRect(rect(), t.base);
        painter.fillRect(0, height() - 1, width(), 1, t.line);
    }
};

} // namespace

FilterBar::FilterBar(FilterState& state, QWidget* parent)
    : QWidget(parent), state_(state), undo_(iconButton(u"undo"_s, tr("Back to the filter before"), this)),
      redo_(iconButton(u"redo"_s, tr("Forward to the filter after"), this)), frame_(new FilterFrame(this)),
      field_(new FilterField(frame_)), completer_(new FilterCompleter(*field_, state_)),
      clear_(iconButton(u"close"_s, tr("Clear the filter"), frame_)),
      historyButton_(iconButton(u"clock"_s, tr("Earlier filters"), frame_)), letterCase_(new QToolButton(this)),
      matches_(new PlainLabel(FontRole::Small, this)),
      previousMatch_(iconButton(u"chevron-up"_s, tr("Previous match"), this)),
      nextMatch_(iconButton(u"chevron-down"_s, tr("Next match"), this)), chips_(new ChipRow(this)),
      message_(new FilterMessage(this)), holding_(new Strip(u"clock"_s, Ink::Muted, &Tokens::window, this)) {
    layOut();
    field_->setAccessibleName(tr("Filter"));
    QPushButton* goBack = holding_->addButton(u"undo"_s, tr("Go back to it"));

    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, [this] { handOn(FilterState::Origin::Typed); });
    connect(field_, &QPlainTextEdit::textChanged, this, [this] {
        clear_->setVisible(!field_->document()->isEmpty());
        if (text() != handedOn_ && !isPrepared()) pause_.start();
    });
    connect(field_, &FilterField::accepted, this, [this] {
        handOn(FilterState::Origin::Typed);
        state_.endStep();
        if (verdict_.state != FilterVerdict::State::Wrong) Q_EMIT left();
    });
    connect(field_, &FilterField::cureAccepted, this, &FilterBar::applyCure);
    connect(field_, &FilterField::said, this, &FilterBar::said);
    connect(field_, &FilterField::escaped, this, &FilterBar::escape);
    connect(field_, &FilterField::historyWanted, this, [this](bool older) {
        const QString entry = older ? history_.older(text()) : history_.newer(text());
        if (!entry.isEmpty()) setText(entry);
    });
    connect(field_, &FilterField::focusChanged, this, [this] {
        frame_->setState(verdict_.state, field_->hasFocus());
        if (!field_->hasFocus()) state_.endStep();
    });
    connect(historyButton_, &QToolButton::clicked, this, &FilterBar::openHistory);
    connect(previousMatch_, &QToolButton::clicked, this, [this] { Q_EMIT matchWanted(false); });
    connect(nextMatch_, &QToolButton::clicked, this, [this] { Q_EMIT matchWanted(true); });
    connect(message_, &FilterMessage::cureRequested, this, &FilterBar::applyCure);
    connect(goBack, &QPushButton::clicked, this, [this] {
        field_->setFocus(Qt::OtherFocusReason); // before the button goes
        setText(holdingText_);
    });
    connect(static_cast<QToolButton*>(clear_), &QToolButton::clicked, this, [this] {
        setText({});
        focusField();
    });
    connect(&state_, &FilterState::changed, this, &FilterBar::showState);
    connect(undo_, &QToolButton::clicked, &state_, &FilterState::undo);
    connect(redo_, &QToolButton::clicked, &state_, &FilterState::redo);
    connect(field_, &FilterField::undoRequested, &state_, &FilterState::undo);
    connect(field_, &FilterField::redoRequested, &state_, &FilterState::redo);
    connect(letterCase_, &QToolButton::clicked, this, &FilterBar::switchLetterCase);
    connect(chips_, &ChipRow::partsWanted, this, [this](const FilterParts& parts) { state_.setParts(parts); });
    connect(chips_, &ChipRow::editRequested, this, &FilterBar::editPart);
    connect(chips_, &ChipRow::addRequested, this, &FilterBar::addPart);
    showVerdict({});
    showMatches({});
    showState();
}

void FilterBar::layOut() {
    auto* inFrame = new QHBoxLayout(frame_);
    inFrame->setContentsMargins(metrics::field(fontMetrics()) + metrics::unit, 1, metrics::unit, 1);
    inFrame->setSpacing(metrics::unit);
    inFrame->addWidget(field_, 1, Qt::AlignVCenter);
    inFrame->addWidget(clear_);
    inFrame->addWidget(historyButton_);

    auto* ground = new Ground(this);
    auto* inLine = new QHBoxLayout;
    line_ = inLine;
    inLine->setSpacing(metrics::unit);
    inLine->addWidget(undo_);
    inLine->addWidget(redo_);
    inLine->addWidget(frame_, 1);
    letterCase_->setText(tr("Aa", "letter case"));
    letterCase_->setAutoRaise(true);
    letterCase_->setCheckable(true);
    letterCase_->setFocusPolicy(Qt::TabFocus);
    letterCase_->setAccessibleName(tr("Tell capital letters from small ones"));
    inLine->addWidget(letterCase_);
    inLine->addWidget(matches_);
    inLine->addWidget(previousMatch_);
    inLine->addWidget(nextMatch_);
    auto* inGround = new QVBoxLayout(ground);
    inGround->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::gap);
    inGround->setSpacing(metrics::gap);
    inGround->addLayout(inLine);
    inGround->addWidget(chips_);
    inGround->addWidget(message_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground);
    layout->addWidget(holding_);
    holding_->hide();
    clear_->hide();
    historyButton_->hide();
}

void FilterBar::addTool(QWidget* tool) {
    tabThrough({line_->itemAt(line_->count() - 1)->widget(), tool});
    line_->addWidget(tool);
}

void FilterBar::showMatches(const QString& words) {
    matches_->setText(words);
    for (QWidget* part : std::initializer_list<QWidget*>{matches_, previousMatch_, nextMatch_})
        part->setVisible(!words.isEmpty());
}

void FilterBar::openHistory() {
    constexpr int longest = 80;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& entry : history_.entries()) {
        const QByteArray utf8 = entry.toUtf8();
        QString label = displayText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, longest).text;
        QAction* action = menu->addAction(label.replace(u'&', u"&&"_s), this, [this, entry] { setText(entry); });
        action->setFont(fontFor(FontRole::Mono));
    }
    menu->popup(historyButton_->mapToGlobal(QPoint(0, historyButton_->height())));
}

QString FilterBar::text() const {
    // Not toPlainText(), which makes a blank of a no-break space.
    QString text = field_->document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

void FilterBar::setText(const QString& text) {
    if (text != this->text()) field_->setPlainText(text);
    field_->moveCursor(QTextCursor::End);
    handOn(FilterState::Origin::Made);
}

void FilterBar::showState() {
    undo_->setEnabled(state_.canUndo());
    redo_->setEnabled(state_.canRedo());
    chips_->showParts(state_.parts());
    if (state_.error() && chips_->isAncestorOf(window()->focusWidget())) field_->setFocus(Qt::OtherFocusReason);
    chips_->setVisible(!state_.error()); // the message stands in their place
    const auto letterCase = letterCaseOf(state_.parts());
    letterCase_->setEnabled(letterCase.has_value() && !state_.error());
    letterCase_->setChecked(letterCase == LetterCase::Told);
    letterCase_->setToolTip(
        toolTipMarkup(letterCase ? tr("Searches for text ignore case. Told apart, they become regular expressions.")
                                 : tr("The filter searches for no text whose case could count.")));
    if (state_.text() == handedOn_) return;
    // Somebody else has changed it, whatever is being typed.
    handedOn_ = state_.text();
    if (handedOn_ != text()) field_->setPlainText(handedOn_);
    field_->moveCursor(QTextCursor::End);
    pause_.stop();
}

void FilterBar::editPart(std::size_t index) {
    if (index >= state_.parts().size()) return;
    const ExpressionPtr wanted = state_.parts()[index].expression;
    // Parts know their places in the text that is in force: what is being typed becomes it, what was only prepared
    // goes.
    if (text() != state_.text()) {
        if (isPrepared())
            field_->setPlainText(state_.text());
        else
            handOn(FilterState::Origin::Typed);
    }
    field_->setFocus(Qt::OtherFocusReason);
    const FilterParts& parts = state_.parts();
    const auto isWanted = [&](const FilterPart& each) { return each.on && sameExpression(*each.expression, *wanted); };
    const auto part = index < parts.size() && isWanted(parts[index])
                          ? parts.begin() + static_cast<std::ptrdiff_t>(index)
                          : std::ranges::find_if(parts, isWanted);
    if (state_.error() || part == parts.end()) return;
    const TextSpan span = part->expression->span;
    const QByteArray utf8 = text().toUtf8();
    Utf16Positions positions({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    QTextCursor cursor = field_->textCursor();
    cursor.setPosition(static_cast<int>(positions.at(span.begin)));
    cursor.setPosition(static_cast<int>(positions.at(span.end())), QTextCursor::KeepAnchor);
    field_->setTextCursor(cursor);
}

void FilterBar::addPart() {
    const ExpressionPtr& filter = state_.readable().expression;
    if (!filter) {
        focusField();
        return completer_->open();
    }
    // What follows is joined to all of it.
    const bool joins = !std::holds_alternative<Or>(filter->node);
    const QString before = joins ? state_.text().trimmed() : u'(' + state_.text().trimmed() + u')';
    prepare(before + u" and "_s);
    completer_->open();
}

void FilterBar::switchLetterCase() {
    state_.setParts(withLetterCase(state_.parts(), letterCaseOf(state_.parts()) != LetterCase::Told));
}

void FilterBar::prepare(const QString& text) {
    prepared_ = text;
    field_->setPlainText(text);
    field_->setFocus(Qt::OtherFocusReason);
    field_->moveCursor(QTextCursor::End);
}

void FilterBar::setExample(const QString& example) {
    field_->setExample(example);
}

void FilterBar::showVerdict(const FilterVerdict& verdict) {
    verdict_ = verdict;
    if (verdict.state == FilterVerdict::State::Valid) history_.add(handedOn_);
    historyButton_->setVisible(!history_.entries().isEmpty());
    frame_->setState(verdict.state, field_->hasFocus());
    const bool wrong = verdict.state == FilterVerdict::State::Wrong;
    field_->setErrorSpan(wrong ? verdict.span : std::nullopt);
    message_->show(verdict);
    switch (verdict.state) {
    case FilterVerdict::State::Empty:
        field_->setAccessibleDescription(tr("Empty: all rows are shown."));
        break;
    case FilterVerdict::State::Valid:
        field_->setAccessibleDescription(tr("Valid."));
        break;
    case FilterVerdict::State::Doubtful:
        field_->setAccessibleDescription(verdict.message);
        break;
    case FilterVerdict::State::Wrong:
        field_->setAccessibleDescription(tr("Can't be read. %1").arg(verdict.message));
        break;
    }
    updateHolding();
}

void FilterBar::setHolding(const QString& canonical) {
    holdingText_ = canonical;
    updateHolding();
}

void FilterBar::updateHolding() {
    if (holdingText_.isEmpty())
        holding_->setWords({}, tr("All rows are shown below, as before."));
    else
        holding_->setWords({}, tr("The rows below still follow the last filter that could be read:"), holdingText_);
    holding_->setVisible(verdict_.state == FilterVerdict::State::Wrong);
}

QWidget* FilterBar::focusField() {
    show(); // where it is folded away
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    return field_;
}

void FilterBar::handOn(FilterState::Origin origin) {
    pause_.stop();
    if (text() == handedOn_) return;
    handedOn_ = text();
    state_.setText(handedOn_, origin);
}

void FilterBar::applyCure() {
    if (verdict_.cure.isEmpty() || !verdict_.span || text() != handedOn_) return;
    field_->setFocus(); // before the button goes
    setText(cured(text(), verdict_));
}

/// Takes back what is not in force; what is in force is never lost by it.
void FilterBar::escape() {
    if (!isPrepared()) handOn(FilterState::Origin::Typed); // the last letters too
    const QString inForce = state_.readable().text;
    if (text() == inForce)
        Q_EMIT left();
    else
        setText(inForce);
}

} // namespace idscope
