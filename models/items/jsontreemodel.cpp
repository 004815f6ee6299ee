#include "models/items/jsontreemodel.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/json/path.h"
#include "models/json/secrets.h"
#include "models/words/words.h"

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of a value that displayText() may read.
constexpr std::size_t readBytes = std::size_t{4} * displayLimit + 1;

bool isContainer(const JsonNode& node) {
    return node.kind == JsonKind::Object || node.kind == JsonKind::Array;
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent), revealed_(JsonCell::noNode) {}
JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setCell(JsonCellPtr cell, const QString& column) {
    beginResetModel();
    cell_ = std::move(cell);
    column_ = column;
    revealed_ = JsonCell::noNode;
    endResetModel();
}

QModelIndex JsonTreeModel::find(std::uint32_t node) const {
    const std::uint32_t secret = cell_->secretRoot(node);
    const bool within = secret != JsonCell::noNode && secret != node;
    return within && secret != revealed_ ? QModelIndex() : indexOf(node, KeyColumn);
}

std::optional<std::uint32_t> JsonTreeModel::node(const QModelIndex& index) const {
    if (!index.isValid()) return std::nullopt;
    const auto id = static_cast<std::uint32_t>(index.internalId());
    return groupOf(id) == nullptr ? std::optional(id) : std::nullopt;
}

void JsonTreeModel::setRevealed(const QModelIndex& index, bool revealed) {
    const auto secret = node(index);
    if (!secret || cell_->secretRoot(*secret) != *secret || revealed == (revealed_ == *secret)) return;
    hideRevealed();
    if (!revealed) return;
    const int rows = rowsOf(*secret);
    if (rows > 0) beginInsertRows(indexOf(*secret, KeyColumn), 0, rows - 1);
    revealed_ = *secret;
    if (rows > 0) endInsertRows();
    Q_EMIT dataChanged(indexOf(*secret, KeyColumn), indexOf(*secret, ValueColumn));
}

void JsonTreeModel::hideRevealed() {
    if (revealed_ == JsonCell::noNode) return;
    const std::uint32_t node = revealed_;
    const int rows = rowsOf(node);
    if (rows > 0) beginRemoveRows(indexOf(node, KeyColumn), 0, rows - 1);
    revealed_ = JsonCell::noNode;
    if (rows > 0) endRemoveRows();
    Q_EMIT dataChanged(indexOf(node, KeyColumn), indexOf(node, ValueColumn));
}

/// Groups are numbered behind the nodes.
std::uint32_t JsonTreeModel::groupId(std::uint32_t group) const {
    return static_cast<std::uint32_t>(nodes().size()) + group;
}

const JsonCell::Group* JsonTreeModel::groupOf(std::uint32_t id) const {
    return id < nodes().size() ? nullptr : &cell_->groups()[id - nodes().size()];
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(0, column, quintptr{0});
    const auto id = static_cast<std::uint32_t>(parent.internalId());
    const auto position = static_cast<std::uint32_t>(row);
    if (const JsonCell::Group* group = groupOf(id))
        return createIndex(row, column, quintptr{cell_->child(group->node, group->first + position)});
    const auto firstGroup = cell_->firstGroup(id);
    return createIndex(row, column,
                       quintptr{firstGroup ? groupId(*firstGroup + position) : cell_->child(id, position)});
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    const auto id = static_cast<std::uint32_t>(child.internalId());
    if (const JsonCell::Group* group = groupOf(id)) return indexOf(group->node, KeyColumn);
    const std::uint32_t above = nodes()[id].parent;
    const auto firstGroup = cell_->firstGroup(above);
    if (!firstGroup) return indexOf(above, KeyColumn);
    const std::uint32_t group = cell_->position(id) / JsonCell::groupSize;
    return createIndex(static_cast<int>(group), KeyColumn, quintptr{groupId(*firstGroup + group)});
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    if (!cell_ || parent.column() > KeyColumn) return 0;
    if (!parent.isValid()) return nodes().empty() ? 0 : 1;
    const auto id = static_cast<std::uint32_t>(parent.internalId());
    const JsonCell::Group* group = groupOf(id);
    return group != nullptr ? static_cast<int>(group->count) : isHidden(id) ? 0 : rowsOf(id);
}

