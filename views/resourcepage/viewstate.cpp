#include "views/resourcepage/viewstate.h"

#include "models/words/words.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/resourcepage/addingcolumns.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QPointer>

#include <utility>

namespace idscope {

SavedView viewOf(const ResourcePage& page) {
    SavedView view;
    TableSession& session = page.session();
    const TablePtr& table = session.table();
    if (!table) return view;
    if (table->schema() != nullptr) view.resource = words::fromUtf8(table->schema()->key);
    for (const FilterPart& part : session.filter().parts())
        if (!part.on) view.switched << words::fromUtf8(canonicalText(*part.expression));
    view.filter = page.filterBar().text().trimmed();
    if (session.filterStatus().error) view.filter = session.filterStatus().appliedText; // what holds
    for (const SortKey& key : session.sort())
        view.sort.push_back({words::fromUtf8(canonicalText(operandName(key.operand, *table))), key.descending});
    const ColumnLayout layout = page.table().arrangement().layout();
    for (const ColumnLayout::Column& column : layout.columns)
        view.columns.push_back({column.operand, column.width, column.shown});
    view.frozen = layout.frozen;
    view.facets = page.facets().board().names();
    return view;
}

namespace {

enum class Facets : unsigned char {
    IfAny, ///< a view of none is one that says nothing about them
    Exact, ///< what is taken back may have been none
};

/// Sorts the rows by what the table has of these; adds what it lacks.
void sortBy(ResourcePage& page, const std::vector<SavedView::SortKey>& sort, QStringList& lacking) {
    TableSession& session = page.session();
    std::vector<SortKey> keys;
    for (const SavedView::SortKey& key : sort) {
        if (const auto operand = operandNamed(*session.table(), key.operand))
            keys.push_back({*operand, key.descending});
        else if (!lacking.contains(key.operand))
            lacking << key.operand;
    }
    for (const SortKey& key : keys)
        session.model()->addColumn(key.operand); // what orders can be seen, or shown
    session.setSort(std::move(keys));
}

/// All of a view but its filter.
QStringList arrange(ResourcePage& page, const SavedView& view, Facets how) {
    QStringList lacking;
    const TablePtr& table = page.session().table();
    if (!table) return lacking;
    if (view.columns.empty()) {
        page.table().arrangement().reset();
    } else {
        ColumnLayout layout{.columns = {}, .frozen = view.frozen};
        for (const SavedView::Column& column : view.columns)
            layout.columns.push_back({column.operand, column.width, column.shown});
        lacking = arrangeColumns(page, layout);
    }
    sortBy(page, view.sort, lacking);
    std::vector<OperandName> facets;
    for (const QString& facet : view.facets) {
        if (const auto operand = operandNamed(*table, facet))
            facets.push_back(operandName(*operand, *table));
        else if (!lacking.contains(facet))
            lacking << facet;
    }
    if (how == Facets::Exact || !facets.empty()) page.facets().board().setNames(facets);
    return lacking;
}

FilterParts switchedOff(const SavedView& view) {
    FilterParts parts;
    for (const QString& text : view.switched) {
        const QByteArray utf8 = text.toUtf8();
        const auto part = parseExpression({utf8.constData(), static_cast<std::size_t>(utf8.size())});
        if (part && *part) parts.push_back({.expression = *part, .on = false});
    }
    return parts;
}

} // namespace

QStringList applyView(ResourcePage& page, const SavedView& view) {
    if (!page.session().table()) return {};
    const SavedView before = viewOf(page);
    QStringList lacking = arrange(page, view, Facets::IfAny);
    page.session().filter().setText(view.filter, switchedOff(view), [page = QPointer(&page), before, view](bool back) {
        if (page) arrange(*page, back ? before : view, back ? Facets::Exact : Facets::IfAny);
    });
    return lacking;
}

void askAgain(ResourcePage& page, const SavedView& view) {
    whenColumnsAreThere(page, [&page, view] {
        QStringList lacking;
        sortBy(page, view.sort, lacking);
        if (!view.filter.isEmpty() || !view.switched.isEmpty())
            page.session().filter().setText(view.filter, switchedOff(view), {});
    });
}

void whenColumnsAreThere(ResourcePage& page, std::function<void()> act) {
    if (page.session().model()->table()) return act();
    QObject::connect(
        page.session().model(), &QAbstractItemModel::modelReset, &page,
        [&page, act = std::move(act)] { whenColumnsAreThere(page, act); },
        // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): a flag of Qt's own
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace idscope
