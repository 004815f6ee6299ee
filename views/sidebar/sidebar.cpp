#include "views/sidebar/sidebar.h"

#include "views/parts/contextmenu.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/strip.h"
#include "views/sidebar/navigationdelegate.h"
#include "views/sidebar/profilebutton.h"
#include "views/sidebar/resourcemodel.h"
#include "views/sidebar/snapshotmodel.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// A menu reads & as a mnemonic.
QString menuText(QString text) {
    return text.replace(u'&', u"&&"_s);
}

void setUpView(QAbstractItemView& view, const QString& name) {
    view.setItemDelegate(new NavigationDelegate(&view));
    view.viewport()->setBackgroundRole(QPalette::Window);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setMouseTracking(true);
    view.setAccessibleName(name);
    new FocusRing(view);
}

QModelIndexList linesOf(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QModelIndexList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        lines.append(model.index(row, 0, parent));
        lines.append(linesOf(model, lines.back()));
    }
    return lines;
}

/// What the mouse rests on is no longer marked, until it moves.
void forgetHover(const QAbstractItemView& view) {
    constexpr QPointF nowhere(-1, -1);
    QHoverEvent leaving(QEvent::HoverLeave, nowhere, nowhere, nowhere);
    QCoreApplication::sendEvent(view.viewport(), &leaving);
}

/// Keys and screen readers begin at the current line: there is one always. It is that of the page in front as soon as
/// another one is. While people are in the view it stays the same, if it is still there.
template <class KeyOf>
void keepCurrent(QAbstractItemView& view, KeyOf keyOf) {
    using Key = std::optional<std::invoke_result_t<KeyOf, QModelIndex>>;
    struct Keys {
        Key kept;
        Key front;
    };
    const auto keys = std::make_shared<Keys>();
    const auto setCurrent = [&view](const QModelIndex& line) {
        view.selectionModel()->setCurrentIndex(line, QItemSelectionModel::ClearAndSelect);
    };
    const auto follow = [&view, keys, keyOf, setCurrent] {
        const QModelIndexList lines = linesOf(*view.model());
        const auto front =
            std::ranges::find_if(lines, [](const QModelIndex& line) { return line.data(CurrentRole).toBool(); });
        const Key key = front == lines.end() ? Key() : Key(keyOf(*front));
        if (key == keys->front) return;
        keys->front = key;
        forgetHover(view);
        if (key) setCurrent(*front);
    };
    QObject::connect(view.model(), &QAbstractItemModel::dataChanged, &view, follow);
    QObject::connect(view.model(), &QAbstractItemModel::modelAboutToBeReset, &view, [&view, keys, keyOf] {
        keys->kept = keys->front;
        if (view.hasFocus() && view.currentIndex().isValid()) keys->kept = keyOf(view.currentIndex());
    });
    QObject::connect(view.model(), &QAbstractItemModel::modelReset, &view, [&view, keys, keyOf, setCurrent, follow] {
        QModelIndexList lines = linesOf(*view.model());
        lines.removeIf([](const QModelIndex& line) { return !line.flags().testFlag(Qt::ItemIsSelectable); });
        if (lines.isEmpty()) return;
        const auto same =
            std::ranges::find_if(lines, [&](const QModelIndex& line) { return keyOf(line) == keys->kept; });
        setCurrent(same == lines.end() ? lines.front() : *same);
        follow();
    });
}

PlainLabel* sectionLabel(const QString& text, QWidget* parent) {
    auto* label = new PlainLabel(text, FontRole::SmallBold, parent);
    label->setMuted();
    label->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, metrics::unit);
    return label;
}

} // namespace

