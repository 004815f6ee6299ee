#include "views/filter/filterbar.h"

#include "models/items/displaytext.h"
#include "views/filter/filterfield.h"
#include "views/filter/filterframe.h"
#include "views/parts/label.h"
#include "views/parts/strip.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestMessage = 480;

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

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), frame_(new FilterFrame(this)), field_(new FilterField(frame_)),
      clear_(iconButton(u"close"_s, tr("Clear the filter"), frame_)),
      historyButton_(iconButton(u"clock"_s, tr("Earlier filters"), frame_)),
      matches_(new PlainLabel(FontRole::Small, this)),
      previousMatch_(iconButton(u"chevron-up"_s, tr("Previous match"), this)),
      nextMatch_(iconButton(u"chevron-down"_s, tr("Next match"), this)), messageRow_(new QWidget(this)),
      message_(new PlainLabel(FontRole::SmallBold, messageRow_)), cure_(new QPushButton(messageRow_)),
      cureKey_(new PlainLabel(tr("Alt+Enter"), FontRole::Mono, messageRow_)),
      holding_(new Strip(u"clock"_s, Ink::Muted, &Tokens::window, this)) {
    layOut();
    field_->setAccessibleName(tr("Filter"));
    QPushButton* goBack = holding_->addButton(u"undo"_s, tr("Go back to it"));

    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, &FilterBar::handOn);
    connect(field_, &QPlainTextEdit::textChanged, this, [this] {
        clear_->setVisible(!field_->document()->isEmpty());
        if (text() != handedOn_ && text() != prepared_) pause_.start();
    });
    connect(field_, &FilterField::accepted, this, [this] {
        handOn();
        if (verdict_.state != FilterVerdict::State::Wrong) Q_EMIT left();
    });
    connect(field_, &FilterField::cureAccepted, this, &FilterBar::applyCure);
    connect(field_, &FilterField::escaped, this, &FilterBar::escape);
    connect(field_, &FilterField::historyWanted, this, [this](bool older) {
        const QString entry = older ? history_.older(text()) : history_.newer(text());
        if (!entry.isEmpty()) setText(entry);
    });
    connect(field_, &FilterField::focusChanged, this, [this] { frame_->setState(verdict_.state, field_->hasFocus()); });
    connect(historyButton_, &QToolButton::clicked, this, &FilterBar::openHistory);
    connect(previousMatch_, &QToolButton::clicked, this, [this] { Q_EMIT matchWanted(false); });
    connect(nextMatch_, &QToolButton::clicked, this, [this] { Q_EMIT matchWanted(true); });
    connect(cure_, &QPushButton::clicked, this, &FilterBar::applyCure);
    connect(goBack, &QPushButton::clicked, this, [this] { setText(holdingText_); });
    connect(static_cast<QToolButton*>(clear_), &QToolButton::clicked, this, [this] {
        setText({});
        focusField();
    });
    showVerdict({});
    showMatches({});
}

void FilterBar::layOut() {
    auto* inFrame = new QHBoxLayout(frame_);
    inFrame->setContentsMargins(metrics::field(fontMetrics()) + metrics::unit, 1, metrics::unit, 1);
    inFrame->setSpacing(metrics::unit);
    inFrame->addWidget(field_, 1, Qt::AlignVCenter);
    inFrame->addWidget(clear_);
    inFrame->addWidget(historyButton_);

    auto* inMessage = new QHBoxLayout(messageRow_);
    inMessage->setContentsMargins(0, 0, 0, 0);
    inMessage->setSpacing(metrics::gap);
    message_->setInk(Ink::Error);
    message_->setWordWrap(true);
    inMessage->addWidget(message_);
    cure_->setAutoDefault(false);
    inMessage->addWidget(cure_);
    cureKey_->setMuted();
    inMessage->addWidget(cureKey_);
    inMessage->addStretch();

    auto* ground = new Ground(this);
    auto* inLine = new QHBoxLayout;
    inLine->setSpacing(metrics::unit);
    inLine->addWidget(frame_, 1);
    inLine->addSpacing(metrics::gap);
    inLine->addWidget(matches_);
    inLine->addWidget(previousMatch_);
    inLine->addWidget(nextMatch_);
    auto* inGround = new QVBoxLayout(ground);
    inGround->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::gap);
    inGround->setSpacing(metrics::gap);
    inGround->addLayout(inLine);
    inGround->addWidget(messageRow_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground);
    layout->addWidget(holding_);
    messageRow_->hide();
    holding_->hide();
    clear_->hide();
    historyButton_->hide();
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
    handOn();
}

void FilterBar::showText(const QString& text) {
    if (text == handedOn_) return;
    handedOn_ = text;
    if (text != this->text()) field_->setPlainText(text);
    field_->moveCursor(QTextCursor::End);
    pause_.stop();
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
    message_->setText(verdict.message);
    // As wide as its words, up to a line that still reads well.
    message_->setMinimumWidth(std::min(message_->fontMetrics().horizontalAdvance(verdict.message) + 2, widestMessage));
    message_->setInk(wrong ? Ink::Error : Ink::Warn);
    messageRow_->setVisible(wrong);
    const bool curable = !verdict.cure.isEmpty() && verdict.span.has_value();
    cure_->setVisible(curable);
    cureKey_->setVisible(curable);
    QString label = tr("Use %1").arg(verdict.cure);
    cure_->setText(label.replace(u'&', u"&&"_s));
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
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    return field_;
}

void FilterBar::handOn() {
    pause_.stop();
    if (text() == handedOn_) return;
    handedOn_ = text();
    Q_EMIT filterChanged(handedOn_);
}

void FilterBar::applyCure() {
    if (verdict_.cure.isEmpty() || !verdict_.span || text() != handedOn_) return;
    QByteArray utf8 = text().toUtf8();
    utf8.replace(static_cast<qsizetype>(verdict_.span->begin), static_cast<qsizetype>(verdict_.span->length),
                 verdict_.cure.toUtf8());
    setText(QString::fromUtf8(utf8));
    field_->setFocus();
}

void FilterBar::escape() {
    if (text().isEmpty())
        Q_EMIT left();
    else
        setText({});
}

} // namespace idscope
