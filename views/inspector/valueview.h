#pragma once

#include "models/items/jsontreemodel.h"
#include "views/style/tokens.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace idscope {

/// What the tree of a JSON cell and the table of its settings have in common: secrets are dots with a link that reveals
/// the one (Enter does too), values and paths are copied, matches marked. Secrets are never copied, revealed or not.
class ValueView : public QTreeView {
    Q_OBJECT
public:
    /// `tree` must outlive the view.
    explicit ValueView(JsonTreeModel& tree, QWidget* parent = nullptr);

    /// Shows or hides the secret at an index.
    void toggleReveal(const QModelIndex& index);
    /// Text to be marked wherever it is shown; empty: none.
    void setNeedle(const QString& needle);
    void copyValue(const QModelIndex& index);

Q_SIGNALS:
    /// The value that became current, as an index of the tree; invalid: none.
    void valueChosen(const QModelIndex& inTree);
    /// Why something was not done, for people.
    void refused(const QString& sentence);

protected:
    [[nodiscard]] JsonTreeModel& tree() const { return tree_; }
    /// The value a row shows, as an index of the tree.
    [[nodiscard]] virtual QModelIndex inTree(const QModelIndex& index) const = 0;
    /// The column that values, and so the links of secrets, stand in.
    [[nodiscard]] virtual int valueColumn() const = 0;

    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] bool overLink(const QPoint& place) const;
    void showMenu(const QModelIndex& index, const QPoint& place);

    JsonTreeModel& tree_;
};

/// The colour of a value.
QColor inkOf(JsonKind kind, const Tokens& t);

/// Where the Reveal link of a value stands.
QRect revealLink(const QRect& value);

/// Draws key and value of a row: in one line where the view has one column, else each in its own.
class JsonDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setNeedle(const QString& needle) { needle_ = needle; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintValue(QPainter& painter, QRect place, const QModelIndex& key, const QModelIndex& value,
                    const Tokens& tokens) const;

    QString needle_;
};

} // namespace idscope
