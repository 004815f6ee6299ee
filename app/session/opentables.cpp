#include "app/session/opentables.h"

#include "models/items/savedsecrets.h"
#include "models/words/words.h"
#include "views/dialogs/secretsdialog.h"
#include "views/facets/facetspanel.h"
#include "views/mainwindow/mainwindow.h"
#include "views/resourcepage/addingcolumns.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString savedWords(const CsvWritten& written, const QString& path) {
    QString said =
        OpenTables::tr("Saved %Ln rows as %1.", nullptr, static_cast<int>(written.rows)).arg(fileWords(path));
    if (written.changed > 0)
        said += u' ' + OpenTables::tr("%Ln cells were given a leading apostrophe.", nullptr,
                                      static_cast<int>(written.changed));
    return said;
}

} // namespace

OpenTables::OpenTables(MainWindow& window, FilePicker& picker, SchemaList schemas, SettingsFile settings)
    : window_(window), picker_(picker), schemas_(schemas), settings_(std::move(settings)),
      lookForSecrets_([this] { window_.say(tr("Not saved: there is not enough memory.")); }) {
    connect(&window_, &MainWindow::pageClosing, this, &OpenTables::forget);
    connect(&window_, &MainWindow::saveViewRequested, this,
            [this](ResourcePage* page, bool forSpreadsheets) { save(*page, forSpreadsheets); });
}

OpenTables::~OpenTables() = default;

OpenTables::Entry& OpenTables::begin(const TableSource& source) {
    const auto known = entries_.find(source.key);
    if (known != entries_.end()) return known->second;
    Entry& entry = entries_[source.key];
    entry.source = source;
    entry.session = std::make_unique<TableSession>(schemas_);
    TableSession* session = entry.session.get();
    // A table may be known by another key by then.
    connect(session, &TableSession::loadingProgress, this, [this, session](quint64 rows, quint64 bytes) {
        if (const QString key = keyOf(*session); !key.isEmpty())
            Q_EMIT loading(key, rows, session->table()->isSearch() ? 0 : bytes);
    });
    connect(session, &TableSession::loaded, this, [this, session] {
        Q_EMIT loaded(keyOf(*session), session->table());
        forgetUnshown(keyOf(*session));
    });
    connect(session, &TableSession::loadingFailed, this, [this, session](const TableError& error) {
        Q_EMIT loadingFailed(keyOf(*session), error);
        forgetUnshown(keyOf(*session));
    });
    connect(session, &TableSession::loadingCancelled, this, [this, session] {
        Q_EMIT loadingCancelled(keyOf(*session));
        forgetUnshown(keyOf(*session));
    });
    reportSavingOf(*session);
    if (!source.table) startLoading(entry);
    return entry;
}

void OpenTables::startLoading(const Entry& entry) {
    const TableSource& source = entry.source;
    std::vector<std::string> names;
    for (const QString& name : source.names)
        names.push_back(name.toStdString());
    entry.session->open(source.files, {.schemas = {},
                                       .schema = source.schema,
                                       .owner = source.owner,
                                       .growing = source.growing,
                                       .index = source.index,
                                       .names = std::move(names)});
}

void OpenTables::loadAnew(const TableSource& source) {
    const auto known = entries_.find(source.key);
    if (known == entries_.end()) return load(source);
    known->second.source = source;
    startLoading(known->second);
}

QString OpenTables::keyOf(const TableSession& session) const {
    const auto known =
        std::ranges::find_if(entries_, [&](const auto& entry) { return entry.second.session.get() == &session; });
    return known == entries_.end() ? QString() : known->first;
}

bool OpenTables::isLoading(const QString& key) const {
    const auto known = entries_.find(key);
    return known != entries_.end() && known->second.session->isLoading();
}

void OpenTables::load(const TableSource& source) {
    begin(source);
}

void OpenTables::open(const TableSource& source) {
    Entry& entry = begin(source);
    if (entry.page != nullptr) return window_.showPage(entry.page);
    entry.page = new ResourcePage(*entry.session);
    entry.page->setSource(source.origin);
    keepColumns(*entry.page);
    keepFacets(*entry.page);
    window_.addPage(entry.page, source.title, source.icon, true);
    if (source.table) entry.session->show(source.table);
    Q_EMIT opened(entry.page);
}

