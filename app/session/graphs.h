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

    /// Asks about a BRN; empty: opens a graph to ask in. `page`: the table it was found in, or null.
    void open(GraphQuestionKind kind, const QString& brn, ResourcePage* page);

private:
    struct Wanted {
        GraphQuestionKind kind{};
        QString brn;
    };
    struct Entry {
        std::vector<TableSource> sources;
        std::unique_ptr<GraphSession> session;
        GraphPage* page = nullptr;
        std::unique_ptr<BackgroundJob> names; ///< reads those of its entities
    };

    /// Brings an open graph to the front and asks it; false: it is not open.
    bool show(const QString& key, const Wanted& wanted);
    void load(const QString& key, const std::vector<TableSource>& sources, const Wanted& wanted);
    void begin(const QString& key, const std::vector<TableSource>& sources, const TablePtr& table,
               const Wanted& wanted);
    void connectPage(Entry& entry);
    void loadNames(const QString& key, BackgroundJob& job);
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
    BackgroundJob loading_{this};
};

} // namespace idscope
