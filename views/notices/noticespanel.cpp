#include "views/notices/noticespanel.h"

#include "models/words/words.h"
#include "views/notices/noticedelegate.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace idscope {

NoticesPanel::NoticesPanel(const TransferModel& transfers, QWidget* parent)
    : QWidget(parent), activity_(transfers), head_(new PanelHead(tr("Notices"), this)),
      copy_(flatButton(tr("Copy all"), head_)), list_(new QListView(this)) {
    head_->addTool(copy_);
    for (QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(&activity_), static_cast<QAbstractItemModel*>(&quality_),
          static_cast<QAbstractItemModel*>(&model_)})
        all_.addSourceModel(model);
    list_->setModel(&all_);
    list_->setItemDelegate(new NoticeDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Notices"));
    new FocusRing(*list_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(list_, 1);
    connect(list_, &QListView::clicked, this, &NoticesPanel::follow);
    connect(list_, &QListView::activated, this, &NoticesPanel::follow);
    connect(&all_, &QAbstractItemModel::modelReset, this, &NoticesPanel::showState);
    connect(copy_, &QPushButton::clicked, this, &NoticesPanel::copyAll);
    showState();
}

void NoticesPanel::showTable(const TablePtr& table) {
    model_.setTable(table);
    unchecked_ = table;
    quality_.check(isVisible() ? std::exchange(unchecked_, nullptr) : nullptr);
}

void NoticesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (unchecked_) quality_.check(std::exchange(unchecked_, nullptr));
}

void NoticesPanel::showState() {
    const bool any = all_.rowCount() > 0;
    const quint64 total = model_.total() + static_cast<quint64>(activity_.rowCount());
    head_->setFact(any ? words::number(total) : tr("none", "no notices"));
    copy_->setEnabled(any);
    // There with the first notice: coming later, it would change how the sentences wrap.
    list_->setVerticalScrollBarPolicy(any ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (any && !list_->currentIndex().isValid()) list_->setCurrentIndex(all_.index(0, 0));
}

void NoticesPanel::follow(const QModelIndex& notice) {
    if (const QVariant transfer = notice.data(ActivityTransferRole); transfer.isValid())
        return Q_EMIT transferRequested(transfer.toULongLong());
    if (const QVariant profile = notice.data(ActivityProfileRole); profile.isValid())
        return Q_EMIT profileRequested(profile.toString());
    if (const QVariant filter = notice.data(QualityFilterRole); filter.isValid())
        return Q_EMIT filterRequested(filter.toString());
    const QModelIndex source = all_.mapToSource(notice);
    if (source.model() == &quality_) {
        if (const auto row = quality_.nextRow(source)) Q_EMIT jumpRequested(*row, quality_.column(source));
        return;
    }
    const QVariant row = notice.data(NoticeRowRole);
    if (!row.isValid()) return;
    const QVariant column = notice.data(NoticeColumnRole);
    Q_EMIT jumpRequested(RowId{row.toUInt()},
                         column.isValid() ? std::optional(ColumnId{column.toUInt()}) : std::nullopt);
}

void NoticesPanel::copyAll() const {
    QString text;
    for (int row = 0; row < all_.rowCount(); ++row)
        text += all_.index(row, 0).data().toString() + u'\n';
    QApplication::clipboard()->setText(text);
}

} // namespace idscope
