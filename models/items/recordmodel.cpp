#include "models/items/recordmodel.h"

#include "models/items/cellroles.h"
#include "models/items/copytext.h"
#include "models/items/displaytext.h"
#include "models/items/tablemodel.h"
#include "models/json/secrets.h"
#include "models/schema/schema.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// Every BRN begins alike, up to its type.
int brnHead(const QModelIndex& cell, const QString& text) {
    const QString type = cell.data(BrnTypeRole).toString();
    return type.isEmpty() ? 0 : static_cast<int>(text.indexOf(u':' + type + u':') + 1);
}

/// Both, each on a line.
DisplayText onTwoLines(DisplayText first, const DisplayText& second) {
    first.text += QChar(QChar::LineSeparator);
    for (const DisplayMark& mark : second.marks)
        first.marks.append({first.text.size() + mark.begin, mark.length});
    first.text += second.text;
    return first;
}

/// Null: the row has as many cells as the header, or is not read yet.
const RaggedRow* raggedOf(const QModelIndex& row) {
    const auto* rows = qobject_cast<const TableModel*>(row.model());
    return rows != nullptr && rows->table() ? rows->table()->raggedAt(rows->row(row)) : nullptr;
}

int surplusOf(const QModelIndex& row) {
    const RaggedRow* ragged = raggedOf(row);
    return ragged != nullptr ? static_cast<int>(ragged->surplus.size()) : 0;
}

} // namespace

void RecordModel::setRow(const QModelIndex& index, std::vector<int> shown) {
    const int surplus = surplusOf(index);
    const bool sameNames = shown == shown_ && surplus == surplus_;
    if (index.isValid() && rowCount() > 0 && index.model() == row_.model() && sameNames) {
        row_ = index;
        return Q_EMIT dataChanged(this->index(0, NameColumn), this->index(rowCount() - 1, ValueColumn));
    }
    disconnect(source_);
    disconnect(names_);
    beginResetModel();
    row_ = index;
    shown_ = index.isValid() ? std::move(shown) : std::vector<int>();
    surplus_ = surplus;
    endResetModel();
    if (!index.isValid()) return;
    source_ = connect(index.model(), &QAbstractItemModel::modelAboutToBeReset, this, &RecordModel::clear);
    names_ = connect(index.model(), &QAbstractItemModel::dataChanged, this,
                     [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                         if (roles.contains(BrnNameRole) && rowCount() > 0)
                             Q_EMIT dataChanged(this->index(0, ValueColumn), this->index(rowCount() - 1, ValueColumn));
                     });
}

int RecordModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !row_.isValid() ? 0 : listedColumns() + std::min(surplus_, mostListed);
}

int RecordModel::leftOut() const {
    return row_.isValid() ? static_cast<int>(shown_.size()) + surplus_ - rowCount() : 0;
}

std::string RecordModel::lines() const {
    std::string lines;
    if (!row_.isValid()) return lines;
    for (const int column : shown_) {
        appendTsvCell(lines, row_.model()->headerData(column, Qt::Horizontal).toString().toStdString());
        lines += '\t';
        appendTsvCell(lines, valueData(row_.sibling(row_.row(), column), RawTextRole).toString().toStdString());
        lines += '\n';
    }
    for (int cell = 0; cell < surplus_; ++cell) {
        appendTsvCell(lines, surplusName(cell).toStdString());
        lines += '\t';
        appendTsvCell(lines, surplusData(cell, RawTextRole).toString().toStdString());
        lines += '\n';
    }
    return lines;
}

int RecordModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !row_.isValid()) return {};
    const int column = sourceColumn(index);
    if (column < 0) {
        const int cell = index.row() - listedColumns();
        if (index.column() == ValueColumn) return surplusData(cell, role);
        return role == Qt::DisplayRole ? QVariant(surplusName(cell)) : QVariant();
    }
    if (index.column() == ValueColumn) return valueData(row_.sibling(row_.row(), column), role);
    if (role != Qt::DisplayRole) return {};
    return row_.model()->headerData(column, Qt::Horizontal);
}

QVariant RecordModel::valueData(const QModelIndex& cell, int role) const {
    const bool isBrn = cell.data(ColumnTypeRole).toInt() == static_cast<int>(ColumnType::Brn);
    const bool isOwn = role == MutedHeadRole || role == NameLengthRole;
    if (!isBrn) return isOwn ? QVariant(0) : cell.data(role);
    if (role != Qt::DisplayRole && role != MarksRole && !isOwn) return cell.data(role);
    DisplayText text = displayText(cell.data(RawTextRole).toString().toStdString());
    if (role == MutedHeadRole) return brnHead(cell, text.text);
    const DisplayText name = displayText(cell.data(BrnNameRole).toString().toStdString(), nameLimit);
    if (role == NameLengthRole) return name.text.isEmpty() ? 0 : static_cast<int>(name.text.size()) + 1;
    if (!name.text.isEmpty()) text = onTwoLines(name, text);
    return role == MarksRole ? QVariant::fromValue(text.marks) : QVariant(text.text);
}

/// No column gives it a name.
QString RecordModel::surplusName(int cell) const {
    const RaggedRow* ragged = raggedOf(row_);
    if (ragged == nullptr) return {};
    const std::uint64_t inHeader = ragged->cells - ragged->surplus.size();
    return tr("Cell %1, beyond the header").arg(words::number(inHeader + static_cast<std::uint64_t>(cell) + 1));
}

/// Of no column, it may be JSON with secrets.
QVariant RecordModel::surplusData(int cell, int role) const {
    const RaggedRow* ragged = raggedOf(row_);
    const auto at = static_cast<std::size_t>(cell);
    if (ragged == nullptr || at >= ragged->surplus.size()) return {};
    const std::string text = masked(ragged->surplus[at]);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(text).text;
    case Qt::ToolTipRole:
        return toolTipMarkup(displayText(text).text);
    case MarksRole:
        return QVariant::fromValue(displayText(text).marks);
    case RawTextRole:
        return words::fromUtf8(text);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace idscope
