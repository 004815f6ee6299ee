#include "models/items/tablemodel.h"

#include "models/items/cellreader.h"
#include "models/items/displaytext.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace idscope {

namespace {

bool haveSameColumns(const Table& a, const Table& b) {
    return std::ranges::equal(a.columns(), b.columns(), [](const Column& one, const Column& other) {
        return one.label == other.label && one.type == other.type;
    });
}

std::string_view nameOf(const Column& column) {
    return column.spec != nullptr ? column.spec->name : std::string_view(column.label);
}

/// The last key of a path and what follows it; all of it when it has none.
std::string pathEnd(const JsonPath& path) {
    const auto key = std::ranges::find_if(
        path.rbegin(), path.rend(), [](const JsonPathStep& step) { return std::holds_alternative<JsonPathKey>(step); });
    if (key == path.rend()) return pathText(path);
    return std::get<JsonPathKey>(*key).name + pathText(JsonPath(key.base(), path.end()));
}

} // namespace

TableModel::TableModel(QObject* parent) : QAbstractTableModel(parent), reader_(std::make_unique<CellReader>()) {}

TableModel::~TableModel() = default;

void TableModel::show(TablePtr table, ShownRows rows, RowsChange change) {
    if (!table_ || change == RowsChange::Replaced) {
        beginResetModel();
        reader_->forget();
        hasLeftOut_ = false;
        if (!table_ || !haveSameColumns(*table_, *table)) added_.clear();
        table_ = std::move(table);
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    Q_ASSERT(table->columnCount() == table_->columnCount() && table->rowCount() >= table_->rowCount());
    hasLeftOut_ = hasLeftOut_ || table_->hasLeftOut();
    const std::uint32_t internedBefore = table_->rowCount();
    table_ = std::move(table);
    if (rows.size() > rows_.size()) insertBehind(rows);
    if (change == RowsChange::Extended)
        rows_ = std::move(rows);
    else
        reorder(std::move(rows));
    if (hasLeftOut_) showLeftOut(internedBefore);
}

void TableModel::showLeftOut(std::uint32_t internedBefore) {
    hasLeftOut_ = !table_->isComplete();
    if (table_->rowCount() == internedBefore || rowCount() == 0) return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
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

void TableModel::setNames(EntityNamesPtr names) {
    reader_->setNames(std::move(names));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::ToolTipRole, Qt::AccessibleTextRole, BrnNameRole});
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
        after << find(kept[static_cast<std::size_t>(i)], ColumnId{0}).siblingAtColumn(before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

RowId TableModel::rowAt(std::uint32_t position) const {
    return position < rows_.size() ? rows_.at(position) : arriving_->at(position);
}

RowId TableModel::row(const QModelIndex& index) const {
    return rowAt(static_cast<std::uint32_t>(index.row()));
}

Operand TableModel::operand(int column) const {
    if (column >= tableColumns()) return added_[static_cast<std::size_t>(column - tableColumns())];
    return ColumnId{static_cast<std::uint32_t>(column)};
}

std::optional<int> TableModel::columnOf(const Operand& operand) const {
    if (operand.kind == Operand::Kind::Cell) return static_cast<int>(operand.column.value);
    const auto known = std::ranges::find(added_, operand);
    if (known == added_.end()) return std::nullopt;
    return tableColumns() + static_cast<int>(known - added_.begin());
}

int TableModel::addColumn(const Operand& operand) {
    if (const auto known = columnOf(operand)) return *known;
    const int column = columnCount();
    beginInsertColumns({}, column, column);
    added_.push_back(operand);
    endInsertColumns();
    if (column > tableColumns()) Q_EMIT headerDataChanged(Qt::Horizontal, tableColumns(), column);
    return column;
}

bool TableModel::removeColumns(int column, int count, const QModelIndex& parent) {
    if (parent.isValid() || count < 1 || column < tableColumns() || column + count > columnCount()) return false;
    beginRemoveColumns({}, column, column + count - 1);
    const auto first = added_.begin() + (column - tableColumns());
    added_.erase(first, first + count);
    reader_->forget();
    endRemoveColumns();
    if (!added_.empty()) Q_EMIT headerDataChanged(Qt::Horizontal, tableColumns(), columnCount() - 1);
    return true;
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
    return parent.isValid() || !table_ ? 0 : tableColumns() + static_cast<int>(added_.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    return reader_->read(*table_, row(index), operand(index.column()), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount()) return {};
        const RowId row = rowAt(static_cast<std::uint32_t>(section));
        if (role == Qt::DisplayRole) return QString::number(row.value + std::uint64_t{1});
        return role == Qt::ToolTipRole && table_->sources().size() > 1 ? QVariant(placeInSource(row)) : QVariant();
    }
    if (section < 0 || section >= columnCount()) return {};
    return columnHeader(section, role);
}

QString TableModel::placeInSource(RowId row) const {
    const auto sources = table_->sources();
    const auto& source = *(std::ranges::upper_bound(sources, row.value, {}, &SourceRange::firstRow) - 1);
    return toolTipMarkup(tr("Row %1 of %2", "number, file")
                             .arg(words::number(row.value - source.firstRow + 1), displayText(source.name).text));
}

QVariant TableModel::columnHeader(int section, int role) const {
    const Operand shown = operand(section);
    if (role == OperandRole) return words::fromUtf8(canonicalText(operandName(shown, *table_)));
    if (role == AddedRole) return section >= tableColumns();
    if (section >= tableColumns()) return addedHeader(shown, role);
    const Column& column = table_->column(shown.column);
    const std::string_view name = nameOf(column);
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

QVariant TableModel::addedHeader(const Operand& operand, int role) const {
    constexpr int width = 130;
    const bool isPath = operand.kind == Operand::Kind::Path;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(addedName(operand)).text;
    case Qt::ToolTipRole:
        return toolTipMarkup(displayText(canonicalText(operandName(operand, *table_))).text);
    case Qt::AccessibleTextRole:
        return displayText(canonicalText(operandName(operand, *table_))).text;
    case ColumnTypeRole:
        return static_cast<int>(isPath ? ColumnType::Json : ColumnType::Text);
    case DerivedRole:
        return false;
    case WidthRole:
        return width;
    default:
        return {};
    }
}

/// The end of a path says what it is about, as long as no other column ends alike; a part of a BRN stands behind its
/// column.
std::string TableModel::addedName(const Operand& operand) const {
    if (operand.kind != Operand::Kind::Path) {
        const std::string whole = canonicalText(operandName(operand, *table_));
        return std::string(nameOf(table_->column(operand.column))) + ' ' + whole.substr(whole.rfind('.') + 1);
    }
    const std::string name = pathEnd(operand.path);
    const auto same = [&](const Operand& other) {
        return other.kind == Operand::Kind::Path && pathEnd(other.path) == name;
    };
    return std::ranges::count_if(added_, same) > 1 ? canonicalText(operandName(operand, *table_)) : name;
}

} // namespace idscope
