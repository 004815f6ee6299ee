#pragma once

#include "models/items/jsonfieldsmodel.h"
#include "views/inspector/valueview.h"

namespace idscope {

/// An array of settings as a small table of names and values.
class FieldsView final : public ValueView {
    Q_OBJECT
public:
    /// `tree` must outlive the view.
    explicit FieldsView(JsonTreeModel& tree, QWidget* parent = nullptr);

    [[nodiscard]] JsonFieldsModel& fields() { return fields_; }

protected:
    [[nodiscard]] QModelIndex inTree(const QModelIndex& index) const override { return fields_.valueInTree(index); }
    [[nodiscard]] int valueColumn() const override { return JsonFieldsModel::ValueColumn; }

private:
    JsonFieldsModel fields_;
};

} // namespace idscope
