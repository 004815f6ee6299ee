#include "app/commands/fetchrun.h"

#include "app/commands/console.h"
#include "app/commands/filenames.h"
#include "app/network/urlpolicy.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/transfer/integrationlist.h"
#include "models/words/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

/// What the folder's manifest says of the files that are there; without a manifest nothing.
std::expected<std::vector<ManifestEntry>, ManifestFault> entriesIn(const QString& folder) {
    QFile file(folder + u'/' + Manifest::fileName);
    if (!file.exists()) return {};
    if (!file.open(QIODevice::ReadOnly)) return std::unexpected(ManifestFault::NotAManifest);
    auto manifest = Manifest::fromJson(file.readAll());
    if (!manifest) return std::unexpected(manifest.error());
    std::erase_if(manifest->entries, [&](const ManifestEntry& entry) {
        return entry.failure || !QFileInfo(folder + u'/' + entry.file).isFile();
    });
    return std::move(manifest->entries);
}

/// A private folder for what is not complete yet: beside the target, so that finished files need only be renamed.
std::unique_ptr<WorkFolder> folderBeside(const QString& target) {
    const QString parent = QFileInfo(QDir(target).absolutePath()).absolutePath();
    const auto prefix = u".idscope-fetch-"_s;
    auto folder = std::make_unique<WorkFolder>(parent, prefix);
    if (!folder->isThere()) folder = std::make_unique<WorkFolder>(QDir::tempPath(), prefix);
    return folder;
}

} // namespace

FetchRun::FetchRun(Connection connection, FetchPlan plan, QString profile)
    : connection_(std::move(connection)), plan_(std::move(plan)), profile_(std::move(profile)) {}

std::expected<void, LibraryError> FetchRun::prepare() {
    if (auto made = makeFolder(plan_.out); !made) return made;
    if (auto read = readEarlier(); !read) return read;
    downloads_ = folderBeside(plan_.out);
    if (!downloads_->isThere()) return std::unexpected(downloads_->error());
    return {};
}

std::expected<void, LibraryError> FetchRun::readEarlier() {
    const QString manifest = plan_.out + u'/' + Manifest::fileName;
    auto earlier = entriesIn(plan_.out);
    if (earlier) {
        earlier_ = *std::move(earlier);
        return {};
    }
    if (earlier.error() == ManifestFault::NewerVersion)
        return std::unexpected(LibraryError{manifest, 0, LibraryErrorKind::NewerVersion});
    // Nobody's to overwrite: perhaps another program's, perhaps all that is left of a description.
    const QString aside =
        manifest + QDateTime::currentDateTimeUtc().toString(u".yyyyMMdd'T'HHmmss'Z'"_s) + u".unreadable"_s;
    if (auto moved = moveFile(manifest, aside); !isInPlace(moved)) return moved;
    say(tr("%1 can't be read as a manifest. It was kept as %2, and a new one is written.")
            .arg(manifest, QFileInfo(aside).fileName()));
    return {};
}

void FetchRun::start() {
    exporter_ = std::make_unique<Exporter>(connection_, plan_.settings, downloads_->path());
    connect(exporter_.get(), &Exporter::changed, this, &FetchRun::onChanged);
    connect(exporter_.get(), &Exporter::downloaded, this, &FetchRun::onDownloaded);

    std::vector<ExportTarget> relations;
    for (const std::string& resource : plan_.resources) {
        if (!schemaByKey(resource, resources())->perIntegration) {
            add({.resource = resource}, exportFileNames({{{.resource = resource}}}).front());
            continue;
        }
        for (const std::string& id : plan_.integrations)
            relations.push_back({.resource = resource, .integration = id});
        listPending_ = plan_.allIntegrations;
    }
    addRelations(relations);
    const std::string list(schemas::integrations.key);
    if (listPending_ && std::ranges::find(plan_.resources, list) == plan_.resources.end())
        add({.resource = list}, {}, false);
}

void FetchRun::add(const ExportTarget& target, const QString& file, bool wanted) {
    items_.push_back({.target = target, .file = file, .wanted = wanted, .id = exporter_->start(target)});
}

void FetchRun::addRelations(const std::vector<ExportTarget>& targets) {
    const auto names = exportFileNames(targets, earlier_);
    for (std::size_t i = 0; i < targets.size(); ++i)
        add(targets[i], names[i]);
}

FetchRun::Item& FetchRun::itemOf(std::uint64_t id) {
    return *std::ranges::find(items_, id, &Item::id);
}

