#include "views/parts/focuslead.h"

#include <QFocusEvent>

namespace idscope {

namespace {

FocusLead* leadOf(const QWidget& part) {
    return part.findChild<FocusLead*>(QString(), Qt::FindDirectChildrenOnly);
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
    to_->setFocus(static_cast<QFocusEvent*>(event)->reason());
    return true;
}

} // namespace idscope
