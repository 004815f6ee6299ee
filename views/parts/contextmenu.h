#pragma once

#include <QModelIndex>
#include <QObject>
#include <QPoint>

class QAbstractItemView;

namespace idscope {

/// Asks for the context menu of a view's item: the one under the mouse, or with the keyboard the current one, in its
/// place. A child of the view.
class ContextMenu final : public QObject {
    Q_OBJECT
public:
    explicit ContextMenu(QAbstractItemView& view);

Q_SIGNALS:
    /// `place` in global coordinates.
    void requested(const QModelIndex& index, const QPoint& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView& view_;
};

} // namespace idscope
