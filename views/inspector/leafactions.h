#pragma once

#include "models/filter/cellfilter.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QPushButton;

namespace idscope {

/// What can be done with the value chosen in a JSON cell: the rows that have it alone, or all others; its path as a
/// column, or as a facet. Secrets, and what lies in a broken cell, can't be asked about.
class LeafActions final : public QWidget {
    Q_OBJECT
public:
    explicit LeafActions(QWidget* parent = nullptr);

    /// The value it is about, as an index of a JsonTreeModel; invalid: none. `broken`: its cell is no JSON.
    void setValue(const QModelIndex& value, bool broken);

Q_SIGNALS:
    void filterRequested(const idscope::OperandName& operand, const idscope::ChosenValue& value,
                         idscope::FilterUse use);
    /// A path, as the filter language writes it.
    void columnRequested(const QString& operand);
    void facetRequested(const idscope::OperandName& operand);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void request(FilterUse use);
    [[nodiscard]] QString operand() const;

    QPersistentModelIndex value_;
    QPushButton* filter_;
    QPushButton* exclude_;
    QPushButton* column_;
    QPushButton* facet_;
    bool hasWords_ = true; ///< on the buttons; where there is no room, icons must do
    int widthOfWords_ = 0;
};

} // namespace idscope
