#pragma once

#include "app/library/files.h"
#include "models/savedview/savedview.h"

#include <QString>

#include <expected>
#include <map>
#include <optional>
#include <vector>

namespace idscope {

/// The saved views of a person: one file each in a folder (0700, files 0600, whole or not at all), so that they can be
/// reviewed, compared and carried elsewhere. A file that can't be read stays where it is. Small files, read when asked.
class ViewStore {
public:
    static constexpr int mostViews = 1000;

    struct Entry {
        QString id; ///< name of its file
        SavedView view;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    struct Listing {
        std::vector<Entry> entries;                   ///< by resource, then name
        std::map<QString, SavedViewError> unreadable; ///< by file name
    };

    /// `files` must outlive this.
    explicit ViewStore(QString folder, const FileSystem& files = fileSystem())
        : folder_(std::move(folder)), files_(&files) {}

    [[nodiscard]] Listing list() const;
    [[nodiscard]] std::optional<SavedView> find(const QString& id) const;
    /// The view of this name, if there is one.
    [[nodiscard]] std::optional<QString> named(const QString& name, const QString& resource) const;
    /// Keeps a view in place of the one of its name and resource. Its ID. A new one is refused (TooMany) where there
    /// are mostViews already.
    std::expected<QString, LibraryError> save(const SavedView& view);
    /// Gives a view another name, in place of the one that had it.
    std::expected<QString, LibraryError> rename(const QString& id, const QString& name);
    bool remove(const QString& id);

    /// Any file as a view.
    static std::expected<SavedView, SavedViewError> read(const QString& path);

private:
    std::expected<QString, LibraryError> put(const SavedView& view, qsizetype mostFiles);
    [[nodiscard]] QStringList fileNames() const;
    [[nodiscard]] QString pathOf(const QString& id) const { return folder_ + u'/' + id; }
    [[nodiscard]] QString unusedName(const QString& name) const;

    QString folder_;
    const FileSystem* files_;
};

/// A name for the file of a view: its resource and name as far as every file system takes them, and what tells it from
/// others that look alike.
QString fileNameOf(const SavedView& view);

} // namespace idscope
