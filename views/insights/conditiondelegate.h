#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// Draws the lines of a ConditionModel: field, verb and coloured values, and at the right whether it is carried over;
/// heads in bold, reasons as warnings in as many lines as they take.
class ConditionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
