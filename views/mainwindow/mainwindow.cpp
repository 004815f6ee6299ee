#include "views/mainwindow/mainwindow.h"

#include "views/dialogs/aboutdialog.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/graph/graphcommands.h"
#include "views/graph/graphpage.h"
#include "views/help/filterhelp.h"
#include "views/help/helpdialog.h"
#include "views/inspector/inspector.h"
#include "views/inspector/recordpane.h"
#include "views/mainwindow/docksplitter.h"
#include "views/mainwindow/documenttabs.h"
#include "views/mainwindow/emptyworkspace.h"
#include "views/mainwindow/menubar.h"
#include "views/mainwindow/panelssplitter.h"
#include "views/mainwindow/statusline.h"
#include "views/notices/noticespanel.h"
#include "views/parts/focuslead.h"
#include "views/parts/taborder.h"
#include "views/resourcepage/pagecommands.h"
#include "views/resourcepage/resourcepage.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/table/tableview.h"
#include "views/transfers/transferspanel.h"
#include "views/transfers/transfersstrip.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QSplitter* splitter(Qt::Orientation orientation, std::initializer_list<QWidget*> parts, QWidget* parent) {
    auto* split = new QSplitter(orientation, parent);
    split->setChildrenCollapsible(false);
    for (QWidget* part : parts)
        split->addWidget(part);
    return split;
}

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files.append(url.toLocalFile());
    return files;
}

bool takesTab(const QWidget& part) {
    return (part.focusPolicy() & Qt::TabFocus) != 0;
}

bool takesKeys(const QWidget& part) {
    return qobject_cast<const QAbstractScrollArea*>(&part) != nullptr && part.isVisible() && part.isEnabled() &&
           takesTab(part);
}

bool holdsFocus(const QWidget& pane) {
    return pane.hasFocus() || pane.isAncestorOf(pane.window()->focusWidget());
}

/// Focuses what a part of the window is about: the first list or text that Tab would come to. False: it has none, or
/// that is hidden, or nothing in it can be done now.
bool focusPane(QWidget& pane) {
    QWidget* first = &pane;
    if (pane.focusProxy() == nullptr && !FocusLead::isSet(pane) && !takesKeys(pane)) {
        do
            first = first->nextInFocusChain();
        while (first != &pane && !(pane.isAncestorOf(first) && takesKeys(*first)));
        if (first == &pane) return false;
    }
    first->setFocus(Qt::ShortcutFocusReason);
    return holdsFocus(pane) && takesTab(*pane.window()->focusWidget());
}

} // namespace

