#pragma once

#include "app/session/opentables.h"
#include "models/items/backgroundjob.h"
#include "models/items/graphsession.h"
#include "views/graph/graphpage.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace idscope {

class MainWindow;

/// The graphs that are open: each over one table of relations, with the names of an export of entities where there is
/// one. Owns their sessions; the pages belong to the window. GUI thread.
class Graphs final : public QObject {
    Q_OBJECT
public:
    Graphs(MainWindow& window, OpenTables& tables, FilePicker& picker, SchemaList schemas);
    ~Graphs() override;

    /// What graphs are made of when nothing else is said; asked whenever one is opened.
    struct Sources {
        std::vector<TableSource> relations; ///< exports of one tenant, looked at as one
        std::optional<TableSource> entities;
    };
    void setSources(std::function<Sources()> sources) { sources_ = std::move(sources); }

    /// Asks about BRNs; none: opens a graph to ask in. `page`: the table they were found in, or null.
    void open(GraphQuestionKind kind, const QStringList& brns, ResourcePage* page);
    /// Shows what was kept, in the graph in front or in one of all relations; `then` is called with its table once it
    /// is answered.
    void open(const GraphState& state, std::function<void(ResourcePage& table)> then);
    /// The graph that a table is the result of, or null.
    [[nodiscard]] GraphPage* graphOf(const ResourcePage& table) const;

Q_SIGNALS:
    /// A graph has a tab, with the table of its results; `relations`: the key of the export it is made of.
    void opened(idscope::ResourcePage* result, const QString& relations);

private:
    struct Wanted {
        GraphState state;
        bool isComplete = true; ///< else it is what people begin with
        std::function<void(ResourcePage& table)> then = {};
    };
    struct Entry {
        std::vector<TableSource> sources;
        std::unique_ptr<GraphSession> session;
        GraphPage* page = nullptr;
        std::unique_ptr<BackgroundJob> names; ///< reads those of its entities
    };

    void openWanted(const Wanted& wanted, const ResourcePage* page);
    void openIn(const std::vector<TableSource>& sources, const Wanted& wanted);
    /// Brings an open graph to the front and asks it; false: it is not open.
    bool show(const QString& key, const Wanted& wanted);
    void load(const QString& key, const std::vector<TableSource>& sources, const Wanted& wanted);
    void begin(const QString& key, const std::vector<TableSource>& sources, const TablePtr& table,
               const Wanted& wanted);
    void connectPage(Entry& entry);
    void loadNames(const QString& key, BackgroundJob& job);
    void sayNamesAreMissing(const QString& why);
    static void ask(GraphPage& page, const Wanted& wanted);
    /// The relations' table in a tab: that of its only snapshot, or all as one.
    ResourcePage* openRelations(const Entry& entry);
    void showRelation(const Entry& entry, RowId row);
    void filterRelations(const Entry& entry, const QString& expression);
    void save(Entry& entry, GraphFormat format);
    void saveTable(Entry& entry, bool forSpreadsheets);
    void forget(const Page* page);

    MainWindow& window_;
    OpenTables& tables_;
    FilePicker& picker_;
    SchemaList schemas_;
    std::function<Sources()> sources_;
    std::map<QString, std::unique_ptr<Entry>> entries_; ///< by the keys of their tables
    BackgroundJob loading_;
};

} // namespace idscope
