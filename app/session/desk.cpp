#include "app/session/desk.h"

#include "models/base/atomicfile.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/transfer/integrationlist.h"
#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/transfers/transferspanel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 100; ///< the side bar follows the transfers at most so often

/// No profile has it: their names, and so their IDs, hold no line ends.
const auto sampleId = u"\nsample"_s;

QString folderOf(const QString& file) {
    return QFileInfo(file).absolutePath();
}

QString viewsOf(const DeskSetup& setup) {
    return folderOf(setup.settings) + u"/views"_s;
}

} // namespace

Desk::Desk(DeskSetup setup, ThemeController& themes, FilePicker& picker)
    : setup_(std::move(setup)), themes_(themes), settings_(setup_.settings), shelf_(setup_.library),
      transfers_(resources()), window_(transfers_), tables_(window_, picker, resources(), settings_),
      references_(window_, tables_,
                  {.snapshots = [this] { return snapshots(); },
                   .source = [this](const Snapshot& each) { return sourceOf(each, shelfWith(each.id)); },
                   .open = [this](const QString& id) { openSnapshot(id); }}),
      graphs_(window_, tables_, picker, resources()), opened_(window_, tables_, shelf_), unfetched_(window_),
      arrivals_(tables_), actions_(window_, tables_, settings_), views_(window_, picker, viewsOf(setup_)),
      connections_(Profiles(setup_.profiles), setup_.keychain, setup_.exports, window_, picker) {
    for (const QString& folder : std::set{folderOf(setup_.settings), viewsOf(setup_), folderOf(setup_.profiles)})
        removeUnfinished(folder);
    for (const Profile& profile : connections_.list())
        addTenant(profile, profile.base.host(), shelf_);
    connectWindow(picker);
    connectConnections();
    connectTables();
    connectGraphs();
    connectPictures();
    connect(&shelf_, &Shelf::changed, this, &Desk::refreshSoon);
    actions_.watch(shelf_);
    window_.restoreLayoutState(settings_.load().layout);
    refresh_.setSingleShot(true);
    refresh_.setInterval(refreshMs);
    connect(&refresh_, &QTimer::timeout, this, &Desk::refresh);
    connect(&transfers_, &QAbstractItemModel::dataChanged, this, &Desk::refreshSoon);
    connect(&transfers_, &TransferModel::summaryChanged, this, &Desk::refreshSoon);
    connect(&transfers_, &TransferModel::summaryChanged, this, &Desk::endTransfers);
    refresh();
}

