#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// A notice: triangle or i, its sentence on as many lines as it takes, and where it leads.
class NoticeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
