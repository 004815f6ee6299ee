#pragma once

#include "app/session/settings.h"
#include "models/items/tablesession.h"
#include "views/dialogs/filepicker.h"

#include <QObject>

#include <map>
#include <memory>

namespace idscope {

class MainWindow;
class ResourcePage;

/// Where a table comes from, and how people know it.
struct TableSource {
    QString key; ///< one table per key: the path of a file, or the id of a snapshot
    QString file;
    QString title;
    QString icon;
    QString origin;                 ///< for the status bar: "Snapshot 18 Jun 2024 09:41"
    const Schema* schema = nullptr; ///< null: recognised by the header
};

/// The tables in memory: those with a tab, and those being loaded to be counted. Owns the sessions; the pages belong to
/// the window. GUI thread.
class OpenTables final : public QObject {
    Q_OBJECT
public:
    /// `settings` keep how the columns of each resource are arranged.
    OpenTables(MainWindow& window, FilePicker& picker, SchemaList schemas, SettingsFile settings);
    ~OpenTables() override;

    /// Loads a table without a tab; it is let go when loaded() has returned and nobody has opened it.
    void load(const TableSource& source);
    /// Opens a table in a tab, or brings its tab to the front.
    void open(const TableSource& source);
    [[nodiscard]] bool isShown(const QString& key) const;
    /// The key of the tab in front; empty when there is none.
    [[nodiscard]] QString frontKey() const;
    /// Stops loading; what is shown stays.
    void cancelLoading(const QString& key);
    /// Closes the tab of a table that is going away.
    void close(const QString& key);

    /// Asks where to, and saves what the page shows.
    void save(ResourcePage& page, bool forSpreadsheets);

Q_SIGNALS:
    void loading(const QString& key, quint64 rows, quint64 bytes);
    void loaded(const QString& key, const idscope::TablePtr& table);
    void loadingFailed(const QString& key, const idscope::TableError& error);
    void loadingCancelled(const QString& key);

private:
    struct Entry {
        TableSource source;
        std::unique_ptr<TableSession> session;
        ResourcePage* page = nullptr;
    };

    Entry& begin(const TableSource& source);
    void forgetUnshown(const QString& key);
    void keepColumns(ResourcePage& page);
    void forget(ResourcePage* page);
    void saveTo(const QString& key, const QString& path, bool forSpreadsheets);
    void write(const QString& key, const QString& path, bool forSpreadsheets, bool reveal);
    void reportSave(const SaveResult& result);

    MainWindow& window_;
    FilePicker& picker_;
    SchemaList schemas_;
    SettingsFile settings_;
    std::map<QString, Entry> entries_;
};

} // namespace idscope
