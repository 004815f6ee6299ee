#include "views/mainwindow/docksplitter.h"

#include "views/style/metrics.h"

#include <QEvent>

#include <algorithm>

namespace idscope {

namespace {

constexpr int narrowestDock = 220;

} // namespace

DockSplitter::DockSplitter(QWidget& pages, QWidget& dock, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), dock_(dock) {
    addWidget(&pages);
    addWidget(&dock);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    dock.setMinimumWidth(narrowestDock);
    connect(this, &QSplitter::splitterMoved, this,
            [this] { (isWide_ ? chosen_.wide : chosen_.narrow) = sizes().last(); });
}

void DockSplitter::setDockWide(bool wide) {
    isWide_ = wide;
    fit();
}

void DockSplitter::choose(const Widths& widths) {
    chosen_ = widths;
    fit();
}

bool DockSplitter::event(QEvent* event) {
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest) fit(); // the dock is there again, or a page needs less
    return done;
}

void DockSplitter::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    fit();
}

void DockSplitter::fit() {
    const QList<int> now = sizes();
    const int room = now.first() + now.last();
    if (dock_.isHidden() || room == 0) return;
    const int narrow = chosen_.narrow.value_or(metrics::rightDock);
    const int suits = std::clamp(room / 3, std::min(narrow, metrics::wideDock), metrics::wideDock);
    const int width = isWide_ ? chosen_.wide.value_or(suits) : narrow;
    if (width != now.last()) setSizes({room - width, width});
}

} // namespace idscope
