#include "views/facets/facetspanel.h"
#include "views/filter/filterrow.h"
#include "views/mainwindow/docksplitter.h"
#include "views/mainwindow/documenttabs.h"
#include "views/mainwindow/mainwindow.h"
#include "views/mainwindow/menubar.h"
#include "views/mainwindow/panelssplitter.h"
#include "views/resourcepage/resourcepage.h"
#include "views/sidebar/sidebar.h"
#include "views/style/metrics.h"

#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QSplitter>

#include <optional>

// What the window shows of its parts, and how large.

namespace idscope {

namespace {

constexpr quint32 layoutVersion = 1;

/// What is no length: none was chosen.
std::optional<int> readLength(QDataStream& in) {
    qint32 length = 0;
    in >> length;
    return length > 0 ? std::optional<int>(length) : std::nullopt;
}

} // namespace

QByteArray MainWindow::layoutState() const {
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << layoutVersion << saveGeometry() << across_->saveState() << pageSplit_->saveState() << upDown_->saveState()
        << sideBarWanted_ << menus_->inspector->isChecked() << menus_->facets->isChecked()
        << menus_->filterRow->isChecked() << pageSplit_->chosen().narrow.value_or(0)
        << pageSplit_->chosen().wide.value_or(0) << upDown_->chosen().value_or(0);
    return state;
}

void MainWindow::restoreLayoutState(const QByteArray& state) {
    QDataStream in(state);
    quint32 version = 0;
    QByteArray geometry, across, pageSplit, upDown;
    DockSplitter::Widths dock;
    std::optional<int> panels;
    bool sideBar = true, inspector = true, facets = true, filterRow = true;
    in >> version >> geometry >> across >> pageSplit >> upDown >> sideBar >> inspector;
    // As they were kept before there were any.
    if (!in.atEnd()) in >> facets;
    if (!in.atEnd()) in >> filterRow;
    if (!in.atEnd()) dock.narrow = readLength(in);
    if (!in.atEnd()) dock.wide = readLength(in);
    if (!in.atEnd()) panels = readLength(in);
    if (in.status() != QDataStream::Ok || version != layoutVersion) return;
    restoreGeometry(geometry);
    across_->restoreState(across);
    pageSplit_->restoreState(pageSplit);
    pageSplit_->choose(dock);
    upDown_->restoreState(upDown);
    upDown_->choose(panels);
    menus_->sideBar->setChecked(sideBar);
    menus_->inspector->setChecked(inspector);
    menus_->facets->setChecked(facets);
    menus_->filterRow->setChecked(filterRow);
}

bool MainWindow::facetsFit() const {
    return menus_->facets->isChecked() && width() >= metrics::foldFacetsBelow;
}

/// Asked for where they are not seen, for want of room or because the page keeps them aside, they come.
void MainWindow::toggleFacets(bool wanted) {
    ResourcePage* table = currentTable();
    const bool unseen = table != nullptr && table->facets().isHidden();
    if (unseen) table->bringFacets();
    if (unseen && !wanted) return menus_->facets->setChecked(true);
    setFacetsShown(wanted);
}

void MainWindow::setFacetsShown(bool shown) {
    for (int i = 0; i < tabs_->count(); ++i)
        if (ResourcePage* table = static_cast<Page*>(tabs_->widget(i))->tablePage()) table->setFacetsShown(shown);
}

void MainWindow::setFilterRowsShown(bool shown) {
    for (int i = 0; i < tabs_->count(); ++i) {
        const ResourcePage* table = static_cast<Page*>(tabs_->widget(i))->tablePage();
        if (table != nullptr && table->filterRow().isShown() != shown) table->filterRow().setShown(shown);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    // A narrow window has room for the data first.
    sideBar_->setVisible(sideBarWanted_ && width() >= metrics::foldSideBarBelow);
    setFacetsShown(facetsFit());
}

} // namespace idscope
