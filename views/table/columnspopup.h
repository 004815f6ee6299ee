#pragma once

#include "models/items/facetchoices.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace idscope {

class ColumnArrangement;

/// Finds a column by name, and shows and hides columns: typing narrows the list, Enter goes to a column, Ctrl+Space
/// (in the list: Space) ticks it. A path into JSON or a part of a BRN can be added as a column: the one that is typed,
/// or the first that holds what is typed.
class ColumnsPopup final : public QFrame {
    Q_OBJECT
public:
    /// `table`: what may be added is found in it; null: nothing.
    ColumnsPopup(ColumnArrangement& arrangement, const TablePtr& table, QWidget* parent);

    /// Opens under the upper left corner of a widget.
    void openAt(const QWidget& place);

Q_SIGNALS:
    void columnChosen(int column);
    /// What the table does not have yet is wanted as a column.
    void columnRequested(const QString& operand);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void narrow(const QString& words);
    void choose(const QListWidgetItem* item);
    void request();
    void offer();
    [[nodiscard]] bool isRequest(const QString& words) const;
    void step(int by);

    ColumnArrangement& arrangement_;
    QLineEdit* field_;
    QListWidget* list_;
    QPushButton* add_;
    FacetChoices choices_;
    QString offered_; ///< what can be added, as the filter language writes it
};

} // namespace idscope
