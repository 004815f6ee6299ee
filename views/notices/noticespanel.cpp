#include "views/notices/noticespanel.h"

#include "models/words/words.h"
#include "views/notices/noticedelegate.h"
#include "views/parts/panelhead.h"

#include <QListView>
#include <QVBoxLayout>

namespace idscope {

NoticesPanel::NoticesPanel(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Notices"), this)), list_(new QListView(this)) {
    list_->setModel(&model_);
    list_->setItemDelegate(new NoticeDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Always there: it would change how the sentences wrap.
    list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Notices"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(list_, 1);
    connect(list_, &QListView::clicked, this, &NoticesPanel::jump);
    connect(list_, &QListView::activated, this, &NoticesPanel::jump);
    showTable(nullptr);
}

void NoticesPanel::showTable(const TablePtr& table) {
    model_.setTable(table);
    head_->setFact(model_.total() == 0 ? tr("none about this table") : words::number(model_.total()));
}

void NoticesPanel::jump(const QModelIndex& index) {
    const QVariant row = index.data(NoticeRowRole);
    if (!row.isValid()) return;
    const QVariant column = index.data(NoticeColumnRole);
    Q_EMIT jumpRequested(RowId{row.toUInt()},
                         column.isValid() ? std::optional(ColumnId{column.toUInt()}) : std::nullopt);
}

} // namespace idscope
