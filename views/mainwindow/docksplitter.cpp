#include "views/mainwindow/docksplitter.h"

#include "views/style/metrics.h"

#include <algorithm>

namespace idscope {

namespace {

constexpr int narrowestDock = 220;

} // namespace

DockSplitter::DockSplitter(QWidget& pages, QWidget& dock, QWidget* parent)
    : FittedSplitter(Qt::Horizontal, pages, dock, parent) {
    dock.setMinimumWidth(narrowestDock);
}

void DockSplitter::setDockWide(bool wide) {
    isWide_ = wide;
    fit();
}

void DockSplitter::choose(const Widths& widths) {
    chosen_ = widths;
    fit();
}

void DockSplitter::chooseSize(int size) {
    (isWide_ ? chosen_.wide : chosen_.narrow) = size;
}

int DockSplitter::wanted(int room) const {
    const int narrow = chosen_.narrow.value_or(metrics::rightDock);
    const int suits = std::clamp(room / 3, std::min(narrow, metrics::wideDock), metrics::wideDock);
    return isWide_ ? chosen_.wide.value_or(suits) : narrow;
}

} // namespace idscope
