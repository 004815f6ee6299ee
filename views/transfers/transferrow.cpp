#include "views/transfers/transferrow.h"

#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/transfers/phasebar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 148;
constexpr int stateWidth = 176;

} // namespace

TransferSign signOf(TransferPhase phase, const Tokens& t) {
    switch (phase) {
    case TransferPhase::Queued:
        return {u"queued"_s, t.muted};
    case TransferPhase::Requesting:
        return {u"arrow-right"_s, t.accent};
    case TransferPhase::Waiting:
        return {u"clock"_s, t.muted};
    case TransferPhase::Downloading:
        return {u"download"_s, t.accent};
    case TransferPhase::Loading:
        return {u"load"_s, t.accent};
    case TransferPhase::Done:
        return {u"ok"_s, t.ok};
    case TransferPhase::Failed:
        return {u"error"_s, t.error};
    case TransferPhase::Cancelled:
        return {u"cancelled"_s, t.muted};
    }
    return {};
}

TransferRow::TransferRow(const QModelIndex& transfer, QWidget* parent)
    : QWidget(parent), title_(new PlainLabel(FontRole::Body, this)), bar_(new PhaseBar(this)),
      state_(new PlainLabel(FontRole::Body, this)), facts_(new PlainLabel(FontRole::Small, this)),
      reason_(new PlainLabel(FontRole::Small, this)), action_(flatButton({}, this)) {
    title_->setElided();
    title_->setFixedWidth(titleWidth);
    bar_->setFixedWidth(bar_->sizeHint().width());
    state_->setMinimumWidth(stateWidth);
    facts_->setMuted();
    facts_->setElided();
    reason_->setWordWrap(true);

    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::padding);
    line->addWidget(state_);
    line->addWidget(facts_, 1);
    auto* said = new QVBoxLayout;
    said->setSpacing(0);
    said->addLayout(line);
    said->addWidget(reason_);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, metrics::unit + 1);
    layout->setSpacing(metrics::padding);
    layout->addSpacing(metrics::icon + metrics::padding); // the icon stands there
    layout->addWidget(title_);
    layout->addWidget(bar_);
    layout->addLayout(said, 1);
    layout->addWidget(action_);
    setMinimumHeight(metrics::panelHead(fontMetrics()));
    FocusLead::set(*this, *action_);
    connect(action_, &QPushButton::clicked, this, &TransferRow::act);
    show(transfer);
}

void TransferRow::show(const QModelIndex& transfer) {
    id_ = transfer.data(TransferIdRole).toULongLong();
    phase_ = static_cast<TransferPhase>(transfer.data(PhaseRole).toInt());
    title_->setText(transfer.data().toString());
    bar_->show(transfer.data(SharesRole).value<TransferModel::Shares>(), phase_);
    const bool failed = phase_ == TransferPhase::Failed;
    const bool quiet = phase_ == TransferPhase::Queued || (isFinal(phase_) && !failed);
    state_->setText(transfer.data(PhaseTextRole).toString());
    state_->setInk(failed ? Ink::Error : quiet ? Ink::Muted : Ink::Text);
    const QString progress = transfer.data(ProgressTextRole).toString();
    facts_->setText(failed ? QString() : progress);
    reason_->setText(failed ? progress : QString());
    reason_->setVisible(failed);

    action_->setText(transfer.data(CanRetryRole).toBool()    ? tr("Retry")
                     : transfer.data(CanCancelRole).toBool() ? tr("Cancel")
                                                             : tr("Open"));
    action_->setFlat(!failed);
    action_->setIcon(failed ? bundledIcon(u"retry"_s, Ink::Text) : QIcon());
    action_->setAccessibleName(tr("%1: %2", "button: transfer").arg(action_->text(), title_->text()));
    setAccessibleName(transfer.data(Qt::AccessibleTextRole).toString());
    update();
}

void TransferRow::act() {
    if (phase_ == TransferPhase::Done)
        Q_EMIT openRequested(id_);
    else if (isFinal(phase_))
        Q_EMIT retryRequested(id_);
    else
        Q_EMIT cancelRequested(id_);
}

void TransferRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), phase_ == TransferPhase::Failed ? t.errorBg : t.base);
    painter.fillRect(0, height() - 1, width(), 1, t.lineSoft);
    const TransferSign sign = signOf(phase_, t);
    const QRect place(metrics::padding, 0, metrics::icon, height() - 1);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), sign.icon, sign.color);
}

} // namespace idscope
