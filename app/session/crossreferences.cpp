#include "app/session/crossreferences.h"

#include "app/session/insightside.h"
#include "app/session/labelside.h"
#include "models/items/displaytext.h"
#include "models/references/resolve.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/insights/insightpanel.h"
#include "views/mainwindow/mainwindow.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <utility>

namespace idscope {

namespace {

constexpr qsizetype longestQuote = 80;

QString titleOfResource(std::string_view key) {
    const Schema* schema = schemaByKey(key, resources());
    return schema != nullptr ? words::resourceTitle(*schema) : words::fromUtf8(key);
}

} // namespace

CrossReferences::CrossReferences(MainWindow& window, OpenTables& tables, ResourceTables::Library library)
    : window_(window), tables_(tables, std::move(library)), finding_([this] { window_.say(words::noMemory()); }) {
    connect(&tables, &OpenTables::opened, this, &CrossReferences::watchOpened);
}

void CrossReferences::watch(ResourcePage* page, const QString& key) {
    connect(page, &ResourcePage::referenceRequested, this,
            [this, page, key](RowId row, ColumnId column) { follow(*page, key, row, column); });
}

void CrossReferences::watchOpened(ResourcePage* page) {
    connect(page, &ResourcePage::referenceRequested, this, [this, page](RowId row, ColumnId column) {
        follow(*page, tables_.keyOf(*page), row, column); // known by another key than at first, perhaps
    });
    if (page->session().table() && !page->session().isLoading()) return furnish(*page);
    connect(
        &page->session(), &TableSession::loaded, this,
        [this, page = QPointer(page)] {
            if (page) furnish(*page);
        },
        Qt::SingleShotConnection);
}

void CrossReferences::furnish(ResourcePage& page) {
    const Schema* schema = page.session().table()->schema();
    if (schema == &schemas::labels) {
        new LabelSide(page, tables_);
    } else if (schema == &schemas::entityRelations) {
        new NameSide(page, tables_, names_);
    } else if (schema == &schemas::entityRules) {
        auto* panel = new InsightPanel(&page);
        auto* side = new InsightSide(*panel, page, tables_);
        page.setDock(panel);
        const auto showCurrent = [side, &page] {
            const QModelIndex current = page.table().currentIndex();
            TableModel& model = *page.session().model();
            side->show(model.table(), current.isValid() ? std::optional(model.row(current)) : std::nullopt);
        };
        connect(&page.table(), &TableView::currentCellChanged, side, showCurrent);
        showCurrent();
    }
}

void CrossReferences::follow(ResourcePage& page, const QString& key, RowId row, ColumnId column) {
    const TablePtr table = page.session().model()->table();
    const Reference* reference = referenceOf(table->column(column));
    const std::string text(table->cell(row, column));
    if (reference == nullptr) return;
    if (text.empty()) return window_.say(tr("The cell is empty: it names nothing."));
    const std::vector<Snapshot> targets = tables_.beside(key, reference->resource);
    if (targets.empty())
        return window_.say(tr("%1: not fetched yet, so what the cell names can't be found.")
                               .arg(titleOfResource(reference->resource)));
    tables_.get(targets.front(), this, [this, snapshot = targets.front(), reference, text](const TablePtr& target) {
        if (!target)
            return window_.say(tr("%1: can't be read, so what the cell names can't be found.")
                                   .arg(titleOfResource(reference->resource)));
        find(snapshot, target, *reference, text);
    });
}

void CrossReferences::find(const Snapshot& snapshot, const TablePtr& table, const Reference& reference,
                           const std::string& text) {
    finding_.start([this, snapshot, table, &reference, text](const std::stop_token& stop,
                                                             const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        return [this, snapshot, &reference, text, found = resolve(*table, reference, text, stop)] {
            goTo(snapshot, found, reference, text);
        };
    });
}

void CrossReferences::goTo(const Snapshot& snapshot, const ResolvedReference& found, const Reference& reference,
                           const std::string& text) {
    const QString quoted = displayText(text, longestQuote).text;
    const QString title = titleOfResource(reference.resource);
    if (found.rows.empty()) return window_.say(tr("%1: nothing is called “%2” there.").arg(title, quoted));
    const ResourcePage* before = window_.currentTable();
    ResourcePage* page = tables_.open(snapshot);
    if (page == nullptr) return;
    if (page == before)
        page->goTo(found.rows.front(), found.column);
    else // the step to the page is the only one to go back
        page->goToPlace(QVariant::fromValue(CellPlace(found.rows.front(), found.column)));
    if (found.rows.size() > 1)
        window_.say(tr("%1: %n rows are called “%2”. This is the first.", nullptr, static_cast<int>(found.rows.size()))
                        .arg(title, quoted));
}

} // namespace idscope
