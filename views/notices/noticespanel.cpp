#include "views/notices/noticespanel.h"

#include "models/words/words.h"
#include "views/notices/noticedelegate.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"

#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

NoticesPanel::NoticesPanel(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Notices"), this)), copy_(flatButton(tr("Copy all"), head_)),
      list_(new QListView(this)) {
    head_->addTool(copy_);
    list_->setModel(&model_);
    list_->setItemDelegate(new NoticeDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Notices"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(list_, 1);
    connect(list_, &QListView::clicked, this, &NoticesPanel::jump);
    connect(list_, &QListView::activated, this, &NoticesPanel::jump);
    connect(copy_, &QPushButton::clicked, this, &NoticesPanel::copyAll);
    showTable(nullptr);
}

void NoticesPanel::showTable(const TablePtr& table) {
    model_.setTable(table);
    head_->setFact(model_.total() == 0 ? tr("none about this table") : words::number(model_.total()));
    copy_->setEnabled(model_.rowCount() > 0);
    // There with the first notice: coming later, it would change how the sentences wrap.
    list_->setVerticalScrollBarPolicy(model_.rowCount() > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (model_.rowCount() > 0) list_->setCurrentIndex(model_.index(0));
}

void NoticesPanel::copyAll() const {
    QString text;
    for (int row = 0; row < model_.rowCount(); ++row)
        text += model_.index(row).data().toString() + u'\n';
    QApplication::clipboard()->setText(text);
}

void NoticesPanel::jump(const QModelIndex& index) {
    const QVariant row = index.data(NoticeRowRole);
    if (!row.isValid()) return;
    const QVariant column = index.data(NoticeColumnRole);
    Q_EMIT jumpRequested(RowId{row.toUInt()},
                         column.isValid() ? std::optional(ColumnId{column.toUInt()}) : std::nullopt);
}

} // namespace idscope
