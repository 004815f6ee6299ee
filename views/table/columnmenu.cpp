#include "views/table/columnmenu.h"

#include "models/items/cellroles.h"
#include "models/schema/schema.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QMenu>

namespace idscope {

namespace {

/// The parts of BRNs as columns of their own.
void addParts(QMenu& menu, TableView& view, int column) {
    const QVariant type = view.model()->headerData(column, Qt::Horizontal, ColumnTypeRole);
    if (type.toInt() != static_cast<int>(ColumnType::Brn)) return;
    const auto add = [&](const QString& text, QLatin1StringView part) {
        const QString operand = view.arrangement().operand(column) + part;
        menu.addAction(text, &view, [&view, operand] { Q_EMIT view.columnRequested(operand); });
    };
    add(TableView::tr("Add its &type as a column"), QLatin1StringView(".type"));
    add(TableView::tr("Add its &key as a column"), QLatin1StringView(".key"));
}

} // namespace

QMenu* columnMenu(TableView& view, int column) {
    auto* menu = new QMenu(&view);
    ColumnArrangement& columns = view.arrangement();
    ColumnHeader& header = view.columns();
    const auto sort = [&](const QString& text, bool descending, bool extend) {
        menu->addAction(text, &view, [&header, column, descending, extend] {
            std::vector<SortMark> marks = extend ? header.sortMarks() : std::vector<SortMark>{};
            std::erase_if(marks, [column](const SortMark& mark) { return mark.column == column; });
            marks.push_back({column, descending});
            Q_EMIT header.sortRequested(marks);
        });
    };
    sort(TableView::tr("Sort &ascending"), false, false);
    sort(TableView::tr("Sort &descending"), true, false);
    if (!header.sortMarks().empty()) {
        sort(TableView::tr("&Then by this, ascending"), false, true);
        sort(TableView::tr("Then by this, d&escending"), true, true);
        menu->addAction(TableView::tr("File &order"), &view, [&header] { Q_EMIT header.sortRequested({}); });
    }
    menu->addSeparator();
    menu->addAction(TableView::tr("F&acet"), &view, [&view, column] { Q_EMIT view.facetRequested(column); });
    menu->addSeparator();
    menu->addAction(TableView::tr("&Hide"), &view, [&columns, column] { columns.setShown(column, false); })
        ->setEnabled(columns.shown().size() > 1);
    menu->addAction(TableView::tr("&Fit the width"), &view, [&columns, column] { columns.fit(column); });
    menu->addAction(TableView::tr("Move &left"), &view, [&columns, column] { columns.move(column, -1); });
    menu->addAction(TableView::tr("Move &right"), &view, [&columns, column] { columns.move(column, 1); });
    QAction* freeze = menu->addAction(TableView::tr("Free&ze up to here"), &view,
                                      [&columns, column] { columns.toggleFrozenUpTo(column); });
    freeze->setCheckable(true);
    freeze->setChecked(columns.frozen() > 0 &&
                       columns.shown()[static_cast<std::size_t>(columns.frozen() - 1)] == column);
    if (columns.isAdded(column))
        menu->addAction(TableView::tr("Re&move this column"), &view, [&columns, column] { columns.remove(column); });
    addParts(*menu, view, column);
    menu->addSeparator();
    menu->addAction(TableView::tr("&Columns…"), &view, [&view] { view.openColumnList(); });
    menu->addAction(TableView::tr("All columns as at &first"), &view, [&columns] { columns.reset(); });
    return menu;
}

} // namespace idscope
