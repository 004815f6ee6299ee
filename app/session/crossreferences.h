#pragma once

#include "app/session/nameside.h"
#include "app/session/resourcetables.h"
#include "models/items/backgroundjob.h"
#include "models/references/resolve.h"

#include <QObject>

namespace idscope {

class MainWindow;

/// Connects tables with what their cells name in others: gives labels and insights what belongs beside them, and goes
/// from a cell to the row it names. GUI thread.
class CrossReferences final : public QObject {
    Q_OBJECT
public:
    /// All must outlive this.
    CrossReferences(MainWindow& window, OpenTables& tables, ResourceTables::Library library);

    /// Listens to a table that is made of that of `key`, such as the results of a graph.
    void watch(ResourcePage* page, const QString& key);

private:
    void watchOpened(ResourcePage* page);
    void furnish(ResourcePage& page);
    void follow(ResourcePage& page, const QString& key, RowId row, ColumnId column);
    /// Looks for what a cell names, away from the event loop, and goes there; only where the newest cell leads.
    void find(const Snapshot& snapshot, const TablePtr& table, const Reference& reference, const std::string& text);
    void goTo(const Snapshot& snapshot, const ResolvedReference& found, const Reference& reference,
              const std::string& text);

    MainWindow& window_;
    ResourceTables tables_;
    SharedNames names_;
    BackgroundJob finding_;
};

} // namespace idscope
