#pragma once

#include <QAbstractTableModel>
#include <QPersistentModelIndex>

#include <algorithm>
#include <string>
#include <vector>

namespace idscope {

/// What views may ask the RecordModel of its values beyond Qt::DisplayRole and the CellRoles.
enum RecordRole : int {
    MutedHeadRole = Qt::UserRole + 201, ///< int: so many characters at the beginning all BRNs have in common
    NameLengthRole, ///< int: so many characters before them are what it is called, on a line of its own
};

/// One row of a TableModel as pairs of name and value, at the end the cells that it has beyond the header. A BRN is
/// shown whole, and on a line above it what it is called, where that is known; copies are of the cell alone. GUI
/// thread.
class RecordModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { NameColumn, ValueColumn, columns };
    static constexpr int mostListed = 500; ///< columns, and cells beyond them: a view lays out each

    explicit RecordModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Shows the row of an index, with these columns of its model, the first mostListed of them; an invalid index:
    /// nothing. With the same columns as before only values change.
    void setRow(const QModelIndex& index, std::vector<int> shown);
    void clear() { setRow({}, {}); }
    /// How many columns are listed.
    [[nodiscard]] int listedColumns() const { return std::min(static_cast<int>(shown_.size()), mostListed); }
    /// How many columns, and cells beyond them, are not listed.
    [[nodiscard]] int leftOut() const;
    /// Every name and value, those that are not listed too, a line each, tab-separated. O(columns).
    [[nodiscard]] std::string lines() const;
    /// The column of the TableModel whose name and value stand at a valid index; -1 of a cell beyond them.
    [[nodiscard]] int sourceColumn(const QModelIndex& index) const {
        return index.row() < listedColumns() ? shown_[static_cast<std::size_t>(index.row())] : -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant valueData(const QModelIndex& cell, int role) const;
    [[nodiscard]] QString surplusName(int cell) const;
    [[nodiscard]] QVariant surplusData(int cell, int role) const;

    QPersistentModelIndex row_;
    std::vector<int> shown_;
    int surplus_ = 0; ///< cells of the row beyond the header
    QMetaObject::Connection source_;
    QMetaObject::Connection names_;
};

} // namespace idscope