SideBar::SideBar(QWidget* parent)
    : QWidget(parent), profile_(new ProfileButton(this)), profileMenu_(new QMenu(this)),
      fetch_(new QPushButton(bundledIcon(u"download"_s, Ink::Text), tr("Fetch…"), this)), fetchMenu_(new QMenu(this)),
      cancel_(new QPushButton(bundledIcon(u"stop"_s, Ink::Text), tr("Cancel all"), this)),
      resources_(new ResourceModel(this)), tree_(new QTreeView(this)),
      viewsTitle_(sectionLabel(tr("Saved views"), this)), views_(new ViewList(this)),
      snapshots_(new SnapshotModel(this)), list_(new QListView(this)),
      warning_(new Strip(u"warning"_s, Ink::Warn, &Tokens::warnBg, this)) {
    setUpView(*tree_, tr("Resources"));
    tree_->setModel(resources_);
    tree_->setHeaderHidden(true);
    tree_->setRootIsDecorated(false);
    tree_->setIndentation(metrics::icon);
    tree_->setExpandsOnDoubleClick(false);
    tree_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setUpView(*list_, tr("Snapshots"));
    list_->setMinimumHeight(120);
    list_->setModel(snapshots_);
    auto* none = new PlainLabel(tr("None yet. What you fetch or open is listed here."), FontRole::Small, this);
    none->setMuted();
    none->setWordWrap(true);
    none->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    noSnapshots_ = none;

    auto* button = new QVBoxLayout;
    button->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::gap);
    button->addWidget(fetch_);
    button->addWidget(cancel_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(profile_);
    layout->addLayout(button);
    layout->addWidget(sectionLabel(tr("Resources"), this));
    layout->addWidget(tree_);
    layout->addSpacing(metrics::gap);
    layout->addWidget(viewsTitle_);
    layout->addWidget(views_);
    layout->addWidget(sectionLabel(tr("Snapshots"), this));
    layout->addWidget(noSnapshots_);
    layout->addWidget(list_, 1);
    layout->addStretch();
    layout->addWidget(warning_);
    buildWarning();
    showViews({});
    cancel_->hide();
    list_->hide();
    for (QPushButton* each : {fetch_, cancel_})
        each->setAutoDefault(false);

    connect(profile_, &QAbstractButton::clicked, this,
            [this] { profileMenu_->popup(profile_->mapToGlobal(QPoint(metrics::unit, profile_->height()))); });
    connect(fetch_, &QPushButton::clicked, this,
            [this] { fetchMenu_->popup(fetch_->mapToGlobal(QPoint(0, fetch_->height()))); });
    connect(fetchMenu_, &QMenu::aboutToShow, this, &SideBar::fillFetchMenu);
    connect(cancel_, &QPushButton::clicked, this, &SideBar::cancelAllRequested);
    const auto activate = [this](const QModelIndex& index) {
        if (const ResourceLine* line = resources_->line(index)) Q_EMIT resourceActivated(line->target);
    };
    connect(tree_, &QTreeView::clicked, this, activate);
    connect(tree_, &QTreeView::activated, this, activate);
    connect(new ContextMenu(*tree_), &ContextMenu::requested, this, &SideBar::resourceMenu);
    connect(tree_, &QTreeView::expanded, this, &SideBar::fitTree);
    connect(tree_, &QTreeView::collapsed, this, &SideBar::fitTree);
    connect(resources_, &QAbstractItemModel::modelReset, this, [this] {
        tree_->expandAll();
        fitTree();
    });
    keepCurrent(*tree_, [this](const QModelIndex& index) { return resources_->line(index)->target; });
    keepCurrent(*list_, [this](const QModelIndex& index) { return snapshots_->id(index); });
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
        const bool selecting = (QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
        if (const QString id = snapshots_->id(index); !id.isEmpty() && !selecting) Q_EMIT snapshotActivated(id);
    });
    connect(list_, &QListView::activated, this, &SideBar::openSelected);
    tree_->viewport()->installEventFilter(this);
    connect(new ContextMenu(*list_), &ContextMenu::requested, this, &SideBar::snapshotMenu);
    list_->installEventFilter(this);
}

void SideBar::showProfiles(const std::vector<ProfileLine>& profiles, bool offerSample) {
    if (profileMenu_->isVisible()) return; // not under the mouse
    profileMenu_->clear();
    for (const ProfileLine& profile : profiles) {
        if (profile.current) profile_->showProfile(profile.name, profile.address);
        QAction* action = profileMenu_->addAction(menuText(profile.name));
        action->setCheckable(true);
        action->setChecked(profile.current);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { Q_EMIT profileChosen(id); });
    }
    if (std::ranges::none_of(profiles, &ProfileLine::current))
        profile_->showProfile(tr("Not connected"), tr("Choose a tenant"));
    const auto current = std::ranges::find_if(profiles, &ProfileLine::current);
    if (current != profiles.end() && current->own) {
        profileMenu_->addSeparator();
        connect(profileMenu_->addAction(tr("Edit %1…").arg(menuText(current->name))), &QAction::triggered, this,
                [this, id = current->id] { Q_EMIT profileEditRequested(id); });
        connect(profileMenu_->addAction(tr("Remove %1…").arg(menuText(current->name))), &QAction::triggered, this,
                [this, id = current->id] { Q_EMIT profileRemovalRequested(id); });
    }
    if (!profiles.empty()) profileMenu_->addSeparator();
    if (offerSample)
        connect(profileMenu_->addAction(tr("Open the sample")), &QAction::triggered, this, &SideBar::sampleRequested);
    connect(profileMenu_->addAction(tr("Connect…")), &QAction::triggered, this, &SideBar::connectRequested);
}

void SideBar::showResources(std::vector<ResourceLine> lines) {
    resources_->setLines(std::move(lines));
    tree_->viewport()->update(); // lines are drawn beyond their indentation, which a change of theirs leaves as it was
}

