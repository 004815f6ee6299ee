#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// Draws the groups and labels of a gallery: name and ID, the chip on light and on dark with its contrast, and how many
/// insights use it. The two strips keep their grounds whatever theme runs.
class LabelDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
