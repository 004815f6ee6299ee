#include "app/session/graphs.h"

#include "models/base/atomicfile.h"
#include "models/table/loader.h"
#include "models/words/words.h"
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

/// Whether one table is a part of another.
bool holds(const TableSource& whole, const TableSource& part) {
    return std::ranges::all_of(part.files, [&whole](const QString& file) { return whole.files.contains(file); });
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
    : window_(window), tables_(tables), picker_(picker), schemas_(schemas) {
    connect(&window_, &MainWindow::pageClosing, this, &Graphs::forget);
    connect(&window_, &MainWindow::graphRequested, this, &Graphs::open);
    connect(&window_, &MainWindow::saveViewRequested, this, [this](ResourcePage* table, bool forSpreadsheets) {
        for (const auto& [key, entry] : entries_)
            if (entry->page->tablePage() == table) saveTable(*entry, forSpreadsheets);
    });
    connect(&tables_, &OpenTables::loaded, this, [this](const QString& key, const TablePtr& table) {
        const auto source = loading_.extract(key);
        if (!source.empty()) begin(source.mapped(), table);
    });
    connect(&tables_, &OpenTables::loadingFailed, this, [this](const QString& key) {
        loading_.erase(key); // the sentence is said by who shows tables
        waiting_.erase(key);
    });
}

Graphs::~Graphs() {
    names_.cancel();
}

void Graphs::open(GraphQuestionKind kind, const QString& brn, ResourcePage* page) {
    for (const auto& [key, entry] : entries_)
        if (page != nullptr && entry->page->tablePage() == page) return ask(*entry->page, {kind, brn});
    const Sources sources = sources_ ? sources_() : Sources();
    const std::optional<TableSource> own = page != nullptr ? tables_.sourceOf(*page) : std::nullopt;
    // A snapshot of the tenant is looked at together with its others; a file by itself.
    std::optional<TableSource> source = sources.relations;
    if (own && relationColumns(*page->session().table()) && (!source || !holds(*source, *own))) source = own;
    if (!source)
        return window_.say(tr("There are no relations yet. Fetch an export of entity relations, or open one."));
    const QString key = source->key;
    if (const auto known = entries_.find(key); known != entries_.end()) {
        window_.showPage(known->second->page);
        return ask(*known->second->page, {kind, brn});
    }
    waiting_[key] = {kind, brn};
    if (const TablePtr table = tables_.tableOf(key)) return begin(*source, table);
    window_.say(tr("The relations are being loaded."));
    loading_[key] = *source;
    tables_.load(*source);
}

void Graphs::begin(const TableSource& source, const TablePtr& table) {
    auto made = std::make_unique<Entry>(
        Entry{.source = source, .session = std::make_unique<GraphSession>(table, graphMeasure()), .page = nullptr});
    Entry& entry = *made;
    entries_[source.key] = std::move(made);
    entry.page = new GraphPage(*entry.session);
    entry.page->setSource(tr("Graph of %1", "title of the table").arg(source.title));
    connectPage(entry);
    window_.addPage(entry.page, tr("Graph"), u"graph"_s, true);
    loadNames(entry);
    if (const auto wanted = waiting_.extract(source.key); !wanted.empty()) ask(*entry.page, wanted.mapped());
}

void Graphs::connectPage(Entry& entry) {
    GraphPage* page = entry.page;
    connect(page, &GraphPage::titleChanged, this,
            [this, page](const QString& title) { window_.setPageTitle(page, title); });
    connect(page, &GraphPage::relationWanted, this, [this, &entry](RowId row) { showRelation(entry.source, row); });
    connect(page, &GraphPage::filterWanted, this,
            [this, &entry](const QString& expression) { filterRelations(entry.source, expression); });
    connect(page, &GraphPage::saveRequested, this, [this, &entry](GraphFormat format) { save(entry, format); });
    connect(page, &GraphPage::saveTableRequested, this, [this, &entry] { saveTable(entry, false); });
    tables_.reportSavingOf(entry.session->result());
}

/// Names come when the entities are read: the graph answers without them meanwhile.
void Graphs::loadNames(Entry& entry) {
    const Sources sources = sources_ ? sources_() : Sources();
    if (!sources.entities) return;
    std::vector<std::string> files;
    for (const QString& file : sources.entities->files)
        files.push_back(file.toStdString());
    names_.start([this, files, key = entry.source.key, origin = sources.entities->origin, schemas = schemas_](
                     const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto table = loadTable(files, {.schemas = schemas}, stop);
        const EntityNamesPtr names = table ? EntityNames::make(*table, stop) : nullptr;
        return [this, names, key, origin] {
            const auto known = entries_.find(key);
            if (known == entries_.end() || !names) return;
            known->second->session->setNames(names);
            known->second->page->setSource(
                tr("Graph of %1. Names from entities, %2").arg(known->second->source.title, origin));
        };
    });
}

void Graphs::ask(GraphPage& page, const Wanted& wanted) {
    if (wanted.kind == GraphQuestionKind::Cycles)
        page.ask({.kind = wanted.kind, .from = {}, .to = {}, .only = {}});
    else if (!wanted.brn.isEmpty())
        page.askAbout(wanted.kind, wanted.brn);
    else
        page.focusSearch();
}

void Graphs::showRelation(const TableSource& source, RowId row) {
    tables_.open(source);
    if (ResourcePage* table = window_.currentTable()) table->goTo(row, std::nullopt);
}

void Graphs::filterRelations(const TableSource& source, const QString& expression) {
    tables_.open(source);
    if (ResourcePage* table = window_.currentTable()) table->filterBar().setText(expression);
}

void Graphs::save(Entry& entry, GraphFormat format) {
    const QByteArray bytes = entry.page->saved(format);
    if (bytes.isEmpty()) return window_.say(tr("Not saved: nothing is drawn yet."));
    const QString name = QFileInfo(fileNameFor(entry.page->title())).completeBaseName() + suffixOf(format);
    picker_.askSave(&window_, tr("Save the drawing"), name, [this, bytes](const QString& path) {
        const auto written = write(path, bytes);
        window_.say(written ? tr("Saved the drawing as %1.").arg(QFileInfo(path).fileName())
                            : words::sentence(written.error()));
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
