#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

namespace idscope {

// Where people are on a page, and how they get elsewhere on it.

void ResourcePage::goTo(RowId row, std::optional<ColumnId> column) {
    Q_EMIT leaving();
    seek(row, column);
    Q_EMIT arrived();
}

QVariant ResourcePage::place() const {
    if (pending_) return QVariant::fromValue(*pending_);
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid()) return {};
    return QVariant::fromValue(CellPlace(session_.model()->row(current), session_.model()->column(current)));
}

void ResourcePage::goToPlace(const QVariant& place) {
    if (!place.canConvert<CellPlace>()) return;
    const auto [row, column] = place.value<CellPlace>();
    seek(row, column);
}

void ResourcePage::seek(RowId row, std::optional<ColumnId> column) {
    pending_ = {row, column};
    const bool hidden = !session_.model()->find(row, ColumnId{0}).isValid();
    if (hidden) session_.setFilter({});
    goToPending();
}

void ResourcePage::goToPending() {
    if (!pending_) return;
    const auto [row, column] = *pending_;
    const QModelIndex found = session_.model()->find(row, column.value_or(ColumnId{0}));
    if (!found.isValid()) return;
    pending_.reset();
    table_->setCurrentIndex(found);
    table_->scrollTo(found, QAbstractItemView::PositionAtCenter);
    table_->setFocus(Qt::OtherFocusReason);
}

} // namespace idscope
