#pragma once

#include <QStyledItemDelegate>

namespace idscope {

/// Lines of the side bar: icon, words, and a fact at the right, on the ground of chrome.
class NavigationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
