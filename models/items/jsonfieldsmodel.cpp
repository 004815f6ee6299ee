#include "models/items/jsonfieldsmodel.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"

namespace idscope {

using namespace Qt::StringLiterals;

JsonFieldsModel::JsonFieldsModel(JsonTreeModel& tree, QObject* parent) : QAbstractTableModel(parent), tree_(tree) {
    connect(&tree, &QAbstractItemModel::modelAboutToBeReset, this, [this] { setArray({}); });
    connect(&tree, &QAbstractItemModel::dataChanged, this, [this] {
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn));
    });
}

void JsonFieldsModel::setArray(const QModelIndex& array) {
    const auto node = array.data(JsonFieldsRole).toBool() ? tree_.node(array) : std::nullopt;
    if (node == array_) return;
    beginResetModel();
    array_ = node;
    endResetModel();
}

int JsonFieldsModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !array_) return 0;
    return static_cast<int>(tree_.cell()->document().nodes()[*array_].children);
}

int JsonFieldsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QModelIndex JsonFieldsModel::member(int row, std::string_view key) const {
    const JsonCell& cell = *tree_.cell();
    const std::uint32_t node = cell.member(cell.child(*array_, static_cast<std::uint32_t>(row)), key);
    return node == JsonCell::noNode ? QModelIndex() : tree_.find(node);
}

QModelIndex JsonFieldsModel::valueInTree(const QModelIndex& index) const {
    return index.isValid() ? member(index.row(), "value") : QModelIndex();
}

QVariant JsonFieldsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QModelIndex value = valueInTree(index);
    const QModelIndex shown = value.siblingAtColumn(JsonTreeModel::ValueColumn);
    if (index.column() == ValueColumn) {
        if (role == Qt::DisplayRole || role == MarksRole) return shown.data(role);
        if (role == Qt::AccessibleTextRole) return value.data(role);
        return role >= JsonKindRole ? value.data(role) : QVariant();
    }
    QModelIndex name = member(index.row(), "name");
    if (!name.isValid()) name = member(index.row(), "key");
    const DisplayText text = displayText(name.data(JsonTextRole).toString().toStdString());
    if (role == Qt::DisplayRole) return text.text;
    if (role == MarksRole) return QVariant::fromValue(text.marks);
    return {};
}

QVariant JsonFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace idscope
