#include "views/sidebar/snapshotmenu.h"

#include "views/style/icons.h"

#include <QCoreApplication>
#include <QMenu>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

struct SnapshotMenu {
    Q_DECLARE_TR_FUNCTIONS(SnapshotMenu)
};

} // namespace

void openSnapshotMenu(QWidget& parent, const QPoint& place, std::function<void(SnapshotAction)> chosen) {
    auto* menu = new QMenu(&parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [&](SnapshotAction action, const QString& text, const QKeySequence& keys = {}) {
        QAction* item = menu->addAction(text);
        item->setShortcut(keys);
        item->setShortcutVisibleInContextMenu(true);
        QObject::connect(item, &QAction::triggered, &parent, [chosen, action] { chosen(action); });
        return item;
    };
    add(SnapshotAction::Open, SnapshotMenu::tr("Open"), Qt::Key_Return);
    add(SnapshotAction::Check, SnapshotMenu::tr("Check SHA-256"))
        ->setToolTip(SnapshotMenu::tr("Reads the file again and compares it with what was kept"));
    menu->addSeparator();
    add(SnapshotAction::ShowInFolder, SnapshotMenu::tr("Show in folder"));
    add(SnapshotAction::CopyPath, SnapshotMenu::tr("Copy path"));
    menu->addSeparator();
    add(SnapshotAction::Remove, SnapshotMenu::tr("Remove…"), Qt::Key_Delete);
    add(SnapshotAction::Keeping, SnapshotMenu::tr("How long snapshots are kept…"));
    menu->popup(place);
}

} // namespace idscope