int JsonTreeModel::columnCount(const QModelIndex&) const {
    return columns;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto id = static_cast<std::uint32_t>(index.internalId());
    if (const JsonCell::Group* group = groupOf(id)) return groupData(*group, index.column(), role);
    const bool secret = cell_->secretRoot(id) == id;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shownText(id, index.column())).text;
    case MarksRole:
        return QVariant::fromValue(displayText(shownText(id, index.column())).marks);
    case Qt::AccessibleTextRole:
        return index.column() == KeyColumn ? accessibleText(id) : QVariant();
    case JsonKindRole:
        return static_cast<int>(nodes()[id].kind);
    case JsonPathRole:
        return isKeyHidden(id) ? QString() : column_ + words::fromUtf8(pathText(pathTo(cell_->document(), id)));
    case JsonRawRole:
        return words::fromUtf8(cell_->maskedRaw(id));
    case JsonTextRole:
        if (cell_->secretRoot(id) != JsonCell::noNode) return words::fromUtf8(secretDots);
        return words::fromUtf8(cell_->document().scalar(nodes()[id]));
    case JsonSecretRole:
        return secret;
    case JsonRevealedRole:
        return secret && revealed_ == id;
    case JsonChildCountRole:
        return isHidden(id) ? 0 : static_cast<int>(nodes()[id].children);
    case JsonFieldsRole:
        return !isHidden(id) && cell_->isFieldList(id);
    default:
        return {};
    }
}

QVariant JsonTreeModel::groupData(const JsonCell::Group& group, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        if (column == ValueColumn) return QString();
        [[fallthrough]];
    case Qt::AccessibleTextRole:
        return u"%1 … %2"_s.arg(group.first).arg(group.first + group.count - 1);
    case JsonKindRole:
        return static_cast<int>(nodes()[group.node].kind);
    case JsonChildCountRole:
        return static_cast<int>(group.count);
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

Qt::ItemFlags JsonTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const auto scalar = node(index).transform([this](std::uint32_t id) { return !isContainer(nodes()[id]); });
    return scalar.value_or(false) ? flags | Qt::ItemNeverHasChildren : flags;
}

QModelIndex JsonTreeModel::indexOf(std::uint32_t node, int column) const {
    if (node == 0) return createIndex(0, column, quintptr{0});
    const std::uint32_t position = cell_->position(node);
    const bool grouped = cell_->firstGroup(nodes()[node].parent).has_value();
    return createIndex(static_cast<int>(grouped ? position % JsonCell::groupSize : position), column, quintptr{node});
}

bool JsonTreeModel::isHidden(std::uint32_t node) const {
    return cell_->secretRoot(node) != JsonCell::noNode && cell_->secretRoot(node) != revealed_;
}

bool JsonTreeModel::isKeyHidden(std::uint32_t node) const {
    return isHidden(node) && cell_->isKeyMasked(node);
}

int JsonTreeModel::rowsOf(std::uint32_t node) const {
    const std::uint32_t children = nodes()[node].children;
    const std::uint32_t groups = (children + JsonCell::groupSize - 1) / JsonCell::groupSize;
    return static_cast<int>(cell_->firstGroup(node) ? groups : children);
}

std::string JsonTreeModel::shownText(std::uint32_t node, int column) const {
    return column == KeyColumn ? keyText(node) : valueText(node);
}

std::string JsonTreeModel::keyText(std::uint32_t node) const {
    const JsonNode& self = nodes()[node];
    if (isKeyHidden(node)) return std::string(secretDots);
    if (node == 0) return column_.toStdString();
    return self.key.length > 0 ? cell_->document().key(self) : std::to_string(cell_->position(node));
}

std::string JsonTreeModel::valueText(std::uint32_t node) const {
    const JsonNode& self = nodes()[node];
    if (isHidden(node)) return std::string(secretDots);
    if (!isContainer(self)) return std::string(cell_->document().raw(self).substr(0, readBytes));
    const std::string count = std::to_string(self.children);
    return self.kind == JsonKind::Object ? "{" + count + "}" : "[" + count + "]";
}

QString JsonTreeModel::accessibleText(std::uint32_t node) const {
    const QString key = displayText(keyText(node)).text;
    const auto children = static_cast<int>(nodes()[node].children);
    if (isHidden(node)) return tr("%1: secret, hidden").arg(key);
    switch (nodes()[node].kind) {
    case JsonKind::Object:
        return tr("%1: %n members", nullptr, children).arg(key);
    case JsonKind::Array:
        return tr("%1: %n elements", nullptr, children).arg(key);
    default:
        return u"%1: %2"_s.arg(key, displayText(valueText(node)).text);
    }
}

} // namespace idscope
