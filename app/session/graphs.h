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
        std::optional<TableSource> relations;
        std::optional<TableSource> entities;
    };
    void setSources(std::function<Sources()> sources) { sources_ = std::move(sources); }

    /// Asks about a BRN; empty: opens a graph to ask in. `page`: the table it was found in, or null.
    void open(GraphQuestionKind kind, const QString& brn, ResourcePage* page);

private:
    struct Entry {
        TableSource source;
        std::unique_ptr<GraphSession> session;
        GraphPage* page = nullptr;
    };
    struct Wanted {
        GraphQuestionKind kind{};
        QString brn;
    };

    void begin(const TableSource& source, const TablePtr& table);
    void connectPage(Entry& entry);
    void loadNames(Entry& entry);
    void ask(GraphPage& page, const Wanted& wanted);
    void showRelation(const TableSource& source, RowId row);
    void filterRelations(const TableSource& source, const QString& expression);
    void save(Entry& entry, GraphFormat format);
    void saveTable(Entry& entry, bool forSpreadsheets);
    void forget(const Page* page);

    MainWindow& window_;
    OpenTables& tables_;
    FilePicker& picker_;
    SchemaList schemas_;
    std::function<Sources()> sources_;
    std::map<QString, Wanted> waiting_; ///< by key: what is asked once the table is there
    std::map<QString, TableSource> loading_;
    std::map<QString, std::unique_ptr<Entry>> entries_;
    BackgroundJob names_{this};
};

} // namespace idscope
