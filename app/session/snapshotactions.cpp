#include "app/session/snapshotactions.h"

#include "models/words/words.h"
#include "views/dialogs/keepingdialog.h"
#include "views/dialogs/removesnapshotdialog.h"
#include "views/mainwindow/mainwindow.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>
#include <QUrl>

#include <utility>

namespace idscope {

SnapshotActions::SnapshotActions(MainWindow& window, OpenTables& tables, SettingsFile settings)
    : window_(window), tables_(tables), settings_(std::move(settings)) {}

void SnapshotActions::watch(Shelf& shelf) {
    connect(&shelf, &Shelf::verified, this,
            [this, &shelf](const QString& id, bool same) { reportCheck(shelf, id, same); });
    connect(&shelf, &Shelf::failed, this, [this](const LibraryError& error) { window_.say(sentence(error)); });
    connect(&shelf, &Shelf::removed, this, [this](const QString& id) {
        tables_.warn(id, tr("This snapshot was removed from the library."),
                     tr("What is shown stays until its tab is closed."));
    });
}

void SnapshotActions::perform(SnapshotAction action, Shelf& shelf, const QString& id) {
    const Snapshot* snapshot = shelf.find(id);
    if (snapshot == nullptr) return;
    switch (action) {
    case SnapshotAction::Open:
        return tables_.open(sourceOf(*snapshot, shelf));
    case SnapshotAction::Check:
        asked_.insert(id);
        window_.say(tr("Checking %1…").arg(titleOf(*snapshot)));
        return shelf.verify(id);
    case SnapshotAction::ShowInFolder:
        return showInFolder(QFileInfo(snapshot->file).path());
    case SnapshotAction::CopyPath:
        QGuiApplication::clipboard()->setText(snapshot->file);
        return window_.say(tr("Copied: %1").arg(snapshot->file));
    case SnapshotAction::Remove:
        return askRemove(shelf, *snapshot);
    case SnapshotAction::Keeping:
        return askKeeping(shelf);
    }
}

void SnapshotActions::askRemove(Shelf& shelf, const Snapshot& snapshot) {
    auto* dialog = new RemoveSnapshotDialog(describe(snapshot), snapshot.openedFrom.isEmpty(), &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &shelf, [this, &shelf, id = snapshot.id] {
        tables_.close(id);
        shelf.remove(id);
    });
    dialog->open();
}

void SnapshotActions::showInFolder(const QString& folder) {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        window_.say(tr("There is nothing to show folders with. It is %1").arg(folder));
}

void SnapshotActions::showFolder(const Shelf& shelf) {
    showInFolder(QFileInfo::exists(shelf.damagedFolder()) ? shelf.damagedFolder() : shelf.folder());
}

void SnapshotActions::reportCheck(const Shelf& shelf, const QString& id, bool same) {
    const bool asked = asked_.erase(id) > 0;
    const Snapshot* snapshot = shelf.find(id);
    if (snapshot == nullptr) return;
    if (!same)
        tables_.warn(
            id, tr("These are not the bytes that were kept."),
            tr("The file was altered or damaged on this machine: its SHA-256 is another than the manifest’s."));
    if (asked && same)
        window_.say(tr("%1 holds the bytes that were kept. SHA-256 %2")
                        .arg(titleOf(*snapshot), QString::fromLatin1(snapshot->sha256)));
    else if (!same)
        window_.say(tr("%1 was altered or damaged on this machine: its SHA-256 is another than the manifest’s.")
                        .arg(titleOf(*snapshot)));
}

void SnapshotActions::askKeeping(Shelf& shelf) {
    auto* dialog = new KeepingDialog(settings_.load().retention, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeepingDialog::ruleChanged, this, [this, &shelf, dialog] { plan(shelf, *dialog); });
    connect(dialog, &KeepingDialog::chosen, this, [this, &shelf](const Retention& rule) { applyRule(shelf, rule); });
    dialog->open();
    plan(shelf, *dialog);
}

void SnapshotActions::plan(Shelf& shelf, KeepingDialog& dialog) {
    const Retention rule = dialog.rule();
    shelf.tidy(shelf.snapshots(), rule, Shelf::Tidy::Plan,
               [asking = QPointer(&dialog), rule](const std::vector<Snapshot>& away) {
                   if (asking == nullptr || asking->rule() != rule) return;
                   QStringList lines;
                   quint64 bytes = 0;
                   for (const Snapshot& snapshot : away) {
                       lines.append(describe(snapshot));
                       bytes += snapshot.bytes;
                   }
                   asking->showPlan(lines, bytes);
               });
}

void SnapshotActions::applyRule(Shelf& shelf, const Retention& rule) {
    DesktopSettings settings = settings_.load();
    settings.retention = rule;
    if (!settings_.save(settings)) window_.say(tr("The choice could not be saved. It holds this once."));
    shelf.tidy(shelf.snapshots(), rule, Shelf::Tidy::Remove, [this](const std::vector<Snapshot>& away) {
        if (!away.empty()) window_.say(tr("Removed %n snapshots.", nullptr, static_cast<int>(away.size())));
    });
}

void SnapshotActions::tidy(Shelf& shelf) {
    const Retention rule = settings_.load().retention;
    if (rule.kind == Retention::Kind::Everything) return;
    shelf.tidy(shelf.snapshots(), rule, Shelf::Tidy::Remove, [this](const std::vector<Snapshot>& away) {
        if (!away.empty())
            window_.say(
                tr("Removed %n snapshots that are not to be kept any longer.", nullptr, static_cast<int>(away.size())));
    });
}

} // namespace idscope
