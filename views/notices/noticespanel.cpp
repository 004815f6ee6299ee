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

#include <algorithm>
#include <utility>

namespace idscope {

NoticesPanel::NoticesPanel(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Notices"), this)), copy_(flatButton(tr("Copy all"), head_)),
      checks_(makeList(quality_, tr("Checks of the data"))), list_(makeList(model_, tr("Notices"))) {
    head_->addTool(copy_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(checks_);
    layout->addWidget(list_, 1);
    checks_->hide();
    connect(checks_, &QListView::clicked, this, &NoticesPanel::follow);
    connect(checks_, &QListView::activated, this, &NoticesPanel::follow);
    connect(&quality_, &QAbstractItemModel::modelReset, this, &NoticesPanel::fitChecks);
    connect(list_, &QListView::clicked, this, &NoticesPanel::jump);
    connect(list_, &QListView::activated, this, &NoticesPanel::jump);
    connect(copy_, &QPushButton::clicked, this, &NoticesPanel::copyAll);
    showTable(nullptr);
}

QListView* NoticesPanel::makeList(QAbstractItemModel& model, const QString& name) {
    auto* list = new QListView(this);
    list->setModel(&model);
    list->setItemDelegate(new NoticeDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setResizeMode(QListView::Adjust);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Always there: it would change how the sentences wrap.
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(name);
    return list;
}

void NoticesPanel::showTable(const TablePtr& table) {
    model_.setTable(table);
    head_->setFact(model_.total() == 0 ? tr("none about this table") : words::number(model_.total()));
    copy_->setEnabled(model_.rowCount() > 0);
    unchecked_ = table;
    quality_.check(isVisible() ? std::exchange(unchecked_, nullptr) : nullptr);
    // There with the first notice: coming later, it would change how the sentences wrap.
    list_->setVerticalScrollBarPolicy(model_.rowCount() > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (model_.rowCount() > 0) list_->setCurrentIndex(model_.index(0));
}

void NoticesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (unchecked_) quality_.check(std::exchange(unchecked_, nullptr));
}

void NoticesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitChecks();
}

/// As high as the checks are, but never more than half of the panel.
void NoticesPanel::fitChecks() {
    int height = 0;
    for (int row = 0; row < quality_.rowCount(); ++row)
        height += checks_->sizeHintForIndex(quality_.index(row)).height();
    checks_->setFixedHeight(std::min(height, this->height() / 2));
    checks_->setVisible(height > 0);
    if (height > 0 && !checks_->currentIndex().isValid()) checks_->setCurrentIndex(quality_.index(0));
}

void NoticesPanel::follow(const QModelIndex& check) {
    if (const QVariant filter = check.data(QualityFilterRole); filter.isValid())
        return Q_EMIT filterRequested(filter.toString());
    if (const auto row = quality_.nextRow(check)) Q_EMIT jumpRequested(*row, quality_.column(check));
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
