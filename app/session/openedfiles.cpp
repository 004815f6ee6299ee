#include "app/session/openedfiles.h"

#include "views/mainwindow/mainwindow.h"

#include <QFileInfo>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString& path, qint64 bytes, const QDateTime& modified) {
    return path + u'\n' + QString::number(bytes) + u'\n' + QString::number(modified.toMSecsSinceEpoch());
}

} // namespace

OpenedFiles::OpenedFiles(MainWindow& window, OpenTables& tables, Shelf& shelf)
    : window_(window), tables_(tables), shelf_(shelf) {
    connect(&tables_, &OpenTables::loaded, this, &OpenedFiles::copy);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &OpenedFiles::look);
}

OpenedFiles::State OpenedFiles::stateOf(const QString& path) {
    const QFileInfo info(path);
    return {.path = path, .bytes = info.size(), .modified = info.lastModified(), .shownAs = {}};
}

void OpenedFiles::open(const QStringList& files) {
    for (const QString& file : files) {
        const QFileInfo info(file);
        // Reading a pipe may last for ever, and here nobody could end it.
        if (info.exists() && !info.isFile())
            window_.say(
                tr("%1 is not a file and was not opened. For a pipe there is “idscope query -”.").arg(shownName(file)));
        else
            openOne(info.absoluteFilePath());
    }
}

void OpenedFiles::openOne(const QString& path) {
    State state = stateOf(path);
    const QString key = keyOf(path, state.bytes, state.modified);
    const auto known = opened_.find(key);
    if (known != opened_.end())
        if (const Snapshot* copied = shelf_.find(known->second.shownAs)) return tables_.open(sourceOf(*copied, shelf_));
    state.shownAs = key;
    opened_[key] = std::move(state);
    watcher_.addPath(path);
    tables_.open({.key = key,
                  .files = {path},
                  .title = shownName(QFileInfo(path).fileName()),
                  .icon = u"file"_s,
                  .origin = shownName(path),
                  .schema = nullptr,
                  .holds = {}});
}

void OpenedFiles::copy(const QString& key, const TablePtr& table) {
    const auto known = opened_.find(key);
    if (known == opened_.end()) return;
    const Schema* schema = table->schema();
    const OpenedFile file{.path = known->second.path,
                          .resource = schema != nullptr ? std::string(schema->key) : std::string(),
                          .rows = table->rowCount(),
                          .bytes = static_cast<std::uint64_t>(known->second.bytes),
                          .modified = known->second.modified};
    shelf_.copyIn(file, [this, key, table](const auto& copied) {
        if (copied) shelf_.keepIndex(copied->id, table);
        moveOver(key, copied);
    });
}

void OpenedFiles::moveOver(const QString& key, const std::expected<Snapshot, LibraryError>& copied) {
    if (copied) {
        opened_[key].shownAs = copied->id;
        tables_.moveOver(key, sourceOf(*copied, shelf_));
    } else if (copied.error().kind == LibraryErrorKind::Changed) {
        look(opened_[key].path);
    } else if (copied.error().kind != LibraryErrorKind::Stopped) {
        window_.say(tr("Shown, but not copied into the library. %1").arg(sentence(copied.error())));
    }
}

void OpenedFiles::look(const QString& path) {
    const bool there = QFileInfo::exists(path);
    if (there) watcher_.addPath(path); // one that was replaced is another file
    const State now = stateOf(path);
    for (const auto& [key, state] : opened_) {
        if (state.path != path || (there && state.bytes == now.bytes && state.modified == now.modified)) continue;
        const QString name = shownName(QFileInfo(path).fileName());
        const QString lead =
            there ? tr("%1 has changed since it was opened.").arg(name) : tr("%1 is not there any more.").arg(name);
        const QString cure = there ? tr("Open it again to see what it holds now.") : QString();
        const bool copied = state.shownAs != key;
        tables_.warn(state.shownAs, lead,
                     (copied ? tr("Shown is the copy in the library.") : tr("Shown is what was read then.")) + u' ' +
                         cure);
    }
}

} // namespace idscope
