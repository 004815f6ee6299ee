#include "models/items/cellroles.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <algorithm>

namespace idscope {

// How a table asks the graph about its cells.

void ResourcePage::askGraph(GraphQuestionKind kind) {
    const QModelIndex current = table_->currentIndex();
    const auto brnAt = [](const QModelIndex& cell) {
        return cell.isValid() && cell.data(BrnTypeRole).isValid() ? cell.data(RawTextRole).toString() : QString();
    };
    QString brn = brnAt(current);
    for (int column = session_.model()->columnCount() - 1; brn.isEmpty() && current.isValid() && column >= 0; --column)
        brn = brnAt(current.siblingAtColumn(column));
    if (brn.isEmpty())
        Q_EMIT said(tr("There is no BRN in this row."));
    else
        Q_EMIT graphRequested(kind, brn);
}

bool ResourcePage::hasBrns() const {
    const TablePtr& table = session_.table();
    return table != nullptr &&
           std::ranges::any_of(table->columns(), [](const Column& column) { return column.type == ColumnType::Brn; });
}

} // namespace idscope
