#include "views/mainwindow/documenttabs.h"

#include "views/style/fonts.h"
#include "views/style/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTabBar>

namespace idscope {

DocumentTabs::DocumentTabs(QWidget* parent) : QTabWidget(parent) {
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setExpanding(false);
    tabBar()->setAccessibleName(tr("Open tables"));
    tabBar()->installEventFilter(this);
}

void DocumentTabs::paintEvent(QPaintEvent* event) {
    QTabWidget::paintEvent(event);
    if (count() > 0) return;
    QPainter painter(this);
    painter.setFont(fontFor(FontRole::Body));
    painter.setPen(tokensOf(palette()).muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Nothing is open. Choose a resource or a snapshot at the left, or open a file."));
}

bool DocumentTabs::eventFilter(QObject* watched, QEvent* event) {
    if (watched == tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto& mouse = static_cast<QMouseEvent&>(*event);
        const int tab = tabBar()->tabAt(mouse.position().toPoint());
        if (mouse.button() == Qt::MiddleButton && tab >= 0) Q_EMIT tabCloseRequested(tab);
    }
    return QTabWidget::eventFilter(watched, event);
}

} // namespace idscope
