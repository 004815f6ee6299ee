#pragma once

#include "app/session/opentables.h"
#include "app/session/shelf.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>

#include <map>

namespace idscope {

class MainWindow;

/// The files that people open: shown at once, copied into the library when they are read, and from then on the copy is
/// what is open. That a file has changed or gone since is said on its page. GUI thread.
class OpenedFiles final : public QObject {
    Q_OBJECT
public:
    OpenedFiles(MainWindow& window, OpenTables& tables, Shelf& shelf);

    void open(const QStringList& files);

private:
    /// A file in the state in which it was opened.
    struct State {
        QString path;
        qint64 bytes = 0;
        QDateTime modified;
        QString shownAs; ///< key of its table: the snapshot's id once it is copied
        friend bool operator==(const State&, const State&) = default;
    };
    static State stateOf(const QString& path);
    void openOne(const QString& file);
    void copy(const QString& key, const TablePtr& table);
    void moveOver(const QString& key, const std::expected<Snapshot, LibraryError>& copied);
    void look(const QString& path);

    MainWindow& window_;
    OpenTables& tables_;
    Shelf& shelf_;
    std::map<QString, State> opened_; ///< by path, size and time
    QFileSystemWatcher watcher_;
};

} // namespace idscope
