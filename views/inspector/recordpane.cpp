#include "views/inspector/recordpane.h"

#include "models/words/words.h"
#include "views/inspector/recordview.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

RecordPane::RecordPane(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Record"), this)),
      copy_(iconButton(u"copy"_s, tr("Copy the record"), head_)), view_(new RecordView(model_, this)) {
    head_->addTool(copy_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(view_, 1);
    connect(view_, &RecordView::followRequested, this,
            [this](const QModelIndex& value) { Q_EMIT followRequested(model_.sourceColumn(value)); });
    connect(copy_, &QToolButton::clicked, view_, &RecordView::copyAll);
}

void RecordPane::setTitle(const QString& title) {
    head_->setTitle(title);
}

void RecordPane::setLinking(bool linking) {
    view_->setLinking(linking);
}

void RecordPane::addTool(QWidget* tool) {
    head_->addTool(tool);
}

void RecordPane::showRow(const QModelIndex& index, const std::vector<int>& columns) {
    model_.setRow(index, columns);
    const int shown = model_.listedColumns();
    if (const int left = model_.leftOut(); left > 0)
        head_->setFact(
            tr("first %1 columns, %Ln more", nullptr, left).arg(words::number(static_cast<std::uint64_t>(shown))));
    else
        head_->setFact(shown > 0 ? tr("%n columns", nullptr, shown) : tr("no row chosen"));
    copy_->setEnabled(shown > 0);
}

} // namespace idscope
