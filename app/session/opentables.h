#pragma once

#include "app/session/settings.h"
#include "app/session/tablesource.h"
#include "models/items/backgroundjob.h"
#include "models/items/tablesession.h"
#include "views/dialogs/filepicker.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace idscope {

class MainWindow;
class Page;
class ResourcePage;

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
    /// Loads a table again from the beginning, in its tab if it has one, because what it is read from began anew.
    void loadAnew(const TableSource& source);
    [[nodiscard]] bool isShown(const QString& key) const;
    [[nodiscard]] bool isLoading(const QString& key) const;
    /// The key of the tab in front; empty when there is none.
    [[nodiscard]] QString frontKey() const;
    /// The keys of all tabs, from left to right.
    [[nodiscard]] QStringList shownKeys() const;
    /// Stops loading; what is shown stays.
    void cancelLoading(const QString& key);
    /// Closes the tab of a table that is going away.
    void close(const QString& key);
    /// The same bytes are known as something else from now on: a file that was copied into the library, a download that
    /// was kept there. Nothing happens where that is open already.
    void moveOver(const QString& key, const TableSource& source);
    /// Says above a table what is wrong with where it comes from.
    void warn(const QString& key, const QString& lead, const QString& words);

    /// The table of this key, when it is loaded whole and still in memory.
    [[nodiscard]] TablePtr loadedTable(const QString& key) const;
    /// The key of the table on a page; empty when it is none of these.
    [[nodiscard]] QString keyOf(const ResourcePage& page) const;
    /// Null: it has no tab.
    [[nodiscard]] ResourcePage* pageOf(const QString& key) const;
    /// Where the table of a page comes from; nothing when it is none of these.
    [[nodiscard]] std::optional<TableSource> sourceOf(const ResourcePage& page) const;
    /// Tells people how saving from a session went.
    void reportSavingOf(TableSession& session);

    /// Asks where to, and saves what the page shows.
    void save(ResourcePage& page, bool forSpreadsheets);

Q_SIGNALS:
    /// A tab has been made.
    void opened(idscope::ResourcePage* page);
    /// Both interned so far.
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
    static void startLoading(const Entry& entry);
    /// Empty: it is none of these any more.
    [[nodiscard]] QString keyOf(const TableSession& session) const;
    void forgetUnshown(const QString& key);
    void keepColumns(ResourcePage& page);
    void keepFacets(ResourcePage& page);
    void forget(const Page* page);
    /// Null: the page is none of these, or gone.
    [[nodiscard]] Entry* entryOf(const Page* page);
    void saveTo(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets);
    void askAboutSecrets(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets);
    void write(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets, bool reveal);
    void reportSave(const SaveResult& result);

    MainWindow& window_;
    FilePicker& picker_;
    SchemaList schemas_;
    SettingsFile settings_;
    std::map<QString, Entry> entries_;
    /// In what is to be saved.
    BackgroundJob lookForSecrets_;
};

} // namespace idscope
