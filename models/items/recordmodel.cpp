#include "models/items/recordmodel.h"

#include "models/items/cellroles.h"
#include "models/items/copytext.h"
#include "models/items/displaytext.h"
#include "models/schema/schema.h"

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

} // namespace

void RecordModel::setRow(const QModelIndex& index, std::vector<int> shown) {
    if (index.isValid() && rowCount() > 0 && index.model() == row_.model() && shown == shown_) {
        row_ = index;
        return Q_EMIT dataChanged(this->index(0, NameColumn), this->index(rowCount() - 1, ValueColumn));
    }
    disconnect(source_);
    beginResetModel();
    row_ = index;
    shown_ = index.isValid() ? std::move(shown) : std::vector<int>();
    endResetModel();
    if (index.isValid())
        source_ = connect(index.model(), &QAbstractItemModel::modelAboutToBeReset, this, &RecordModel::clear);
}

int RecordModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !row_.isValid() ? 0 : std::min(static_cast<int>(shown_.size()), mostListed);
}

int RecordModel::leftOut() const {
    return row_.isValid() ? static_cast<int>(shown_.size()) - rowCount() : 0;
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
    return lines;
}

int RecordModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !row_.isValid()) return {};
    const int column = shown_[static_cast<std::size_t>(index.row())];
    if (index.column() == ValueColumn) return valueData(row_.sibling(row_.row(), column), role);
    if (role != Qt::DisplayRole) return {};
    return row_.model()->headerData(column, Qt::Horizontal);
}

QVariant RecordModel::valueData(const QModelIndex& cell, int role) const {
    const bool isBrn = cell.data(ColumnTypeRole).toInt() == static_cast<int>(ColumnType::Brn);
    if (!isBrn) return role == MutedHeadRole ? QVariant(0) : cell.data(role);
    if (role != Qt::DisplayRole && role != MarksRole && role != MutedHeadRole) return cell.data(role);
    const DisplayText text = displayText(cell.data(RawTextRole).toString().toStdString());
    if (role == MarksRole) return QVariant::fromValue(text.marks);
    return role == MutedHeadRole ? QVariant(brnHead(cell, text.text)) : QVariant(text.text);
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace idscope
