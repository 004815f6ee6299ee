#include "views/mainwindow/panelssplitter.h"

#include <QEvent>

#include <algorithm>

namespace idscope {

PanelsSplitter::PanelsSplitter(QWidget& pages, QWidget& panels, QWidget* parent)
    : FittedSplitter(Qt::Vertical, pages, panels, parent), panels_(panels) {
    panels.installEventFilter(this);
}

void PanelsSplitter::choose(std::optional<int> height) {
    chosen_ = height;
    fit();
}

int PanelsSplitter::wanted(int room) const {
    return chosen_.value_or(std::min(panels_.sizeHint().height(), room / 3));
}

void PanelsSplitter::chooseSize(int size) {
    chosen_ = size;
}

bool PanelsSplitter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) fit(); // they need another height
    return FittedSplitter::eventFilter(watched, event);
}

} // namespace idscope
