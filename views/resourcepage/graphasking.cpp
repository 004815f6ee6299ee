#include "models/items/cellroles.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <algorithm>

namespace idscope {

// How a table asks the graph about its cells.

namespace {

constexpr qsizetype mostShared = 100;           ///< BRNs in one question
constexpr std::uint32_t mostLookedAt = 100'000; ///< rows, for these BRNs

} // namespace

void ResourcePage::askGraph(GraphQuestionKind kind) {
    const QModelIndex current = table_->currentIndex();
    const auto brnAt = [](const QModelIndex& cell) {
        return cell.isValid() && cell.data(BrnTypeRole).isValid() ? cell.data(RawTextRole).toString() : QString();
    };
    const auto brnOf = [&](const QModelIndex& cell) {
        QString brn = brnAt(cell);
        for (int column = session_.model()->columnCount() - 1; brn.isEmpty() && cell.isValid() && column >= 0; --column)
            brn = brnAt(cell.siblingAtColumn(column));
        return brn;
    };
    QStringList brns;
    if (kind == GraphQuestionKind::Shared) {
        std::uint32_t left = mostLookedAt;
        for (const RowRange& range : table_->selectedRanges())
            for (std::uint32_t i = 0; i < range.count && left > 0 && brns.size() < mostShared; ++i, --left) {
                const QModelIndex cell = session_.model()->index(static_cast<int>(range.first + i), current.column());
                if (const QString brn = brnOf(cell); !brn.isEmpty() && !brns.contains(brn)) brns.append(brn);
            }
        if (brns.size() < 2) return Q_EMIT said(tr("Select rows with two BRNs or more to ask what they share."));
    } else if (const QString brn = brnOf(current); !brn.isEmpty()) {
        brns.append(brn);
    }
    if (brns.isEmpty())
        Q_EMIT said(tr("There is no BRN in this row."));
    else
        Q_EMIT graphRequested(kind, brns);
}

bool ResourcePage::hasBrns() const {
    const TablePtr& table = session_.table();
    return table != nullptr &&
           std::ranges::any_of(table->columns(), [](const Column& column) { return column.type == ColumnType::Brn; });
}

} // namespace idscope
