#include "views/sidebar/resourcemodel.h"

#include "models/items/displaytext.h"

#include <algorithm>

namespace idscope {

void ResourceModel::setLines(std::vector<ResourceLine> lines) {
    if (lines == lines_) return;
    if (!std::ranges::equal(lines, lines_, {}, &ResourceLine::target, &ResourceLine::target)) {
        beginResetModel();
        lines_ = std::move(lines);
        build();
        endResetModel();
        return;
    }
    std::swap(lines, lines_);
    for (int i = 0; i < static_cast<int>(nodes_.size()); ++i) {
        const Node& node = nodes_[static_cast<std::size_t>(i)];
        if (lines[node.line] == lines_[node.line]) continue;
        const QModelIndex changed = createIndex(node.row, 0, static_cast<quintptr>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void ResourceModel::build() {
    nodes_.clear();
    top_.clear();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        Node node{.line = i};
        const int id = static_cast<int>(i);
        if (!lines_[i].target.integration.empty()) {
            const auto parent = std::ranges::find_if(top_, [&](int candidate) {
                return lines_[static_cast<std::size_t>(candidate)].target.resource == lines_[i].target.resource;
            });
            if (parent != top_.end()) node.parent = *parent;
        }
        auto& siblings = node.parent < 0 ? top_ : nodes_[static_cast<std::size_t>(node.parent)].children;
        node.row = static_cast<int>(siblings.size());
        siblings.push_back(id);
        nodes_.push_back(std::move(node));
    }
}

const ResourceLine* ResourceModel::line(const QModelIndex& index) const {
    return index.isValid() ? &lines_[nodes_[index.internalId()].line] : nullptr;
}

const std::vector<int>& ResourceModel::childrenOf(const QModelIndex& parent) const {
    return parent.isValid() ? nodes_[parent.internalId()].children : top_;
}

QModelIndex ResourceModel::index(int row, int column, const QModelIndex& parent) const {
    const std::vector<int>& children = childrenOf(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(children.size())) return {};
    return createIndex(row, 0, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex ResourceModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const int parent = nodes_[index.internalId()].parent;
    if (parent < 0) return {};
    return createIndex(nodes_[static_cast<std::size_t>(parent)].row, 0, static_cast<quintptr>(parent));
}

int ResourceModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(childrenOf(parent).size());
}

int ResourceModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant ResourceModel::data(const QModelIndex& index, int role) const {
    const ResourceLine* line = this->line(index);
    if (line == nullptr) return {};
    switch (role) {
    case Qt::DisplayRole:
        return line->title;
    case Qt::ToolTipRole:
        return toolTipMarkup(line->title);
    case Qt::AccessibleTextRole:
        return line->fact.isEmpty() ? line->title : tr("%1, %2", "resource, fact").arg(line->title, line->fact);
    case FactRole:
        return line->fact;
    case IconNameRole:
        return line->icon;
    case FailedRole:
        return line->failed;
    case CurrentRole:
        return line->current;
    default:
        return {};
    }
}

} // namespace idscope
