#include "views/transfers/transferspanel.h"

#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/taborder.h"
#include "views/style/metrics.h"
#include "views/transfers/transferrow.h"

#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

TransfersPanel::TransfersPanel(TransferModel& model, QWidget* parent)
    : QWidget(parent), model_(model), head_(new PanelHead(tr("Transfers"), this)),
      retry_(flatButton(tr("Retry failed"), this)), clear_(flatButton(tr("Clear done"), this)),
      scroll_(new QScrollArea(this)) {
    retry_->setIcon(bundledIcon(u"retry"_s, Ink::Text));
    retry_->setToolTip(tr("Fetches again what failed, and nothing else"));
    head_->addTool(retry_);
    head_->addTool(clear_);
    QToolButton* close = iconButton(u"close"_s, tr("Hide transfers"), this);
    head_->addTool(close);

    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QWidget(scroll_);
    rows->setBackgroundRole(QPalette::Base);
    rows->setAutoFillBackground(true);
    list_ = new QVBoxLayout(rows);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
    list_->addStretch();
    scroll_->setWidget(rows);
    new FocusRing(*scroll_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(scroll_, 1);
    connect(retry_, &QPushButton::clicked, this, &TransfersPanel::retryFailedRequested);
    connect(clear_, &QPushButton::clicked, this, &TransfersPanel::clearDone);
    connect(close, &QToolButton::clicked, this, &TransfersPanel::closeRequested);
    connect(&model_, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insert(first, last); });
    connect(&model_, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        for (int row = first; row <= last; ++row)
            drop(*rows_[static_cast<std::size_t>(row)]);
        rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
        updateGeometry();
    });
    connect(&model_, &QAbstractItemModel::modelReset, this, &TransfersPanel::rebuild);
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        for (int row = first.row(); row <= last.row(); ++row)
            rows_[static_cast<std::size_t>(row)]->show(model_.index(row));
    });
    connect(&model_, &TransferModel::summaryChanged, this, &TransfersPanel::updateHead);
    rebuild();
    updateHead();
}

void TransfersPanel::insert(int first, int last) {
    for (int row = first; row <= last; ++row) {
        auto* line = new TransferRow(model_.index(row), list_->parentWidget());
        list_->insertWidget(row, line);
        tabThrough({row > 0 ? static_cast<QWidget*>(rows_[static_cast<std::size_t>(row) - 1]) : head_, line});
        rows_.insert(rows_.begin() + row, line);
        connect(line, &TransferRow::cancelRequested, this, &TransfersPanel::cancelRequested);
        connect(line, &TransferRow::retryRequested, this, &TransfersPanel::retryRequested);
        connect(line, &TransferRow::openRequested, this, &TransfersPanel::openRequested);
    }
    updateGeometry();
}

void TransfersPanel::drop(TransferRow& row) {
    list_->removeWidget(&row);
    row.deleteLater();
}

void TransfersPanel::rebuild() {
    for (TransferRow* row : rows_)
        drop(*row);
    rows_.clear();
    insert(0, model_.rowCount() - 1);
}

QSize TransfersPanel::sizeHint() const {
    return {QWidget::sizeHint().width(), head_->sizeHint().height() + list_->sizeHint().height()};
}

void TransfersPanel::reveal(quint64 id) {
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.at(model_.index(row)).id != id) continue;
        TransferRow* line = rows_[static_cast<std::size_t>(row)];
        scroll_->ensureWidgetVisible(line);
        line->setFocus(Qt::OtherFocusReason);
    }
}

void TransfersPanel::clearDone() {
    for (int row = model_.rowCount() - 1; row >= 0; --row)
        if (const TransferStatus& status = model_.at(model_.index(row)); status.phase == TransferPhase::Done)
            model_.remove(status.id);
}

void TransfersPanel::updateHead() {
    const TransferModel::Counts counts = model_.counts();
    if (model_.rowCount() == 0)
        head_->setFact(tr("None yet. What you fetch is listed here."));
    else
        head_->setFact(model_.summary());
    retry_->setVisible(counts.failed > 0);
    clear_->setEnabled(counts.done > 0);
}

} // namespace idscope
