#pragma once

#include <QTableView>

namespace idscope {

class ColumnArrangement;
class ColumnHeader;

/// The columns of a table that stay while the others scroll sideways: a second view of the same model, selection and
/// order that lies over the left end of the first. The first has the keyboard and everything else; there is one of
/// these while columns are frozen.
class FrozenColumns final : public QTableView {
    Q_OBJECT
public:
    /// `header` is that of `table`.
    FrozenColumns(QTableView& table, ColumnHeader& header, ColumnArrangement& arrangement);

    /// Takes columns, widths and place from the table anew.
    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void takeColumns();
    void place();

    QTableView& table_;
    ColumnHeader& tableHeader_;
    ColumnArrangement& arrangement_;
    ColumnHeader* header_;
    bool following_ = false;
};

} // namespace idscope
