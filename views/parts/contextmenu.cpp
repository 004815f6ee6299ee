#include "views/parts/contextmenu.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>

namespace idscope {

ContextMenu::ContextMenu(QAbstractItemView& view) : QObject(&view), view_(view) {
    view.setContextMenuPolicy(Qt::DefaultContextMenu);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool ContextMenu::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) return QObject::eventFilter(watched, event);
    const auto& asked = static_cast<const QContextMenuEvent&>(*event);
    const bool byMouse = asked.reason() == QContextMenuEvent::Mouse;
    const QPoint mouse = view_.viewport()->mapFromGlobal(asked.globalPos());
    const QModelIndex index = byMouse ? view_.indexAt(mouse) : view_.currentIndex();
    if (!index.isValid()) return true;
    const QPoint below = view_.visualRect(index).bottomLeft();
    Q_EMIT requested(index, byMouse ? asked.globalPos() : view_.viewport()->mapToGlobal(below));
    return true;
}

} // namespace idscope
