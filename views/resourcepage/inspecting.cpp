#include "views/resourcepage/inspecting.h"

#include "models/items/cellroles.h"
#include "models/words/words.h"
#include "views/inspector/comparisonpane.h"
#include "views/inspector/inspector.h"
#include "views/inspector/leafactions.h"
#include "views/inspector/recordpane.h"
#include "views/resourcepage/addingcolumns.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace idscope {

Inspecting::Inspecting(ResourcePage& page) : QObject(&page), page_(page) {
    const auto forget = [this] { shown_.reset(); };
    connect(page.session().model(), &QAbstractItemModel::modelAboutToBeReset, this, forget);
    connect(page.session().model(), &QAbstractItemModel::layoutChanged, this, forget);
}

void Inspecting::setInspector(Inspector* inspector) {
    if (inspector_ != nullptr) {
        disconnect(&inspector_->actions(), nullptr, this, nullptr);
        disconnect(&inspector_->record(), nullptr, this, nullptr);
    }
    inspector_ = inspector;
    shown_.reset(); // others may have shown something in it
    if (inspector_ != nullptr) {
        connect(&inspector_->actions(), &LeafActions::filterRequested, this,
                [this](const OperandName& name, const ChosenValue& value, FilterUse use) {
                    page_.filterByLeaf(name, value, use);
                });
        connect(&inspector_->actions(), &LeafActions::facetRequested, this,
                [this](const OperandName& operand) { page_.openFacet(operand); });
        connect(&inspector_->actions(), &LeafActions::columnRequested, this,
                [this](const QString& operand) { addColumn(page_, operand); });
        inspector_->record().setLinking(true);
        connect(&inspector_->record(), &RecordPane::followRequested, this,
                [this](int column) { page_.followReference(column); });
    }
    show();
}

std::optional<ColumnId> Inspecting::jsonColumn(const QModelIndex& current) {
    TableModel& model = *page_.session().model();
    const std::span<const Column> columns = model.table()->columns();
    const ColumnId own = model.column(current);
    if (columns[own.value].type == ColumnType::Json) lastJson_ = own;
    if (!lastJson_) {
        const auto first = std::ranges::find(columns, ColumnType::Json, &Column::type);
        if (first != columns.end()) lastJson_ = ColumnId{static_cast<std::uint32_t>(first - columns.begin())};
    }
    return lastJson_;
}

void Inspecting::show() {
    if (inspector_ == nullptr) return;
    const QModelIndex current = page_.table().currentIndex();
    const TableModel& model = *page_.session().model();
    const int chosen = page_.table().selectedRows();
    Shown now{.row = {}, .json = {}, .columns = page_.table().shownColumns(), .compared = {}};
    if (current.isValid()) now.row = model.row(current);
    if (current.isValid()) now.json = jsonColumn(current);
    if (chosen > 1) now.compared = page_.table().selectedRanges();
    if (shown_ == now && shownOf_.lock() == model.table()) return;
    shown_ = now;
    shownOf_ = model.table();
    inspector_->record().showRow(current, now.columns);
    const std::optional<ColumnId> json = now.json;
    if (!json) return inspector_->hideCell();
    if (chosen > 1) return compare(*json, chosen);
    showCell(current, *json);
}

void Inspecting::showCell(const QModelIndex& current, ColumnId json) {
    TableModel& model = *page_.session().model();
    const TablePtr& table = model.table();
    const QModelIndex cell = current.siblingAtColumn(static_cast<int>(json.value));
    inspector_->showCell({.title = model.headerData(cell.column(), Qt::Horizontal).toString(),
                          .operand = words::fromUtf8(columnText(*table, json)),
                          .row = words::number(cell.data(RowNumberRole).toUInt()),
                          .cell = {table->cell(model.row(current), json), table}});
}

void Inspecting::compare(ColumnId json, int chosen) {
    TableModel& model = *page_.session().model();
    const TablePtr& table = model.table();
    const int column = static_cast<int>(json.value);
    std::vector<ComparedCell> cells;
    for (const RowRange& range : page_.table().selectedRanges())
        for (std::uint32_t i = 0; i < range.count && cells.size() < ComparisonPane::mostRows; ++i) {
            const QModelIndex cell = model.index(static_cast<int>(range.first + i), column);
            cells.push_back({.row = words::number(cell.data(RowNumberRole).toUInt()),
                             .cell = {table->cell(model.row(cell), json), table}});
        }
    inspector_->compare(model.headerData(column, Qt::Horizontal).toString(), std::move(cells), chosen);
}

} // namespace idscope
