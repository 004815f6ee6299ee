#pragma once

#include "app/sample/sampleservice.h"
#include "app/session/arrivals.h"
#include "app/session/connections.h"
#include "app/session/crossreferences.h"
#include "app/session/graphs.h"
#include "app/session/navigator.h"
#include "app/session/openedfiles.h"
#include "app/session/opentables.h"
#include "app/session/pictures.h"
#include "app/session/savedviews.h"
#include "app/session/settings.h"
#include "app/session/snapshotactions.h"
#include "app/session/tenant.h"
#include "app/session/unfetched.h"
#include "models/items/transfermodel.h"
#include "views/mainwindow/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace idscope {

/// What a Desk works with; tests bring their own places and answers.
struct DeskSetup {
    QString library;  ///< folder of the snapshots
    QString settings; ///< file
    QString profiles; ///< file
    std::shared_ptr<SecretStore> keychain;
    SampleService::Options sample{};
    ExportSettings exports{};
    bool keepsTabs = true; ///< false: the run is about something else, and those kept from before stay as they are
};

/// The window with everything behind it: builds, owns, connects. GUI thread.
class Desk final : public QObject {
    Q_OBJECT
public:
    /// `themes` and `picker` must outlive this.
    Desk(DeskSetup setup, ThemeController& themes, FilePicker& picker);
    ~Desk() override;

    [[nodiscard]] MainWindow& window() { return window_; }
    [[nodiscard]] TransferModel& transfers() { return transfers_; }

    /// Starts the sample tenant if need be, shows it, and fetches all of it.
    void openSample();
    void openFiles(const QStringList& files);
    /// Opens the tabs of the last run, if people want that, as soon as it is known what there is.
    void reopenTabs();

private:
    void connectWindow(FilePicker& picker);
    void connectTables();

    void connectConnections();

    /// By its profile's ID.
    [[nodiscard]] Tenant* tenantOf(const QString& id);
    [[nodiscard]] Tenant* current() { return tenantOf(current_); }
    [[nodiscard]] Fetcher* ownerOf(quint64 transfer);
    Tenant& addTenant(Profile profile, const QString& address, Shelf& shelf);
    void connectFetcher(Tenant& tenant, Connection connection);
    void choose(const QString& id);
    void takeProfile(const Profile& profile);
    void removeTenant(const QString& id);
    [[nodiscard]] QString addressOf(const Tenant& tenant) const;

    void fetchAll();
    void fetch(const ExportTarget& target);
    void fetchRelations(ResourcePage& page, const std::vector<RowId>& rows);
    /// With the fetcher of the tenant in force: at once, or when its secret has been found or said.
    void withFetcher(std::function<void(Fetcher&)> act);
    [[nodiscard]] bool opensByItself(const ExportTarget& target);
    void follow(quint64 transfer, const std::shared_ptr<GrowingFile>& file);
    void keep(Tenant& tenant, quint64 transfer, const Snapshot& snapshot);
    void finishLoading(const QString& key, const TablePtr& table);
    /// Tells the fetcher of the transfer whose table was being loaded, if it was one, and forgets it.
    void endLoading(const QString& key, const std::function<void(Fetcher&, quint64)>& tell);
    /// The panel that opened by itself folds by itself, when all went well; what is not to be kept any longer goes.
    void endTransfers();
    void cancelTransfer(quint64 transfer);
    void cancelAll();

    [[nodiscard]] Shelf& shelf();
    /// The one that has the snapshot, or the one in force.
    [[nodiscard]] Shelf& shelfWith(const QString& id);
    /// Of the tenant in force, or all; and the copies of opened files.
    [[nodiscard]] std::vector<Snapshot> snapshots();
    /// The newest snapshot; of a resource that has one per integration, the newest of each as one table. False: there
    /// is none, and a page that says so has come to the front.
    bool openTarget(const ExportTarget& target);
    bool openWhatIsThere(const ExportTarget& target);
    void openWhatWasMissing();
    [[nodiscard]] bool isUnderWay(const ExportTarget& target);
    /// Whether a transfer is of the tenant in force.
    [[nodiscard]] bool isOwn(quint64 transfer);
    void openSnapshot(const QString& id);
    /// As one table.
    void openTogether(const QStringList& ids);
    void open(const std::vector<Snapshot>& together);
    void verify(const QString& key);
    void openTransfer(quint64 transfer);
    void perform(const QString& id, SnapshotAction action);

    void rememberSession();
    [[nodiscard]] std::vector<KeptTab> tabsToKeep(const std::vector<KeptTab>& before) const;
    void openTabs(const QString& front);
    void askPreferences();
    void connectPictures();
    void setPictureHosts(const QStringList& hosts);

    void connectGraphs();
    [[nodiscard]] Graphs::Sources graphSources();

    void refreshSoon();
    void refresh();

    DeskSetup setup_;
    ThemeController& themes_;
    SettingsFile settings_;
    Shelf shelf_;
    std::unique_ptr<WorkFolder> sampleFolder_;
    std::unique_ptr<Shelf> sampleShelf_; ///< what the sample sends is gone when the program ends
    std::unique_ptr<SampleService> sample_;
    TransferModel transfers_;
    Pictures pictures_;
    MainWindow window_;
    OpenTables tables_;
    CrossReferences references_;
    Graphs graphs_;
    OpenedFiles opened_;
    Unfetched unfetched_;
    Arrivals arrivals_;
    SnapshotActions actions_;
    SavedViews views_;
    Connections connections_;
    std::function<void(Fetcher&)> whenConnected_;
    std::vector<std::unique_ptr<Tenant>> tenants_;
    quint64 fetchers_ = 0; ///< made so far
    QString current_;      ///< ID of the tenant in force; empty: none
    QString openByItself_; ///< name of the integration whose relations open by themselves
    bool foldWhenDone_ = false;
    std::map<QString, quint64> loadingFor_; ///< transfer by snapshot
    std::set<QString> unverified_;          ///< keys of tables that are loading from snapshots people have opened
    std::vector<KeptTab> unopened_;         ///< of the last run: before the library is listed, or for want of it
    QTimer refresh_;
};

} // namespace idscope
