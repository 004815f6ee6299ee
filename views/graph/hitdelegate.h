#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// Draws a node that a search found: shape, name, kind, and its key as far as there is room.
class HitDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role : int { NodeRole = Qt::UserRole + 1, TypeRole, KindRole, KeyRole };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