MainWindow::MainWindow(TransferModel& transfers)
    : transferModel_(transfers), stack_(new QStackedWidget(this)), start_(new StartPage(stack_)),
      workspace_(new QWidget(stack_)), sideBar_(new SideBar(workspace_)), tabs_(new DocumentTabs(workspace_)),
      dock_(new QStackedWidget(workspace_)), inspector_(new Inspector(dock_)),
      transfers_(new TransfersPanel(transfers, workspace_)), notices_(new NoticesPanel(transfers, workspace_)),
      strip_(new TransfersStrip(transfers, workspace_)), status_(new StatusLine(this)), menus_(new MenuBar(this)) {
    setWindowTitle(tr("Idscope"));
    setWindowIcon(bundledIcon(u"idscope"_s, Ink::Accent));
    setAcceptDrops(true);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    setMenuBar(menus_);
    buildWorkspace();
    stack_->addWidget(start_);
    stack_->addWidget(workspace_);
    auto* whole = new QWidget(this);
    auto* layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(stack_, 1);
    layout->addWidget(status_);
    setCentralWidget(whole);
    connectMenus();

    connect(&tabs_->emptyWorkspace(), &EmptyWorkspace::fetchRequested, this, &MainWindow::fetchAllRequested);
    connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::pageChanged);
    connect(tabs_, &QTabWidget::tabCloseRequested, this, &MainWindow::closeTab);
    connect(transfers_, &TransfersPanel::closeRequested, this, [this] { setTransfersShown(false); });
    connect(strip_, &TransfersStrip::cancelRequested, this, &MainWindow::cancelRequested);
    connect(strip_, &TransfersStrip::openPanelRequested, this, [this] { setTransfersShown(true); });
    connect(&transferModel_, &TransferModel::summaryChanged, this, &MainWindow::updateTransfers);
    connect(inspector_, &Inspector::said, this, &MainWindow::say);
    connect(notices_, &NoticesPanel::jumpRequested, this, [this](RowId row, std::optional<ColumnId> column) {
        if (ResourcePage* page = currentTable()) page->goTo(row, column);
    });
    connect(notices_, &NoticesPanel::filterRequested, this, [this](const QString& expression) {
        if (ResourcePage* page = currentTable()) page->session().setFilter(expression);
    });
    connect(notices_, &NoticesPanel::transferRequested, transfers_, &TransfersPanel::reveal);
    connect(notices_, &NoticesPanel::profileRequested, this, &MainWindow::profileRequested);
    connect(status_, &StatusLine::noticesRequested, this, [this] {
        setTransfersShown(true);
        notices_->list().setFocus(Qt::OtherFocusReason);
    });
    menus_->setWorkspaceThere(false);
    pageChanged();
    updateTransfers();
}

MainWindow::~MainWindow() {
    // Pages go before what they show in, and tell nobody.
    disconnect(tabs_, nullptr, this, nullptr);
    while (tabs_->count() > 0)
        delete takePage(0);
}

