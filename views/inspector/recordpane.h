#pragma once

#include "models/items/recordmodel.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace idscope {

class PanelHead;
class RecordView;

/// One row as pairs of name and value, to be read and copied; secrets in it stay masked.
class RecordPane final : public QWidget {
    Q_OBJECT
public:
    explicit RecordPane(QWidget* parent = nullptr);

    /// Shows the row of an index, with these columns of its model; an invalid index: nothing.
    void showRow(const QModelIndex& index, const std::vector<int>& columns);
    void setTitle(const QString& title);
    /// Adds something to its head.
    void addTool(QWidget* tool);
    /// Whether values that name something elsewhere are links; false at first.
    void setLinking(bool linking);
    [[nodiscard]] RecordView& view() const { return *view_; }

Q_SIGNALS:
    /// What the row's cell in a column of its model names is to be shown.
    void followRequested(int column);

private:
    RecordModel model_;
    PanelHead* head_;
    QToolButton* copy_;
    RecordView* view_;
};

} // namespace idscope
