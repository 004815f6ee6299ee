#include "views/transfers/transfersstrip.h"

#include "views/parts/label.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/transfers/phasebar.h"
#include "views/transfers/transferrow.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// The transfer the strip tells about: of those that run the one that is furthest.
QModelIndex foremost(const TransferModel& model) {
    QModelIndex best;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (!isFinal(model.at(index).phase) && (!best.isValid() || model.at(index).phase > model.at(best).phase))
            best = index;
    }
    return best;
}

} // namespace

TransfersStrip::TransfersStrip(TransferModel& model, QWidget* parent)
    : QWidget(parent), model_(model), title_(new PlainLabel(FontRole::Small, this)), bar_(new PhaseBar(this)),
      state_(new PlainLabel(FontRole::Small, this)), facts_(new PlainLabel(FontRole::Small, this)),
      cancel_(flatButton(tr("Cancel"), this)), counts_(new PlainLabel(FontRole::Small, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, 1, metrics::gap, 0);
    layout->setSpacing(metrics::padding);
    layout->addSpacing(metrics::icon + metrics::padding); // the icon stands there
    title_->setElided();
    facts_->setElided();
    layout->addWidget(title_);
    bar_->setFixedWidth(160);
    layout->addWidget(bar_);
    layout->addWidget(state_);
    facts_->setMuted();
    layout->addWidget(facts_);
    layout->addWidget(cancel_);
    layout->addStretch();
    counts_->setMuted();
    layout->addWidget(counts_);
    QPushButton* open = flatButton(tr("Show transfers"), this);
    open->setIcon(bundledIcon(u"chevron-up"_s));
    layout->addWidget(open);
    setFixedHeight(metrics::strip(fontMetrics()));
    connect(open, &QPushButton::clicked, this, &TransfersStrip::openPanelRequested);
    connect(cancel_, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(running_); });
    connect(&model_, &QAbstractItemModel::dataChanged, this, &TransfersStrip::refresh);
    connect(&model_, &TransferModel::summaryChanged, this, &TransfersStrip::refresh);
    refresh();
}

void TransfersStrip::refresh() {
    const QModelIndex running = foremost(model_);
    for (QWidget* part : std::initializer_list<QWidget*>{bar_, state_, facts_, cancel_})
        part->setVisible(running.isValid());
    if (running.isValid()) {
        running_ = model_.at(running).id;
        sign_ = model_.at(running).phase;
        title_->setText(running.data().toString());
        bar_->show(running.data(SharesRole).value<TransferModel::Shares>(), sign_);
        state_->setText(running.data(PhaseTextRole).toString());
        facts_->setText(running.data(ProgressTextRole).toString());
        counts_->setText(model_.summary());
    } else {
        sign_ = model_.counts().failed > 0 ? TransferPhase::Failed : TransferPhase::Done;
        title_->setText(tr("Transfers: %1").arg(model_.summary()));
        counts_->clear();
    }
    update();
}

void TransfersStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, 0, width(), 1, t.line);
    const TransferSign sign = signOf(sign_, t);
    const QRect place(metrics::padding, 1, metrics::icon, height() - 1);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), sign.icon, sign.color);
}

} // namespace idscope