TablePtr OpenTables::loadedTable(const QString& key) const {
    const auto known = entries_.find(key);
    if (known == entries_.end()) return nullptr;
    const TablePtr& table = known->second.session->table();
    return table && table->isComplete() ? table : nullptr;
}

QString OpenTables::keyOf(const ResourcePage& page) const {
    const auto known = std::ranges::find_if(entries_, [&](const auto& entry) { return entry.second.page == &page; });
    return known == entries_.end() ? QString() : known->first;
}

ResourcePage* OpenTables::pageOf(const QString& key) const {
    const auto known = entries_.find(key);
    return known == entries_.end() ? nullptr : known->second.page;
}

/// Columns are arranged as they were last for tables of the same resource. Tables of no known resource are not kept:
/// their column names are data.
void OpenTables::keepColumns(ResourcePage& page) {
    ColumnArrangement& arrangement = page.table().arrangement();
    const auto schemaOf = [&page] { return page.session().table() ? page.session().table()->schema() : nullptr; };
    const auto restore = [this, &page, schemaOf] {
        if (const Schema* schema = schemaOf())
            arrangeColumns(page, ColumnLayout::fromBytes(settings_.columns(schema->key)));
    };
    connect(&arrangement, &ColumnArrangement::begun, this, restore);
    restore();
    connect(&arrangement, &ColumnArrangement::arrangedByPeople, this, [this, &arrangement, schemaOf] {
        if (const Schema* schema = schemaOf()) settings_.saveColumns(schema->key, arrangement.layout().toBytes());
    });
}

/// The same of facets: the first columns of a table say which resource it is of.
void OpenTables::keepFacets(ResourcePage& page) {
    FacetBoard& board = page.facets().board();
    auto restoring = std::make_shared<bool>(false); // what a table lacks, people still want of the next
    const auto schemaOf = [&page] { return page.session().table() ? page.session().table()->schema() : nullptr; };
    const auto restore = [this, &page, &board, schemaOf, restoring] {
        const Schema* schema = schemaOf();
        const auto kept = schema != nullptr ? settings_.facets(schema->key) : std::nullopt;
        if (!kept) return;
        std::vector<OperandName> names;
        for (const QString& text : *kept)
            if (const auto operand = operandNamed(*page.session().table(), text))
                names.push_back(operandName(*operand, *page.session().table()));
        *restoring = true;
        board.setNames(names);
        *restoring = false;
    };
    connect(&page.table().arrangement(), &ColumnArrangement::begun, this, restore);
    restore();
    connect(&board, &FacetBoard::namesChosen, this, [this, &board, schemaOf, restoring] {
        const Schema* schema = *restoring ? nullptr : schemaOf();
        if (schema != nullptr && settings_.facets(schema->key) != board.names())
            settings_.saveFacets(schema->key, board.names());
    });
}

std::optional<TableSource> OpenTables::sourceOf(const ResourcePage& page) const {
    for (const auto& [key, entry] : entries_)
        if (entry.page == &page) return entry.source;
    return std::nullopt;
}

void OpenTables::reportSavingOf(TableSession& session) {
    connect(&session, &TableSession::saveEnded, this, &OpenTables::reportSave);
}

bool OpenTables::isShown(const QString& key) const {
    const auto known = entries_.find(key);
    return known != entries_.end() && known->second.page != nullptr;
}

QString OpenTables::frontKey() const {
    const Page* front = window_.currentPage();
    const auto shown = std::ranges::find_if(
        entries_, [front](const auto& entry) { return front != nullptr && entry.second.page == front; });
    return shown == entries_.end() ? QString() : shown->first;
}

QStringList OpenTables::shownKeys() const {
    std::map<int, QString> keys;
    for (const auto& [key, entry] : entries_)
        if (entry.page != nullptr) keys[window_.placeOf(*entry.page)] = key;
    QStringList ordered;
    for (const auto& [place, key] : keys)
        ordered.append(key);
    return ordered;
}

void OpenTables::cancelLoading(const QString& key) {
    if (const auto known = entries_.find(key); known != entries_.end()) known->second.session->cancelLoading();
}

