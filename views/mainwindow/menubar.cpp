#include "views/mainwindow/menubar.h"

#include "views/graph/graphcommands.h"
#include "views/resourcepage/pagecommands.h"
#include "views/style/icons.h"

#include <QMenu>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QAction* add(QMenu& menu, const QString& text, const QKeySequence& keys = {}) {
    QAction* action = menu.addAction(text);
    action->setShortcut(keys);
    return action;
}

QAction* addToggle(QMenu& menu, const QString& text, bool on, const QKeySequence& keys = {}) {
    QAction* action = add(menu, text, keys);
    action->setCheckable(true);
    action->setChecked(on);
    return action;
}

QString plainText(QString text) {
    return text.remove(u'&');
}

/// Buttons of it have an icon, and tell its keys; menus show no icons.
void showAsButton(QAction& action, const QString& icon) {
    action.setIcon(bundledIcon(icon));
    action.setIconVisibleInMenu(false);
    action.setToolTip(u"%1 (%2)"_s.arg(plainText(action.text()), action.shortcut().toString(QKeySequence::NativeText)));
}

/// The actions of a menu and of those within it that have keys.
void collectKeys(const QMenu& menu, std::vector<HelpSection::Line>& lines) {
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            collectKeys(*action->menu(), lines);
        } else if (const auto keys = action->shortcuts(); !keys.isEmpty()) {
            lines.push_back({.what = QKeySequence::listToString(keys, QKeySequence::NativeText),
                             .meaning = plainText(action->text())});
        }
    }
}

} // namespace

