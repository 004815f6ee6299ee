#pragma once

#include "models/base/ids.h"
#include "models/items/transfermodel.h"
#include "models/relations/graphquestion.h"
#include "views/mainwindow/history.h"

#include <QMainWindow>

#include <vector>

class QSplitter;
class QStackedWidget;

namespace idscope {

class DockSplitter;
class DocumentTabs;
class EmptyWorkspace;
struct HelpSection;
class Inspector;
class MenuBar;
class NoticesPanel;
class Page;
class PanelsSplitter;
class ResourcePage;
class SideBar;
class StartPage;
class StatusLine;
class TransfersPanel;
class TransfersStrip;

/// The frame: start page or work space, menus, panels, status. Knows tables and transfers by what it is handed,
/// services not at all; what people want done leaves as signals.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// `transfers` must outlive the window.
    explicit MainWindow(TransferModel& transfers);
    ~MainWindow() override;

    [[nodiscard]] SideBar& sideBar() const { return *sideBar_; }
    [[nodiscard]] StartPage& startPage() const { return *start_; }
    [[nodiscard]] Inspector& inspector() const { return *inspector_; }
    [[nodiscard]] NoticesPanel& notices() const { return *notices_; }
    [[nodiscard]] TransfersPanel& transfers() const { return *transfers_; }

    /// Leaves the start page; there is no way back, as there is none in people's work.
    void showWorkspace();
    [[nodiscard]] bool onStartPage() const;

    /// Adds a tab and, if asked, brings it to the front. The window owns the page.
    void addPage(Page* page, const QString& title, const QString& icon, bool front);
    /// Brings it to the front and hands it the keyboard, unless that is somewhere in it already.
    void showPage(Page* page);
    void closePage(Page* page);
    void setPageTitle(Page* page, const QString& title);
    [[nodiscard]] Page* currentPage() const;
    /// The table that commands mean; null: the page in front has none.
    [[nodiscard]] ResourcePage* currentTable() const;
    [[nodiscard]] bool hasPages() const;
    /// Of its tab, counted from the left.
    [[nodiscard]] int placeOf(const Page& page) const;

    /// What is said where tables will be.
    [[nodiscard]] EmptyWorkspace& emptyWorkspace() const;
    /// A sentence in the status bar for a few seconds.
    void say(const QString& sentence);
    /// The same of something done with the page in front, until another is there or filtered otherwise; `detail` in its
    /// tooltip.
    void confirm(const QString& sentence, const QString& detail = {});
    void setTransfersShown(bool shown);

    /// Everything about sizes and places, for the settings, and back.
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray& state);

Q_SIGNALS:
    void openRequested();
    void filesDropped(const QStringList& files);
    void saveViewRequested(idscope::ResourcePage* page, bool forSpreadsheets);
    void preferencesRequested();
    void connectRequested();
    void cancelRequested(quint64 transfer);
    /// The connection of a profile is to be shown, to be changed.
    void profileRequested(const QString& id);
    void fetchAllRequested();
    /// A saved view is to be taken in from a file.
    void importViewRequested();
    /// Of these rows of a page that lists integrations.
    void fetchRelationsRequested(idscope::ResourcePage* page, const std::vector<idscope::RowId>& rows);
    /// `brns`: what it is about; none: to be chosen there. `page`: the table they were found in, or null.
    void graphRequested(idscope::GraphQuestionKind kind, const QStringList& brns, idscope::ResourcePage* page);
    void currentPageChanged(idscope::Page* page);
    /// The page is closing; what it shows may go when the signal has returned.
    void pageClosing(idscope::Page* page);

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildWorkspace();
    void connectTable(ResourcePage* table);
    void travel(const History::Stop* stop);
    void arrive(Page* page);
    void connectMenus();
    void stepPane(int by);
    void showHelp(const QAction& action, const std::vector<HelpSection>& sections);
    void closeTab(int index);
    [[nodiscard]] Page* takePage(int index);
    void pageChanged();
    void showFacts();
    void updateTransfers();
    void showDock(Page* page);
    /// Whether facets are wanted, and have room.
    [[nodiscard]] bool facetsFit() const;
    void toggleFacets(bool wanted);
    void setFacetsShown(bool shown);
    void setFilterRowsShown(bool shown);

    TransferModel& transferModel_;
    QStackedWidget* stack_;
    StartPage* start_;
    QWidget* workspace_;
    SideBar* sideBar_;
    DocumentTabs* tabs_;
    QStackedWidget* dock_; ///< the inspector, and what pages show in its place
    Inspector* inspector_;
    TransfersPanel* transfers_;
    NoticesPanel* notices_;
    TransfersStrip* strip_;
    QWidget* bottom_;
    QSplitter* across_;       ///< side bar | the rest
    PanelsSplitter* upDown_;  ///< tabs and inspector / bottom panels
    DockSplitter* pageSplit_; ///< tabs | dock
    StatusLine* status_;
    MenuBar* menus_;
    bool sideBarWanted_ = true;
    History history_;
    Page* inFront_ = nullptr; ///< as the history knows it
    bool travelling_ = false; ///< through the history, which is no new step
};

} // namespace idscope
