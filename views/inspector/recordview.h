#pragma once

#include "models/items/recordmodel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace idscope {

/// The names and values of a record: names muted, values wrapped, BRNs with their shape. Ctrl+C copies the current
/// value; one that names something elsewhere can be a link, which Enter follows too.
class RecordView final : public QTreeView {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit RecordView(RecordModel& model, QWidget* parent = nullptr);

    /// Whether values are links; false at first.
    void setLinking(bool linking);
    [[nodiscard]] bool isLink(const QModelIndex& index) const;
    void copyValue(const QModelIndex& index) const;
    /// Every name and value, those that are not listed too, a line each, tab-separated.
    void copyAll() const;

Q_SIGNALS:
    /// What the value names is to be shown.
    void followRequested(const QModelIndex& index);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QModelIndex linkAt(const QPoint& place) const;

    bool linking_ = false;
};

class RecordDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