// Quit and others have no standard key without a platform theme: they are named here.
MenuBar::MenuBar(QWidget* parent) : QMenuBar(parent) {
    QMenu& file = *addMenu(tr("&File"));
    open = add(file, tr("&Open…"), QKeySequence::Open);
    connectTenant = add(file, tr("&Connect…"));
    fetchAll = add(file, tr("&Fetch all"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    fetchRelations = add(file, tr("Fetch re&lations of the selected integrations"), Qt::CTRL | Qt::Key_R);
    fetchRelations->setEnabled(false);
    file.addSeparator();
    save = add(file, tr("&Save view as CSV…"), QKeySequence::Save);
    saveForSpreadsheets = add(file, tr("Save view for s&preadsheets…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    file.addSeparator();
    closeTab = add(file, tr("Close &tab"), Qt::CTRL | Qt::Key_W);
    quit = add(file, tr("&Quit"), Qt::CTRL | Qt::Key_Q);

    QMenu& edit = *addMenu(tr("&Edit"));
    addPageCommands(edit, copyCommands());
    addPageCommands(*edit.addMenu(tr("Copy &as")), copyAsCommands());
    addPageCommands(edit, selectCommands());
    findText = add(edit, tr("&Find…"), QKeySequence::Find);
    addPageCommands(edit, matchCommands());
    edit.addSeparator();
    preferences = add(edit, tr("Pre&ferences…"), Qt::CTRL | Qt::Key_Comma);

    QMenu& view = *addMenu(tr("&View"));
    sideBar = addToggle(view, tr("&Side bar"), true, Qt::Key_F9);
    showAsButton(*sideBar, u"sidebar"_s);
    facets = addToggle(view, tr("F&acets"), true, Qt::Key_F8);
    filterRow = addToggle(view, tr("Filter r&ow below the columns"), true);
    inspector = addToggle(view, tr("&Inspector"), true, Qt::Key_F4);
    transfers = addToggle(view, tr("T&ransfers and notices"), false, Qt::CTRL | Qt::Key_J);
    view.addSeparator();
    nextPane = add(view, tr("Next &pane"), Qt::Key_F6);
    previousPane = add(view, tr("Pr&evious pane"), Qt::SHIFT | Qt::Key_F6);
    nextTab = add(view, tr("&Next tab"));
    nextTab->setShortcuts({Qt::CTRL | Qt::Key_PageDown, Qt::CTRL | Qt::Key_Tab});
    previousTab = add(view, tr("&Previous tab"));
    previousTab->setShortcuts({Qt::CTRL | Qt::Key_PageUp, Qt::CTRL | Qt::SHIFT | Qt::Key_Tab});
    view.addSeparator();
    addPageCommands(*view.addMenu(tr("&Columns")), columnCommands());
    addPageCommands(view, savedViewCommands());
    importView = add(view, tr("I&mport a view…"));

    QMenu& filter = *addMenu(tr("Fi&lter"));
    focusFilter = add(filter, tr("&Edit the filter"), Qt::CTRL | Qt::Key_L);
    clearFilter = add(filter, tr("&Clear the filter"), Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    addPageCommands(filter, filterCommands());
    filter.addSeparator();
    addPageCommands(filter, cellFilterCommands());
    filter.addSeparator();
    addPageCommands(filter, facetCommands());
    filter.addSeparator();
    addPageCommands(filter, sortCommands());

    buildGraph();

    QMenu& go = *addMenu(tr("&Go"));
    goBack = add(go, tr("&Back"), Qt::ALT | Qt::Key_Left);
    showAsButton(*goBack, u"arrow-left"_s);
    goForward = add(go, tr("&Forward"), Qt::ALT | Qt::Key_Right);
    showAsButton(*goForward, u"arrow-right"_s);
    go.addSeparator();
    addPageCommands(go, goCommands());

    QMenu& help = *addMenu(tr("&Help"));
    filterLanguage = add(help, tr("&Filter language"), Qt::Key_F1);
    shortcuts = add(help, tr("&Keyboard shortcuts"));
    help.addSeparator();
    about = add(help, tr("&About Idscope"));
}

void MenuBar::buildGraph() {
    QMenu& graph = *addMenu(tr("G&raph"));
    newGraph = add(graph, tr("&Open the graph"), Qt::CTRL | Qt::ALT | Qt::Key_G);
    cycles = add(graph, tr("Find c&ycles"));
    graph.addSeparator();
    addPageCommands(graph, graphAskingCommands());
    graph.addSeparator();
    for (const GraphCommand& command : graphCommands()) {
        if (command.text == nullptr) {
            graph.addSeparator();
            continue;
        }
        QAction* action = add(graph, translated(command), QKeySequence(command.keys));
        connect(action, &QAction::triggered, this, [this, &command] { Q_EMIT graphCommandChosen(command); });
        graphActions_.push_back(action);
    }
}

void MenuBar::addPageCommands(QMenu& menu, std::span<const PageCommand> commands) {
    for (const PageCommand& command : commands) {
        if (command.text == nullptr) {
            menu.addSeparator();
            continue;
        }
        QAction* action = add(menu, translated(command), QKeySequence(command.keys));
        connect(action, &QAction::triggered, this, [this, &command] { Q_EMIT pageCommandChosen(command); });
        pageActions_.push_back(action);
    }
}

std::vector<HelpSection> MenuBar::keys() const {
    std::vector<HelpSection> sections;
    for (const QAction* action : actions()) {
        HelpSection section{.title = plainText(action->text()), .lines = {}};
        collectKeys(*action->menu(), section.lines);
        if (!section.lines.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

void MenuBar::setPageThere(bool page, bool table, bool graph) {
    for (QAction* action : {closeTab, nextTab, previousTab})
        action->setEnabled(page);
    for (QAction* action : {save, saveForSpreadsheets, findText, focusFilter, clearFilter})
        action->setEnabled(table);
    for (QAction* action : pageActions_)
        action->setEnabled(table);
    for (QAction* action : graphActions_)
        action->setEnabled(graph);
}

void MenuBar::setWays(bool back, bool forward) {
    goBack->setEnabled(back);
    goForward->setEnabled(forward);
}

void MenuBar::setWorkspaceThere(bool there) {
    for (QAction* action : {sideBar, facets, filterRow, inspector, transfers, nextPane, previousPane, fetchAll,
                            importView, newGraph, cycles})
        action->setEnabled(there);
}

} // namespace idscope
