#pragma once

#include "models/items/noticemodel.h"
#include "models/items/qualitymodel.h"

#include <QWidget>

#include <optional>

class QListView;
class QPushButton;

namespace idscope {

class PanelHead;

/// What there is to know about the table in front: checks of the whole of it, each with its number and the way to its
/// rows, and below them what loading noticed, each with a jump to its row.
class NoticesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit NoticesPanel(QWidget* parent = nullptr);

    /// The table in front; null: none.
    void showTable(const TablePtr& table);
    [[nodiscard]] const NoticeModel& model() const { return model_; }
    [[nodiscard]] QualityModel& quality() { return quality_; }
    [[nodiscard]] QListView& checks() const { return *checks_; }

Q_SIGNALS:
    void jumpRequested(idscope::RowId row, std::optional<idscope::ColumnId> column);
    /// The rows that an expression selects are to be shown.
    void filterRequested(const QString& expression);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QListView* makeList(QAbstractItemModel& model, const QString& name);
    void jump(const QModelIndex& index);
    void follow(const QModelIndex& check);
    void fitChecks();
    void copyAll() const;

    NoticeModel model_;
    QualityModel quality_;
    TablePtr unchecked_; ///< to be checked when the panel is seen
    PanelHead* head_;
    QPushButton* copy_;
    QListView* checks_;
    QListView* list_;
};

} // namespace idscope
