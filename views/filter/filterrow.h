#pragma once

#include "models/filter/shorthand.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

class QWidget;

namespace idscope {

class ColumnFilterField;
class FilterState;
class TableView;

/// A field under the name of every column, those of paths among them: what stands there is the shorthand of a part of
/// the filter, and becomes one. There are fields for the columns on the screen; they stay with their columns when these
/// scroll, move or are frozen.
class FilterRow final : public QObject {
    Q_OBJECT
public:
    static constexpr int pauseMs = 300; ///< without a key, until what is typed applies

    /// The state must outlive this one; the table becomes the parent.
    FilterRow(TableView& table, FilterState& state);

    void setShown(bool shown);
    [[nodiscard]] bool isShown() const { return shown_; }
    /// Gives the field of a column the keyboard, and brings it to the screen; false: it has none that can be there.
    bool focusColumn(int column);
    /// Asks for the values of a column below its field.
    void openValues(int column);
    /// The field of a column, or null while it is not on the screen.
    [[nodiscard]] ColumnFilterField* field(int column);

Q_SIGNALS:
    void shownChanged(bool shown);
    /// The values of a column are wanted, below a place on the screen.
    void valuesRequested(int column, QPoint place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        ColumnFilterField* widget = nullptr;
        Operand operand; ///< what it was made for: added columns come and go, and others take their numbers
    };
    /// Once for all that happens until the event loop goes on: a table that opens tells of each of its columns.
    void placeSoon() { later_.start(); }
    /// O(fields on the screen + frozen columns).
    void place();
    [[nodiscard]] std::vector<int> onScreen(std::vector<int> frozen) const;
    void dropFieldsBut(const std::vector<int>& placed);
    /// Scrolls the table until the field of a column is on the screen, from its beginning if need be.
    void reveal(int column);
    void showState();
    ColumnFilterField* newField(int column);
    std::map<int, Field>::iterator drop(std::map<int, Field>::iterator field);
    void apply(int column, bool typed);
    void step(int column, int by);
    void leave(QWidget& last);
    void orderForTab(const std::vector<int>& placed);
    [[nodiscard]] std::optional<Operand> operandOf(int column) const;
    /// Whether the column is still what its field was made for.
    [[nodiscard]] bool isStill(int column, const Field& field) const { return operandOf(column) == field.operand; }

    TableView& table_;
    FilterState& state_;
    QWidget* band_;   ///< below the names of the columns that scroll
    QWidget* frozen_; ///< below those that stay
    std::map<int, Field> fields_;
    std::vector<int> order_; ///< columns whose fields are in the order of Tab
    bool placing_ = false;
    QTimer later_; ///< runs while they are to be placed anew
    bool shown_ = false;
};

} // namespace idscope
