#include "views/graph/relationfilter.h"

#include "models/items/displaytext.h"
#include "views/filter/completer.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterfield.h"
#include "views/filter/filterframe.h"
#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>

namespace idscope {

RelationFilter::RelationFilter(const TablePtr& relations, QWidget* parent)
    : QWidget(parent), frame_(new FilterFrame(this)), field_(new FilterField(frame_)) {
    state_.setTable(relations);
    new FilterCompleter(*field_, state_);
    field_->setHint(tr("over any privilege"));
    field_->setAccessibleName(tr("Filter of the relations that count"));
    const QString tip = tr("A filter of the relations that count, such as metadata.privilegeName = admin");
    setToolTip(toolTipMarkup(tip));
    auto* inFrame = new QHBoxLayout(frame_);
    inFrame->setContentsMargins(metrics::field(fontMetrics()) + metrics::unit, 1, metrics::unit, 1);
    inFrame->addWidget(field_, 1, Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame_);
    FocusLead::set(*this, *field_);
    pause_.setSingleShot(true);
    pause_.setInterval(FilterBar::pauseMs);
    connect(&pause_, &QTimer::timeout, this, &RelationFilter::judge);
    connect(field_, &QPlainTextEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(field_, &FilterField::accepted, this, &RelationFilter::accept);
    connect(field_, &FilterField::cureAccepted, this, &RelationFilter::applyCure);
    connect(field_, &FilterField::said, this, &RelationFilter::said);
    connect(field_, &FilterField::escaped, this, &RelationFilter::takeBack);
    connect(field_, &FilterField::focusChanged, this, [this] { frame_->setState(verdict_.state, field_->hasFocus()); });
    judge();
}

QString RelationFilter::text() const {
    // Not toPlainText(), which makes a blank of a no-break space.
    QString text = field_->document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

void RelationFilter::setText(const QString& text) {
    if (text != this->text()) {
        field_->setPlainText(text);
        field_->moveCursor(QTextCursor::End);
    }
    judge();
}

void RelationFilter::judge() {
    pause_.stop();
    if (state_.text() != text()) state_.setText(text());
    verdict_ = {};
    if (state_.error())
        verdict_ = refusal(text(), *state_.error());
    else if (!text().trimmed().isEmpty())
        verdict_.state = FilterVerdict::State::Valid;
    frame_->setState(verdict_.state, field_->hasFocus());
    field_->setErrorSpan(verdict_.span);
    using enum FilterVerdict::State;
    field_->setAccessibleDescription(verdict_.state == Wrong   ? tr("Can't be read. %1").arg(verdict_.message)
                                     : verdict_.state == Valid ? tr("Valid.")
                                                               : tr("Empty: all relations count."));
    Q_EMIT verdictChanged();
}

/// What can't be read; as in the filter of a table, Escape loses nothing else.
void RelationFilter::takeBack() {
    judge();
    const QString readable = state_.readable().text;
    if (text() == readable)
        Q_EMIT left();
    else
        setText(readable);
}

void RelationFilter::accept() {
    judge();
    if (verdict_.state != FilterVerdict::State::Wrong) Q_EMIT accepted();
}

void RelationFilter::applyCure() {
    judge();
    if (verdict_.cure.isEmpty()) return;
    setText(cured(text(), verdict_));
    field_->setFocus();
    accept();
}

} // namespace idscope
