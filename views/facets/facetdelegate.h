#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// A value of a facet: box, name, count, share, and its share as a bar below.
class FacetDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The height of every value.
    static int rowHeight();
};

} // namespace idscope
