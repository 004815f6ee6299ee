#pragma once

#include "models/items/noticemodel.h"

#include <QWidget>

#include <optional>

class QListView;
class QPushButton;

namespace idscope {

class PanelHead;

/// What there is to know about the table in front, each with a jump to its row.
class NoticesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit NoticesPanel(QWidget* parent = nullptr);

    /// The table in front; null: none.
    void showTable(const TablePtr& table);
    [[nodiscard]] const NoticeModel& model() const { return model_; }

Q_SIGNALS:
    void jumpRequested(idscope::RowId row, std::optional<idscope::ColumnId> column);

private:
    void jump(const QModelIndex& index);
    void copyAll() const;

    NoticeModel model_;
    PanelHead* head_;
    QPushButton* copy_;
    QListView* list_;
};

} // namespace idscope
