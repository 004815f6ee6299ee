#pragma once

#include "models/filter/cellfilter.h"

#include <QString>

namespace idscope {

class TableSession;
class TableView;

/// What can be done with the selected cells as a filter.
enum class CellFilterUse : std::uint8_t {
    Narrow,  ///< only rows with these values, among those shown
    Exclude, ///< no rows with them
    Only,    ///< in place of the filter there is
    Widen,   ///< the rows shown, and those with them
    Prepare, ///< written into the filter bar, to be changed before it applies
    Copy,    ///< to the clipboard
};

/// The values that are selected: the current column's of the selected rows, or of the current one, as a filter.
std::expected<ExpressionPtr, CellFilterProblem> selectedFilter(TableSession& session, const TableView& table);

/// Why there is none, for people.
QString sentence(CellFilterProblem problem);

/// The text of the filter in force with `part` added.
QString filterTextWith(TableSession& session, const ExpressionPtr& part, FilterUse use);

} // namespace idscope
