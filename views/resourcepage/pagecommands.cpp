#include "views/resourcepage/pagecommands.h"

#include "views/facets/facetspanel.h"
#include "views/filter/filterrow.h"
#include "views/resourcepage/cellfiltering.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QCoreApplication>

namespace idscope {

namespace {

int currentColumn(const ResourcePage& page) {
    return page.table().currentIndex().column();
}

/// What is meant is the current column: a table without rows has none.
template <auto act>
void onColumn(ResourcePage& page) {
    if (const int column = currentColumn(page); column >= 0) act(page, column);
}

template <int by>
void moveColumn(ResourcePage& page, int column) {
    page.table().arrangement().move(column, by);
    page.table().scrollTo(page.table().currentIndex());
}

void hideColumn(ResourcePage& page, int column) {
    page.table().arrangement().setShown(column, false);
}

void fitColumn(ResourcePage& page, int column) {
    page.table().arrangement().fit(column);
}

void freezeUpToColumn(ResourcePage& page, int column) {
    page.table().arrangement().toggleFrozenUpTo(column);
}

void focusFilterField(ResourcePage& page, int column) {
    page.filterRow().focusColumn(column);
}

void openColumnValues(ResourcePage& page, int column) {
    page.filterRow().openValues(column);
}

template <CopyFormat format, bool headers>
void copyAs(ResourcePage& page) {
    page.copyAs(format, headers);
}

template <CellFilterUse use>
void filterByCells(ResourcePage& page) {
    page.filterByCells(use);
}

constexpr PageCommand cellFilters[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Filter by this value"), static_cast<int>(Qt::CTRL) | Qt::Key_Return,
     filterByCells<CellFilterUse::Narrow>},
    {QT_TRANSLATE_NOOP("MenuBar", "E&xclude this value"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_Return,
     filterByCells<CellFilterUse::Exclude>},
    {QT_TRANSLATE_NOOP("MenuBar", "&Only this value, nothing else"), 0, filterByCells<CellFilterUse::Only>},
    {QT_TRANSLATE_NOOP("MenuBar", "O&r this value"), 0, filterByCells<CellFilterUse::Widen>},
    {QT_TRANSLATE_NOOP("MenuBar", "And this value, &prepared in the filter bar"),
     static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_P, filterByCells<CellFilterUse::Prepare>},
    {QT_TRANSLATE_NOOP("MenuBar", "Co&py as filter"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_L,
     filterByCells<CellFilterUse::Copy>},
};

constexpr PageCommand facets[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "F&acet of the current column"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_A,
     [](ResourcePage& page) { page.openColumnFacet(currentColumn(page)); }},
    {QT_TRANSLATE_NOOP("MenuBar", "A&dd a facet…"), static_cast<int>(Qt::SHIFT) | Qt::Key_F8,
     [](ResourcePage& page) {
         Q_EMIT page.facetsWanted();
         page.facets().openChooser();
     }},
};

constexpr PageCommand filtering[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Back to the filter before"), static_cast<int>(Qt::CTRL) | Qt::Key_Z,
     [](ResourcePage& page) { page.session().filter().undo(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "For&ward to the filter after"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_Z,
     [](ResourcePage& page) { page.session().filter().redo(); }},
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "Filter &under the current column"), Qt::Key_F7, onColumn<focusFilterField>},
    {QT_TRANSLATE_NOOP("MenuBar", "&Values of the current column…"), static_cast<int>(Qt::ALT) | Qt::Key_Down,
     onColumn<openColumnValues>},
};

constexpr PageCommand matching[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Next match"), Qt::Key_F3, [](ResourcePage& page) { page.goToMatch(true); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Pre&vious match"), static_cast<int>(Qt::SHIFT) | Qt::Key_F3,
     [](ResourcePage& page) { page.goToMatch(false); }},
};

constexpr PageCommand going[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&What the cell names"), Qt::Key_F12,
     [](ResourcePage& page) { page.followReference(); }},
};

