#include "app/session/viewstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSlug = 40;
constexpr auto suffix = ".json"_L1;

bool isSafe(const QString& id) {
    return !id.isEmpty() && !id.contains(u'/') && !id.startsWith(u'.') && id.endsWith(suffix);
}

} // namespace

QString fileNameOf(const SavedView& view) {
    QString slug;
    for (const QChar c : view.name.toLower()) {
        const bool plain = c < QChar(0x80) && c.isLetterOrNumber();
        if (plain)
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug.truncate(longestSlug);
    const QByteArray hash =
        QCryptographicHash::hash((view.resource + u'\n' + view.name).toUtf8(), QCryptographicHash::Sha256);
    return (slug.isEmpty() ? u"view"_s : slug) + u'~' + QString::fromLatin1(hash.toHex().first(8)) + suffix;
}

std::expected<SavedView, SavedViewError> ViewStore::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::unexpected(SavedViewError{.problem = SavedViewProblem::NotAView});
    return SavedView::fromJson(file.read(SavedView::largestFile + 1));
}

QStringList ViewStore::fileNames() const {
    return QDir(folder_).entryList({u'*' + QString(suffix)}, QDir::Files, QDir::Name);
}

ViewStore::Listing ViewStore::list() const {
    Listing listing;
    const QStringList names = fileNames();
    for (const QString& name : names.first(std::min<qsizetype>(names.size(), mostViews))) {
        auto view = read(pathOf(name));
        if (view)
            listing.entries.push_back({name, *std::move(view)});
        else
            listing.unreadable[name] = view.error();
    }
    std::ranges::stable_sort(listing.entries, [](const Entry& a, const Entry& b) {
        const int resources = a.view.resource.compare(b.view.resource);
        return resources != 0 ? resources < 0 : QString::localeAwareCompare(a.view.name, b.view.name) < 0;
    });
    return listing;
}

std::optional<SavedView> ViewStore::find(const QString& id) const {
    if (!isSafe(id)) return std::nullopt;
    auto view = read(pathOf(id));
    return view ? std::optional(*std::move(view)) : std::nullopt;
}

std::optional<QString> ViewStore::named(const QString& name, const QString& resource) const {
    const Listing listing = list();
    const auto known = std::ranges::find_if(listing.entries, [&](const Entry& entry) {
        return entry.view.name == name && entry.view.resource == resource;
    });
    return known == listing.entries.end() ? std::nullopt : std::optional(known->id);
}

/// The name of a file, or one like it where something else is called so: what can't be read, or a view of another name.
QString ViewStore::unusedName(const QString& name) const {
    QString unused = name;
    for (int number = 2; QFileInfo::exists(pathOf(unused)); ++number)
        unused = name.chopped(suffix.size()) + u'~' + QString::number(number) + suffix;
    return unused;
}

std::expected<QString, LibraryError> ViewStore::save(const SavedView& view) {
    return put(view, mostViews);
}

std::expected<QString, LibraryError> ViewStore::put(const SavedView& view, qsizetype mostFiles) {
    if (auto made = makeFolder(folder_, *files_); !made) return std::unexpected(made.error());
    const auto known = named(view.name, view.resource);
    if (!known && fileNames().size() >= mostFiles)
        return std::unexpected(LibraryError{folder_, 0, LibraryErrorKind::TooMany});
    const QString id = known.value_or(unusedName(fileNameOf(view)));
    const auto written = writeFile(pathOf(id), view.toJson(), *files_);
    if (!isInPlace(written)) return std::unexpected(written.error());
    return id;
}

std::expected<QString, LibraryError> ViewStore::rename(const QString& id, const QString& name) {
    auto view = find(id);
    if (!view) return std::unexpected(LibraryError{pathOf(id), 0, LibraryErrorKind::NotThere});
    if (view->name == name) return id;
    view->name = name;
    auto saved = put(*view, mostViews + 1); // the old one goes
    if (saved && *saved != id) remove(id);
    return saved;
}

bool ViewStore::remove(const QString& id) {
    return isSafe(id) && QFile::remove(pathOf(id));
}

} // namespace idscope
