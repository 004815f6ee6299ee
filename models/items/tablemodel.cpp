#include "models/items/tablemodel.h"

#include "models/items/cellreader.h"
#include "models/items/displaytext.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace idscope {

TableModel::TableModel(QObject* parent) : QAbstractTableModel(parent), reader_(std::make_unique<CellReader>()) {}

TableModel::~TableModel() = default;

void TableModel::show(TablePtr table, ShownRows rows, RowsChange change) {
    if (!table_ || change == RowsChange::Replaced) {
        beginResetModel();
        reader_->forget();
        table_ = std::move(table);
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    Q_ASSERT(table->columnCount() == table_->columnCount() && table->rowCount() >= table_->rowCount());
    table_ = std::move(table);
    if (rows.size() > rows_.size()) insertBehind(rows);
    if (change == RowsChange::Extended)
        rows_ = std::move(rows);
    else
        reorder(std::move(rows));
}

/// What stands there so far stays where it is.
void TableModel::insertBehind(const ShownRows& rows) {
    const int before = rowCount();
    const int after = static_cast<int>(std::min<std::uint32_t>(rows.size(), maximumRows));
    if (after == before) return;
    beginInsertRows({}, before, after - 1);
    arriving_ = &rows;
    endInsertRows();
    arriving_ = nullptr;
}

void TableModel::setMatches(std::shared_ptr<const TextMatches> matches) {
    reader_->setMatches(std::move(matches));
}

void TableModel::reorder(ShownRows rows) {
    Q_ASSERT(rows.size() >= rows_.size());
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<RowId> kept;
    kept.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before)
        kept.push_back(row(index));
    rows_ = std::move(rows);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after << find(kept[static_cast<std::size_t>(i)], column(before[i]));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

RowId TableModel::rowAt(std::uint32_t position) const {
    return position < rows_.size() ? rows_.at(position) : arriving_->at(position);
}

RowId TableModel::row(const QModelIndex& index) const {
    return rowAt(static_cast<std::uint32_t>(index.row()));
}

ColumnId TableModel::column(const QModelIndex& index) const {
    return ColumnId{static_cast<std::uint32_t>(index.column())};
}

QModelIndex TableModel::find(RowId row, ColumnId column) const {
    const auto position = rows_.find(row);
    if (!position || !table_ || column.value >= table_->columnCount() || *position >= std::uint32_t{maximumRows})
        return {};
    return createIndex(static_cast<int>(*position), static_cast<int>(column.value));
}

int TableModel::rowCount(const QModelIndex& parent) const {
    const ShownRows& rows = arriving_ != nullptr ? *arriving_ : rows_;
    return parent.isValid() ? 0 : static_cast<int>(std::min<std::uint32_t>(rows.size(), maximumRows));
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !table_ ? 0 : static_cast<int>(table_->columnCount());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    return reader_->read(*table_, row(index), column(index), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole || section < 0 || section >= rowCount()) return {};
        return QString::number(rowAt(static_cast<std::uint32_t>(section)).value + std::uint64_t{1});
    }
    if (section < 0 || section >= columnCount()) return {};
    return columnHeader(table_->column(ColumnId{static_cast<std::uint32_t>(section)}), role);
}

QVariant TableModel::columnHeader(const Column& column, int role) const {
    const std::string_view name = column.spec != nullptr ? column.spec->name : std::string_view(column.label);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(name).text;
    case Qt::ToolTipRole:
        return toolTipMarkup(displayText(column.isDerived() ? name : std::string_view(column.header)).text);
    case ColumnTypeRole:
        return static_cast<int>(column.type);
    case DerivedRole:
        return column.isDerived();
    case WidthRole:
        return column.spec != nullptr ? column.spec->width : ColumnSpec{}.width;
    default:
        return {};
    }
}

} // namespace idscope
