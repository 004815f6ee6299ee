#include "models/words/words.h"
#include "views/facets/facetspanel.h"
#include "views/parts/strip.h"
#include "views/resourcepage/emptynote.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace idscope {

// What the status bar, the strips above a table, and the note in place of its rows say of it.

namespace {

/// What the plural form for a number is chosen by.
int pluralCount(quint64 number) {
    constexpr quint64 most = std::numeric_limits<int>::max();
    return static_cast<int>(std::min(number, most));
}

} // namespace

PageFacts ResourcePage::facts() const {
    PageFacts facts;
    const QString shown = words::number(status_.shown);
    const QString total = words::number(status_.total);
    const bool filtered = !status_.appliedText.trimmed().isEmpty();
    if (session_.isLoading())
        facts.shown = tr("Shown %1 of %2 so far").arg(shown, total);
    else if (filtered && status_.milliseconds < 1)
        facts.shown = tr("Shown %1 of %2 · filter under 1 ms").arg(shown, total);
    else if (filtered)
        facts.shown = tr("Shown %1 of %2 · filter %3 ms")
                          .arg(shown, total, words::number(static_cast<quint64>(std::llround(status_.milliseconds))));
    else
        facts.shown = tr("Shown %1 of %2").arg(shown, total);

    QStringList keys;
    for (const SortMark& mark : table_->columns().sortMarks())
        keys.append(session_.model()->headerData(mark.column, Qt::Horizontal).toString());
    if (!keys.isEmpty()) facts.sorted = tr("Sorted by %1").arg(keys.join(tr(", then ", "between sort columns")));
    const int selected = table_->selectedRows();
    if (selected > 0 && table_->selectsCells())
        facts.selected = cellsSelected(static_cast<quint64>(selected) * table_->selectedColumns().size());
    else if (selected > 0)
        facts.selected = tr("%Ln rows selected", nullptr, selected);
    const TablePtr& table = session_.table();
    if (const quint64 notices = table && !session_.isLoading() ? table->notices().total() : 0; notices > 0)
        facts.notices = tr("%1 notices", nullptr, pluralCount(notices)).arg(words::number(notices));
    if (status_.error) facts.alarm = tr("Filter not applied: see the underlined word");
    if (const int hidden = table_->arrangement().hiddenCount(); hidden > 0)
        facts.hidden = tr("%n columns hidden", nullptr, hidden);
    facts.source = source_;
    return facts;
}

/// What is missing for want of memory is said.
void ResourcePage::connectRefusals() {
    const auto says = [this](const QString& sentence) { return [this, sentence] { Q_EMIT said(sentence); }; };
    connect(&session_, &TableSession::sortRefused, this,
            says(tr("Not sorted: there is not enough memory. Close other tables, or filter for fewer rows.")));
    connect(&session_.matches(), &MatchFinder::refused, this,
            says(tr("Matches are not counted: there is not enough memory.")));
    connect(&facets_->board(), &FacetBoard::unanswered, this, &ResourcePage::sayNotCounted);
    connect(&emptyReason_, &EmptyReason::refused, this,
            says(tr("Which condition empties the table was not found out: there is not enough memory.")));
}

void ResourcePage::sayNotCounted() {
    Q_EMIT said(
        tr("Values are not counted: there is not enough memory. Close other tables, or filter for fewer rows."));
}

QString ResourcePage::cellsSelected(quint64 cells) {
    return tr("%1 cells selected", nullptr, pluralCount(cells)).arg(words::number(cells));
}

void ResourcePage::showEmptyReason() {
    const std::vector<std::size_t>& places = emptyReason_.places();
    if (places.empty()) return;
    FilterParts blamed;
    for (const std::size_t place : places)
        blamed.push_back(emptyReason_.parts()[place]);
    const bool one = places.size() == 1;
    empty_->blame(one ? tr("There are rows without this condition:") : tr("There are rows without these conditions:"),
                  words::fromUtf8(canonicalText(*expressionOf(blamed))),
                  one ? tr("Switch it off") : tr("Switch them off"));
}

void ResourcePage::switchOffEmptyingParts() {
    FilterParts parts = emptyReason_.parts();
    for (const std::size_t place : emptyReason_.places())
        parts[place].on = false;
    table_->setFocus(Qt::OtherFocusReason); // the note goes
    session_.filter().setParts(parts);
}

void ResourcePage::setWithoutRows(const QString& words) {
    if (std::exchange(withoutRows_, words) != words) showFilter(session_.filterStatus());
}

void ResourcePage::showNote(const QString& lead, const QString& words) {
    note_->setWords(lead, words);
    note_->setVisible(!lead.isEmpty());
}

QString ResourcePage::note() const {
    return note_->isHidden() ? QString() : note_->words();
}

} // namespace idscope
