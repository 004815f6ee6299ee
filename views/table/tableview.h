#pragma once

#include "models/items/copytext.h"
#include "views/table/cellpictures.h"
#include "views/table/headers.h"

#include <QPointer>
#include <QTableView>

namespace idscope {

class CellDelegate;
class ColumnArrangement;
class FrozenColumns;

/// The table of an export. Sees rows only through the roles of its model (see CellRole); sorting and filtering are
/// asked for by signals and done elsewhere.
class TableView final : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] ColumnHeader& columns() const { return *columns_; }

    [[nodiscard]] ColumnArrangement& arrangement() const { return *arrangement_; }

    /// Pictures for the addresses in cells; they must outlive the view.
    void setPictures(CellPictures& pictures);
    [[nodiscard]] CellPictures* pictures() const { return pictures_; }

    /// Model columns that are shown, from left to right.
    [[nodiscard]] std::vector<int> shownColumns() const;
    [[nodiscard]] int selectedRows() const;
    /// The selected rows in their order, as ranges that don't touch.
    [[nodiscard]] std::vector<RowRange> selectedRanges() const;
    /// The shown columns of the selection, from left to right: all of them where rows are selected.
    [[nodiscard]] std::vector<int> selectedColumns() const;

    /// What a click selects: rows, or one block of cells.
    void setSelectsCells(bool cells);
    [[nodiscard]] bool selectsCells() const { return selectionBehavior() == SelectItems; }
    /// Selects the whole column of the current cell, as cells.
    void selectCurrentColumn();
    /// Sorts by the current column as a click on its header does; with `extend` as with Shift.
    void sortByCurrentColumn(bool extend = false);
    /// Makes a cell current again after a reset, without scrolling sideways.
    void resumeAt(const QModelIndex& cell);
    /// Makes the cell of a column current in the current row, and the column shown.
    void goToColumn(int column);
    /// Opens the list in which columns are found, shown and hidden.
    void openColumnList();
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    /// Letters lead nowhere: Qt would compare all rows, however many they are. To look for a text there is the filter.
    void keyboardSearch(const QString&) override {}

Q_SIGNALS:
    void currentCellChanged(const QModelIndex& current);
    void selectedRowsChanged(int rows);
    /// A JSON path or a part of a BRN is wanted as a column, as the filter language writes it.
    void columnRequested(const QString& operand);
    /// The menu of the selected cells is wanted at a place on the screen.
    void menuRequested(QPoint place);
    /// The facet of a column is to be shown.
    void facetRequested(int column);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void changeEvent(QEvent* event) override;
    void updateGeometries() override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The column of the cell that was current before the last reset, or the first that is shown.
    [[nodiscard]] int lastColumn() const;
    void makeCurrent(const QModelIndex& cell, QItemSelectionModel::SelectionFlags command);
    void followArrangement();
    void paintCorner(QWidget& corner);

    CellDelegate* delegate_;
    QPointer<CellPictures> pictures_;
    ColumnHeader* columns_;
    RowHeader* rows_;
    ColumnArrangement* arrangement_;
    FrozenColumns* frozen_ = nullptr; ///< while columns are frozen
    int lastColumn_ = -1;             ///< of what was current before the last reset
};

} // namespace idscope
