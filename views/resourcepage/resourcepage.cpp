#include "views/resourcepage/resourcepage.h"

#include "models/items/cellline.h"
#include "models/schema/integrations.h"
#include "models/words/words.h"
#include "views/facets/facetspanel.h"
#include "views/facets/facetssplitter.h"
#include "views/facets/valuespopup.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/parts/strip.h"
#include "views/parts/taborder.h"
#include "views/resourcepage/addingcolumns.h"
#include "views/resourcepage/cellmenu.h"
#include "views/resourcepage/copier.h"
#include "views/resourcepage/emptynote.h"
#include "views/resourcepage/inspecting.h"
#include "views/resourcepage/savestrip.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

FilterVerdict verdictOf(const FilterStatus& status) {
    if (status.error) return refusal(status.text, *status.error);
    if (status.text.trimmed().isEmpty()) return {};
    const bool surelyEmpty = status.shown == 0 && status.total > 0 && !status.evaluating && !status.partial;
    if (surelyEmpty) return {FilterVerdict::State::Doubtful, ResourcePage::tr("No row matches."), {}, {}};
    return {FilterVerdict::State::Valid, {}, {}, {}};
}

} // namespace

ResourcePage::ResourcePage(TableSession& session, QWidget* parent)
    : Page(parent), session_(session), filter_(new FilterBar(session.filter(), this)),
      progress_(new Strip(u"info"_s, Ink::Accent, &Tokens::accentSoft, this)),
      warning_(new Strip(u"warning"_s, Ink::Warn, &Tokens::warnBg, this)),
      note_(new Strip(u"info"_s, Ink::Accent, &Tokens::accentSoft, this)), table_(new TableView(this)),
      facets_(new FacetsPanel(session_, this)), filterRow_(new FilterRow(*table_, session.filter())),
      empty_(new EmptyNote(table_->viewport())), inspecting_(new Inspecting(*this)), status_(session.filterStatus()) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(filter_);
    layout->addWidget(warning_);
    layout->addWidget(note_);
    note_->hide();
    note_->setWrapping();
    connect(note_->addButton(u"close"_s, tr("Close")), &QPushButton::clicked, note_, &QWidget::hide);
    auto* saveView = iconButton(u"bookmark"_s, tr("Save this view… (Ctrl+D)"), this);
    filter_->addTool(saveView);
    connect(saveView, &QToolButton::clicked, this, &ResourcePage::viewSaveRequested);
    layout->addWidget(progress_);
    warning_->hide();
    auto* saving = new SaveStrip(session_, this);
    layout->addWidget(saving);
    connect(saving, &SaveStrip::spreadsheetRequested, this, &ResourcePage::spreadsheetRequested);
    auto* copying = new Strip(u"copy"_s, Ink::Accent, &Tokens::accentSoft, this);
    copier_ = new Copier(*copying, this);
    layout->addWidget(copying);
    layout->addWidget(new FacetsSplitter(*facets_, *table_, this), 1);
    tabThrough({filter_, warning_, note_, progress_, saving, copying, facets_, table_});
    connect(table_, &TableView::facetRequested, this, &ResourcePage::openColumnFacet);
    connect(filterRow_, &FilterRow::valuesRequested, this, &ResourcePage::openValues);
    connect(facets_, &FacetsPanel::graphRequested, this,
            [this](GraphQuestionKind kind, const QString& brn) { Q_EMIT graphRequested(kind, {brn}); });
    connect(&facets_->board(), &FacetBoard::refused, this,
            [this](CellFilterProblem problem) { Q_EMIT said(sentence(problem)); });
    table_->setModel(session_.model());
    FocusLead::set(*this, *table_);

    // A reset forgets the current cell: it is found again by its row in the file.
    connect(session_.model(), &QAbstractItemModel::modelAboutToBeReset, this, &ResourcePage::keepCurrent);
    connect(session_.model(), &QAbstractItemModel::modelReset, this, &ResourcePage::restoreCurrent);
    connect(filter_, &FilterBar::left, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(&session_, &TableSession::filterChanged, this, &ResourcePage::showFilter);
    connect(&session_, &TableSession::loadingProgress, this, &ResourcePage::showProgress);
    connect(&session_, &TableSession::loaded, this, &ResourcePage::endProgress);
    connect(&session_, &TableSession::loadingCancelled, this, &ResourcePage::endProgress);
    connect(&session_, &TableSession::loadingFailed, this, [this](const TableError& error) {
        failure_ = words::sentence(error);
        endProgress();
    });
    connect(&session_, &TableSession::sortChanged, this, &ResourcePage::showSort);
    connectRefusals();
    connect(session_.model(), &QAbstractItemModel::columnsRemoved, this, &ResourcePage::showSort);
    connect(&table_->columns(), &ColumnHeader::sortRequested, this, &ResourcePage::requestSort);
    connect(table_, &TableView::currentCellChanged, inspecting_, &Inspecting::show);
    connect(table_, &TableView::selectedRowsChanged, inspecting_, &Inspecting::show);
    connect(table_, &TableView::selectedRowsChanged, this, &ResourcePage::factsChanged);
    connect(&table_->arrangement(), &ColumnArrangement::arranged, this, [this] {
        inspecting_->show(); // the record shows the same columns
        Q_EMIT factsChanged();
    });
    connect(table_, &TableView::columnRequested, this, [this](const QString& operand) { addColumn(*this, operand); });
    connect(table_, &TableView::menuRequested, this, [this](QPoint place) {
        QMenu* menu = cellMenu(*this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    connect(&session_.matches(), &MatchFinder::changed, this, &ResourcePage::showMatches);
    connect(table_, &TableView::currentCellChanged, this, &ResourcePage::showMatches);
    connect(filter_, &FilterBar::matchWanted, this, &ResourcePage::goToMatch);
    connect(filter_, &FilterBar::said, this, &ResourcePage::said);
    connect(copier_, &Copier::said, this, &ResourcePage::said);
    connect(empty_, &EmptyNote::clearRequested, this, [this] {
        table_->setFocus(Qt::OtherFocusReason); // the note goes
        session_.setFilter({});
    });
    connect(empty_, &EmptyNote::switchOffRequested, this, &ResourcePage::switchOffEmptyingParts);
    connect(&emptyReason_, &EmptyReason::found, this, &ResourcePage::showEmptyReason);
    if (session_.isLoading())
        showProgress(0, 0, 0);
    else
        progress_->hide();
    empty_->hide();
    setExample();
    showFilter(status_);
}

void ResourcePage::setSource(const QString& source) {
    source_ = source;
    Q_EMIT factsChanged();
}

void ResourcePage::setWarning(const QString& lead, const QString& words) {
    warning_->setWords(lead, words);
    warning_->show();
}

QString ResourcePage::warning() const {
    return warning_->isHidden() ? QString() : warning_->words();
}

std::vector<Operand> ResourcePage::shownColumns() const {
    return operandsOf(table_->shownColumns());
}

std::vector<Operand> ResourcePage::operandsOf(const std::vector<int>& columns) const {
    std::vector<Operand> operands;
    operands.reserve(columns.size());
    for (const int column : columns)
        operands.push_back(session_.model()->operand(column));
    return operands;
}

void ResourcePage::copy() {
    const bool oneRow = table_->selectedRows() <= 1;
    const bool oneCell = oneRow && (!table_->selectsCells() || table_->selectedColumns().size() <= 1);
    if (!oneCell) return copyAs(CopyFormat::Tsv, false);
    const QModelIndex current = table_->currentIndex();
    if (current.isValid()) QApplication::clipboard()->setText(current.data(RawTextRole).toString());
}

void ResourcePage::copyAs(CopyFormat format, bool headers) {
    if (table_->selectedRows() == 0) return;
    copier_->copy({.table = session_.model()->table(),
                   .rows = session_.model()->rows(),
                   .ranges = table_->selectedRanges(),
                   .columns = operandsOf(table_->selectedColumns()),
                   .format = format,
                   .headers = headers});
}

void ResourcePage::showMatches() {
    const MatchFinder& matches = session_.matches();
    if (!matches.looksForText()) return filter_->showMatches({});
    const auto count = matches.count();
    if (!count) return filter_->showMatches(tr("Counting matches"));
    const QModelIndex current = table_->currentIndex();
    const auto number = current.isValid() ? matches.numberAt(static_cast<std::uint32_t>(current.row())) : std::nullopt;
    filter_->showMatches(number ? tr("%1 of %2", "match of matches").arg(words::number(*number), words::number(*count))
                                : tr("%Ln matches", nullptr, static_cast<int>(*count)));
}

void ResourcePage::goToMatch(bool forwards) {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid()) return;
    const auto isMarked = [](const QModelIndex& cell) {
        const auto line = cell.data(LineRole).value<CellLinePtr>();
        return line && !line->matches.isEmpty();
    };
    const auto firstIn = [&](int row) {
        for (const int column : table_->shownColumns())
            if (const QModelIndex cell = current.sibling(row, column); isMarked(cell)) return cell;
        return QModelIndex();
    };
    const MatchFinder& matches = session_.matches();
    const auto from = static_cast<std::uint32_t>(current.row());
    QModelIndex cell;
    // The match of this row may not be on the screen: nobody has gone there yet.
    if (forwards && matches.numberAt(from) && !isMarked(current)) cell = firstIn(current.row());
    if (!cell.isValid()) {
        const auto next = matches.next(from, forwards);
        if (!next || *next >= static_cast<std::uint32_t>(session_.model()->rowCount())) return;
        cell = firstIn(static_cast<int>(*next));
        if (!cell.isValid()) cell = current.siblingAtRow(static_cast<int>(*next)); // in a hidden column
    }
    table_->setCurrentIndex(cell);
    table_->scrollTo(cell);
}

void ResourcePage::addFilter(const ExpressionPtr& part, FilterUse use) {
    session_.setFilter(filterTextWith(session_, part, use));
}

void ResourcePage::filterByCells(CellFilterUse use) {
    if (!table_->currentIndex().isValid()) return;
    const auto filter = selectedFilter(session_, *table_);
    if (!filter) {
        Q_EMIT said(sentence(filter.error()));
        return;
    }
    switch (use) {
    case CellFilterUse::Narrow:
        return addFilter(*filter, FilterUse::And);
    case CellFilterUse::Exclude:
        return addFilter(*filter, FilterUse::AndNot);
    case CellFilterUse::Only:
        return addFilter(*filter, FilterUse::Replace);
    case CellFilterUse::Widen:
        return addFilter(*filter, FilterUse::Or);
    case CellFilterUse::Prepare:
        return filter_->prepare(filterTextWith(session_, *filter, FilterUse::And));
    case CellFilterUse::Copy:
        QApplication::clipboard()->setText(words::fromUtf8(canonicalText(**filter)));
        return;
    }
}

QList<QWidget*> ResourcePage::panes() {
    return {this, facets_, dock_};
}

void ResourcePage::openFacet(const OperandName& name) {
    Q_EMIT facetsWanted();
    facets_->open(name);
}

void ResourcePage::openColumnFacet(int column) {
    if (column < 0) return;
    openFacet(operandName(session_.model()->operand(column), *session_.model()->table()));
}

void ResourcePage::openValues(int column, QPoint place) {
    if (column < 0) return;
    const OperandName operand = operandName(session_.model()->operand(column), *session_.model()->table());
    auto* popup = new ValuesPopup(session_, operand, this);
    connect(popup, &ValuesPopup::refused, this, [this](CellFilterProblem problem) { Q_EMIT said(sentence(problem)); });
    connect(popup, &ValuesPopup::unanswered, this, &ResourcePage::sayNotCounted);
    popup->openAt(place);
}

bool ResourcePage::listsIntegrations() const {
    return session_.table() != nullptr && session_.table()->schema() == &schemas::integrations;
}

std::vector<RowId> ResourcePage::chosenRows() const {
    std::vector<RowId> rows;
    for (const RowRange& range : table_->selectedRanges())
        for (std::uint32_t row = range.first; row < range.first + range.count; ++row)
            rows.push_back(session_.model()->row(session_.model()->index(static_cast<int>(row), 0)));
    if (rows.empty() && table_->currentIndex().isValid()) rows.push_back(session_.model()->row(table_->currentIndex()));
    return rows;
}

void ResourcePage::fetchRelations() {
    if (const std::vector<RowId> rows = chosenRows(); listsIntegrations() && !rows.empty())
        Q_EMIT fetchRelationsRequested(rows);
}

void ResourcePage::showFilter(const FilterStatus& status) {
    status_ = status;
    filter_->setHolding(status.appliedText);
    filter_->showVerdict(verdictOf(status));
    const bool noRows = status.shown == 0 && !status.evaluating && !session_.isLoading();
    if (noRows && status.total > 0) {
        empty_->say(tr("No row matches."), status.appliedText, true);
        const SelectedRows selection = session_.selection();
        if (selection.table) emptyReason_.look(selection.table, session_.filter().parts(), selection.filter.now);
        showEmptyReason();
    } else {
        emptyReason_.clear();
    }
    if (noRows && status.total == 0)
        empty_->say(!failure_.isEmpty()       ? failure_
                    : !withoutRows_.isEmpty() ? withoutRows_
                                              : tr("This export has no rows."),
                    {}, false);
    const bool known = status.total > 0 || !status.partial || !failure_.isEmpty() || !withoutRows_.isEmpty();
    empty_->setVisible(noRows && known);
    if (!session_.isLoading()) {
        const bool tooMany = status.shown > std::uint32_t{TableModel::maximumRows};
        progress_->setWords(tr("The first %1 rows are listed.").arg(words::number(TableModel::maximumRows)),
                            tr("A filter brings up the others. Sorting and saving use them all."));
        progress_->setVisible(tooMany);
    }
    showGalleryOrTable();
    goToPending();
    Q_EMIT factsChanged();
}

void ResourcePage::showProgress(quint64 rows, quint64 bytes, quint64 bytesInAll) {
    failure_.clear();
    const TablePtr& table = session_.table();
    const quint64 listed = table ? table->listedRows() : rows;
    QString more = tr("Filters and sorting work on these and go on as more arrive.");
    if (table && table->isSearch())
        more = tr("Looking for more; filters and sorting begin once all are found.");
    else if (listed > rows)
        more = rows == 0 ? tr("Filters and sorting begin once the first are read.")
                         : tr("Filters and sorting work on %1 of them and go on as more are read.", "rows")
                               .arg(words::number(rows));
    progress_->setWords(tr("%1 rows so far.").arg(words::number(listed)), more);
    progress_->setShare(bytesInAll > 0 ? static_cast<double>(bytes) / static_cast<double>(bytesInAll) : -1);
    progress_->show();
    setExample();
    Q_EMIT factsChanged();
}

void ResourcePage::endProgress() {
    setExample();
    inspecting_->show();
    showFilter(session_.filterStatus());
}

void ResourcePage::requestSort(const std::vector<SortMark>& marks) {
    std::vector<SortKey> keys;
    keys.reserve(marks.size());
    for (const SortMark& mark : marks)
        keys.push_back({session_.model()->operand(mark.column), mark.descending});
    session_.setSort(std::move(keys));
}

void ResourcePage::showSort() {
    std::vector<SortMark> marks;
    for (const SortKey& key : session_.sort())
        if (const auto column = session_.model()->columnOf(key.operand)) marks.push_back({*column, key.descending});
    table_->columns().setSortMarks(std::move(marks));
    Q_EMIT factsChanged();
}

void ResourcePage::keepCurrent() {
    const QModelIndex current = table_->currentIndex();
    keptRow_.reset();
    if (!current.isValid()) return;
    keptRow_ = session_.model()->row(current);
    keptColumn_ = current.column();
}

void ResourcePage::restoreCurrent() {
    if (keptRow_) {
        if (const QModelIndex found = session_.model()->find(*keptRow_, ColumnId{0}); found.isValid())
            if (const QModelIndex cell = found.siblingAtColumn(keptColumn_); cell.isValid()) table_->resumeAt(cell);
    }
    inspecting_->show();
}

void ResourcePage::setExample() {
    const TablePtr& table = session_.table();
    if (!table) return;
    for (std::uint32_t i = 0; i < table->columnCount(); ++i) {
        const Column& column = table->column(ColumnId{i});
        if (column.isDerived() || column.type != ColumnType::Text || column.spec == nullptr) continue;
        filter_->setExample(words::fromUtf8(columnText(*table, ColumnId{i})) + u" contains okta"_s);
        return;
    }
}

void ResourcePage::setInspector(Inspector* inspector) {
    inspecting_->setInspector(inspector);
}

} // namespace idscope
