#include "app/session/shelf.h"

#include "models/base/withinmemory.h"

#include <QDir>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

namespace idscope {

namespace {

constexpr int settleMs = 150;
constexpr std::uint64_t worthAnIndex = std::uint64_t{4} << 20U; ///< bytes: what loads within a frame needs none

bool isNewer(const Snapshot& a, const Snapshot& b) {
    return a.fetched != b.fetched ? a.fetched > b.fetched : a.id > b.id;
}

} // namespace

Shelf::Shelf(const QString& folder) : library_(folder) {
    settle_.setSingleShot(true);
    settle_.setInterval(settleMs);
    connect(&settle_, &QTimer::timeout, this, &Shelf::relist);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settle_, qOverload<>(&QTimer::start));
    relist();
    const auto tidy = [this] {
        library_.removeLeftovers(stop_.get_token());
        return true;
    };
    run(slow_, tidy, [](bool) {});
}

Shelf::~Shelf() {
    stop_.request_stop();
    slow_.clear();
}

/// Works in a queue and answers on this one. For want of memory work fails; where it can't say so, nothing comes of
/// it.
template <class Work, class Then>
void Shelf::run(TaskQueue& queue, Work work, Then then) {
    queue.add([this, work = std::move(work), then = std::move(then)] {
        using Result = decltype(work());
        const auto failed = [this]() -> std::shared_ptr<Result> {
            if constexpr (requires { typename Result::error_type; })
                return std::make_shared<Result>(std::unexpected(LibraryError{library_.folder(), ENOMEM}));
            return nullptr;
        };
        const auto result = withinMemory([&] { return std::make_shared<Result>(work()); }, failed);
        if (!result) return;
        QMetaObject::invokeMethod(this, [result, then] { then(*result); }, Qt::QueuedConnection);
    });
}

const Snapshot* Shelf::find(const QString& id) const {
    const auto at = std::ranges::find(snapshots_, id, &Snapshot::id);
    return at == snapshots_.end() ? nullptr : &*at;
}

std::shared_ptr<const FolderLock> Shelf::hold(const QString& id) const {
    auto lock = library_.hold(id);
    return lock ? std::make_shared<const FolderLock>(*std::move(lock)) : nullptr;
}

// What is there

void Shelf::relist() {
    std::set<QString> known;
    for (const Snapshot& snapshot : snapshots_)
        known.insert(snapshot.id);
    run(quick_, [this] { return readFolder(); }, [this, known](const Listing& listing) { take(listing, known); });
}

Shelf::Listing Shelf::readFolder() {
    Listing listing{.ready = library_.makeReady(), .contents = library_.list()};
    for (const QString& id : listing.contents.damaged)
        if (library_.setAside(id)) ++listing.setAside;
    return listing;
}

void Shelf::take(const Listing& listing, const std::set<QString>& known) {
    const auto& now = listing.contents.snapshots;
    notReady_ = listing.ready ? std::nullopt : std::optional(listing.ready.error());
    damaged_ = static_cast<int>(listing.contents.damaged.size()) - listing.setAside;
    newer_ = listing.contents.newer;
    unreadable_ = listing.contents.unreadable;
    setAside_ += listing.setAside;
    listed_ = true;
    if (watcher_.directories().isEmpty() && watcher_.addPath(library_.folder()))
        settle_.start(); // what came since it was read was not watched
    const auto before = std::exchange(snapshots_, now);
    for (const Snapshot& snapshot : before) // copied in while the folder was being read
        if (!known.contains(snapshot.id) && find(snapshot.id) == nullptr)
            snapshots_.insert(std::ranges::lower_bound(snapshots_, snapshot, isNewer), snapshot);
    Q_EMIT changed();
    for (const Snapshot& snapshot : before)
        if (find(snapshot.id) == nullptr) Q_EMIT removed(snapshot.id);
}

void Shelf::insert(const Snapshot& snapshot) {
    if (find(snapshot.id) != nullptr) return;
    snapshots_.insert(std::ranges::lower_bound(snapshots_, snapshot, isNewer), snapshot);
    Q_EMIT changed();
}

QString Shelf::warning() const {
    QStringList sentences;
    if (setAside_ > 0) sentences += tr("%n damaged snapshots were set aside.", nullptr, setAside_);
    if (damaged_ > 0) sentences += tr("%n snapshots are damaged.", nullptr, damaged_);
    if (unreadable_ > 0) sentences += tr("%n snapshots can’t be read.", nullptr, unreadable_);
    if (newer_ > 0)
        sentences += tr("%n snapshots of a newer version of Idscope are there, but not shown.", nullptr, newer_);
    if (notReady_) sentences += sentence(*notReady_);
    return sentences.join(u' ');
}

// What is done to it

void Shelf::prepare(Prepared then) {
    const auto work = [this]() -> std::expected<QString, LibraryError> {
        if (auto ready = library_.makeReady(); !ready) return std::unexpected(ready.error());
        return library_.workFolder();
    };
    run(quick_, work, std::move(then));
}

void Shelf::keep(const DownloadedExport& download, const QString& profile, Kept then) {
    run(
        quick_, [this, download, profile] { return library_.adopt(download, profile); },
        [this, then = std::move(then)](const std::expected<Snapshot, LibraryError>& result) {
            if (result) insert(*result);
            then(result);
        });
}

void Shelf::copyIn(const OpenedFile& opened, Kept then) {
    run(
        slow_, [this, opened] { return library_.copyIn(opened, stop_.get_token()); },
        [this, then = std::move(then)](const std::expected<Snapshot, LibraryError>& result) {
            if (result) insert(*result);
            then(result);
        });
}

void Shelf::remove(const QString& id) {
    run(
        quick_, [this, id] { return library_.remove(id); },
        [this, id](const std::expected<void, LibraryError>& result) {
            if (!result && result.error().kind != LibraryErrorKind::NotThere) Q_EMIT failed(result.error());
            relist();
        });
}

void Shelf::keepIndex(const QString& id, const TablePtr& table) {
    const Snapshot* snapshot = find(id);
    if (snapshot == nullptr || table->isFromIndex() || table->bytes() < worthAnIndex) return;
    run(
        slow_, [this, asked = *snapshot, table] { return library_.keepIndex(asked, *table, stop_.get_token()); },
        [](const std::expected<void, LibraryError>&) {});
}

void Shelf::verify(const QString& id) {
    const Snapshot* snapshot = find(id);
    if (snapshot == nullptr) return;
    run(
        slow_, [this, asked = *snapshot] { return Library::verify(asked, stop_.get_token()); },
        [this, id](const std::expected<bool, LibraryError>& same) {
            if (!same) {
                if (find(id) != nullptr) Q_EMIT failed(same.error());
                return;
            }
            if (!*same && spoilt_.insert(id).second) Q_EMIT changed();
            Q_EMIT verified(id, *same);
        });
}

void Shelf::tidy(std::vector<Snapshot> among, const Retention& rule, Tidy how,
                 std::function<void(const std::vector<Snapshot>&)> then) {
    const auto work = [this, among = std::move(among), rule, how] {
        auto away = notKept(among, rule, QDateTime::currentDateTimeUtc());
        std::erase_if(away, [&](const Snapshot& snapshot) {
            return library_.isHeld(snapshot.id) || (how == Tidy::Remove && !library_.remove(snapshot.id));
        });
        return away;
    };
    run(quick_, work, [this, how, then = std::move(then)](const std::vector<Snapshot>& away) {
        if (how == Tidy::Remove && !away.empty()) relist();
        then(away);
    });
}

} // namespace idscope
