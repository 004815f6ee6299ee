#include "views/parts/fittedsplitter.h"

#include <QEvent>

namespace idscope {

FittedSplitter::FittedSplitter(Qt::Orientation orientation, QWidget& first, QWidget& second, QWidget* parent)
    : QSplitter(orientation, parent), second_(second) {
    addWidget(&first);
    addWidget(&second);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { chooseSize(sizes().last()); });
}

bool FittedSplitter::event(QEvent* event) {
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest) fit(); // the second part is there again, or the first needs less
    return done;
}

void FittedSplitter::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    fit();
}

void FittedSplitter::fit() {
    const QList<int> now = sizes();
    const int room = now.first() + now.last();
    if (second_.isHidden() || room == 0) return;
    const int size = wanted(room);
    if (size != now.last()) setSizes({room - size, size});
}

} // namespace idscope
