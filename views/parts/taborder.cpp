#include "views/parts/taborder.h"

namespace idscope {

namespace {

bool takesTab(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// Where Tab stops in a part, in its order, whether it can be seen now or not.
QList<QWidget*> stopsIn(QWidget& part) {
    QList<QWidget*> stops;
    QWidget* each = &part;
    do {
        if ((each == &part || part.isAncestorOf(each)) && takesTab(*each)) stops.append(each);
        each = each->nextInFocusChain();
    } while (each != &part);
    return stops;
}

QWidget* stopBefore(QWidget& widget) {
    QWidget* before = widget.previousInFocusChain();
    while (before != &widget && !takesTab(*before))
        before = before->previousInFocusChain();
    return before;
}

} // namespace

void tabThrough(const QList<QWidget*>& parts) {
    QWidget* last = nullptr;
    for (QWidget* part : parts)
        for (QWidget* stop : stopsIn(*part)) {
            if (last != nullptr) QWidget::setTabOrder(last, stop);
            last = stop;
        }
}

void tabBefore(QWidget& part, QWidget& next) {
    QWidget* last = stopBefore(next);
    for (QWidget* stop : stopsIn(part)) {
        QWidget::setTabOrder(last, stop);
        last = stop;
    }
}

} // namespace idscope
