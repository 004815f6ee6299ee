#pragma once

#include "app/session/shelf.h"
#include "models/schema/schema.h"
#include "models/table/bytesource.h"
#include "models/table/table.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace idscope {

/// Where a table comes from, and how people know it.
struct TableSource {
    QString key;       ///< one table per key: the id of a snapshot, or a file in the state it was in when opened
    QStringList files; ///< several: one table of them all
    QStringList names; ///< of several: what people call each
    QString title;
    QString icon;
    QString origin;                 ///< for the status bar: "Snapshot 18 Jun 2024 09:41"
    const Schema* schema = nullptr; ///< null: recognised by the header
    TablePtr table = nullptr;       ///< when it is there already, it is not loaded from the file
    FileOwner owner = FileOwner::Others;
    std::shared_ptr<GrowingFile> growing = {}; ///< it is still being downloaded
    std::optional<IndexPlace> index = {};
    /// Keep other windows from tidying the snapshots away while the table is open.
    std::vector<std::shared_ptr<const FolderLock>> holds;
};

/// A snapshot's title for people: what was fetched, or the name of the file it is a copy of.
QString titleOf(const Snapshot& snapshot);
/// What tells it from others of its resource: an integration's name, or as much as its title.
QString nameOf(const Snapshot& snapshot);
/// The bundled icon of what it is of.
QString iconOf(const Snapshot& snapshot);
/// A name or path that comes from outside as it may stand in a title or a sentence: what would not be drawn as itself
/// is drawn as its code.
QString shownName(const QString& name);
/// "exact.csv in /home/ada/…/exports": where a file is, for a sentence; a long folder lacks its middle.
QString fileWords(const QString& path);
/// "Relations, Okta, 18 Jun 2024 09:41 (14,864 rows, 458 MB)"
QString describe(const Snapshot& snapshot);

TableSource sourceOf(const Snapshot& snapshot, const Shelf& shelf);
/// The snapshots that the key of a source stands for: one, or those that are one table together.
QStringList idsIn(const QString& key);
/// Several snapshots of one resource as one table. `shelfOf` tells where each is kept. Not empty.
TableSource sourceOf(const std::vector<Snapshot>& snapshots,
                     const std::function<const Shelf&(const Snapshot&)>& shelfOf);

/// A title as the name of a CSV file: no folder, nothing hidden, nothing invisible, and short enough for every file
/// system.
QString fileNameFor(const QString& title);

} // namespace idscope
