#include "models/items/displaytext.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterrow.h"
#include "views/mainwindow/documenttabs.h"
#include "views/mainwindow/mainwindow.h"
#include "views/mainwindow/menubar.h"
#include "views/mainwindow/statusline.h"
#include "views/notices/noticespanel.h"
#include "views/parts/taborder.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/icons.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>

namespace idscope {

using namespace Qt::StringLiterals;

// The pages in the window's tabs, and the way back through them.

void MainWindow::addPage(Page* page, const QString& title, const QString& icon, bool front) {
    connect(page, &Page::dockChanged, this, [this, page] {
        if (page == currentPage()) pageChanged();
    });
    const int index = tabs_->addTab(page, bundledIcon(icon, Ink::Muted), QString());
    // As one reads: before the dock. An only page has come to the front with its own.
    tabThrough({tabs_->tabBar(), page});
    if (QWidget* own = page->dock(); dock_->indexOf(own) >= 0) tabThrough({page, own});
    setPageTitle(page, title);
    connect(page, &Page::factsChanged, this, [this, page] {
        if (page == currentPage()) showFacts();
    });
    connect(page, &Page::said, this, &MainWindow::say);
    connect(page, &Page::leaving, this, [this, page] {
        if (page == inFront_) history_.remember();
    });
    connect(page, &Page::arrived, this, [this, page] {
        if (page == inFront_) arrive(page);
    });
    if (ResourcePage* table = page->tablePage()) connectTable(table);
    if (front) {
        showWorkspace();
        tabs_->setCurrentIndex(index);
        page->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::connectTable(ResourcePage* table) {
    connect(table, &ResourcePage::spreadsheetRequested, this, [this, table] { Q_EMIT saveViewRequested(table, true); });
    connect(table, &ResourcePage::graphRequested, this, [this, table](GraphQuestionKind kind, const QStringList& brns) {
        Q_EMIT graphRequested(kind, brns, table);
    });
    connect(table, &ResourcePage::fetchRelationsRequested, this,
            [this, table](const std::vector<RowId>& rows) { Q_EMIT fetchRelationsRequested(table, rows); });
    connect(table, &ResourcePage::facetsWanted, this, [this, table] {
        table->bringFacets();
        menus_->facets->setChecked(true);
        setFacetsShown(true);
    });
    connect(&table->session().filter(), &FilterState::changed, this, [this, table, before = QString()]() mutable {
        const QString& now = table->session().filter().text();
        if (now != before && table == currentTable()) status_->endConfirmation();
        before = now;
    });
    table->setFacetsShown(facetsFit());
    table->filterRow().setShown(menus_->filterRow->isChecked());
    connect(&table->filterRow(), &FilterRow::shownChanged, menus_->filterRow, &QAction::setChecked);
    connect(&table->session(), &TableSession::loaded, table, [this, table] {
        if (table == currentTable()) notices_->showTable(table->session().table());
    });
}

void MainWindow::showPage(Page* page) {
    const bool areThere = page == currentPage() && page->isAncestorOf(focusWidget());
    showWorkspace();
    tabs_->setCurrentWidget(page);
    if (!areThere) page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setPageTitle(Page* page, const QString& title) {
    QString text = displayText(title.toStdString()).text;
    tabs_->setTabToolTip(tabs_->indexOf(page), toolTipMarkup(text));
    tabs_->setTabText(tabs_->indexOf(page), text.replace(u'&', u"&&"_s));
}

void MainWindow::closePage(Page* page) {
    closeTab(tabs_->indexOf(page));
}

/// The keyboard goes on to the page that comes to the front: Qt would hand it to what stands next in the order of Tab.
void MainWindow::closeTab(int index) {
    const QWidget* closing = tabs_->widget(index);
    const bool hadFocus = closing != nullptr && closing == currentPage() &&
                          (closing->isAncestorOf(focusWidget()) || dock_->isAncestorOf(focusWidget()));
    Page* page = takePage(index);
    if (page == nullptr) return;
    Q_EMIT pageClosing(page);
    delete page;
    if (Page* next = currentPage(); next != nullptr && hadFocus) next->setFocus(Qt::OtherFocusReason);
}

/// Takes a page out of the window, with all that is its own; null: there is no such page.
Page* MainWindow::takePage(int index) {
    auto* page = static_cast<Page*>(tabs_->widget(index));
    if (page == nullptr) return nullptr;
    if (page->tablePage() != nullptr) page->tablePage()->setInspector(nullptr);
    history_.forget(page);
    if (page == inFront_) inFront_ = nullptr;
    if (QWidget* own = page->dock()) {
        dock_->removeWidget(own);
        own->setParent(page);
    }
    tabs_->removeTab(index);
    return page;
}

/// A step of people's: to another page, or to another place of the one in front.
void MainWindow::arrive(Page* page) {
    if (page != nullptr && !travelling_) {
        if (inFront_ != nullptr && inFront_ != page) history_.remember();
        history_.arrive(page);
    }
    inFront_ = page;
    menus_->setWays(history_.canGoBack(), history_.canGoForward());
}

void MainWindow::travel(const History::Stop* stop) {
    if (stop == nullptr) return;
    const History::Stop there = *stop;
    travelling_ = true;
    showPage(there.page);
    there.page->goToPlace(there.place);
    travelling_ = false;
    menus_->setWays(history_.canGoBack(), history_.canGoForward());
}

} // namespace idscope
