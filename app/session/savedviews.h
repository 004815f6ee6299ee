#pragma once

#include "app/session/viewstore.h"
#include "views/sidebar/viewlist.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <optional>

namespace idscope {

class FilePicker;
class MainWindow;
class ResourcePage;

/// Saved views: shown in the side bar, applied to the table in front, saved from it, renamed, removed, carried in and
/// out as files. GUI thread.
class SavedViews final : public QObject {
    Q_OBJECT
public:
    /// `window` and `picker` must outlive this.
    SavedViews(MainWindow& window, FilePicker& picker, const QString& folder);

    /// What a view keeps of a page beyond its table: a section of its own in the file, and a name to offer.
    struct Section {
        QString key;
        QJsonObject json;
        QString name;
        bool isReadable = true; ///< whether what is written can be read back
    };
    /// Asked of every page that is saved as a view; nothing: there is only the table.
    void setSections(std::function<std::optional<Section>(const ResourcePage&)> sections) {
        sections_ = std::move(sections);
    }

    /// Listens to a page that has opened.
    void watch(ResourcePage& page);
    /// Looks at a page through a view, at once or when it has its table; says what the table lacks.
    void apply(ResourcePage& page, const QString& id, const SavedView& view);

Q_SIGNALS:
    /// A view is wanted of a resource that is not in front: a table of it has to be opened, and the view applied.
    void tableWanted(const QString& resource, const QString& id);
    /// A view of a graph's results is wanted: the graph has to be asked what the view keeps of it, and the view
    /// applied.
    void graphWanted(const QString& id, const idscope::SavedView& view);

public Q_SLOTS:
    /// Opens a view of the list on the page in front; that is of its resource by now.
    void applyToFront(const QString& id);

private:
    void perform(const QString& id, ViewAction action);
    void open(const QString& id);
    void askName(ResourcePage& page);
    void save(ResourcePage& page, const QString& name);
    void askNewName(const QString& id);
    void askRemove(const QString& id);
    void exportTo(const QString& id);
    void import();
    void relist();
    void showLines();
    [[nodiscard]] const SavedView* viewAt(const QString& id) const;
    [[nodiscard]] std::optional<Section> sectionOf(const ResourcePage& page) const;
    [[nodiscard]] bool isStill(const SavedView& view, const ResourcePage& page) const;
    [[nodiscard]] QStringList names(const QString& resource) const;

    MainWindow& window_;
    FilePicker& picker_;
    std::function<std::optional<Section>(const ResourcePage&)> sections_;
    ViewStore store_;
    ViewStore::Listing listing_;
    QList<QPointer<ResourcePage>> recent_;           ///< open tables, what was looked at last first
    std::map<const ResourcePage*, QString> applied_; ///< the view last applied, by page
};

} // namespace idscope
