#pragma once

#include <QAbstractItemModel>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace idscope {

class PanelHead;
class PlainLabel;
class WrappedText;

/// One row as pairs of name and value.
class RecordPane final : public QWidget {
    Q_OBJECT
public:
    explicit RecordPane(QWidget* parent = nullptr);

    /// Shows the row of an index, with these columns of its model; an invalid index: nothing.
    void showRow(const QModelIndex& index, const std::vector<int>& columns);

private:
    struct Field {
        PlainLabel* name;
        WrappedText* value;
    };

    PanelHead* head_;
    QGridLayout* grid_;
    std::vector<Field> fields_;
};

} // namespace idscope
