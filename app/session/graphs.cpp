#include "app/session/graphs.h"

#include "models/base/atomicfile.h"
#include "models/table/loader.h"
#include "models/words/words.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/graph/graphpainting.h"
#include "views/mainwindow/mainwindow.h"
#include "views/resourcepage/resourcepage.h"

#include <QFileInfo>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString suffixOf(GraphFormat format) {
    switch (format) {
    case GraphFormat::Svg:
        return u".svg"_s;
    case GraphFormat::Png:
        return u".png"_s;
    case GraphFormat::Pdf:
        return u".pdf"_s;
    case GraphFormat::Dot:
        return u".dot"_s;
    case GraphFormat::NodesCsv:
        return u"-nodes.csv"_s;
    case GraphFormat::EdgesCsv:
        return u"-edges.csv"_s;
    }
    return {};
}

QString keyOf(const std::vector<TableSource>& sources) {
    QStringList keys;
    for (const TableSource& source : sources)
        keys.append(source.key);
    return keys.join(u'\n');
}

bool holds(const std::vector<TableSource>& sources, const QString& key) {
    return std::ranges::find(sources, key, &TableSource::key) != sources.end();
}

/// "Relations, Okta", "Relations of Okta and AWS as one"
QString sourceWords(const std::vector<TableSource>& sources) {
    if (sources.size() == 1) return sources.front().title;
    return Graphs::tr("%Ln exports of relations as one", nullptr, static_cast<int>(sources.size()));
}

std::expected<void, FileError> write(const QString& path, const QByteArray& bytes) {
    AtomicFile file(path);
    if (auto opened = file.open(); !opened) return opened;
    if (auto written = file.write({bytes.constData(), static_cast<std::size_t>(bytes.size())}); !written)
        return written;
    return file.commit();
}

} // namespace

Graphs::Graphs(MainWindow& window, OpenTables& tables, FilePicker& picker, SchemaList schemas)
    : window_(window), tables_(tables), picker_(picker), schemas_(schemas),
      loading_([this] { window_.say(words::noMemory()); }) {
    connect(&window_, &MainWindow::pageClosing, this, &Graphs::forget);
    connect(&window_, &MainWindow::graphRequested, this,
            qOverload<GraphQuestionKind, const QStringList&, ResourcePage*>(&Graphs::open));
    connect(&window_, &MainWindow::saveViewRequested, this, [this](ResourcePage* table, bool forSpreadsheets) {
        for (const auto& [key, entry] : entries_)
            if (entry->page->tablePage() == table) saveTable(*entry, forSpreadsheets);
    });
}

Graphs::~Graphs() {
    loading_.cancel();
    for (const auto& [key, entry] : entries_)
        entry->names->cancel(); // all at once, so that they stop together
}

void Graphs::open(GraphQuestionKind kind, const QStringList& brns, ResourcePage* page) {
    const bool isComplete = kind == GraphQuestionKind::Cycles || !brns.isEmpty();
    openWanted({.state = {.kind = kind, .from = brns}, .isComplete = isComplete}, page);
}

void Graphs::open(const GraphState& state, std::function<void(ResourcePage& table)> then) {
    openWanted({.state = state, .then = std::move(then)}, window_.currentTable());
}

/// In the graph that a table is the result of, or in one of the relations it is a table of, or in one of all.
void Graphs::openWanted(const Wanted& wanted, const ResourcePage* page) {
    if (GraphPage* graph = page != nullptr ? graphOf(*page) : nullptr) return ask(*graph, wanted);
    std::vector<TableSource> sources = sources_ ? sources_().relations : std::vector<TableSource>();
    const std::optional<TableSource> own = page != nullptr ? tables_.sourceOf(*page) : std::nullopt;
    const TablePtr shown = own ? page->session().table() : nullptr;
    // A snapshot of the tenant is looked at together with its others; any other table by itself.
    if (shown && relationColumns(*shown) && !holds(sources, own->key)) sources = {*own};
    openIn(sources, wanted);
}

GraphPage* Graphs::graphOf(const ResourcePage& table) const {
    for (const auto& [key, entry] : entries_)
        if (entry->page->tablePage() == &table) return entry->page;
    return nullptr;
}

void Graphs::openIn(const std::vector<TableSource>& sources, const Wanted& wanted) {
    if (sources.empty())
        return window_.say(tr("There are no relations yet. Fetch an export of entity relations, or open one."));
    const QString key = keyOf(sources);
    if (show(key, wanted)) return;
    if (sources.size() == 1)
        if (const TablePtr table = tables_.loadedTable(sources.front().key)) return begin(key, sources, table, wanted);
    load(key, sources, wanted);
}

bool Graphs::show(const QString& key, const Wanted& wanted) {
    const auto known = entries_.find(key);
    if (known == entries_.end()) return false;
    window_.showPage(known->second->page);
    ask(*known->second->page, wanted);
    return true;
}

void Graphs::load(const QString& key, const std::vector<TableSource>& sources, const Wanted& wanted) {
    window_.say(tr("The relations are being loaded for the graph."));
    std::vector<std::string> files;
    for (const TableSource& source : sources)
        for (const QString& file : source.files)
            files.push_back(file.toStdString());
    loading_.start([this, key, sources, wanted, files, schemas = schemas_](
                       const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto table = loadTable(files, {.schemas = schemas, .schema = sources.front().schema}, stop);
        return [this, key, sources, wanted, table] {
            if (table)
                begin(key, sources, *table, wanted);
            else
                window_.say(words::sentence(table.error()));
        };
    });
}

