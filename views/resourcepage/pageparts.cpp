// What a page of some resources has beside the filter and the table.

#include "models/references/resolve.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/parts/focuslead.h"
#include "views/parts/taborder.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <QVBoxLayout>

namespace idscope {

void ResourcePage::setDock(QWidget* dock) {
    dock_ = dock;
    Q_EMIT dockChanged();
}

void ResourcePage::setFacetsShown(bool shown) {
    facets_->setVisible(shown && !facetsAside_);
}

void ResourcePage::keepFacetsAside() {
    facetsAside_ = true;
    facets_->hide();
}

void ResourcePage::setGallery(QWidget* strip, QWidget* gallery) {
    gallery_ = gallery;
    auto* column = static_cast<QVBoxLayout*>(layout());
    const int at = column->indexOf(table_->parentWidget()); // with its facets
    column->insertWidget(at, strip);
    column->insertWidget(at + 1, gallery, 1);
    tabThrough({filter_, strip, gallery});
    setGalleryShown(true);
}

void ResourcePage::setGalleryShown(bool shown) {
    galleryShown_ = shown;
    showGalleryOrTable();
}

void ResourcePage::showGalleryOrTable() {
    if (gallery_ == nullptr) return;
    const bool shown = galleryShown_ && session_.model()->rowCount() > 0;
    const bool focused = gallery_->hasFocus() || table_->hasFocus();
    gallery_->setVisible(shown);
    table_->parentWidget()->setVisible(!shown);
    FocusLead::set(*this, shown ? *gallery_ : *table_);
    if (focused) setFocus(Qt::OtherFocusReason);
}

bool ResourcePage::refersToOthers() const {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid()) return false;
    const Column& column = session_.model()->table()->column(session_.model()->column(current));
    return referenceOf(column) != nullptr;
}

void ResourcePage::followReference(std::optional<int> column) {
    if (!column && !refersToOthers()) {
        Q_EMIT said(tr("This cell names nothing in another resource."));
        return;
    }
    const QModelIndex current = table_->currentIndex();
    const QModelIndex cell = current.siblingAtColumn(column.value_or(current.column()));
    if (!cell.isValid()) return; // the record shown is of a row that is no longer here
    Q_EMIT referenceRequested(session_.model()->row(cell), session_.model()->column(cell));
}

} // namespace idscope
