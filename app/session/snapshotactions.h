#pragma once

#include "app/session/opentables.h"
#include "app/session/settings.h"
#include "app/session/shelf.h"
#include "views/sidebar/snapshotmenu.h"

#include <QObject>

#include <set>

namespace idscope {

class KeepingDialog;
class MainWindow;

/// What people do with snapshots besides opening them, and what is said when the library changes under them.
/// GUI thread.
class SnapshotActions final : public QObject {
    Q_OBJECT
public:
    SnapshotActions(MainWindow& window, OpenTables& tables, SettingsFile settings);

    /// Says what becomes of a library's snapshots. It must outlive this.
    void watch(Shelf& shelf);
    void perform(SnapshotAction action, Shelf& shelf, const QString& id);
    /// Asks how long snapshots are kept.
    void askKeeping(Shelf& shelf);
    /// Removes what is not to be kept any longer.
    void tidy(Shelf& shelf);
    /// Opens the folder with what was set aside, or else the library's.
    void showFolder(const Shelf& shelf);

private:
    void askRemove(Shelf& shelf, const Snapshot& snapshot);
    void showInFolder(const QString& folder);
    void plan(Shelf& shelf, KeepingDialog& dialog);
    void applyRule(Shelf& shelf, const Retention& rule);
    void reportCheck(const Shelf& shelf, const QString& id, bool same);

    MainWindow& window_;
    OpenTables& tables_;
    SettingsFile settings_;
    std::set<QString> asked_; ///< snapshots whose check people wait for
};

} // namespace idscope