void Graphs::begin(const QString& key, const std::vector<TableSource>& sources, const TablePtr& table,
                   const Wanted& wanted) {
    if (show(key, wanted)) return; // they came into memory another way, and were asked about again, meanwhile
    auto made = std::make_unique<Entry>(
        Entry{.sources = sources,
              .session = std::make_unique<GraphSession>(table, graphMeasure()),
              .page = nullptr,
              .names = std::make_unique<BackgroundJob>([this] { sayNamesAreMissing(words::noMemory()); })});
    Entry& entry = *made;
    entries_[key] = std::move(made);
    entry.page = new GraphPage(*entry.session);
    entry.page->setSource(sourceWords(sources));
    connectPage(entry);
    window_.addPage(entry.page, entry.page->title(), u"graph"_s, true);
    window_.say({});
    Q_EMIT opened(entry.page->tablePage(), sources.front().key);
    loadNames(key, *entry.names);
    ask(*entry.page, wanted);
}

void Graphs::connectPage(Entry& entry) {
    GraphPage* page = entry.page;
    connect(page, &GraphPage::titleChanged, this,
            [this, page](const QString& title) { window_.setPageTitle(page, title); });
    connect(page, &GraphPage::relationWanted, this, [this, &entry](RowId row) { showRelation(entry, row); });
    connect(page, &GraphPage::filterWanted, this,
            [this, &entry](const QString& expression) { filterRelations(entry, expression); });
    connect(page, &GraphPage::saveRequested, this, [this, &entry](GraphFormat format) { save(entry, format); });
    connect(page, &GraphPage::saveTableRequested, this, [this, &entry] { saveTable(entry, false); });
    tables_.reportSavingOf(entry.session->result());
}

/// Names come when the entities are read: the graph answers without them meanwhile.
void Graphs::loadNames(const QString& key, BackgroundJob& job) {
    const auto entities = sources_ ? sources_().entities : std::nullopt;
    if (!entities) return;
    job.start([this, key, entities, schemas = schemas_](const std::stop_token& stop,
                                                        const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto table = loadTable({entities->files.front().toStdString()}, {.schemas = schemas}, stop);
        if (!table) return [this, error = table.error()] { sayNamesAreMissing(words::sentence(error)); };
        const EntityNamesPtr names = EntityNames::make(*table, stop);
        return [this, names, key, origin = entities->origin] {
            const auto known = entries_.find(key);
            if (known == entries_.end() || !names) return;
            known->second->session->setNames(names);
            known->second->page->setSource(
                tr("%1. Names from entities, %2").arg(sourceWords(known->second->sources), origin));
        };
    });
}

void Graphs::sayNamesAreMissing(const QString& why) {
    window_.say(tr("The names of entities can't be read. %1").arg(why));
}

void Graphs::ask(GraphPage& page, const Wanted& wanted) {
    disconnect(&page, &GraphPage::stateShown, &page, nullptr); // an older one that was not answered
    if (wanted.then)
        connect(
            &page, &GraphPage::stateShown, &page, [&page, then = wanted.then] { then(*page.tablePage()); },
            Qt::SingleShotConnection);
    if (wanted.isComplete)
        page.restore(wanted.state);
    else
        page.focusSearch();
}

ResourcePage* Graphs::openRelations(const Entry& entry) {
    TableSource source = entry.sources.front();
    if (entry.sources.size() > 1) {
        source.key = u"graph\n"_s + keyOf(entry.sources);
        source.title = sourceWords(entry.sources);
        source.origin = source.title;
        source.table = entry.session->relations();
    }
    tables_.open(source);
    return window_.currentTable();
}

void Graphs::showRelation(const Entry& entry, RowId row) {
    if (ResourcePage* table = openRelations(entry)) table->goTo(row, std::nullopt);
}

void Graphs::filterRelations(const Entry& entry, const QString& expression) {
    if (ResourcePage* table = openRelations(entry)) table->filterBar().setText(expression);
}

void Graphs::save(Entry& entry, GraphFormat format) {
    const QByteArray bytes = entry.page->saved(format);
    if (bytes.isEmpty()) return window_.say(tr("Not saved: nothing is drawn yet."));
    const QString name = QFileInfo(fileNameFor(entry.page->title())).completeBaseName() + suffixOf(format);
    picker_.askSave(&window_, tr("Save the drawing"), name, [this, bytes](const QString& path) {
        const auto written = write(path, bytes);
        if (!written) return window_.say(words::sentence(written.error()));
        window_.confirm(tr("Saved the drawing as %1.").arg(fileWords(path)), shownName(path));
    });
}

void Graphs::saveTable(Entry& entry, bool forSpreadsheets) {
    picker_.askSave(&window_, forSpreadsheets ? tr("Save result for spreadsheets") : tr("Save result as CSV"),
                    fileNameFor(entry.page->title()),
                    [this, page = QPointer<GraphPage>(entry.page), forSpreadsheets](const QString& path) {
                        if (page == nullptr) return;
                        if (!page->session().result().saveCsv(path, page->tablePage()->shownColumns(), forSpreadsheets))
                            window_.say(tr("Not saved: another file of this table is being saved."));
                    });
}

void Graphs::forget(const Page* page) {
    const auto known = std::ranges::find_if(entries_, [page](const auto& entry) { return entry.second->page == page; });
    if (known == entries_.end()) return;
    known->second->session->disconnect(this);
    known->second->session.release()->deleteLater(); // the page looks at it until it is gone itself
    entries_.erase(known);
}

} // namespace idscope
