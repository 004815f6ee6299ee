#pragma once

#include "models/items/jsontreemodel.h"

#include <QAbstractTableModel>

#include <optional>

namespace idscope {

/// An array of settings (see JsonCell::isFieldList) as a table of names and values, over the tree that shows it: a
/// secret is hidden and revealed there, and answers the JsonRoles here too. GUI thread.
class JsonFieldsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { NameColumn, ValueColumn, columns };

    /// `tree` must outlive the model.
    explicit JsonFieldsModel(JsonTreeModel& tree, QObject* parent = nullptr);

    /// Shows the settings in the array at an index of the tree; nothing when it is none.
    void setArray(const QModelIndex& array);
    /// Where the value of a row stands in the tree.
    [[nodiscard]] QModelIndex valueInTree(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QModelIndex member(int row, std::string_view key) const;

    JsonTreeModel& tree_;
    std::optional<std::uint32_t> array_;
};

} // namespace idscope