void MainWindow::buildWorkspace() {
    tabs_->setLeadingActions({menus_->sideBar, menus_->goBack, menus_->goForward});
    pageSplit_ = new DockSplitter(*tabs_, *dock_, workspace_);
    auto* panels = splitter(Qt::Horizontal, {transfers_, notices_}, workspace_);
    bottom_ = panels;
    upDown_ = new PanelsSplitter(*pageSplit_, *bottom_, workspace_);
    across_ = splitter(Qt::Horizontal, {sideBar_, upDown_}, workspace_);
    panels->setStretchFactor(0, 1);
    across_->setStretchFactor(1, 1);
    sideBar_->setMinimumWidth(160);
    dock_->addWidget(inspector_);
    across_->setSizes({metrics::sideBar, width() - metrics::sideBar});
    panels->setSizes({900, metrics::rightDock});
    auto* layout = new QVBoxLayout(workspace_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(across_, 1);
    layout->addWidget(strip_);
    bottom_->hide();
    tabThrough({sideBar_, tabs_->cornerWidget(Qt::TopLeftCorner), tabs_->tabBar()});
}

void MainWindow::connectMenus() {
    const auto onPage = [this](QAction* action, auto&& act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (ResourcePage* page = currentTable()) act(*page);
        });
    };
    connect(menus_->open, &QAction::triggered, this, &MainWindow::openRequested);
    connect(menus_->connectTenant, &QAction::triggered, this, &MainWindow::connectRequested);
    connect(menus_->fetchAll, &QAction::triggered, this, &MainWindow::fetchAllRequested);
    connect(menus_->importView, &QAction::triggered, this, &MainWindow::importViewRequested);
    onPage(menus_->save, [this](ResourcePage& page) { Q_EMIT saveViewRequested(&page, false); });
    onPage(menus_->saveForSpreadsheets, [this](ResourcePage& page) { Q_EMIT saveViewRequested(&page, true); });
    onPage(menus_->fetchRelations, [](ResourcePage& page) { page.fetchRelations(); });
    connect(menus_->closeTab, &QAction::triggered, this, [this] { closeTab(tabs_->currentIndex()); });
    connect(menus_->quit, &QAction::triggered, this, &QWidget::close);
    onPage(menus_->findText, [](ResourcePage& page) { page.filterBar().focusField(); });
    onPage(menus_->focusFilter, [](ResourcePage& page) { page.filterBar().focusField(); });
    onPage(menus_->clearFilter, [](ResourcePage& page) { page.filterBar().setText({}); });
    connect(menus_, &MenuBar::pageCommandChosen, this, [this](const PageCommand& command) {
        if (ResourcePage* page = currentTable()) command.run(*page);
    });
    connect(menus_, &MenuBar::graphCommandChosen, this, [this](const GraphCommand& command) {
        if (auto* graph = qobject_cast<GraphPage*>(currentPage())) command.run(*graph);
    });
    const auto askGraph = [this](QAction* action, GraphQuestionKind kind) {
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT graphRequested(kind, {}, currentTable()); });
    };
    askGraph(menus_->newGraph, GraphQuestionKind::ReachedFrom);
    askGraph(menus_->cycles, GraphQuestionKind::Cycles);
    connect(menus_->sideBar, &QAction::toggled, this, [this](bool on) {
        sideBarWanted_ = on;
        sideBar_->setVisible(on);
    });
    connect(menus_->facets, &QAction::toggled, this, &MainWindow::toggleFacets);
    connect(menus_->filterRow, &QAction::toggled, this, &MainWindow::setFilterRowsShown);
    connect(menus_->inspector, &QAction::toggled, dock_, &QWidget::setVisible);
    connect(menus_->transfers, &QAction::toggled, this, &MainWindow::setTransfersShown);
    const auto step = [this](int by) {
        if (tabs_->count() == 0) return;
        tabs_->setCurrentIndex((tabs_->currentIndex() + by + tabs_->count()) % tabs_->count());
        if (Page* page = currentPage(); !page->isAncestorOf(focusWidget())) page->setFocus(Qt::OtherFocusReason);
    };
    connect(menus_->nextTab, &QAction::triggered, this, [step] { step(1); });
    connect(menus_->previousTab, &QAction::triggered, this, [step] { step(-1); });
    connect(menus_->goBack, &QAction::triggered, this, [this] { travel(history_.back()); });
    connect(menus_->goForward, &QAction::triggered, this, [this] { travel(history_.forward()); });
    connect(menus_->nextPane, &QAction::triggered, this, [this] { stepPane(1); });
    connect(menus_->previousPane, &QAction::triggered, this, [this] { stepPane(-1); });
    connect(menus_->preferences, &QAction::triggered, this, &MainWindow::preferencesRequested);
    connect(menus_->filterLanguage, &QAction::triggered, this,
            [this] { showHelp(*menus_->filterLanguage, filterHelp()); });
    connect(menus_->shortcuts, &QAction::triggered, this, [this] { showHelp(*menus_->shortcuts, menus_->keys()); });
    connect(menus_->about, &QAction::triggered, this, [this] {
        auto* about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
}

/// Each page once, beside the window.
void MainWindow::showHelp(const QAction& action, const std::vector<HelpSection>& sections) {
    const QString title = action.text().remove(u'&');
    const auto open = findChildren<HelpDialog*>();
    const auto known = std::ranges::find(open, title, &QWidget::windowTitle);
    HelpDialog* page = known != open.end() ? *known : new HelpDialog(title, sections, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
    page->raise();
    page->activateWindow();
}

/// To the next part of the window that is there, as Tab would get there in many steps.
void MainWindow::stepPane(int by) {
    QList<QWidget*> panes{sideBar_};
    if (Page* page = currentPage()) panes += page->panes();
    panes += {inspector_, &inspector_->record(), transfers_, notices_};
    panes.removeIf([](const QWidget* pane) { return pane == nullptr || !pane->isVisible(); });
    qsizetype at = -1; // the last that holds the focus: the record lies in the inspector
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (holdsFocus(*panes[i])) at = i;
    if (at < 0 && by < 0) at = 0;
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        at = (at + by + panes.size()) % panes.size();
        if (focusPane(*panes[at])) return;
    }
}

void MainWindow::showWorkspace() {
    stack_->setCurrentWidget(workspace_);
    menus_->setWorkspaceThere(true);
    pageChanged();
}

bool MainWindow::onStartPage() const {
    return stack_->currentWidget() == start_;
}

Page* MainWindow::currentPage() const {
    return static_cast<Page*>(tabs_->currentWidget());
}

ResourcePage* MainWindow::currentTable() const {
    Page* page = currentPage();
    return page != nullptr ? page->tablePage() : nullptr;
}

bool MainWindow::hasPages() const {
    return tabs_->count() > 0;
}

int MainWindow::placeOf(const Page& page) const {
    return tabs_->indexOf(&page);
}

void MainWindow::pageChanged() {
    Page* page = currentPage();
    ResourcePage* table = currentTable();
    for (int i = 0; i < tabs_->count(); ++i)
        if (ResourcePage* other = static_cast<Page*>(tabs_->widget(i))->tablePage()) other->setInspector(nullptr);
    inspector_->hideCell();
    inspector_->record().showRow({}, {});
    notices_->showTable(table != nullptr && !table->session().isLoading() ? table->session().table() : nullptr);
    QWidget* own = page != nullptr ? page->dock() : nullptr;
    showDock(page);
    if (table != nullptr && own == nullptr) table->setInspector(inspector_);
    menus_->setPageThere(page != nullptr, table != nullptr, qobject_cast<GraphPage*>(page) != nullptr);
    if (page != inFront_) {
        status_->endConfirmation();
        arrive(page);
    }
    showFacts();
    Q_EMIT currentPageChanged(page);
}

void MainWindow::showDock(Page* page) {
    QWidget* own = page != nullptr ? page->dock() : nullptr;
    if (own != nullptr && dock_->indexOf(own) < 0) {
        dock_->addWidget(own);
        tabThrough({page, own});
    }
    dock_->setCurrentWidget(own != nullptr ? own : inspector_);
    dock_->setVisible(page != nullptr && menus_->inspector->isChecked());
    pageSplit_->setDockWide(page != nullptr && page->isDockWide());
}

void MainWindow::showFacts() {
    menus_->fetchRelations->setEnabled(currentTable() != nullptr && currentTable()->listsIntegrations());
    if (Page* page = currentPage())
        status_->show(page->facts());
    else
        status_->show({.shown = onStartPage() ? tr("Not connected") : QString(),
                       .sorted = {},
                       .selected = {},
                       .notices = {},
                       .alarm = {},
                       .hidden = {},
                       .source = u"Idscope "_s + QStringLiteral(IDSCOPE_VERSION)});
}

EmptyWorkspace& MainWindow::emptyWorkspace() const {
    return tabs_->emptyWorkspace();
}

void MainWindow::say(const QString& sentence) {
    status_->say(sentence);
}

void MainWindow::confirm(const QString& sentence, const QString& detail) {
    status_->confirm(sentence, detail);
}

void MainWindow::setTransfersShown(bool shown) {
    menus_->transfers->setChecked(shown);
    bottom_->setVisible(shown);
    updateTransfers();
}

void MainWindow::updateTransfers() {
    const TransferModel::Counts counts = transferModel_.counts();
    strip_->setVisible(!menus_->transfers->isChecked() && transferModel_.rowCount() > 0);
    sideBar_->setBusy(counts.running + counts.queued > 0);
    status_->showTransfers(transferModel_.progress());
}

/// The menu's command to copy means the table. Other lists and trees copy what is current in them, while they have the
/// keyboard.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<const QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        const auto* list = qobject_cast<const QAbstractItemView*>(focusWidget());
        if (list != nullptr && qobject_cast<const TableView*>(list) == nullptr) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    if (const QStringList files = localFiles(*event->mimeData()); !files.isEmpty()) Q_EMIT filesDropped(files);
}

} // namespace idscope