Desk::~Desk() {
    rememberSession();
    // Pages look at sessions, graphs and models that go before the window does.
    while (Page* page = window_.currentPage())
        window_.closePage(page);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Desk::connectWindow(FilePicker& picker) {
    SideBar& side = window_.sideBar();
    StartPage& start = window_.startPage();
    TransfersPanel& panel = window_.transfers();
    const auto askOpen = [this, &picker] {
        picker.askOpen(&window_, tr("Open CSV files"), [this](const QStringList& files) { openFiles(files); });
    };
    connect(&window_, &MainWindow::openRequested, this, askOpen);
    connect(&start, &StartPage::openFilesRequested, this, askOpen);
    connect(&window_, &MainWindow::filesDropped, this, &Desk::openFiles);
    connect(&window_, &MainWindow::connectRequested, &connections_, &Connections::connectNew);
    connect(&start, &StartPage::connectRequested, &connections_, &Connections::connectNew);
    connect(&start, &StartPage::tenantRequested, this, &Desk::choose);
    connect(&start, &StartPage::sampleRequested, this, &Desk::openSample);
    connect(&start, &StartPage::snapshotActionRequested, this, &Desk::perform);
    connect(&start, &StartPage::folderRequested, this, [this] { actions_.showFolder(shelf_); });
    connect(&window_, &MainWindow::profileRequested, this, [this](const QString& id) {
        if (const Tenant* known = tenantOf(id)) connections_.edit(known->profile);
    });
    connect(&window_, &MainWindow::preferencesRequested, this, &Desk::askPreferences);
    connect(&window_, &MainWindow::fetchAllRequested, this, &Desk::fetchAll);
    connect(&window_, &MainWindow::fetchRelationsRequested, this,
            [this](ResourcePage* page, const std::vector<RowId>& rows) { fetchRelations(*page, rows); });
    connect(&window_, &MainWindow::currentPageChanged, this, &Desk::refreshSoon);
    connect(&unfetched_, &Unfetched::fetchRequested, this, &Desk::fetch);

    connect(&side, &SideBar::connectRequested, &connections_, &Connections::connectNew);
    connect(&side, &SideBar::profileEditRequested, &window_, &MainWindow::profileRequested);
    connect(&side, &SideBar::profileRemovalRequested, this, [this](const QString& id) {
        if (const Tenant* known = tenantOf(id)) connections_.remove(known->profile);
    });
    connect(&side, &SideBar::sampleRequested, this, &Desk::openSample);
    connect(&side, &SideBar::profileChosen, this, &Desk::choose);
    connect(&side, &SideBar::fetchAllRequested, this, &Desk::fetchAll);
    connect(&side, &SideBar::fetchRequested, this, &Desk::fetch);
    connect(&side, &SideBar::cancelAllRequested, this, &Desk::cancelAll);
    connect(&side, &SideBar::resourceActivated, this, &Desk::openTarget);
    connect(&side, &SideBar::snapshotActivated, this, &Desk::openSnapshot);
    connect(&side, &SideBar::snapshotsActivated, this, &Desk::openTogether);
    connect(&side, &SideBar::snapshotActionRequested, this, &Desk::perform);
    connect(&side, &SideBar::folderRequested, this, [this] { actions_.showFolder(shelf()); });

    connect(&panel, &TransfersPanel::cancelRequested, this, &Desk::cancelTransfer);
    connect(&window_, &MainWindow::cancelRequested, this, &Desk::cancelTransfer);
    connect(&panel, &TransfersPanel::openRequested, this, &Desk::openTransfer);
    connect(&panel, &TransfersPanel::retryRequested, this, [this](quint64 transfer) {
        if (Fetcher* owner = ownerOf(transfer)) owner->retry(transfer);
    });
    connect(&panel, &TransfersPanel::retryFailedRequested, this, [this] {
        for (const auto& tenant : tenants_)
            for (const auto& fetcher : tenant->fetchers)
                fetcher->retryFailed();
    });
}

void Desk::connectConnections() {
    connect(&connections_, &Connections::saved, this, &Desk::takeProfile);
    connect(&connections_, &Connections::connected, this, [this](const QString& id, const Connection& connection) {
        Tenant* known = tenantOf(id);
        if (known == nullptr) return;
        connectFetcher(*known, connection);
        if (const auto act = std::exchange(whenConnected_, nullptr); act && id == current_) act(*known->fetcher());
        refreshSoon();
    });
    connect(&connections_, &Connections::dismissed, this, [this] { whenConnected_ = nullptr; });
    connect(&connections_, &Connections::removed, this, &Desk::removeTenant);
    connect(&connections_, &Connections::keyPlaceChanged, this, &Desk::refreshSoon);
    connect(&connections_, &Connections::said, &window_, &MainWindow::say);
    connections_.probe([this](std::expected<void, KeychainFault> state) { window_.startPage().showKeychain(state); });
    if (const auto last = connections_.lastUsed()) window_.startPage().showTenant(last->id, last->name);
}

// Tenants

Tenant* Desk::tenantOf(const QString& id) {
    const auto known = std::ranges::find(tenants_, id, [](const auto& each) { return each->profile.id; });
    return known == tenants_.end() ? nullptr : known->get();
}

Fetcher* Desk::ownerOf(quint64 transfer) {
    for (const auto& tenant : tenants_)
        for (const auto& fetcher : tenant->fetchers)
            if (fetcher->owns(transfer)) return fetcher.get();
    return nullptr;
}

Tenant& Desk::addTenant(Profile profile, const QString& address, Shelf& shelf) {
    tenants_.push_back(
        std::make_unique<Tenant>(Tenant{.profile = std::move(profile), .address = address, .shelf = &shelf}));
    return *tenants_.back();
}

void Desk::connectFetcher(Tenant& tenant, Connection connection) {
    tenant.fetchers.push_back(std::make_unique<Fetcher>(std::move(connection), setup_.exports, *tenant.shelf,
                                                        tenant.profile.id, ++fetchers_, transfers_, resources()));
    connect(tenant.fetcher(), &Fetcher::arriving, this, &Desk::follow);
    connect(tenant.fetcher(), &Fetcher::kept, this,
            [this, &tenant](quint64 transfer, const Snapshot& snapshot) { keep(tenant, transfer, snapshot); });
    connect(tenant.fetcher(), &Fetcher::refused, this, [this](const LibraryError& error) {
        window_.say(tr("The library takes nothing new. %1").arg(sentence(error)));
    });
}

void Desk::choose(const QString& id) {
    if (id != current_) whenConnected_ = nullptr;
    if (id != current_ && !current_.isEmpty()) unfetched_.close(); // it was of the other tenant
    current_ = id;
    if (id != sampleId) connections_.setLastUsed(id);
    window_.showWorkspace();
    refresh();
}

void Desk::openSample() {
    if (sample_) return choose(sampleId);
    sample_ = std::make_unique<SampleService>(setup_.sample);
    if (!sampleFolder_) sampleFolder_ = std::make_unique<WorkFolder>(QDir::tempPath(), u"idscope-sample-"_s);
    if (!sampleFolder_->isThere() || !sample_->start()) {
        window_.say(sampleFolder_->isThere() ? sample_->error() : tr("%1 can’t be written to.").arg(QDir::tempPath()));
        sample_.reset();
        return;
    }
    sampleShelf_ = std::make_unique<Shelf>(sampleFolder_->path() + u"/snapshots"_s);
    connect(sampleShelf_.get(), &Shelf::changed, this, &Desk::refreshSoon);
    actions_.watch(*sampleShelf_);
    const Connection connection = sample_->connection();
    Tenant& tenant =
        addTenant({.name = tr("Sample tenant"), .base = connection.base, .keyId = connection.keyId, .id = sampleId},
                  tr("on this machine"), *sampleShelf_);
    connectFetcher(tenant, connection);
    choose(sampleId);
    openByItself_ = u"Okta"_s;
    foldWhenDone_ = true;
    window_.setTransfersShown(true);
    fetchAll();
    fetch({.resource = std::string(schemas::entities.key), .integration = {}, .integrationName = {}}); // it has names
}

void Desk::takeProfile(const Profile& profile) {
    Tenant* known = tenantOf(profile.id);
    if (known == nullptr) known = &addTenant(profile, {}, shelf_);
    known->profile = profile;
    known->address = profile.base.host();
    const auto act = std::move(whenConnected_); // it was waiting for this
    choose(profile.id);
    whenConnected_ = act;
}

void Desk::removeTenant(const QString& id) {
    const auto gone = std::ranges::find(tenants_, id, [](const auto& each) { return each->profile.id; });
    if (gone == tenants_.end()) return;
    // Its transfers end, and nobody hears of them any more.
    for (const auto& fetcher : (*gone)->fetchers)
        for (const quint64 transfer : fetcher->transfers()) {
            for (const auto& [key, loading] : std::map(loadingFor_))
                if (loading == transfer) tables_.cancelLoading(key);
            fetcher->cancel(transfer);
            transfers_.remove(transfer);
        }
    tenants_.erase(gone);
    if (current_ == id) {
        current_.clear();
        unfetched_.close();
    }
    refresh();
}

// Fetching

void Desk::withFetcher(std::function<void(Fetcher&)> act) {
    Tenant* known = current();
    if (known != nullptr && known->fetcher() != nullptr) return act(*known->fetcher());
    whenConnected_ = std::move(act);
    if (known == nullptr)
        connections_.connectNew();
    else
        connections_.connectTo(known->profile);
}

void Desk::fetchAll() {
    withFetcher([](Fetcher& fetcher) { fetcher.fetchAll(); });
}

void Desk::fetch(const ExportTarget& target) {
    withFetcher([target](Fetcher& fetcher) { fetcher.fetch(target); });
}

void Desk::fetchRelations(ResourcePage& page, const std::vector<RowId>& rows) {
    const auto targets = integrationsIn(*page.session().table(), rows).value_or(std::vector<ExportTarget>());
    if (targets.empty()) return window_.say(tr("These integrations have no ID, so nothing can be fetched for them."));
    // From the tenant whose integrations they are, whichever is looked at now.
    const QString id = tables_.frontKey();
    const Snapshot* shown = shelfWith(id).find(id);
    if (shown != nullptr && tenantOf(shown->profile) != nullptr && shown->profile != current_) choose(shown->profile);
    withFetcher([this, targets](Fetcher& fetcher) {
        window_.setTransfersShown(true);
        for (const ExportTarget& target : targets)
            fetcher.fetch(target);
    });
}

void Desk::endTransfers() {
    const TransferModel::Counts counts = transfers_.counts();
    if (counts.running + counts.queued > 0) return;
    actions_.tidy(shelf_);
    if (!foldWhenDone_ || counts.done < static_cast<int>(resources().size())) return;
    foldWhenDone_ = false;
    if (counts.failed == 0) window_.setTransfersShown(false);
}

void Desk::cancelTransfer(quint64 transfer) {
    Fetcher* owner = ownerOf(transfer);
    if (owner == nullptr || owner->cancel(transfer)) return;
    for (const auto& [key, loading] : loadingFor_)
        if (loading == transfer) return tables_.cancelLoading(key);
}

void Desk::cancelAll() {
    for (const auto& tenant : tenants_)
        for (const auto& fetcher : tenant->fetchers)
            fetcher->cancelAll();
    for (const auto& [key, transfer] : std::map(loadingFor_))
        tables_.cancelLoading(key);
}

// Opening

Shelf& Desk::shelf() {
    const Tenant* tenant = current();
    return tenant != nullptr ? *tenant->shelf : shelf_;
}

Shelf& Desk::shelfWith(const QString& id) {
    return shelf_.find(id) != nullptr ? shelf_ : shelf();
}

std::vector<Snapshot> Desk::snapshots() {
    const Tenant* tenant = current();
    if (tenant == nullptr) return shelf_.snapshots();
    std::vector<Snapshot> own = shelf_.snapshots();
    if (tenant->shelf != &shelf_)
        own.insert(own.end(), tenant->shelf->snapshots().begin(), tenant->shelf->snapshots().end());
    std::erase_if(own, [tenant](const Snapshot& snapshot) {
        return snapshot.openedFrom.isEmpty() && snapshot.profile != tenant->profile.id;
    });
    std::ranges::stable_sort(own, std::ranges::greater(), &Snapshot::fetched);
    return own;
}

void Desk::perform(const QString& id, SnapshotAction action) {
    if (action == SnapshotAction::Open)
        openSnapshot(id);
    else
        actions_.perform(action, shelfWith(id), id);
}

void Desk::openTransfer(quint64 transfer) {
    for (const auto& tenant : tenants_)
        for (const auto& fetcher : tenant->fetchers)
            if (const auto target = fetcher->targetOf(transfer)) {
                choose(tenant->profile.id);
                openTarget(*target);
                return;
            }
}

void Desk::openFiles(const QStringList& files) {
    opened_.open(files);
    refreshSoon();
}

} // namespace idscope
