#pragma once

#include "app/library/snapshot.h"
#include "app/session/opentables.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <vector>

namespace idscope {

/// What tables of one resource need of others of the same tenant: the newest snapshots, their tables (from memory, or
/// loaded for it), and their tabs. GUI thread.
class ResourceTables final : public QObject {
    Q_OBJECT
public:
    struct Library {
        std::function<std::vector<Snapshot>()> snapshots; ///< newest first
        std::function<TableSource(const Snapshot&)> source;
        std::function<void(const QString& id)> open; ///< in a tab
    };
    /// `tables` must outlive this.
    ResourceTables(OpenTables& tables, Library library);

    /// The newest snapshot of every export of a resource that belongs to the same tenant as the page's table (of a
    /// copied file: other copies), newest first.
    [[nodiscard]] std::vector<Snapshot> beside(const ResourcePage& page, std::string_view resource) const;
    /// The same of the table of a key; of several snapshots as one, the first counts.
    [[nodiscard]] std::vector<Snapshot> beside(const QString& key, std::string_view resource) const;

    [[nodiscard]] QString keyOf(const ResourcePage& page) const { return tables_.keyOf(page); }

    using Got = std::function<void(const TablePtr& table)>;
    /// Hands over the table of a snapshot: at once when it is in memory, else when it is loaded; null when it can't be.
    /// Not at all when `asker` is gone by then.
    void get(const Snapshot& snapshot, QObject* asker, Got got);
    /// Opens a snapshot in a tab, or brings it to the front.
    [[nodiscard]] ResourcePage* open(const Snapshot& snapshot);

private:
    struct Waiting {
        QPointer<QObject> asker;
        Got got;
    };
    void answer(const QString& key, const TablePtr& table);

    OpenTables& tables_;
    Library library_;
    std::multimap<QString, Waiting> waiting_; ///< by key
};

} // namespace idscope