constexpr PageCommand copying[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Copy"), static_cast<int>(Qt::CTRL) | Qt::Key_C,
     [](ResourcePage& page) { page.copy(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Copy with &headers"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_C,
     copyAs<CopyFormat::Tsv, true>},
};

constexpr PageCommand copyingAs[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&CSV with headers"), 0, copyAs<CopyFormat::Csv, true>},
    {QT_TRANSLATE_NOOP("MenuBar", "&JSON with headers"), 0, copyAs<CopyFormat::Json, true>},
    {QT_TRANSLATE_NOOP("MenuBar", "&Markdown with headers"), 0, copyAs<CopyFormat::Markdown, true>},
    {QT_TRANSLATE_NOOP("MenuBar", "&TSV with headers"), 0, copyAs<CopyFormat::Tsv, true>},
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "CS&V without headers"), 0, copyAs<CopyFormat::Csv, false>},
    {QT_TRANSLATE_NOOP("MenuBar", "JS&ON without headers"), 0, copyAs<CopyFormat::Json, false>},
    {QT_TRANSLATE_NOOP("MenuBar", "Mar&kdown without headers"), 0, copyAs<CopyFormat::Markdown, false>},
    {QT_TRANSLATE_NOOP("MenuBar", "T&SV without headers"), 0, copyAs<CopyFormat::Tsv, false>},
};

constexpr PageCommand selecting[] = {
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "Select &rows"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_R,
     [](ResourcePage& page) { page.table().setSelectsCells(false); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Select c&ells"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_E,
     [](ResourcePage& page) { page.table().setSelectsCells(true); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Select the c&olumn"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_C,
     [](ResourcePage& page) { page.table().selectCurrentColumn(); }},
    {},
};

constexpr PageCommand columns[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "Find and &choose columns…"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_F,
     [](ResourcePage& page) { page.table().openColumnList(); }},
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "&Hide the current column"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_H,
     onColumn<hideColumn>},
    {QT_TRANSLATE_NOOP("MenuBar", "Move it &left"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_Left,
     onColumn<moveColumn<-1>>},
    {QT_TRANSLATE_NOOP("MenuBar", "Move it &right"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_Right,
     onColumn<moveColumn<1>>},
    {QT_TRANSLATE_NOOP("MenuBar", "&Fit its width"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_W,
     onColumn<fitColumn>},
    {QT_TRANSLATE_NOOP("MenuBar", "Free&ze up to it, or none"), static_cast<int>(Qt::ALT | Qt::SHIFT) | Qt::Key_F,
     onColumn<freezeUpToColumn>},
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "&Show all"), 0, [](ResourcePage& page) { page.table().arrangement().showAll(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&As at first"), 0, [](ResourcePage& page) { page.table().arrangement().reset(); }},
};

constexpr PageCommand graphAsking[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "What can it &reach"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_G,
     [](ResourcePage& page) { page.askGraph(GraphQuestionKind::ReachedFrom); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Who can reach it"), static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_U,
     [](ResourcePage& page) { page.askGraph(GraphQuestionKind::Reaching); }},
    {QT_TRANSLATE_NOOP("MenuBar", "What do the selected rows &share"), 0,
     [](ResourcePage& page) { page.askGraph(GraphQuestionKind::Shared); }},
};

constexpr PageCommand sorting[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Sort by the current column"), static_cast<int>(Qt::CTRL) | Qt::Key_Period,
     [](ResourcePage& page) { page.table().sortByCurrentColumn(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Then by the current column"),
     static_cast<int>(Qt::CTRL | Qt::SHIFT) | Qt::Key_Period,
     [](ResourcePage& page) { page.table().sortByCurrentColumn(true); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Back to the file’s order"), static_cast<int>(Qt::CTRL | Qt::ALT) | Qt::Key_Period,
     [](ResourcePage& page) { page.session().setSort({}); }},
};

constexpr PageCommand savedViews[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "Sa&ve this view…"), static_cast<int>(Qt::CTRL) | Qt::Key_D,
     [](ResourcePage& page) { Q_EMIT page.viewSaveRequested(); }},
};

} // namespace

QString translated(const PageCommand& command) {
    return QCoreApplication::translate("MenuBar", command.text);
}

std::span<const PageCommand> cellFilterCommands() {
    return cellFilters;
}

std::span<const PageCommand> facetCommands() {
    return facets;
}

std::span<const PageCommand> filterCommands() {
    return filtering;
}

std::span<const PageCommand> matchCommands() {
    return matching;
}

std::span<const PageCommand> goCommands() {
    return going;
}

std::span<const PageCommand> copyCommands() {
    return copying;
}

std::span<const PageCommand> copyAsCommands() {
    return copyingAs;
}

std::span<const PageCommand> selectCommands() {
    return selecting;
}

std::span<const PageCommand> columnCommands() {
    return columns;
}

std::span<const PageCommand> graphAskingCommands() {
    return graphAsking;
}

std::span<const PageCommand> sortCommands() {
    return sorting;
}

std::span<const PageCommand> savedViewCommands() {
    return savedViews;
}

} // namespace idscope
