#pragma once

#include "models/items/recordmodel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace idscope {

/// The names and values of a record: names muted, values wrapped. Ctrl+C copies the current value.
class RecordView final : public QTreeView {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit RecordView(RecordModel& model, QWidget* parent = nullptr);

    void copyValue(const QModelIndex& index) const;
    /// Every name and value, a line each, tab-separated.
    void copyAll() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

class RecordDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
