#pragma once

#include "views/help/helpsection.h"

#include <QMenuBar>

#include <span>
#include <vector>

class QAction;

namespace idscope {

struct GraphCommand;
struct PageCommand;

/// The menus and their shortcuts. Actions only; the window decides what they do.
class MenuBar final : public QMenuBar {
    Q_OBJECT
public:
    explicit MenuBar(QWidget* parent);

    // File
    QAction* open;
    QAction* connectTenant;
    QAction* fetchAll;
    QAction* fetchRelations;
    QAction* save;
    QAction* saveForSpreadsheets;
    QAction* closeTab;
    QAction* quit;
    // Edit
    QAction* findText;
    QAction* preferences;
    // View
    QAction* sideBar;
    QAction* facets;
    QAction* filterRow;
    QAction* inspector;
    QAction* transfers;
    QAction* nextPane;
    QAction* previousPane;
    QAction* nextTab;
    QAction* previousTab;
    QAction* importView;
    // Filter
    QAction* focusFilter;
    QAction* clearFilter;
    // Graph
    QAction* newGraph;
    QAction* cycles;
    // Go
    QAction* goBack;
    QAction* goForward;
    // Help
    QAction* filterLanguage;
    QAction* shortcuts;
    QAction* about;

    /// The keys of all actions, by menu.
    [[nodiscard]] std::vector<HelpSection> keys() const;

    /// Enables what needs a tab in front, and what needs a table on it.
    void setPageThere(bool page, bool table, bool graph);
    /// Enables the ways through the history.
    void setWays(bool back, bool forward);
    /// Enables what needs the work space.
    void setWorkspaceThere(bool there);

Q_SIGNALS:
    /// A command about the table in front.
    void pageCommandChosen(const idscope::PageCommand& command);
    /// A command about the graph in front.
    void graphCommandChosen(const idscope::GraphCommand& command);

private:
    void addPageCommands(QMenu& menu, std::span<const PageCommand> commands);
    void buildGraph();

    std::vector<QAction*> pageActions_;  ///< those of page commands
    std::vector<QAction*> graphActions_; ///< those of graph commands
};

} // namespace idscope
