#include "models/items/noticemodel.h"

#include "models/words/words.h"

#include <utility>

namespace idscope {

void NoticeModel::setTable(TablePtr table) {
    beginResetModel();
    table_ = std::move(table);
    endResetModel();
}

const Notice& NoticeModel::at(const QModelIndex& index) const {
    return table_->notices().notices.at(static_cast<std::size_t>(index.row()));
}

int NoticeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !table_ ? 0 : static_cast<int>(table_->notices().notices.size());
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Notice& notice = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return words::sentence(notice, *table_);
    case NoticeKindRole:
        return static_cast<int>(notice.kind);
    case NoticeRowRole:
        return notice.row ? QVariant(notice.row->value) : QVariant();
    case NoticeColumnRole:
        return notice.column ? QVariant(notice.column->value) : QVariant();
    default:
        return {};
    }
}

} // namespace idscope
