#pragma once

#include "models/items/jsontreemodel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace idscope {

/// A JSON cell as a tree: keys, values in the colours of their kinds, child counts; secrets as dots with a link that
/// reveals the one. Keys and values stand in one line, so only the key column is a section of the view.
class JsonView final : public QTreeView {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit JsonView(JsonTreeModel& model, QWidget* parent = nullptr);

    /// Shows or hides the secret at an index.
    void toggleReveal(const QModelIndex& index);

Q_SIGNALS:
    /// The path of the current value; empty where there is none.
    void pathChanged(const QString& path);

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] bool overLink(const QPoint& place) const;

    JsonTreeModel& model_;
};

/// Where the Reveal link of a line stands.
QRect revealLink(const QRect& line);

class JsonDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace idscope