void OpenTables::close(const QString& key) {
    if (const auto known = entries_.find(key); known != entries_.end() && known->second.page != nullptr)
        window_.closePage(known->second.page);
}

void OpenTables::moveOver(const QString& key, const TableSource& source) {
    const auto known = entries_.find(key);
    if (known == entries_.end() || entries_.contains(source.key)) return;
    auto entry = entries_.extract(known);
    entry.key() = source.key;
    entry.mapped().source = source;
    if (entry.mapped().page != nullptr) entry.mapped().page->setSource(source.origin);
    entries_.insert(std::move(entry));
}

void OpenTables::warn(const QString& key, const QString& lead, const QString& words) {
    if (const auto known = entries_.find(key); known != entries_.end() && known->second.page != nullptr)
        known->second.page->setWarning(lead, words);
}

void OpenTables::forgetUnshown(const QString& key) {
    const auto known = entries_.find(key);
    if (known == entries_.end() || known->second.page != nullptr) return;
    // It is the sender of the signal just handled: it goes when that is over.
    known->second.session.release()->deleteLater();
    entries_.erase(known);
}

void OpenTables::forget(const Page* page) {
    const auto known = std::ranges::find_if(entries_, [page](const auto& entry) { return entry.second.page == page; });
    if (known == entries_.end()) return;
    known->second.session->cancelLoading(); // told while somebody listens
    known->second.session->disconnect(this);
    known->second.session.release()->deleteLater(); // the page looks at it until it is gone itself
    entries_.erase(known);
}

OpenTables::Entry* OpenTables::entryOf(const Page* page) {
    const auto known = std::ranges::find_if(
        entries_, [page](const auto& entry) { return page != nullptr && entry.second.page == page; });
    return known == entries_.end() ? nullptr : &known->second;
}

/// The page stands for its table until the answer comes: the key changes when a copy of the file has been kept.
void OpenTables::save(ResourcePage& page, bool forSpreadsheets) {
    const Entry* entry = entryOf(&page);
    if (entry == nullptr) return;
    picker_.askSave(&window_, forSpreadsheets ? tr("Save view for spreadsheets") : tr("Save view as CSV"),
                    fileNameFor(entry->source.title),
                    [this, asked = QPointer<ResourcePage>(&page), forSpreadsheets](const QString& path) {
                        saveTo(asked, path, forSpreadsheets);
                    });
}

void OpenTables::saveTo(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets) {
    const Entry* entry = entryOf(page);
    if (entry == nullptr) return;
    const TableModel& model = *entry->session->model();
    if (!model.table()) return window_.say(tr("Not saved: there is no table yet."));
    // Newest wins there, and whoever asked first would never hear of it.
    if (lookForSecrets_.isActive()) return window_.say(tr("Not saved: another file is being saved."));
    const auto save = [this, page, path, forSpreadsheets](bool secrets) {
        if (secrets)
            askAboutSecrets(page, path, forSpreadsheets);
        else
            write(page, path, forSpreadsheets, false);
    };
    lookForSecrets_.start([save, table = model.table(), rows = model.rows(), columns = page->shownColumns()](
                              const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const bool found = holdSecrets(*table, rows, columns, stop).value_or(false);
        return [save, found] { save(found); };
    });
}

void OpenTables::askAboutSecrets(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets) {
    auto* dialog = new SecretsDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SecretsDialog::chosen, this,
            [this, page, path, forSpreadsheets](bool reveal) { write(page, path, forSpreadsheets, reveal); });
    dialog->open();
}

void OpenTables::write(const QPointer<ResourcePage>& page, const QString& path, bool forSpreadsheets, bool reveal) {
    const Entry* entry = entryOf(page);
    if (entry == nullptr) return;
    if (!entry->session->saveCsv(path, page->shownColumns(), forSpreadsheets, reveal))
        window_.say(tr("Not saved: another file of this table is being saved."));
}

void OpenTables::reportSave(const SaveResult& result) {
    if (result.error)
        window_.say(words::sentence(*result.error));
    else if (result.cancelled)
        window_.say(
            tr("Not saved: cancelled. An older %1 is as it was.").arg(shownName(QFileInfo(result.path).fileName())));
    else
        window_.confirm(savedWords(result.written, result.path), shownName(result.path));
}

} // namespace idscope
