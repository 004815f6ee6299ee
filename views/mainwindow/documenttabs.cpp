#include "views/mainwindow/documenttabs.h"

#include "views/mainwindow/emptyworkspace.h"
#include "views/parts/focuslead.h"
#include "views/style/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace idscope {

namespace {

/// Tabs that can always be told apart: where there is no room for so many, they are scrolled.
class DocumentTabBar final : public QTabBar {
public:
    using QTabBar::QTabBar;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override {
        const QSize whole = QTabBar::tabSizeHint(index);
        return {std::min(whole.width(), metrics::widestTab), whole.height()};
    }
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override {
        const QSize whole = tabSizeHint(index);
        return {std::min(whole.width(), metrics::narrowestTab), whole.height()};
    }
    void initStyleOption(QStyleOptionTab* option, int index) const override {
        QTabBar::initStyleOption(option, index);
        if (option->text == tabText(index)) return; // not cut
        QStringList others;
        for (int tab = 0; tab < count(); ++tab)
            if (tab != index) others << tabText(tab);
        const QRect place = style()->subElementRect(QStyle::SE_TabBarTabText, option, this);
        option->text = cutTitle(tabText(index), others, option->fontMetrics, place.width());
    }
};

} // namespace

QString cutTitle(const QString& title, const QStringList& others, const QFontMetrics& fm, int width) {
    const QString begin = fm.elidedText(title, Qt::ElideRight, width, Qt::TextShowMnemonic);
    const bool differs = std::ranges::none_of(
        others, [&](const QString& other) { return other.startsWith(QStringView(begin).chopped(1)); });
    return differs ? begin : fm.elidedText(title, Qt::ElideMiddle, width, Qt::TextShowMnemonic);
}

DocumentTabs::DocumentTabs(QWidget* parent) : QTabWidget(parent), empty_(new EmptyWorkspace(this)) {
    setTabBar(new DocumentTabBar(this));
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    tabBar()->setExpanding(false);
    tabBar()->setAccessibleName(tr("Open tables"));
    setFocusProxy(nullptr); // for Tab: it would go to the bar from wherever these stand in its order
    setFocusPolicy(Qt::NoFocus);
    FocusLead::set(*this, *tabBar());
    tabBar()->installEventFilter(this);
    empty_->setAutoFillBackground(true);
}

void DocumentTabs::setLeadingActions(const QList<QAction*>& actions) {
    auto* corner = new QWidget(this);
    auto* layout = new QHBoxLayout(corner);
    layout->setContentsMargins(metrics::gap, 0, metrics::gap, 1);
    layout->setSpacing(0);
    layout->addStrut(metrics::panelHead(fontMetrics()) - 1); // as high as the tabs, to stand in line with them
    for (QAction* action : actions) {
        auto* button = new QToolButton(corner);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text().remove(u'&'));
        layout->addWidget(button);
    }
    setCornerWidget(corner, Qt::TopLeftCorner);
    empty_->raise();
}

void DocumentTabs::resizeEvent(QResizeEvent* event) {
    QTabWidget::resizeEvent(event);
    empty_->setGeometry(rect());
}

void DocumentTabs::tabInserted(int index) {
    QTabWidget::tabInserted(index);
    empty_->hide();
}

void DocumentTabs::tabRemoved(int index) {
    QTabWidget::tabRemoved(index);
    empty_->setVisible(count() == 0);
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
