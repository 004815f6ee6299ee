#include "app/session/savedviews.h"

#include "app/session/tablesource.h"
#include "models/schema/graphresult.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/dialogs/filepicker.h"
#include "views/dialogs/viewnamedialog.h"
#include "views/filter/filterbar.h"
#include "views/mainwindow/mainwindow.h"
#include "views/resourcepage/resourcepage.h"
#include "views/resourcepage/viewstate.h"
#include "views/sidebar/sidebar.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString resourceTitle(const QString& key) {
    if (key == words::fromUtf8(schemas::graphResult.key)) return words::resourceTitle(schemas::graphResult);
    const Schema* schema = schemaByKey(key.toStdString(), resources());
    return schema != nullptr ? words::resourceTitle(*schema) : key;
}

QString resourceOf(const ResourcePage& page) {
    const TablePtr& table = page.session().table();
    return table && table->schema() != nullptr ? words::fromUtf8(table->schema()->key) : QString();
}

/// Whether tables are looked at alike; widths don't count.
bool isAlike(const SavedView& view, const SavedView& now) {
    const auto shown = [](const SavedView& of) {
        QStringList columns;
        for (const SavedView::Column& column : of.columns)
            if (column.shown) columns << column.operand;
        return columns;
    };
    return view.filter == now.filter && view.switched == now.switched && view.sort == now.sort &&
           (view.columns.empty() || shown(view) == shown(now));
}

/// Why a view would not be read back from what would be written; nothing: it would. What can't be read must never take
/// the place of what can.
std::optional<QString> flawOf(const SavedView& view) {
    const auto again = SavedView::fromJson(view.toJson());
    return again ? std::nullopt : std::optional(words::sentence(again.error()));
}

} // namespace

bool SavedViews::isStill(const SavedView& view, const ResourcePage& page) const {
    const auto section = sectionOf(page);
    return isAlike(view, viewOf(page)) && (!section || view.more.value(section->key) == section->json);
}

std::optional<SavedViews::Section> SavedViews::sectionOf(const ResourcePage& page) const {
    return sections_ ? sections_(page) : std::nullopt;
}

SavedViews::SavedViews(MainWindow& window, FilePicker& picker, const QString& folder)
    : window_(window), picker_(picker), store_(folder) {
    connect(&window_.sideBar().views(), &ViewList::actionRequested, this, &SavedViews::perform);
    connect(&window_, &MainWindow::importViewRequested, this, &SavedViews::import);
    connect(&window_, &MainWindow::currentPageChanged, this, &SavedViews::showLines);
    connect(&window_, &MainWindow::currentPageChanged, this, [this](Page* page) {
        auto* table = qobject_cast<ResourcePage*>(page);
        recent_.removeIf([table](const QPointer<ResourcePage>& each) { return each == nullptr || each == table; });
        if (table != nullptr) recent_.prepend(table);
    });
    relist();
    if (!listing_.unreadable.empty()) {
        const auto& [file, error] = *listing_.unreadable.begin();
        window_.say(tr("%1: %2", "file, what is wrong with it").arg(file, words::sentence(error)));
    }
}

void SavedViews::watch(ResourcePage& page) {
    connect(&page, &ResourcePage::viewSaveRequested, this, [this, &page] { askName(page); });
    connect(&page, &Page::factsChanged, this, &SavedViews::showLines);
    connect(&page, &QObject::destroyed, this, [this, gone = &page] { applied_.erase(gone); });
}

void SavedViews::relist() {
    listing_ = store_.list();
    showLines();
}

void SavedViews::showLines() {
    const ResourcePage* page = window_.currentTable();
    const auto applied = applied_.find(page);
    std::vector<ViewLine> lines;
    lines.reserve(listing_.entries.size());
    for (const ViewStore::Entry& entry : listing_.entries)
        lines.push_back(
            {.id = entry.id,
             .name = entry.view.name,
             .resource = resourceTitle(entry.view.resource),
             .current = applied != applied_.end() && applied->second == entry.id && isStill(entry.view, *page)});
    window_.sideBar().showViews(std::move(lines));
}

const SavedView* SavedViews::viewAt(const QString& id) const {
    const auto known = std::ranges::find(listing_.entries, id, &ViewStore::Entry::id);
    return known == listing_.entries.end() ? nullptr : &known->view;
}

QStringList SavedViews::names(const QString& resource) const {
    QStringList names;
    for (const ViewStore::Entry& entry : listing_.entries)
        if (entry.view.resource == resource) names << entry.view.name;
    return names;
}

void SavedViews::perform(const QString& id, ViewAction action) {
    switch (action) {
    case ViewAction::Open:
        return open(id);
    case ViewAction::Rename:
        return askNewName(id);
    case ViewAction::Export:
        return exportTo(id);
    case ViewAction::Remove:
        return askRemove(id);
    }
}

void SavedViews::open(const QString& id) {
    const SavedView* view = viewAt(id);
    if (view == nullptr) return;
    if (view->resource == words::fromUtf8(schemas::graphResult.key)) return Q_EMIT graphWanted(id, *view);
    // On the table of its resource that people looked at last, as far as one is open.
    const auto page = std::ranges::find_if(recent_, [view](const QPointer<ResourcePage>& each) {
        return each != nullptr && resourceOf(*each) == view->resource;
    });
    if (page != recent_.end()) {
        ResourcePage& table = **page;
        window_.showPage(&table);
        table.setFocus(Qt::OtherFocusReason); // to its rows
        return apply(table, id, *view);
    }
    Q_EMIT tableWanted(view->resource, id);
}

