#pragma once

#include "models/items/cellroles.h"
#include "models/items/shownrows.h"
#include "models/query/query.h"
#include "models/relations/entitynames.h"
#include "models/table/table.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

class CellReader;
class TextMatches;

/// How the rows shown relate to those shown before.
enum class RowsChange : std::uint8_t {
    Extended,  ///< the same rows in the same order, and perhaps more behind them
    Reordered, ///< the same rows of the same load in another order
    Merged,    ///< the same rows and more, in another order
    Replaced,  ///< anything else
};

/// The one way in which views see the rows of a table, of whatever resource: read-only, nothing but a snapshot and the
/// rows shown. Roles: see CellRole. A cell is decoded when it is asked for; data() costs O(1) (texts on screen are cut
/// at displayLimit; what a JSON cell needs a full reading for is kept per distinct value). GUI thread.
///
/// Its columns are those of the table, in their order, and behind them what people have added: JSON paths and parts of
/// BRNs, read out of the cells when they are asked for.
///
/// Growth comes as inserted rows, another order as a change of layout in which current cell and selection stay with
/// their rows, both as rows inserted at the end and then put in order, anything else as a reset: a view that wants to
/// keep its current cell asks for its row() before the reset and for its find() after it.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Rows beyond are counted, sorted, filtered and saved, but not listed: a QTableView higher than 2^31 px hangs.
    static constexpr int maximumRows = 50'000'000;

    explicit TableModel(QObject* parent = nullptr);
    ~TableModel() override;

    /// Shows `rows` of `table`. `change` is a promise about what was shown before. O(1) but for Reordered and
    /// Merged, which cost O(persistent indexes).
    void show(TablePtr table, ShownRows rows, RowsChange change);

    /// What is to be marked in the cells of the next show().
    void setMatches(std::shared_ptr<const TextMatches> matches);

    /// What BRNs are called, in this table and all shown later; null: nothing is known.
    void setNames(EntityNamesPtr names);

    /// Null before the first show().
    [[nodiscard]] const TablePtr& table() const { return table_; }
    [[nodiscard]] const ShownRows& rows() const { return rows_; }
    /// The table's row at a valid index.
    [[nodiscard]] RowId row(const QModelIndex& index) const;
    /// The column of the table that a cell is read from.
    [[nodiscard]] ColumnId column(const QModelIndex& index) const { return operand(index.column()).column; }
    /// What a column of the model shows.
    [[nodiscard]] Operand operand(int column) const;
    /// The column that shows an operand, if there is one. O(columns).
    [[nodiscard]] std::optional<int> columnOf(const Operand& operand) const;
    /// The column of an operand, added if there is none yet. Not before there is a table.
    int addColumn(const Operand& operand);
    /// Removes columns that were added; false, and nothing done, when they were not.
    bool removeColumns(int column, int count, const QModelIndex& parent = {}) override;
    /// The index that shows a cell, or an invalid one. O(1), O(log rows) under a filter.
    [[nodiscard]] QModelIndex find(RowId row, ColumnId column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void insertBehind(const ShownRows& rows);
    void showLeftOut(std::uint32_t internedBefore);
    void reorder(ShownRows rows);
    [[nodiscard]] RowId rowAt(std::uint32_t position) const;
    [[nodiscard]] int tableColumns() const { return table_ ? static_cast<int>(table_->columnCount()) : 0; }
    /// "Row 12 of okta.csv", for a table made of several files.
    [[nodiscard]] QString placeInSource(RowId row) const;
    [[nodiscard]] QVariant columnHeader(int section, int role) const;
    [[nodiscard]] QVariant addedHeader(const Operand& operand, int role) const;
    [[nodiscard]] std::string addedName(const Operand& operand) const;

    TablePtr table_;
    ShownRows rows_ = ShownRows::all(0);
    std::vector<Operand> added_;          ///< columns behind those of the table
    const ShownRows* arriving_ = nullptr; ///< stand behind rows_ until they are put in order
    bool hasLeftOut_ = false;             ///< cells were shown as empty that are not: until all are interned
    std::unique_ptr<CellReader> reader_;
};

} // namespace idscope
