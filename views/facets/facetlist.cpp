#include "views/facets/facetlist.h"

#include "views/facets/facetdelegate.h"
#include "views/parts/contextmenu.h"
#include "views/parts/focusring.h"
#include "views/style/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace idscope {

namespace {

constexpr int mostRowsSeen = 8;

} // namespace

FacetList::FacetList(FacetModel& model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(&model);
    new FocusRing(*this);
    setItemDelegate(new FacetDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // as high as its values, however much room there is
    setFrameShape(NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* menu = new ContextMenu(*this);
    connect(menu, &ContextMenu::requested, this, &FacetList::menuRequested);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &FacetList::keepCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, &FacetList::restoreCurrent);
    restoreCurrent();
}

void FacetList::keepCurrent() {
    const QModelIndex current = currentIndex();
    kept_ = current.isValid() ? std::optional(model_.value(current)) : std::nullopt;
}

/// There is always a current value: screen readers begin there.
void FacetList::restoreCurrent() {
    QModelIndex index = kept_ ? model_.find(*kept_) : QModelIndex();
    if (!index.isValid()) index = model_.index(0);
    if (index.isValid()) selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    fit();
}

void FacetList::fit() {
    const int height = FacetDelegate::rowHeight();
    if (verticalHeader()->defaultSectionSize() != height) { // it looks at every row
        verticalHeader()->setMinimumSectionSize(height);
        verticalHeader()->setDefaultSectionSize(height);
    }
    setFixedHeight(std::clamp(model_.rowCount(), 0, mostRowsSeen) * height);
    QPalette own = palette(); // chrome, not data
    own.setColor(QPalette::Base, tokensOf(own).window);
    if (own != palette()) setPalette(own);
}

void FacetList::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) fit();
}

void FacetList::mousePressEvent(QMouseEvent* event) {
    // With Shift, too, the value under the mouse becomes the current one.
    pressed_ = indexAt(event->position().toPoint());
    setFocus(Qt::MouseFocusReason);
    if (pressed_.isValid()) selectionModel()->setCurrentIndex(pressed_, QItemSelectionModel::ClearAndSelect);
}

void FacetList::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex released = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && released.isValid() && released == pressed_)
        Q_EMIT chosen(released, event->modifiers().testFlag(Qt::ShiftModifier) ? FacetBoard::Use::Exclude
                                                                               : FacetBoard::Use::Include);
    pressed_ = QModelIndex();
}

void FacetList::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) ? 0
                                                                                                      : event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT chosen(currentIndex(), shift ? FacetBoard::Use::Exclude : FacetBoard::Use::Include);
        return;
    case Qt::Key_X:
        if (currentIndex().isValid()) Q_EMIT chosen(currentIndex(), FacetBoard::Use::Exclude);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return Q_EMIT clearRequested();
    case Qt::Key_Slash:
        return Q_EMIT searchRequested();
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace idscope
