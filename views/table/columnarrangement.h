#pragma once

#include "views/table/columnlayout.h"

#include <QObject>
#include <QTimer>

class QTableView;

namespace idscope {

class ColumnHeader;

/// Which columns of a table are shown, in which order, how wide, and how many stay when the others scroll. Everything
/// that arranges columns goes through here, or through the header and is noticed here. Columns are those of the model.
class ColumnArrangement final : public QObject {
    Q_OBJECT
public:
    ColumnArrangement(QTableView& view, ColumnHeader& header);

    /// To be called when the view has its model.
    void watchModel();
    /// Gives columns that are new their first width; computed ones are hidden at first.
    void takeNewColumns();
    /// All columns as they were at first, without those that were added.
    void reset();

    /// The shown columns from left to right.
    [[nodiscard]] std::vector<int> shown() const;
    /// All columns from left to right.
    [[nodiscard]] std::vector<int> all() const;
    [[nodiscard]] bool isShown(int column) const;
    [[nodiscard]] QString name(int column) const;
    /// As the filter language writes it.
    [[nodiscard]] QString operand(int column) const;
    /// Whether people have added it, and may remove it.
    [[nodiscard]] bool isAdded(int column) const;
    /// Whether it is computed from others.
    [[nodiscard]] bool isDerived(int column) const;
    [[nodiscard]] int hiddenCount() const;

    /// The last column that is shown stays.
    void setShown(int column, bool shown);
    void showAll();
    /// Takes an added column away.
    void remove(int column);
    /// Puts a column that is shown before another one that is.
    void placeBefore(int column, int other);
    /// Moves a column over so many shown ones, to the left when negative.
    void move(int column, int by);
    /// As wide as what is seen of it.
    void fit(int column);

    /// How many of the shown columns, from the left, stay.
    [[nodiscard]] int frozen() const { return frozen_; }
    void freeze(int count);
    /// Whether more than one thing is being arranged; arranged() follows.
    [[nodiscard]] bool isArranging() const { return arranging_; }
    /// Freezes everything up to a column, or nothing when that is what is frozen.
    void toggleFrozenUpTo(int column);
    /// Those that stay, from the left. O(columns up to the last of them).
    [[nodiscard]] std::vector<int> frozenColumns() const;
    /// O(columns up to the last that stays).
    [[nodiscard]] bool isFrozen(int column) const;

    [[nodiscard]] ColumnLayout layout() const;
    /// Columns that the layout does not know stand behind those it does.
    void setLayout(const ColumnLayout& layout);

Q_SIGNALS:
    /// There are columns where there were none.
    void begun();
    /// Order, width, visibility or frozen columns are other than before.
    void arranged();
    /// People have arranged something; told once they pause.
    void arrangedByPeople();

private:
    void beginColumns(int first);
    void dropColumns(int first, int last);
    void noteArranged();

    QTableView& view_;
    ColumnHeader& header_;
    int known_ = 0; ///< columns that have had their first width
    int frozen_ = 0;
    bool arranging_ = false; ///< not by people
    QTimer pause_;
};

} // namespace idscope
