#include "views/inspector/fieldsview.h"

#include <QHeaderView>

namespace idscope {

namespace {

constexpr int nameWidth = 120;

} // namespace

FieldsView::FieldsView(JsonTreeModel& tree, QWidget* parent) : ValueView(tree, parent), fields_(tree) {
    setModel(&fields_);
    setRootIsDecorated(false);
    setAlternatingRowColors(true);
    setColumnWidth(JsonFieldsModel::NameColumn, nameWidth);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAccessibleName(tr("Settings of the cell"));
    connect(&fields_, &QAbstractItemModel::modelReset, this,
            [this] { setCurrentIndex(fields_.index(0, JsonFieldsModel::NameColumn)); });
}

} // namespace idscope
