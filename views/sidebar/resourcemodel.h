#pragma once

#include "views/sidebar/navigation.h"

#include <QAbstractItemModel>

#include <vector>

namespace idscope {

/// The resources with, under Entity Relations, one line per integration.
class ResourceModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    /// Equal targets in equal places are updated in place; anything else is a reset.
    void setLines(std::vector<ResourceLine> lines);
    [[nodiscard]] const ResourceLine* line(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        std::size_t line = 0;
        int parent = -1; ///< node
        int row = 0;
        std::vector<int> children;
    };
    void build();
    [[nodiscard]] const std::vector<int>& childrenOf(const QModelIndex& parent) const;

    std::vector<ResourceLine> lines_;
    std::vector<Node> nodes_;
    std::vector<int> top_;
};

} // namespace idscope
