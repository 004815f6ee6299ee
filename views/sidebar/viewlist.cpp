#include "views/sidebar/viewlist.h"

#include "models/items/displaytext.h"
#include "views/parts/contextmenu.h"
#include "views/parts/focusring.h"
#include "views/sidebar/navigation.h"
#include "views/sidebar/navigationdelegate.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStandardItemModel>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 100;
constexpr int mostLines = 6; ///< seen at once

QString idOf(const QModelIndex& index) {
    return index.data(idRole).toString();
}

} // namespace

ViewList::ViewList(QWidget* parent) : QListView(parent), model_(new QStandardItemModel(this)) {
    setItemDelegate(new NavigationDelegate(this));
    viewport()->setBackgroundRole(QPalette::Window);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(tr("Saved views"));
    new FocusRing(*this);
    setModel(model_);
    const auto open = [this](const QModelIndex& index) { Q_EMIT actionRequested(idOf(index), ViewAction::Open); };
    connect(this, &QListView::clicked, this, open);
    connect(new ContextMenu(*this), &ContextMenu::requested, this, &ViewList::openMenu);
    fill();
}

void ViewList::setLines(std::vector<ViewLine> lines) {
    if (lines == lines_) return;
    lines_ = std::move(lines);
    fill();
}

void ViewList::fill() {
    const QString kept = idOf(currentIndex());
    model_->clear();
    for (const ViewLine& line : lines_) {
        auto* item = new QStandardItem(displayText(line.name.toStdString()).text);
        item->setData(line.id, idRole);
        item->setData(u"bookmark"_s, IconNameRole);
        item->setData(line.current, CurrentRole);
        item->setToolTip(toolTipMarkup(tr("%1 (%2)", "view, resource").arg(item->text(), line.resource)));
        model_->appendRow(item);
        if (line.id == kept) setCurrentIndex(item->index());
    }
    const int lineHeight = itemDelegate()->sizeHint({}, model_->index(0, 0)).height();
    setFixedHeight(lineHeight * std::clamp(model_->rowCount(), 1, mostLines));
    setVisible(model_->rowCount() > 0);
}

void ViewList::openMenu(const QModelIndex& index, const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, ViewAction action, const QKeySequence& keys = {}) {
        QAction* item =
            menu->addAction(text, this, [this, id = idOf(index), action] { Q_EMIT actionRequested(id, action); });
        item->setShortcut(keys);
        item->setShortcutVisibleInContextMenu(true);
    };
    add(tr("&Open"), ViewAction::Open, Qt::Key_Return);
    add(tr("Re&name…"), ViewAction::Rename, Qt::Key_F2);
    add(tr("&Export…"), ViewAction::Export);
    menu->addSeparator();
    add(tr("&Remove…"), ViewAction::Remove, Qt::Key_Delete);
    menu->popup(place);
}

void ViewList::keyPressEvent(QKeyEvent* event) {
    const QString id = idOf(currentIndex());
    if (id.isEmpty()) return QListView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT actionRequested(id, ViewAction::Open);
    case Qt::Key_F2:
        return Q_EMIT actionRequested(id, ViewAction::Rename);
    case Qt::Key_Delete:
        return Q_EMIT actionRequested(id, ViewAction::Remove);
    default:
        return QListView::keyPressEvent(event);
    }
}

} // namespace idscope
