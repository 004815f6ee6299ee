#pragma once

#include "models/items/activitymodel.h"
#include "models/items/noticemodel.h"
#include "models/items/qualitymodel.h"

#include <QConcatenateTablesProxyModel>
#include <QWidget>

#include <optional>

class QListView;
class QPushButton;

namespace idscope {

class PanelHead;

/// What there is to know, one list with a way to the place of each: what happened to transfers and keys, then of the
/// table in front checks of the whole of it, each with its number, and what loading noticed.
class NoticesPanel final : public QWidget {
    Q_OBJECT
public:
    /// `transfers` must outlive the panel.
    explicit NoticesPanel(const TransferModel& transfers, QWidget* parent = nullptr);

    /// The table in front; null: none.
    void showTable(const TablePtr& table);
    [[nodiscard]] ActivityModel& activity() { return activity_; }
    [[nodiscard]] QualityModel& quality() { return quality_; }
    [[nodiscard]] QListView& list() const { return *list_; }

Q_SIGNALS:
    void jumpRequested(idscope::RowId row, std::optional<idscope::ColumnId> column);
    /// The rows that an expression selects are to be shown.
    void filterRequested(const QString& expression);
    void transferRequested(quint64 id);
    /// The connection of a profile is to be shown, to be changed.
    void profileRequested(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow(const QModelIndex& notice);
    void showState();
    void copyAll() const;

    ActivityModel activity_;
    NoticeModel model_;
    QualityModel quality_;
    QConcatenateTablesProxyModel all_; ///< the three
    TablePtr unchecked_;               ///< to be checked when the panel is seen
    PanelHead* head_;
    QPushButton* copy_;
    QListView* list_;
};

} // namespace idscope
