#include "views/inspector/recordpane.h"

#include "models/items/cellroles.h"
#include "models/schema/schema.h"
#include "views/inspector/wrappedtext.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/style/metrics.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace idscope {

namespace {

constexpr int nameWidth = 88;
constexpr int shownCharacters = 600; ///< of one value

bool isMono(ColumnType type) {
    return type == ColumnType::Brn || type == ColumnType::Json || type == ColumnType::Id;
}

/// Length of a BRN's head, which all BRNs of a tenant have in common; 0 for opaque names.
qsizetype brnHead(const QModelIndex& cell, const QString& text) {
    const QString type = cell.data(BrnTypeRole).toString();
    return type.isEmpty() ? 0 : text.indexOf(u':' + type + u':') + 1;
}

} // namespace

RecordPane::RecordPane(QWidget* parent) : QWidget(parent), head_(new PanelHead(tr("Record"), this)) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* fields = new QWidget(scroll);
    fields->setBackgroundRole(QPalette::Base);
    fields->setAutoFillBackground(true);
    grid_ = new QGridLayout(fields);
    grid_->setContentsMargins(metrics::padding, metrics::padding, metrics::padding, metrics::padding);
    grid_->setHorizontalSpacing(metrics::gap);
    grid_->setVerticalSpacing(metrics::gap);
    grid_->setColumnStretch(1, 1);
    scroll->setWidget(fields);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(scroll, 1);
}

void RecordPane::showRow(const QModelIndex& index, const std::vector<int>& columns) {
    const std::size_t wanted = index.isValid() ? columns.size() : 0;
    head_->setFact(wanted > 0 ? tr("%n columns", nullptr, static_cast<int>(wanted)) : tr("no row chosen"));
    while (fields_.size() < wanted) {
        const int row = static_cast<int>(fields_.size());
        Field field{new PlainLabel(FontRole::Small, this), new WrappedText(this)};
        field.name->setMuted();
        field.name->setWordWrap(true);
        field.name->setFixedWidth(nameWidth);
        grid_->addWidget(field.name, row, 0, Qt::AlignTop);
        grid_->addWidget(field.value, row, 1);
        grid_->setRowStretch(row, 0);
        grid_->setRowStretch(row + 1, 1);
        fields_.push_back(field);
    }
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        fields_[i].name->setVisible(i < wanted);
        fields_[i].value->setVisible(i < wanted);
        if (i >= wanted) continue;
        const QModelIndex cell = index.siblingAtColumn(columns[i]);
        const auto type = static_cast<ColumnType>(cell.data(ColumnTypeRole).toInt());
        const bool isBrn = type == ColumnType::Brn;
        QString text = cell.data(isBrn ? int{RawTextRole} : int{Qt::DisplayRole}).toString();
        if (text.size() > shownCharacters) text = text.first(shownCharacters) + u'…';
        fields_[i].name->setText(cell.model()->headerData(columns[i], Qt::Horizontal).toString());
        fields_[i].value->show(text, fontFor(isMono(type) ? FontRole::Mono : FontRole::Small),
                               isBrn ? brnHead(cell, text) : 0);
    }
}

} // namespace idscope
