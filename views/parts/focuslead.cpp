#include "views/parts/focuslead.h"

#include <QFocusEvent>

namespace idscope {

namespace {

FocusLead* leadOf(const QWidget& part) {
    return part.findChild<FocusLead*>(QString(), Qt::FindDirectChildrenOnly);
}

bool isReady(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled();
}

/// What Tab would come to next within the part; null: nothing.
QWidget* nextWithin(const QWidget& part, QWidget& from) {
    for (QWidget* next = from.nextInFocusChain(); next != &from; next = next->nextInFocusChain())
        if (part.isAncestorOf(next) && isReady(*next) && (next->focusPolicy() & Qt::TabFocus) != 0) return next;
    return nullptr;
}

} // namespace

FocusLead::FocusLead(QWidget& part) : QObject(&part) {
    part.installEventFilter(this);
}

void FocusLead::set(QWidget& part, QWidget& to) {
    FocusLead* lead = leadOf(part);
    if (lead == nullptr) lead = new FocusLead(part);
    lead->to_ = &to;
}

bool FocusLead::isSet(const QWidget& part) {
    return leadOf(part) != nullptr;
}

bool FocusLead::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::FocusIn || !to_) return QObject::eventFilter(watched, event);
    QWidget* to = isReady(*to_) ? to_.data() : nextWithin(static_cast<const QWidget&>(*watched), *to_);
    if (to == nullptr) return QObject::eventFilter(watched, event);
    to->setFocus(static_cast<QFocusEvent*>(event)->reason());
    return true;
}

} // namespace idscope