void SavedViews::applyToFront(const QString& id) {
    ResourcePage* page = window_.currentTable();
    const SavedView* view = viewAt(id);
    if (page != nullptr && view != nullptr) apply(*page, id, *view);
}

void SavedViews::apply(ResourcePage& page, const QString& id, const SavedView& view) {
    whenColumnsAreThere(page, [this, &page, id, view] {
        const QStringList lacking = applyView(page, view);
        applied_[&page] = id;
        page.showNote(lacking.isEmpty() ? QString() : tr("This table lacks what the view “%1” has:").arg(view.name),
                      lacking.join(u", "_s));
        showLines();
    });
}

void SavedViews::askName(ResourcePage& page) {
    const QString resource = resourceOf(page);
    if (resource.isEmpty())
        return window_.say(tr("Views are saved of tables whose resource is known. This one is not recognised."));
    const auto applied = applied_.find(&page);
    const SavedView* last = applied != applied_.end() ? viewAt(applied->second) : nullptr;
    const auto section = sectionOf(page);
    const QString offered = last != nullptr ? last->name : section ? section->name : page.filterBar().text();
    auto* dialog = new ViewNameDialog(tr("Save this view"), offered, names(resource), &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewNameDialog::nameChosen, &page, [this, &page](const QString& name) { save(page, name); });
    dialog->open();
}

void SavedViews::save(ResourcePage& page, const QString& name) {
    SavedView view = viewOf(page);
    view.name = name;
    if (const auto known = store_.named(name, view.resource))
        if (const auto before = store_.find(*known)) view.more = before->more;
    const auto section = sectionOf(page);
    if (section && !section->isReadable)
        return window_.say(tr("The view was not saved. Names in its graph are too long, or too many."));
    if (section) view.more[section->key] = section->json;
    if (const auto flaw = flawOf(view)) return window_.say(tr("The view was not saved. %1").arg(*flaw));
    const auto saved = store_.save(view);
    if (!saved) return window_.say(tr("The view was not saved. %1").arg(sentence(saved.error())));
    applied_[&page] = *saved;
    relist();
    window_.confirm(tr("Saved as the view “%1”.").arg(name));
}

void SavedViews::askNewName(const QString& id) {
    const SavedView* view = viewAt(id);
    if (view == nullptr) return;
    QStringList others = names(view->resource);
    others.removeOne(view->name);
    auto* dialog = new ViewNameDialog(tr("Rename this view"), view->name, others, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewNameDialog::nameChosen, this, [this, id](const QString& name) {
        if (const SavedView* old = viewAt(id)) {
            SavedView wanted = *old;
            wanted.name = name;
            if (const auto flaw = flawOf(wanted)) return window_.say(tr("The view was not renamed. %1").arg(*flaw));
        }
        const auto renamed = store_.rename(id, name);
        if (!renamed) window_.say(tr("The view was not renamed. %1").arg(sentence(renamed.error())));
        if (renamed)
            for (auto& [page, applied] : applied_)
                if (applied == id) applied = *renamed;
        relist();
    });
    dialog->open();
}

void SavedViews::askRemove(const QString& id) {
    const SavedView* view = viewAt(id);
    if (view == nullptr) return;
    auto* dialog = new QMessageBox(QMessageBox::NoIcon, tr("Remove a view"),
                                   tr("Remove the view “%1”?").arg(view->name), QMessageBox::Cancel, &window_);
    dialog->setTextFormat(Qt::PlainText);
    dialog->setInformativeText(tr("Only the view goes: no table and no row of it."));
    const QAbstractButton* remove = dialog->addButton(tr("Remove"), QMessageBox::AcceptRole);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QMessageBox::buttonClicked, this, [this, id, remove](const QAbstractButton* clicked) {
        if (clicked != remove) return;
        store_.remove(id);
        relist();
    });
    dialog->open();
}

void SavedViews::exportTo(const QString& id) {
    const SavedView* view = viewAt(id);
    if (view == nullptr) return;
    picker_.askSaveView(&window_, tr("Export a view"), fileNameOf(*view), [this, copy = *view](const QString& path) {
        const auto written = writeFile(path, copy.toJson());
        if (!written) return window_.say(sentence(written.error()));
        window_.confirm(tr("Exported the view as %1.").arg(fileWords(path)), shownName(path));
    });
}

void SavedViews::import() {
    picker_.askOpenView(&window_, tr("Import a view"), [this](const QString& path) {
        const auto view = ViewStore::read(path);
        const QString file = shownName(QFileInfo(path).fileName());
        if (!view)
            return window_.say(tr("%1: %2", "file, what is wrong with it").arg(file, words::sentence(view.error())));
        SavedView taken = *view;
        relist(); // views may have been put into the folder
        const QStringList known = names(taken.resource);
        for (int number = 2; known.contains(taken.name); ++number) // none is lost
            taken.name = u"%1 (%2)"_s.arg(savedViewName(view->name.left(SavedView::longestName - 8))).arg(number);
        if (const auto flaw = flawOf(taken)) return window_.say(*flaw);
        const auto saved = store_.save(taken);
        window_.say(saved ? tr("Imported the view “%1”.").arg(taken.name) : sentence(saved.error()));
        relist();
    });
}

} // namespace idscope