void FetchRun::onChanged(const TransferStatus& status) {
    if (status.phase == TransferPhase::Failed) {
        const bool wasList = listPending_ && status.target.resource == schemas::integrations.key;
        const ExportError error = status.error.value_or(ExportError{});
        fail(itemOf(status.id), error);
        if (wasList) failRelations(error.kind, words::sentence(error));
        return settle();
    }
    const auto ended = std::ranges::count_if(items_, [](const Item& item) { return item.entry.has_value(); });
    progress_.show(tr("%1 of %2 exports done. %3: %4, %5")
                       .arg(words::number(static_cast<std::uint64_t>(ended)), words::number(items_.size()),
                            words::targetTitle(status.target, resources()), words::phase(status),
                            words::progress(status)));
}

void FetchRun::onDownloaded(std::uint64_t id, const DownloadedExport& download) {
    if (listPending_ && download.target.resource == schemas::integrations.key) listIntegrations(download.file);
    keep(itemOf(id), download);
    settle();
}

void FetchRun::listIntegrations(const QString& integrationsFile) {
    const auto table = loadTable({QFile::encodeName(integrationsFile).toStdString()},
                                 {.schemas = resources(), .schema = &schemas::integrations});
    const auto targets = table ? integrationsIn(**table) : std::nullopt;
    if (!targets)
        return failRelations(ExportErrorKind::UnexpectedReply,
                             tr("The Integrations export has no column “ID”, so it is not known which integrations "
                                "there are. Name them with --integration ID."));
    listPending_ = false;
    addRelations(*targets);
}

void FetchRun::failRelations(ExportErrorKind kind, const QString& sentence) {
    listPending_ = false;
    const ExportTarget target{.resource = std::string(schemas::entityRelations.key)};
    items_.push_back({.target = target, .file = exportFileNames({{target}}).front()});
    fail(items_.back(), kind, sentence);
}

void FetchRun::fail(Item& item, const ExportError& error) {
    fail(item, error.kind, words::sentence(error));
}

void FetchRun::fail(Item& item, ExportErrorKind kind, const QString& sentence) {
    allWell_ = false;
    say(words::targetTitle(item.target, resources()) + u": "_s + sentence);
    item.entry = ManifestEntry{.target = item.target,
                               .file = item.file,
                               .failure = kind,
                               .sentence = sentence,
                               .apiOrigin = originOf(connection_.base),
                               .finished = QDateTime::currentDateTimeUtc()};
}

void FetchRun::keep(Item& item, const DownloadedExport& download) {
    if (item.wanted) {
        // A file whose folder could not be flushed is there, and whole.
        if (const auto moved = moveFile(download.file, plan_.out + u'/' + item.file); !isInPlace(moved)) {
            const int error = moved.error().systemError;
            const bool full = error == ENOSPC || error == EDQUOT;
            return fail(
                item, {.kind = full ? ExportErrorKind::DiskFull : ExportErrorKind::CannotWrite, .systemError = error});
        }
        if (download.unverifiable)
            say(tr("%1: the server sent no length, so nobody can tell whether the file is complete.").arg(item.file));
    }
    item.entry = entryOf(download, item.file);
}

void FetchRun::settle() {
    if (!writeManifest()) return Q_EMIT finished(false);
    const bool over = std::ranges::all_of(items_, [](const Item& item) { return item.entry.has_value(); });
    if (over && !listPending_) Q_EMIT finished(allWell_);
}

bool FetchRun::writeManifest() {
    Manifest manifest{programVersion(), profile_, {}};
    for (const Item& item : items_)
        if (item.wanted && item.entry) manifest.entries.push_back(*item.entry);
    // A file that this run has not replaced stays, and so does what is known of it: also beside its export's failure.
    std::ranges::copy_if(earlier_, std::back_inserter(manifest.entries), [&](const ManifestEntry& old) {
        return std::ranges::none_of(items_, [&](const Item& item) {
            return item.wanted && item.file == old.file && item.entry && !item.entry->failure;
        });
    });
    const auto written = writeFile(plan_.out + u'/' + Manifest::fileName, manifest.toJson());
    if (!written)
        say(words::sentence(
            ExportError{.kind = ExportErrorKind::CannotWrite, .systemError = written.error().systemError}));
    return written.has_value();
}

void FetchRun::say(const QString& sentence) {
    progress_.clear();
    complain(sentence);
}

} // namespace idscope