void SideBar::showSnapshots(std::vector<SnapshotLine> lines, const QDate& today) {
    noSnapshots_->setVisible(lines.empty());
    list_->setVisible(!lines.empty());
    snapshots_->setLines(std::move(lines), today);
}

void SideBar::setBusy(bool busy) {
    const bool hadFocus = fetch_->hasFocus() || cancel_->hasFocus();
    fetch_->setVisible(!busy);
    cancel_->setVisible(busy);
    if (hadFocus) (busy ? cancel_ : fetch_)->setFocus();
}

void SideBar::fillFetchMenu() {
    fetchMenu_->clear();
    connect(fetchMenu_->addAction(tr("Fetch all")), &QAction::triggered, this, &SideBar::fetchAllRequested);
    fetchMenu_->addSeparator();
    for (int row = 0; row < resources_->rowCount(); ++row) {
        const ResourceLine& line = *resources_->line(resources_->index(row, 0));
        connect(fetchMenu_->addAction(menuText(line.title)), &QAction::triggered, this,
                [this, target = line.target] { Q_EMIT fetchRequested(target); });
    }
}

void SideBar::resourceMenu(const QModelIndex& index, const QPoint& place) {
    const ResourceLine* line = resources_->line(index);
    if (line == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this,
            [this, target = line->target] { Q_EMIT resourceActivated(target); });
    connect(menu->addAction(tr("Fetch")), &QAction::triggered, this,
            [this, target = line->target] { Q_EMIT fetchRequested(target); });
    menu->popup(place);
}

void SideBar::snapshotMenu(const QModelIndex& index, const QPoint& place) {
    const QString id = snapshots_->id(index);
    if (id.isEmpty()) return;
    if (const QStringList several = selectedSnapshots(); several.size() > 1 && several.contains(id)) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Open %n snapshots as one table", nullptr, static_cast<int>(several.size())), this,
                        &SideBar::openSelected);
        return menu->popup(place);
    }
    openSnapshotMenu(*this, place, [this, id](SnapshotAction action) { Q_EMIT snapshotActionRequested(id, action); });
}

QStringList SideBar::selectedSnapshots() const {
    QModelIndexList rows = list_->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex& row : rows)
        if (const QString id = snapshots_->id(row); !id.isEmpty()) ids << id;
    return ids;
}

void SideBar::openSelected() {
    const QStringList ids = selectedSnapshots();
    if (ids.size() == 1) Q_EMIT snapshotActivated(ids.front());
    if (ids.size() > 1) Q_EMIT snapshotsActivated(ids);
}

/// A line with others below it opens by a click as any other; its chevron folds them.
bool SideBar::isChevronsOwn(const QEvent& event) {
    const bool pressed = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick;
    if (!pressed && event.type() != QEvent::MouseButtonRelease) return false;
    const auto& mouse = static_cast<const QMouseEvent&>(event);
    const QPoint place = mouse.position().toPoint();
    const QModelIndex index = tree_->indexAt(place);
    const int fromEnd = layoutDirection() == Qt::RightToLeft ? place.x() : tree_->viewport()->width() - place.x();
    const bool onChevron = fromEnd <= metrics::padding + metrics::icon + metrics::unit;
    if (mouse.button() != Qt::LeftButton || !resources_->hasChildren(index) || !onChevron) return false;
    if (pressed) tree_->setExpanded(index, !tree_->isExpanded(index));
    return true;
}

bool SideBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == tree_->viewport()) return isChevronsOwn(*event);
    const bool pressed = watched == list_ && event->type() == QEvent::KeyPress;
    if (!pressed || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete)
        return QWidget::eventFilter(watched, event);
    if (const QString id = snapshots_->id(list_->currentIndex()); !id.isEmpty())
        Q_EMIT snapshotActionRequested(id, SnapshotAction::Remove);
    return true;
}

void SideBar::showViews(std::vector<ViewLine> lines) {
    viewsTitle_->setVisible(!lines.empty()); // people who save none need no room for them
    views_->setLines(std::move(lines));
}

void SideBar::buildWarning() {
    warning_->setWrapping();
    warning_->hide();
    connect(warning_->addButton({}, tr("Show")), &QPushButton::clicked, this, &SideBar::folderRequested);
}

void SideBar::showLibraryWarning(const QString& words) {
    warning_->setWords({}, words);
    warning_->setVisible(!words.isEmpty());
}

void SideBar::fitTree() {
    int height = 0;
    for (QModelIndex index = resources_->index(0, 0); index.isValid(); index = tree_->indexBelow(index))
        height += tree_->itemDelegate()->sizeHint({}, index).height();
    tree_->setMaximumHeight(std::max(height, 1));
    tree_->updateGeometry();
}

void SideBar::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokensOf(palette()).window);
}

} // namespace idscope
