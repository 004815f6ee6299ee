#include "views/parts/focusring.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTimer>

namespace idscope {

FocusRing::FocusRing(QAbstractScrollArea& view) : QWidget(&view), view_(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this); // scroll bars come and go
    follow();
}

void FocusRing::follow() {
    setGeometry(view_.rect());
    setVisible(view_.hasFocus() && view_.window()->testAttribute(Qt::WA_KeyboardFocusChange));
    raise(); // above scroll bars and headers, whenever they came
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Resize:
        if (watched == &view_)
            follow();
        else if (event->type() == QEvent::Resize)
            QTimer::singleShot(0, this, &FocusRing::follow); // Qt raises the scroll bars only now
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace idscope
