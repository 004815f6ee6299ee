#include "models/items/jsontreemodel.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/json/path.h"
#include "models/json/secrets.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

constexpr std::uint32_t noNode = 0xFFFFFFFF;

bool isContainer(const JsonNode& node) {
    return node.kind == JsonKind::Object || node.kind == JsonKind::Array;
}

QString qString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

/// The cell with all that makes the questions of a view cheap.
struct JsonTreeModel::Cell {
    explicit Cell(std::string bytes) : text(std::move(bytes)), document(text), secrets(secretSpans(document)) {
        const std::vector<JsonNode>& nodes = document.nodes();
        rows.resize(nodes.size());
        firstSlot.resize(nodes.size());
        secretRoot.resize(nodes.size(), noNode);
        children.reserve(nodes.size());
        for (std::uint32_t node = 0; node < nodes.size(); ++node) {
            if (node != 0) secretRoot[node] = secretRoot[nodes[node].parent];
            if (secretRoot[node] == noNode && isSecret(secrets, nodes[node])) secretRoot[node] = node;
            firstSlot[node] = static_cast<std::uint32_t>(children.size());
            int row = 0;
            for (std::uint32_t child = nodes[node].firstChild; child != 0; child = nodes[child].nextSibling) {
                rows[child] = row++;
                children.push_back(child);
            }
        }
    }

    [[nodiscard]] bool isKeyMasked(const JsonNode& node) const {
        return !document.valid() && !secrets.empty() && node.key.begin > secrets.front().begin;
    }

    std::string text;
    JsonDocument document;
    std::vector<TextSpan> secrets;
    // By node:
    std::vector<int> rows;                 ///< among its parent's children
    std::vector<std::uint32_t> firstSlot;  ///< where its children begin in `children`
    std::vector<std::uint32_t> secretRoot; ///< the outermost secret value it is or lies in
    std::vector<std::uint32_t> children;
};

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent), revealed_(noNode) {}
JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setCell(std::string cell, const QString& column) {
    beginResetModel();
    cell_ = cell.empty() ? nullptr : std::make_unique<const Cell>(std::move(cell));
    column_ = column;
    revealed_ = noNode;
    endResetModel();
}

void JsonTreeModel::clear() {
    setCell({}, {});
}

std::optional<JsonError> JsonTreeModel::brokenAt() const {
    return cell_ ? cell_->document.error() : std::nullopt;
}

void JsonTreeModel::setRevealed(const QModelIndex& index, bool revealed) {
    if (!index.isValid()) return;
    const auto node = static_cast<std::uint32_t>(index.internalId());
    if (cell_->secretRoot[node] != node || revealed == (revealed_ == node)) return;
    hideRevealed();
    if (!revealed) return;
    const int children = static_cast<int>(cell_->document.nodes()[node].children);
    if (children > 0) beginInsertRows(indexOf(node, KeyColumn), 0, children - 1);
    revealed_ = node;
    if (children > 0) endInsertRows();
    Q_EMIT dataChanged(indexOf(node, KeyColumn), indexOf(node, ValueColumn));
}

void JsonTreeModel::hideRevealed() {
    if (revealed_ == noNode) return;
    const std::uint32_t node = revealed_;
    const int children = shownChildren(node);
    if (children > 0) beginRemoveRows(indexOf(node, KeyColumn), 0, children - 1);
    revealed_ = noNode;
    if (children > 0) endRemoveRows();
    Q_EMIT dataChanged(indexOf(node, KeyColumn), indexOf(node, ValueColumn));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(0, column, quintptr{0});
    const std::uint32_t slot = cell_->firstSlot[parent.internalId()] + static_cast<std::uint32_t>(row);
    return createIndex(row, column, quintptr{cell_->children[slot]});
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return indexOf(cell_->document.nodes()[child.internalId()].parent, KeyColumn);
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    if (!cell_ || parent.column() > KeyColumn) return 0;
    if (!parent.isValid()) return cell_->document.nodes().empty() ? 0 : 1;
    return shownChildren(static_cast<std::uint32_t>(parent.internalId()));
}

int JsonTreeModel::columnCount(const QModelIndex&) const {
    return columns;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto id = static_cast<std::uint32_t>(index.internalId());
    const JsonNode& node = cell_->document.nodes()[id];
    const bool secret = cell_->secretRoot[id] == id;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index.column() == KeyColumn ? keyText(id) : valueText(id)).text;
    case MarksRole:
        return QVariant::fromValue(displayText(index.column() == KeyColumn ? keyText(id) : valueText(id)).marks);
    case JsonKindRole:
        return static_cast<int>(node.kind);
    case JsonPathRole:
        return isKeyHidden(id) ? QString() : column_ + qString(pathText(pathTo(cell_->document, id)));
    case JsonRawRole:
        return qString(maskedRaw(id));
    case JsonSecretRole:
        return secret;
    case JsonRevealedRole:
        return secret && revealed_ == id;
    case JsonChildCountRole:
        return shownChildren(id);
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
    return isContainer(cell_->document.nodes()[index.internalId()]) ? flags : flags | Qt::ItemNeverHasChildren;
}

QModelIndex JsonTreeModel::indexOf(std::uint32_t node, int column) const {
    return createIndex(cell_->rows[node], column, quintptr{node});
}

bool JsonTreeModel::isHidden(std::uint32_t node) const {
    return cell_->secretRoot[node] != noNode && cell_->secretRoot[node] != revealed_;
}

bool JsonTreeModel::isKeyHidden(std::uint32_t node) const {
    return isHidden(node) && cell_->isKeyMasked(cell_->document.nodes()[node]);
}

int JsonTreeModel::shownChildren(std::uint32_t node) const {
    return isHidden(node) ? 0 : static_cast<int>(cell_->document.nodes()[node].children);
}

std::string JsonTreeModel::keyText(std::uint32_t node) const {
    const JsonNode& self = cell_->document.nodes()[node];
    if (isKeyHidden(node)) return std::string(secretDots);
    if (node == 0) return column_.toStdString();
    return self.key.length > 0 ? cell_->document.key(self) : std::to_string(cell_->rows[node]);
}

std::string JsonTreeModel::valueText(std::uint32_t node) const {
    const JsonNode& self = cell_->document.nodes()[node];
    if (isHidden(node)) return std::string(secretDots);
    if (!isContainer(self)) return std::string(cell_->document.raw(self));
    const std::string count = std::to_string(self.children);
    return self.kind == JsonKind::Object ? "{" + count + "}" : "[" + count + "]";
}

std::string JsonTreeModel::maskedRaw(std::uint32_t node) const {
    const JsonNode& self = cell_->document.nodes()[node];
    const std::string_view raw = cell_->document.raw(self);
    if (cell_->document.valid()) return cell_->secretRoot[node] == noNode ? masked(raw) : encodeJsonString(secretDots);
    if (cell_->secrets.empty() || cell_->secrets.front().begin >= self.value.end()) return std::string(raw);
    const std::size_t mask = std::max(cell_->secrets.front().begin, self.value.begin);
    return std::string(raw.substr(0, mask - self.value.begin)).append(secretDots);
}

} // namespace idscope
