#pragma once

#include "views/inspector/valueview.h"

namespace idscope {

/// A JSON cell as a tree: keys, values in the colours of their kinds, child counts. Keys and values stand in one line,
/// so only the key column is a section of the view; it grows with the depth that is open.
class JsonView final : public ValueView {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit JsonView(JsonTreeModel& model, QWidget* parent = nullptr);

    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

protected:
    [[nodiscard]] QModelIndex inTree(const QModelIndex& index) const override { return index; }
    [[nodiscard]] int valueColumn() const override { return JsonTreeModel::KeyColumn; }
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void openFirst();
    void deepen(const QModelIndex& expanded);
    void fitWidth();

    int deepest_ = 0; ///< level of the deepest row that has been open
};

} // namespace idscope
